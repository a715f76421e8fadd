using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Catalogue;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Desk;

namespace ServiceDesk.Application.Cases.Bulk;

/// <summary>A step on many cases, before it is confirmed.</summary>
/// <param name="Step">The step.</param>
/// <param name="CaseIds">The cases ticked.</param>
/// <param name="All">Instead of those: all cases of this list, up to <see cref="BulkRun.MaxCases"/>.</param>
public sealed record PreviewBulk(BulkStep Step, IReadOnlyList<Guid> CaseIds, ListCases? All);

/// <summary>One case the step is meant for.</summary>
/// <param name="Id">Key.</param>
/// <param name="Number">Number.</param>
/// <param name="Version">Its version now.</param>
/// <param name="Subject">Subject; null when the person may see the head only.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Topic">Topic in Latvian.</param>
/// <param name="UnitName">Unit.</param>
/// <param name="IsAnswered">A reply has left the house.</param>
/// <param name="HasEmail">Letters can go by e-mail.</param>
/// <param name="Reason">Key of the sentence that says why the step will be refused; null when it will not, as far as can be told now.</param>
public sealed record BulkCandidate(
    Guid Id, string Number, int Version, string? Subject, CaseKind Kind, string? Topic, string UnitName, bool IsAnswered, bool HasEmail, string? Reason);

/// <summary>What a step would do.</summary>
/// <param name="Cases">Cases the person may see, in the order of the list.</param>
/// <param name="Asked">How many were meant, seen or not, also beyond the limit.</param>
public sealed record BulkPreview(IReadOnlyList<BulkCandidate> Cases, int Asked)
{
    /// <summary>Cases the step is expected to be done in.</summary>
    public IEnumerable<BulkCandidate> Fit => Cases.Where(c => c.Reason is null);

    /// <summary>Cases it will be refused in.</summary>
    public IEnumerable<BulkCandidate> Unfit => Cases.Where(c => c.Reason is not null);
}

/// <summary>Says before a step on many cases what it would do and where it will be refused. Cases the person does not see are not told of at all.</summary>
public sealed class PreviewBulkHandler(IServiceDeskDb db, CaseLists lists, ICurrentUser user)
{
    /// <summary>Looks at the cases, in two queries.</summary>
    public async Task<BulkPreview> HandleAsync(PreviewBulk command, CancellationToken cancellationToken)
    {
        var ids = command.CaseIds.Distinct().Take(BulkRun.MaxCases).ToList();
        var (cases, asked) = command.All is { } list
            ? (lists.OrderOf(list).Page(lists.Matching(list), null).Take(BulkRun.MaxCases), await lists.Matching(list).CountAsync(cancellationToken))
            : (db.Set<Case>().AsNoTracking().HeadsVisibleTo(user).Where(c => ids.Contains(c.Id)).OrderBy(c => c.DueSort).ThenBy(c => c.Id), ids.Count);
        var (readable, actable) = (db.Set<Case>().ReadableBy(user), db.Set<Case>().ActableBy(user));
        var rows = await cases.Select(c => new
        {
            c.Id,
            c.Number,
            c.Version,
            c.Subject,
            c.Kind,
            Topic = db.Set<Topic>().Where(t => t.Id == c.TopicId).Select(t => t.NameLv).FirstOrDefault(),
            Unit = db.Set<Domain.Staff.OrgUnit>().Where(u => u.Id == c.UnitId).Select(u => u.Name).First(),
            c.State,
            c.HasFailedMessage,
            IsAnswered = c.AnsweredAt != null,
            HasEmail = c.Contact.Email != null,
            MayRead = readable.Any(r => r.Id == c.Id),
            MayAct = actable.Any(a => a.Id == c.Id),
            IsWaiting = db.Set<Message>().Any(m => m.CaseId == c.Id && m.DeliveryState == DeliveryState.Queued
                && (m.Kind == MessageKind.Reply || m.Kind == MessageKind.InterimReply || m.Kind == MessageKind.StatutoryExtension || m.Kind == MessageKind.Forwarding)),
        }).ToListAsync(cancellationToken);
        var mayStep = user.May(Permission.HandleCases) && (command.Step != BulkStep.Assign || user.May(Permission.AssignCases));
        return new BulkPreview(
            [.. rows.Select(r => new BulkCandidate(
                r.Id, r.Number, r.Version, r.MayRead ? r.Subject : null, r.Kind, r.Topic, r.Unit, r.IsAnswered, r.HasEmail,
                Reason(command.Step, mayStep && r.MayAct, r.State, r.IsWaiting, r.HasFailedMessage)))],
            asked);
    }

    private static string? Reason(BulkStep step, bool may, CaseState state, bool isWaiting, bool hasFailed) => step switch
    {
        _ when !may => "Cases.Refusal.NotAllowed",
        BulkStep.Note => null,
        _ when state == CaseState.Closed => "Desk.Bulk.IsClosed",
        BulkStep.Close when isWaiting => "Cases.Refusal.LetterOnItsWay",
        BulkStep.Close when hasFailed => "Cases.Refusal.LetterFailed",
        _ => null,
    };
}
