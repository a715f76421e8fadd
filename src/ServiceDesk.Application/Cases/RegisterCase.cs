using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases.Links;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Protection.Notices;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Cases;

/// <summary>An employee registers what somebody else said or brought (SIG 25: orally, on a form, by phone).</summary>
/// <param name="Wanted">The case.</param>
/// <param name="SolvedWith">The answer given at once in the talk; null when the case goes on.</param>
/// <param name="Outcome">How it ended, when solved at once.</param>
/// <param name="NotDuplicateOf">Cases suggested as the same that the person declined; they are not suggested again.</param>
public sealed record RegisterCase(NewCase Wanted, string? SolvedWith = null, CaseOutcome? Outcome = null, IReadOnlyList<Guid>? NotDuplicateOf = null);

/// <summary>Registers a case for a client. Solved in the talk, it is answered and closed in the same step.</summary>
public sealed class RegisterCaseHandler(
    IServiceDeskDb db, CaseRegistrar registrar, DuplicateFinder duplicates, ShowPrivacyNoticeHandler notices, CaseWriter writer, ICurrentUser user, TimeProvider time)
{
    /// <summary>Registers the case and gives its key.</summary>
    public async Task<Guid> HandleAsync(RegisterCase command, CancellationToken cancellationToken)
    {
        if (!user.May(Permission.RegisterCases))
            throw new Refusal("Cases.Refusal.NotAllowed");
        if (command.Wanted.ReceivedAt is { } receivedAt && receivedAt > time.GetUtcNow())
            throw new Refusal("Cases.Refusal.ReceivedInFuture");

        await RefuseUnlessClientIsKnownAsync(command.Wanted, cancellationToken);
        var wanted = (await GivenAsync(command.Wanted, cancellationToken)) with { PrivacyNoticeId = await notices.ShownAsync(CollectingPoint.Desk, null, cancellationToken) };
        var registered = await registrar.RegisterAsync(wanted, user.AsActor(), cancellationToken);
        await duplicates.SuggestAsync(registered.Id, command.NotDuplicateOf ?? [], user.AsActor(), cancellationToken);
        await TellAsync(registered, cancellationToken);
        if (!string.IsNullOrWhiteSpace(command.SolvedWith) && registered.IsOpen && registered.AnsweredAt is null)
            await SolveAsync(registered.Id, command, cancellationToken);
        return registered.Id;
    }

    /// <summary>Who is named at once belongs to the unit that answers, and is told.</summary>
    private async Task<NewCase> GivenAsync(NewCase wanted, CancellationToken cancellationToken)
    {
        if (wanted.AssigneeId is not { } id)
            return wanted;
        var person = await db.Set<Employee>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id && e.IsActive, cancellationToken)
            ?? throw new Refusal("Cases.Refusal.PersonUnknown");
        if (wanted.UnitId is { } unitId && unitId != person.UnitId)
        {
            var unit = await db.Set<OrgUnit>().AsNoTracking().SingleOrDefaultAsync(u => u.Id == unitId && u.RetiredAt == null, cancellationToken)
                ?? throw new Refusal("Cases.Refusal.UnitUnknown");
            throw new Refusal("Cases.Refusal.PersonOfOtherUnit", person.FullName, unit.Name);
        }

        return wanted with { UnitId = person.UnitId };
    }

    /// <summary>A card may be named only by who sees it, and made only by who keeps cards.</summary>
    private async Task RefuseUnlessClientIsKnownAsync(NewCase wanted, CancellationToken cancellationToken)
    {
        if (wanted.NewCard is not null && !user.May(Permission.KeepClients))
            throw new Refusal("Cases.Refusal.NotAllowed");
        if (wanted.ClientId is { } id && !await db.Set<Client>().ClientsVisibleTo(user, db.Set<Case>()).AnyAsync(c => c.Id == id, cancellationToken))
            throw new Refusal("Clients.Refusal.Unknown");
    }

    private async Task TellAsync(Case registered, CancellationToken cancellationToken)
    {
        var subject = $"{registered.Id:N}/registered";
        if (registered.AssigneeId is not { } owner || owner == user.EmployeeId
            || await db.Set<Notice>().AnyAsync(n => n.EmployeeId == owner && n.Kind == NoticeKind.Assigned && n.Subject == subject, cancellationToken))
            return;
        db.Set<Notice>().Add(new Notice(owner, NoticeKind.Assigned, registered.Id, subject, time.GetUtcNow(), registered.Number));
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task SolveAsync(Guid caseId, RegisterCase command, CancellationToken cancellationToken)
    {
        var item = await writer.LoadAsync(caseId, cancellationToken);
        var now = time.GetUtcNow();
        var delivery = command.Wanted.Channel is Channel.Phone or Channel.Voicemail ? Delivery.Phone : Delivery.InPerson;
        // The letter's key is made of the form's token, so that a form sent twice answers once.
        await writer.OnceAsync(command.Wanted.Token, command.SolvedWith!, seen: null, async () =>
        {
            var reply = item.Reply(command.SolvedWith!, [], command.Outcome ?? CaseOutcome.Explained, delivery, user.AsActor(), now, command.Wanted.Token);
            await writer.DispatchAsync(item, reply, now, cancellationToken);
            await writer.SaveAsync(seen: null, cancellationToken);
        }, cancellationToken);
    }
}
