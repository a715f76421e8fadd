using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Catalogue;

/// <summary>What the home page promises today.</summary>
/// <param name="Why">By when we answer what is written now, and why; null when the standard owes no reply.</param>
/// <param name="Submission">Term of the law for a signed submission received today; null when the table has none.</param>
/// <param name="LastMonth">How the last full month went; null when there is too little to publish.</param>
public sealed record Home(DueDateExplanation? Why, Term? Submission, OnTime? LastMonth);

/// <summary>Replies owed under the own standard in a month.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Met">Answered in time, interim replies included.</param>
/// <param name="All">Owed.</param>
public sealed record OnTime(DateOnly Month, int Met, int All);

/// <summary>Reads the home page.</summary>
public sealed class ShowHomeHandler(IServiceDeskDb db, PreviewAnswerDateHandler preview, StandardProvider standards, LocalTime local, TimeProvider time)
{
    /// <summary>Fewer cases than this are not published: single clients could be recognised.</summary>
    private const int Fewest = 5;

    /// <summary>The page's data.</summary>
    public async Task<Home> HandleAsync(CancellationToken cancellationToken)
    {
        var today = local.DateOf(time.GetUtcNow());
        var why = await preview.HandleAsync(CaseKind.Complaint, Channel.WebForm, cancellationToken);
        var rulebook = await standards.GetAsync(today, cancellationToken);
        return new Home(why, rulebook.Find("submission", today)?.Term, await LastMonthAsync(today, cancellationToken));
    }

    private async Task<OnTime?> LastMonthAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var end = new DateOnly(today.Year, today.Month, 1);
        var begin = end.AddMonths(-1);
        var counts = await db.Set<Clock>().AsNoTracking()
            .Where(clock => clock.Layer == Layer.Service && clock.State != ClockState.Released && clock.DueOn >= begin && clock.DueOn < end)
            .GroupBy(_ => 1)
            .Select(group => new
            {
                All = group.Count(),
                Met = group.Count(clock => clock.State == ClockState.Met || clock.State == ClockState.MetByInterim || clock.State == ClockState.Extended),
            })
            .SingleOrDefaultAsync(cancellationToken);
        return counts is null || counts.All < Fewest ? null : new OnTime(begin, counts.Met, counts.All);
    }
}
