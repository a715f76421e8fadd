using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Quality;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Quality.Improvements;

/// <summary>The steps of an improvement task.</summary>
public enum ImprovementStep
{
    /// <summary>Agree it: who, until when.</summary>
    Agree,

    /// <summary>Begin.</summary>
    Start,

    /// <summary>It is done.</summary>
    Finish,

    /// <summary>Judge the effect.</summary>
    Check,

    /// <summary>Add a remark.</summary>
    Note,

    /// <summary>Add what proves it.</summary>
    Prove,

    /// <summary>Write it anew.</summary>
    Describe,

    /// <summary>Another day.</summary>
    Postpone,

    /// <summary>Another owner.</summary>
    HandOver,

    /// <summary>What the public is told.</summary>
    TellPublic,

    /// <summary>Nothing comes of it.</summary>
    Drop,

    /// <summary>Take it up again.</summary>
    Reopen,
}

/// <summary>A step and what it says; each step reads what it needs.</summary>
/// <param name="Id">The task.</param>
/// <param name="Version">The version seen.</param>
public sealed record TendImprovement(Guid Id, int? Version)
{
    /// <summary>Reason, remark, what was done, what was found.</summary>
    public string? Text { get; init; }

    /// <summary>Who does it.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>The day it is to be done by, or its effect looked at.</summary>
    public DateOnly? On { get; init; }

    /// <summary>The measure found.</summary>
    public decimal? Measured { get; init; }

    /// <summary>Whether it helped.</summary>
    public bool? IsEffective { get; init; }

    /// <summary>What it is about.</summary>
    public ImprovementPlan? Plan { get; init; }

    /// <summary>Whose matter it is.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>Whether it concerns a person.</summary>
    public bool IsRestricted { get; init; }

    /// <summary>A web address that proves it.</summary>
    public string? Address { get; init; }

    /// <summary>Files that prove it.</summary>
    public IReadOnlyList<AttachedFile> Files { get; init; } = [];

    /// <summary>What the public is told.</summary>
    public ImprovementPublicText? Public { get; init; }
}

/// <summary>Takes a step of an improvement task, for whom it is.</summary>
public sealed class TendImprovementHandler(IServiceDeskDb db, QualityDesk desk, ICurrentUser user)
{
    /// <summary>The steps a person may take now, what is nearest first.</summary>
    public static IEnumerable<ImprovementStep> StepsFor(ICurrentUser user, Improvement item)
    {
        var (settles, owns) = (user.Settles(item), user.Owns(item));
        var works = settles || owns;
        var agreed = item.State is ImprovementState.Agreed or ImprovementState.Running;
        return Enum.GetValues<ImprovementStep>().Where(step => step switch
        {
            ImprovementStep.Agree => settles && item.State == ImprovementState.Proposed,
            ImprovementStep.Start => works && item.State == ImprovementState.Agreed,
            ImprovementStep.Finish => works && agreed,
            ImprovementStep.Check => settles && !owns && item.State == ImprovementState.Done,
            ImprovementStep.Note or ImprovementStep.Prove => works || (Proposed(user, item) && item.IsOpen),
            ImprovementStep.Describe => item.IsOpen && (settles || (Proposed(user, item) && item.State == ImprovementState.Proposed)),
            ImprovementStep.Postpone or ImprovementStep.HandOver => settles && agreed,
            ImprovementStep.TellPublic => settles && !item.IsRestricted && user.May(Permission.SeeAllImprovements),
            ImprovementStep.Drop => item.IsOpen && (settles || (Proposed(user, item) && item.State == ImprovementState.Proposed)),
            ImprovementStep.Reopen => settles && !item.IsOpen,
            _ => throw new ArgumentOutOfRangeException(nameof(step)),
        });
    }

