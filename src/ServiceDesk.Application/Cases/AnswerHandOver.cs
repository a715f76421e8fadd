using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases.AboutPeople;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Cases;

/// <summary>What is done with an offered case.</summary>
public enum HandOverAnswer
{
    /// <summary>It is accepted.</summary>
    Accept,

    /// <summary>It is returned, with the reason.</summary>
    Return,

    /// <summary>Who offered it takes it back.</summary>
    TakeBack,
}

/// <summary>Accepts, returns or takes back an offered case.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Answer">What is done.</param>
/// <param name="Reason">Why it is returned.</param>
public sealed record AnswerHandOver(Guid CaseId, HandOverAnswer Answer, string? Reason = null);

/// <summary>
/// Accepts or returns the case in the name of whom it was offered to, or takes the offer back, and tells the other side. Offered to a
/// person, the case becomes that person's; offered to a unit, it becomes whose who accepts.
/// </summary>
public sealed class AnswerHandOverHandler(IServiceDeskDb db, CaseWriter writer, Impartial impartial, ICurrentUser user, TimeProvider time)
{
    /// <summary>Does it. Refused for others than those it was offered to, their heads, and whoever offered it.</summary>
    public async Task HandleAsync(AnswerHandOver command, CancellationToken cancellationToken)
    {
        var item = await LoadAsync(command, cancellationToken);
        var (offeredBy, offeredTo, had, now) = (item.OfferedById, item.OfferedToId, item.AssigneeId, time.GetUtcNow());
        switch (command.Answer)
        {
            case HandOverAnswer.Accept:
                await AcceptAsync(item, now, cancellationToken);
                Tell(item, NoticeKind.HandOverAccepted, now, offeredBy, had, offeredTo);
                break;
            case HandOverAnswer.Return:
                item.ReturnOffer(command.Reason, user.AsActor(), now);
                Tell(item, NoticeKind.HandOverReturned, now, offeredBy, had);
                break;
            default:
                item.TakeBackOffer(user.AsActor(), now);
                break;
        }

        await writer.SaveAsync(seen: null, cancellationToken);
    }

    private async Task<Case> LoadAsync(AnswerHandOver command, CancellationToken cancellationToken)
    {
        var cases = db.Set<Case>().Where(c => c.Id == command.CaseId);
        var mine = command.Answer == HandOverAnswer.TakeBack
            ? cases.ActableBy(user).Where(c => user.May(Permission.AssignCases) || c.OfferedById == user.EmployeeId || c.AssigneeId == user.EmployeeId)
            : cases.AnswerableBy(user);
        if (!user.May(Permission.HandleCases) || !await mine.AnyAsync(cancellationToken))
            throw new Refusal("Cases.Refusal.NotOffered");
        return await writer.LoadAsync(command.CaseId, cancellationToken);
    }

    private async Task AcceptAsync(Case item, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var taker = item.OfferedToId ?? user.EmployeeId!.Value;
        await impartial.RefuseAsync(item, taker, cancellationToken);
        var name = await db.Set<Employee>().Where(e => e.Id == taker).Select(e => e.Name + " " + e.Surname).SingleAsync(cancellationToken);
        var unit = await db.Set<OrgUnit>().Where(u => u.Id == item.OfferedUnitId).Select(u => u.Name).SingleAsync(cancellationToken);
        item.AcceptOffer(taker, name, unit, user.AsActor(), now);
    }

    private void Tell(Case item, NoticeKind kind, DateTimeOffset now, params Guid?[] people) => db.Set<Notice>().AddRange(
        people.OfType<Guid>().Distinct().Where(p => p != user.EmployeeId).Select(p => new Notice(p, kind, item.Id, $"{item.Id:N}/{now.UtcTicks}", now, item.Number)));
}
