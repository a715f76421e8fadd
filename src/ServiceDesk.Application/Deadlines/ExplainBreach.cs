using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Deadlines;

/// <summary>The owner says why a clock was missed.</summary>
/// <param name="BreachId">The breach.</param>
/// <param name="Cause">Cause.</param>
/// <param name="Explanation">In own words, at most 2,000 characters.</param>
/// <param name="Version">What the page showed.</param>
public sealed record ExplainBreach(Guid BreachId, BreachCause Cause, string? Explanation, int Version);

/// <summary>The head accepts or returns an explanation.</summary>
/// <param name="BreachId">The breach.</param>
/// <param name="Accepted">Accepted, or returned with a remark.</param>
/// <param name="Remark">Needed when returned.</param>
/// <param name="Version">What the page showed.</param>
public sealed record ReviewBreach(Guid BreachId, bool Accepted, string? Remark, int Version);

/// <summary>Records explanations and what heads say to them; both stand in the case's history.</summary>
public sealed class ExplainBreachHandler(IServiceDeskDb db, CaseWriter writer, ICurrentUser user, TimeProvider time)
{
    /// <summary>The owner explains.</summary>
    public Task HandleAsync(ExplainBreach command, CancellationToken cancellationToken) => ChangeAsync(command.BreachId, command.Version, async (breach, item, now) =>
    {
        var ownerIsHere = await db.Set<Employee>().AnyAsync(e => e.Id == breach.OwnerId && e.IsActive, cancellationToken);
        if (!user.MayExplain(breach, ownerIsHere))
            throw new Refusal("Deadlines.Refusal.NotYoursToExplain");
        breach.Explain(command.Cause, command.Explanation, user.AsActor(), now);
        item.Record(CaseEventKind.BreachExplained, user.AsActor(), now, breach.Explanation, command.Cause.ToString());
    }, cancellationToken);

    /// <summary>The head accepts or returns.</summary>
    public Task HandleAsync(ReviewBreach command, CancellationToken cancellationToken) => ChangeAsync(command.BreachId, command.Version, (breach, item, now) =>
    {
        if (breach.ExplainedById == user.EmployeeId)
            throw new Refusal("Deadlines.Refusal.OwnExplanation");
        if (!user.MayReview(breach))
            throw new Refusal("Deadlines.Refusal.NotYoursToReview");
        if (command.Accepted)
        {
            breach.Accept(user.AsActor(), now);
            item.Record(CaseEventKind.BreachAccepted, user.AsActor(), now, null);
            return Task.CompletedTask;
        }

        breach.Return(command.Remark, user.AsActor(), now);
        item.Record(CaseEventKind.BreachReturned, user.AsActor(), now, breach.Remark);
        if (breach.ExplainedById is { } author)
            db.Set<Notice>().Add(new Notice(author, NoticeKind.BreachReturned, item.Id, $"{breach.Id:N}/{now.UtcTicks}", now, item.Number));
        return Task.CompletedTask;
    }, cancellationToken);

    private async Task ChangeAsync(Guid breachId, int version, Func<Breach, Case, DateTimeOffset, Task> change, CancellationToken cancellationToken)
    {
        var breach = await db.Set<Breach>().VisibleTo(user, db).SingleOrDefaultAsync(b => b.Id == breachId, cancellationToken)
            ?? throw new Refusal("Deadlines.Refusal.BreachUnknown");
        if (breach.Version != version)
            throw new StaleCase(breach.ReviewedAt ?? breach.ExplainedAt ?? breach.DetectedAt);
        await change(breach, await writer.LoadAsync(breach.CaseId, cancellationToken), time.GetUtcNow());
        await writer.SaveAsync(seen: null, cancellationToken);
    }
}