    /// <summary>Takes the step. Refused as <see cref="Improvement"/> refuses, to whom it is not for, and when somebody else was faster.</summary>
    public async Task HandleAsync(ImprovementStep step, TendImprovement command, CancellationToken cancellationToken)
    {
        var item = await db.Set<Improvement>().VisibleTo(user, db.Set<Case>()).Include(i => i.Evidence).SingleOrDefaultAsync(i => i.Id == command.Id, cancellationToken)
            ?? throw new Refusal("Cases.Refusal.NotAllowed");
        QualityDesk.RefuseIfStale(item, command.Version);
        if (!StepsFor(user, item).Contains(step))
            throw new Refusal("Cases.Refusal.NotAllowed");
        await TakeAsync(step, item, command, cancellationToken);
        await desk.SaveAsync(cancellationToken);
    }

    private static bool Proposed(ICurrentUser user, Improvement item) => item.ProposedById is { } by && by == user.EmployeeId;

    private static DateOnly Day(TendImprovement c) => c.On ?? throw new Refusal("Quality.Refusal.DayMissing");

    private async Task TakeAsync(ImprovementStep step, Improvement item, TendImprovement c, CancellationToken cancellationToken)
    {
        var (by, now, today) = (desk.Actor, desk.Now, desk.Today);
        switch (step)
        {
            case ImprovementStep.Agree:
                item.Agree(await OwnerAsync(c, cancellationToken), Day(c), c.Text, today, by, now);
                TellOwner(item);
                break;
            case ImprovementStep.Start:
                item.Start(c.Text, by, now);
                break;
            case ImprovementStep.Finish:
                item.Finish(c.Text, Day(c), today, by, now);
                break;
            case ImprovementStep.Check:
                item.Check(c.IsEffective ?? throw new Refusal("Quality.Refusal.EffectMissing"), c.Measured, c.Text, today, by, now);
                break;
            case ImprovementStep.Note:
                item.Note(c.Text, by, now);
                break;
            case ImprovementStep.Prove:
                Prove(item, c, by, now);
                break;
            case ImprovementStep.Describe:
                await DescribeAsync(item, c, by, now, cancellationToken);
                break;
            case ImprovementStep.Postpone:
                item.Postpone(Day(c), c.Text, today, by, now);
                break;
            case ImprovementStep.HandOver:
                item.HandOver(await OwnerAsync(c, cancellationToken), c.Text, by, now);
                TellOwner(item);
                break;
            case ImprovementStep.TellPublic:
                item.TellPublic(c.Public ?? new ImprovementPublicText(), by, now);
                break;
            case ImprovementStep.Drop:
                item.Drop(c.Text, today, by, now);
                break;
            case ImprovementStep.Reopen:
                item.Reopen(c.On, c.Text, today, by, now);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(step));
        }
    }

    private static void Prove(Improvement item, TendImprovement c, Actor by, DateTimeOffset now)
    {
        foreach (var file in c.Files)
            item.AddFile(file, c.Text, by, now);
        if (c.Files.Count == 0 || !string.IsNullOrWhiteSpace(c.Address))
            item.AddLink(c.Address, c.Text, by, now);
    }

    private async Task DescribeAsync(Improvement item, TendImprovement c, Actor by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var unitId = c.UnitId ?? item.UnitId;
        if (unitId != item.UnitId)
            await desk.DemandUnitAsync(unitId, cancellationToken);
        var stays = item.Source.Origin == ImprovementOrigin.Violation
            || await db.Set<Case>().AnyAsync(x => x.Id == item.Source.ThingId && (x.IsAboutPerson || x.IsConfidential), cancellationToken);
        item.Describe(c.Plan ?? item.Plan, unitId, c.IsRestricted || (stays && item.IsRestricted), by, now);
    }

    private async Task<Guid> OwnerAsync(TendImprovement c, CancellationToken cancellationToken)
    {
        var owner = c.OwnerId ?? throw new Refusal("Quality.Refusal.OwnerMissing");
        await desk.DemandEmployeeAsync(owner, cancellationToken);
        return owner;
    }

    private void TellOwner(Improvement item) =>
        desk.Tell([item.OwnerId!.Value], NoticeKind.ImprovementGiven, $"{item.Id:N}/given/{desk.Now.UtcTicks}", item.Number, $"{item.Id}", $"{item.DueOn:yyyy-MM-dd}");
}
