using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Cases.Links;

/// <summary>A link as seen from one of its two cases.</summary>
public sealed record CaseLinkRow
{
    /// <summary>Key of the link.</summary>
    public required Guid Id { get; init; }

    /// <summary>What the cases have to do with each other.</summary>
    public required CaseLinkKind Kind { get; init; }

    /// <summary>Whether it holds or is only suggested.</summary>
    public required CaseLinkState State { get; init; }

    /// <summary>The link leads from the case asked about to the other; false: from the other to it.</summary>
    public required bool LeadsAway { get; init; }

    /// <summary>Who last said so; empty for the system.</summary>
    public required string ByName { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Why; null when the other case may not be read.</summary>
    public required string? Reason { get; init; }

    /// <summary>The other case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Its number, the one thing told to everybody who reads this case.</summary>
    public required string Number { get; init; }

    /// <summary>Whether the person may see its head; without it kind, state and date below say nothing.</summary>
    public required bool MaySee { get; init; }

    /// <summary>Whether the person may read it in full.</summary>
    public required bool MayRead { get; init; }

    /// <summary>Its subject; null when it may not be read.</summary>
    public required string? Subject { get; init; }

    /// <summary>Its kind; null when it may not be seen.</summary>
    public required CaseKind? CaseKind { get; init; }

    /// <summary>Where it stands; null when it may not be seen.</summary>
    public required CaseState? CaseState { get; init; }

    /// <summary>Its local receipt day; null when it may not be seen.</summary>
    public required DateOnly? ReceivedOn { get; init; }

    /// <summary>Badge of its earliest clock; null when nothing is owed or it may not be seen.</summary>
    public required DueBadge? Badge { get; init; }
}

/// <summary>
/// The links of a case, in one query. The caller has checked that the person may read the case. Of a linked case that is not for this
/// person's eyes only the number is told, which says nothing about client or matter.
/// </summary>
public sealed class ListCaseLinksHandler(IServiceDeskDb db, CalendarProvider calendars, ICurrentUser user, LocalTime local, TimeProvider time)
{
    /// <summary>Standing and suggested links, the latest first.</summary>
    public async Task<IReadOnlyList<CaseLinkRow>> HandleAsync(Guid caseId, CancellationToken cancellationToken)
    {
        var visible = db.Set<Case>().AsNoTracking().HeadsVisibleTo(user);
        var readable = db.Set<Case>().AsNoTracking().ReadableBy(user);
        var rows = await db.Set<CaseLink>().AsNoTracking()
            .Where(l => (l.FromId == caseId || l.ToId == caseId) && l.State != CaseLinkState.Removed)
            .Join(db.Set<Case>(), l => l.FromId == caseId ? l.ToId : l.FromId, c => c.Id, (l, c) => new
            {
                Link = l,
                c.Id,
                c.Number,
                c.Subject,
                c.Kind,
                c.State,
                c.ReceivedOn,
                c.NextDueOn,
                c.NextDueLayer,
                MaySee = visible.Any(v => v.Id == c.Id),
                MayRead = readable.Any(r => r.Id == c.Id),
            })
            .OrderByDescending(x => x.Link.At).ThenBy(x => x.Number)
            .ToListAsync(cancellationToken);

        var today = local.DateOf(time.GetUtcNow());
        var calendar = await calendars.GetAsync(cancellationToken);
        return
        [
            .. rows.Select(x => new CaseLinkRow
            {
                Id = x.Link.Id,
                Kind = x.Link.Kind,
                State = x.Link.State,
                LeadsAway = x.Link.FromId == caseId,
                ByName = x.Link.ByName,
                At = x.Link.At,
                Reason = x.MayRead ? x.Link.Reason : null,
                CaseId = x.Id,
                Number = x.Number,
                MaySee = x.MaySee,
                MayRead = x.MayRead,
                Subject = x.MayRead ? x.Subject : null,
                CaseKind = x.MaySee ? x.Kind : null,
                CaseState = x.MaySee ? x.State : null,
                ReceivedOn = x.MaySee ? x.ReceivedOn : null,
                Badge = x.MaySee && x.NextDueOn is { } due ? Badges.Of(due, x.NextDueLayer ?? Layer.Service, today, calendar) : null,
            }),
        ];
    }
}
