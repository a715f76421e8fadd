using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Protection.Requests;

/// <summary>The register of requests.</summary>
/// <param name="OnlyOpen">Only those still owed an answer.</param>
/// <param name="Kind">Only this kind.</param>
/// <param name="Page">Page, from 1.</param>
public sealed record ListPersonRequests(bool OnlyOpen = true, PersonRequestKind? Kind = null, int Page = 1);

/// <summary>A request in the list.</summary>
public sealed record PersonRequestRow(
    Guid Id, string Number, PersonRequestKind Kind, PersonRequestState State, string PersonName, DateOnly ReceivedOn, DueBadge? Badge, DateTimeOffset? AnsweredAt)
{
    /// <summary>Working days left, of one that is near; null else.</summary>
    public int? DaysLeft { get; init; }
}

/// <summary>A page of the register.</summary>
/// <param name="Rows">Open ones by the last day, others newest first.</param>
/// <param name="Total">All that match.</param>
/// <param name="HasMore">Another page follows.</param>
/// <param name="Late">How many in the whole register are late.</param>
/// <param name="Near">How many in the whole register are near their last day.</param>
public sealed record PersonRequestsPage(IReadOnlyList<PersonRequestRow> Rows, int Total, bool HasMore, int Late, int Near);

/// <summary>Lists requests for the data-protection officer.</summary>
public sealed class ListPersonRequestsHandler(IServiceDeskDb db, CalendarProvider calendars, PersonRequestReminders reminders, ICurrentUser user, LocalTime local, TimeProvider time)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 50;

    /// <summary>One page.</summary>
    public async Task<PersonRequestsPage> HandleAsync(ListPersonRequests query, CancellationToken cancellationToken)
    {
        if (!user.May(Permission.HandlePersonRequests))
            throw new Refusal("Cases.Refusal.NotAllowed");
        var found = db.Set<PersonRequest>().AsNoTracking();
        if (query.Kind is { } kind)
            found = found.Where(r => r.Kind == kind);
        if (query.OnlyOpen)
            found = found.Where(r => r.State == PersonRequestState.Received || r.State == PersonRequestState.InProgress);
        var total = await found.CountAsync(cancellationToken);
        var ordered = query.OnlyOpen
            ? found.OrderBy(r => r.DueOn).ThenBy(r => r.RegisterYear).ThenBy(r => r.Sequence)
            : found.OrderByDescending(r => r.RegisterYear).ThenByDescending(r => r.Sequence);
        var skip = (Math.Clamp(query.Page, 1, 10_000) - 1) * PageSize;
        var rows = await ordered.Skip(skip).Take(PageSize)
            .Select(r => new { r.Id, r.Number, r.Kind, r.State, r.PersonName, r.ReceivedOn, r.DueOn, r.AnsweredAt }).ToListAsync(cancellationToken);
        var calendar = await calendars.GetAsync(cancellationToken);
        var today = local.DateOf(time.GetUtcNow());
        var horizon = reminders.Horizon(today, calendar);
        var due = await db.Set<PersonRequest>().Where(r => (r.State == PersonRequestState.Received || r.State == PersonRequestState.InProgress) && r.DueOn <= horizon)
            .GroupBy(r => r.DueOn < today).Select(g => new { IsLate = g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        return new PersonRequestsPage(
            [.. rows.Select(r =>
            {
                var isOpen = r.State is PersonRequestState.Received or PersonRequestState.InProgress;
                return new PersonRequestRow(r.Id, r.Number, r.Kind, r.State, r.PersonName, r.ReceivedOn, isOpen ? Badges.Of(r.DueOn, Layer.Statute, today, calendar) : null, r.AnsweredAt)
                {
                    DaysLeft = isOpen && reminders.Of(r.DueOn, today, calendar) == RequestUrgency.Near ? calendar.WorkingDaysBetween(today, r.DueOn) : null,
                };
            })],
            total, skip + rows.Count < total, due.Where(d => d.IsLate).Sum(d => d.Count), due.Where(d => !d.IsLate).Sum(d => d.Count));
    }
}
