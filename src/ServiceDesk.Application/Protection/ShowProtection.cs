using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Protection.Processing;
using ServiceDesk.Application.Protection.Requests;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Protection;

/// <summary>A breach that still has something to be done.</summary>
public sealed record OpenBreach(Guid Id, string Number, DateTimeOffset DueAt, bool IsClockRunning, BreachRisk Risk);

/// <summary>A request of a person that waits for its answer.</summary>
/// <param name="Id">Key.</param>
/// <param name="Number">Its number.</param>
/// <param name="Kind">What is asked.</param>
/// <param name="Badge">How near the last day is.</param>
/// <param name="DaysLeft">Working days left, of one that is near; null else.</param>
public sealed record OpenRequest(Guid Id, string Number, PersonRequestKind Kind, DueBadge Badge, int? DaysLeft);

/// <summary>What the data-protection officer sees first.</summary>
/// <param name="Breaches">Open breaches, the nearest term first.</param>
/// <param name="Requests">Open requests, the nearest term first.</param>
/// <param name="Activities">Processing activities the code declares.</param>
/// <param name="Described">Of them those the municipality has added its fields to.</param>
/// <param name="NoticeDrafts">Privacy notices being written.</param>
/// <param name="ActiveConsents">Consents that hold.</param>
/// <param name="RetentionRows">Records past their term that wait for approval.</param>
/// <param name="Holds">Standing holds.</param>
public sealed record ProtectionView(
    IReadOnlyList<OpenBreach> Breaches, IReadOnlyList<OpenRequest> Requests, int Activities, int Described, int NoticeDrafts, int ActiveConsents, int RetentionRows, int Holds);

/// <summary>The start page of the data-protection officer: what is due, and how much there is of the rest.</summary>
public sealed class ShowProtectionHandler(
    IServiceDeskDb db, ProtectionEditor editor, CalendarProvider calendars, PersonRequestReminders reminders, LocalTime local, TimeProvider time)
{
    private const int Most = 20;

    /// <summary>The page.</summary>
    public async Task<ProtectionView> HandleAsync(CancellationToken cancellationToken)
    {
        editor.Demand(Permission.KeepProcessingRecord);
        var breaches = await db.Set<DataBreach>().AsNoTracking().Where(b => b.State == DataBreachState.Open).OrderBy(b => b.DueAt).Take(Most)
            .Select(b => new OpenBreach(b.Id, b.Number, b.DueAt, b.AuthorityNotifiedAt == null && b.Authority != NotifyDecision.DoNotNotify, b.Risk)).ToListAsync(cancellationToken);
        var requests = await db.Set<PersonRequest>().AsNoTracking().Where(r => r.State == PersonRequestState.Received || r.State == PersonRequestState.InProgress).OrderBy(r => r.DueOn).Take(Most)
            .Select(r => new { r.Id, r.Number, r.Kind, r.DueOn }).ToListAsync(cancellationToken);
        var calendar = await calendars.GetAsync(cancellationToken);
        var today = local.DateOf(time.GetUtcNow());
        return new ProtectionView(
            [.. breaches.OrderBy(b => b.IsClockRunning ? 0 : 1).ThenBy(b => b.DueAt)],
            [.. requests.Select(r => new OpenRequest(r.Id, r.Number, r.Kind, Badges.Of(r.DueOn, Layer.Statute, today, calendar),
                reminders.Of(r.DueOn, today, calendar) == RequestUrgency.Near ? calendar.WorkingDaysBetween(today, r.DueOn) : null))],
            ProcessingActivities.All.Count,
            await db.Set<ProcessingEntry>().CountAsync(cancellationToken),
            await db.Set<PrivacyNotice>().CountAsync(n => n.State == PrivacyNoticeState.Draft, cancellationToken),
            await db.Set<Consent>().CountAsync(c => c.State == ConsentState.Active, cancellationToken),
            await db.Set<RetentionRow>().CountAsync(r => r.State == RetentionRowState.Proposed && db.Set<RetentionList>().Any(l => l.Id == r.ListId && l.State == RetentionListState.Proposed), cancellationToken),
            await db.Set<LegalHold>().CountAsync(h => h.LiftedAt == null, cancellationToken));
    }
}
