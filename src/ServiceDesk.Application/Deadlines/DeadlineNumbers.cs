using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Deadlines;

namespace ServiceDesk.Application.Deadlines;

/// <summary>
/// The version numbers of calendar and rules as the database has them now: one tiny row, read once per request, so that all nodes
/// see a change at once.
/// </summary>
public sealed class DeadlineNumbers(IServiceDeskDb db)
{
    private Numbers? numbers;

    /// <summary>The numbers.</summary>
    public async Task<Numbers> GetAsync(CancellationToken cancellationToken) => numbers ??= await db.Set<DeadlineSettings>().AsNoTracking()
        .Select(s => new Numbers(s.CalendarNumber, s.RulesNumber))
        .SingleAsync(cancellationToken);

    /// <summary>Ask again: this request changed them.</summary>
    public void Forget() => numbers = null;

    /// <summary>Calendar version and rules version.</summary>
    public sealed record Numbers(int Calendar, int Rules);
}
