using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Documents;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Circulation;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Circulation;

/// <summary>Sends a draft on its way.</summary>
/// <param name="Token">One-time token of the form; the key of the route.</param>
/// <param name="DocumentId">The draft.</param>
/// <param name="Plan">Who is asked, in this order.</param>
/// <param name="IsParallel">All at once.</param>
/// <param name="IsMandatory">The draft waits for it with its number.</param>
/// <param name="Note">What those who are asked are told.</param>
public sealed record CirculateDocument(Guid Token, Guid DocumentId, IReadOnlyList<PlannedStep> Plan, bool IsParallel, bool IsMandatory, string? Note);

/// <summary>Steps on the route of a draft: the writer sends, withdraws and sends again; those who are asked approve or send back.</summary>
public sealed class CirculateDocumentHandler(IServiceDeskDb db, DocumentDesk desk, CirculationDesk circulation, ICurrentUser user)
{
    private const int Attempts = 3;

    /// <summary>Sends a draft to those who are to approve it. A form sent twice makes one route; while one is on, there is no other.</summary>
    public Task SendAsync(CirculateDocument command, CancellationToken cancellationToken) => desk.InOneStepAsync(async token =>
    {
        if (await db.Set<DocumentRoute>().AnyAsync(r => r.Id == command.Token && r.DocumentId == command.DocumentId, token))
            return false;
        var document = await WritableAsync(command.DocumentId, token);
        if (await db.Set<DocumentRoute>().AnyAsync(r => r.DocumentId == document.Id && r.State != RouteState.Withdrawn && r.State != RouteState.Finished, token))
            throw new Refusal("Circulation.Refusal.OnItsWay");
        await DemandPeopleAsync(command.Plan, document, token);
        var route = DocumentRoute.Send(
            command.Token, document, command.Plan, command.IsParallel, command.IsMandatory, command.Note, desk.Actor, desk.Now, await circulation.DueAsync(token));
        db.Set<DocumentRoute>().Add(route);
        await circulation.SaveAsync(route, document, new HashSet<Guid>(), token);
        return true;
    }, cancellationToken);

    /// <summary>Sends it again after it was sent back or edited.</summary>
    public Task SendAgainAsync(Guid documentId, int? seen, string? note, CancellationToken cancellationToken) => ByWriterAsync(
        documentId, seen, async (route, document, token) => route.SendAgain(document, note, desk.Now, await circulation.DueAsync(token)), cancellationToken);

    /// <summary>Takes it back with a reason.</summary>
    public Task WithdrawAsync(Guid documentId, int? seen, string? reason, CancellationToken cancellationToken) => ByWriterAsync(
        documentId, seen, (route, _, _) =>
        {
            route.Withdraw(reason, desk.Now);
            return Task.CompletedTask;
        }, cancellationToken);

    /// <summary>Answers at a step that waits for the person. Refused when the draft reads otherwise than it did on the page.</summary>
    /// <param name="stepId">The step.</param>
    /// <param name="read">Fingerprint of the draft the page showed.</param>
    /// <param name="isApproved">Approved; else sent back.</param>
    /// <param name="remark">Why it is sent back, or a remark.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The document.</returns>
    public async Task<Guid> AnswerAsync(Guid stepId, string? read, bool isApproved, string? remark, CancellationToken cancellationToken)
    {
        // Colleagues asked side by side answer at the same moment; the second answer is taken after the first.
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await desk.InOneStepAsync(token => AnswerOnceAsync(stepId, read, isApproved, remark, token), cancellationToken);
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts)
            {
                db.Forget();
            }
        }
    }

    private async Task<Guid> AnswerOnceAsync(Guid stepId, string? read, bool isApproved, string? remark, CancellationToken cancellationToken)
    {
        var step = await db.Set<RouteStep>().AsNoTracking().WaitingFor(user).SingleOrDefaultAsync(s => s.Id == stepId, cancellationToken) ?? throw new Refusal("Circulation.Refusal.NotWaiting");
        var document = await db.Set<Document>().AsNoTracking().DocumentsVisibleTo(user, db.Set<Case>()).SingleOrDefaultAsync(d => d.Id == step.DocumentId, cancellationToken)
            ?? throw new Refusal("Cases.Refusal.NotAllowed");
        if (read is not null && read != Fingerprints.Of(document))
            throw new Refusal("Circulation.Refusal.ReadsOtherwise");
        var route = await db.Set<DocumentRoute>().Include(r => r.Steps).Include(r => r.Answers).SingleAsync(r => r.Id == step.RouteId, cancellationToken);
        var before = route.Waiting.Select(s => s.Id).ToHashSet();
        route.Answer(stepId, isApproved, remark, document, desk.Actor, desk.Now, await circulation.DueAsync(cancellationToken));
        await circulation.SaveAsync(route, document, before, cancellationToken);
        return document.Id;
    }

    private async Task ByWriterAsync(Guid documentId, int? seen, Func<DocumentRoute, Document, CancellationToken, Task> step, CancellationToken cancellationToken)
    {
        try
        {
            await desk.InOneStepAsync(async token =>
            {
                var document = await WritableAsync(documentId, token);
                var route = await circulation.FindAsync(documentId, token) ?? throw new Refusal("Cases.Refusal.NotAllowed");
                if (seen is { } version && version != route.Version)
                    throw new Refusal("Documents.Refusal.ChangedMeanwhile");
                var before = route.Waiting.Select(s => s.Id).ToHashSet();
                await step(route, document, token);
                await circulation.SaveAsync(route, document, before, token);
                return true;
            }, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new Refusal("Documents.Refusal.ChangedMeanwhile");
        }
    }

    private async Task<Document> WritableAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Set<Document>().AsNoTracking().DocumentsWritableBy(user, db.Set<Case>()).SingleOrDefaultAsync(d => d.Id == id, cancellationToken) ?? throw new Refusal("Cases.Refusal.NotAllowed");

    /// <summary>Everybody asked works here, is not who a complaint is about, and there is somebody but the writer to answer.</summary>
    private async Task DemandPeopleAsync(IReadOnlyList<PlannedStep> plan, Document document, CancellationToken cancellationToken)
    {
        Guid[] writers = [document.AuthorId ?? Guid.Empty, user.EmployeeId ?? Guid.Empty];
        foreach (var (person, unit, isForHead) in plan.Select(p => (p.Recipient.EmployeeId, p.Recipient.UnitId, p.Recipient.IsForHead)))
        {
            var staff = db.Set<Employee>().Where(e => e.IsActive);
            var found = person is { } one
                ? await staff.AnyAsync(e => e.Id == one, cancellationToken)
                : await staff.AnyAsync(e => !writers.Contains(e.Id) && (isForHead ? db.Set<OrgUnit>().Any(u => u.Id == unit && u.HeadId == e.Id) : e.UnitId == unit), cancellationToken);
            if (!found)
                throw new Refusal("Circulation.Refusal.NobodyThere");
            if (person is { } named && await db.Set<Case>().AnyAsync(c => c.Id == document.CaseId && c.IsAboutPerson && c.Subjects.Any(s => s.EmployeeId == named), cancellationToken))
                throw new Refusal("Circulation.Refusal.AboutThem");
        }
    }
}
