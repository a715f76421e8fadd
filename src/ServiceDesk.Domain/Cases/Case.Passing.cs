using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Cases;

/// <content>Passed on to be read: to the ethics commission or above, for a time and with the reason. And opened by an administrator in need.</content>
public sealed partial class Case
{
    private readonly List<CasePass> passes = [];
    private readonly List<CaseOpening> openings = [];

    /// <summary>To whom it was passed, ended ones too.</summary>
    public IReadOnlyList<CasePass> Passes => passes;

    /// <summary>Openings by administrators, ended ones too.</summary>
    public IReadOnlyList<CaseOpening> Openings => openings;

    /// <summary>Passes the case on for reading. Whoever answers for it goes on answering.</summary>
    /// <param name="to">To whom.</param>
    /// <param name="reason">Why; mandatory.</param>
    /// <param name="untilOn">Last day they may read it, local.</param>
    /// <param name="endsAt">End of that day, UTC.</param>
    /// <param name="by">Who passes it.</param>
    /// <param name="at">Now, UTC.</param>
    public CasePass PassTo(CaseAuthority to, string? reason, DateOnly untilOn, DateTimeOffset endsAt, Actor by, DateTimeOffset at)
    {
        if (MergedIntoId is not null)
            throw new Refusal("Cases.Refusal.MergedStays");
        if (Trimmed(reason) is not { } why)
            throw new Refusal("Cases.Refusal.ReasonMissing");
        if (endsAt <= at)
            throw new Refusal("Cases.Refusal.PassEndsInPast");
        if (passes.Exists(p => p.To == to && p.IsOpenAt(at)))
            throw new Refusal("Cases.Refusal.AlreadyPassed");
        var pass = new CasePass(Id, to, why, untilOn, endsAt, by, at);
        passes.Add(pass);
        Log(CaseEventKind.PassedOn, by, at, why, to.ToString(), Iso(untilOn));
        return pass;
    }

    /// <summary>They may not read it any more.</summary>
    public void TakeBackPass(Guid passId, Actor by, DateTimeOffset at)
    {
        var pass = passes.SingleOrDefault(p => p.Id == passId && p.IsOpenAt(at)) ?? throw new Refusal("Cases.Refusal.NotPassed");
        pass.End(at);
        Log(CaseEventKind.PassTakenBack, by, at, null, pass.To.ToString());
    }

    /// <summary>An administrator breaks the glass: reads this one case, for a bounded time, with the reason. The history tells of it.</summary>
    /// <param name="accountId">The account that may read it.</param>
    /// <param name="reason">Why; mandatory.</param>
    /// <param name="endsAt">When it is over, UTC.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">Now, UTC.</param>
    public CaseOpening BreakGlass(Guid accountId, string? reason, DateTimeOffset endsAt, Actor by, DateTimeOffset at)
    {
        if (Trimmed(reason) is not { } why)
            throw new Refusal("Cases.Refusal.ReasonMissing");
        if (endsAt <= at || endsAt - at > CaseOpening.Longest)
            throw new Refusal("Cases.Refusal.OpeningTooLong", CaseOpening.Longest.TotalHours);
        if (openings.Exists(o => o.AccountId == accountId && o.IsOpenAt(at)))
            throw new Refusal("Cases.Refusal.AlreadyOpened");
        var opening = new CaseOpening(Id, accountId, why, endsAt, by, at);
        openings.Add(opening);
        Log(CaseEventKind.GlassBroken, by, at, why);
        return opening;
    }

    /// <summary>The glass is closed before its time.</summary>
    public void CloseGlass(Guid openingId, Actor by, DateTimeOffset at)
    {
        var opening = openings.SingleOrDefault(o => o.Id == openingId && o.IsOpenAt(at)) ?? throw new Refusal("Cases.Refusal.NotOpened");
        opening.End(at);
        Log(CaseEventKind.GlassClosed, by, at);
    }
}

/// <summary>Those outside and above the units who may come to know a case.</summary>
public enum CaseAuthority
{
    /// <summary>The ethics commission; reads, never decides.</summary>
    EthicsCommission,

    /// <summary>The deputy executive director.</summary>
    DeputyExecutiveDirector,

    /// <summary>The executive director.</summary>
    ExecutiveDirector,
}

/// <summary>A case passed on for reading.</summary>
public sealed class CasePass
{
    private CasePass()
    {
    }

    internal CasePass(Guid caseId, CaseAuthority to, string reason, DateOnly untilOn, DateTimeOffset endsAt, Actor by, DateTimeOffset at) =>
        (CaseId, To, Reason, UntilOn, EndsAt, PassedById, PassedByName, PassedAt) = (caseId, to, reason, untilOn, endsAt, by.EmployeeId, by.Name, at);

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>To whom.</summary>
    public CaseAuthority To { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Last day they may read it, local.</summary>
    public DateOnly UntilOn { get; private set; }

    /// <summary>End of that day, UTC.</summary>
    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>Who passed it.</summary>
    public Guid? PassedById { get; private set; }

    /// <summary>The name at that time.</summary>
    public string PassedByName { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTimeOffset PassedAt { get; private set; }

    /// <summary>When it was taken back, UTC; null when it was not.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Whether they may read it at this instant.</summary>
    public bool IsOpenAt(DateTimeOffset at) => EndedAt is null && EndsAt > at;

    internal void End(DateTimeOffset at) => EndedAt = at;
}

/// <summary>An administrator's leave to read one case for a while.</summary>
public sealed class CaseOpening
{
    /// <summary>The longest time.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    private CaseOpening()
    {
    }

    internal CaseOpening(Guid caseId, Guid accountId, string reason, DateTimeOffset endsAt, Actor by, DateTimeOffset at) =>
        (CaseId, AccountId, Reason, EndsAt, OpenedById, OpenedByName, OpenedAt) = (caseId, accountId, reason, endsAt, by.EmployeeId, by.Name, at);

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The account that may read it; not every administrator is an employee.</summary>
    public Guid AccountId { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>When it is over, UTC.</summary>
    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>The employee, or null.</summary>
    public Guid? OpenedById { get; private set; }

    /// <summary>The name at that time.</summary>
    public string OpenedByName { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>When it was closed before its time, UTC.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Whether it is open at this instant.</summary>
    public bool IsOpenAt(DateTimeOffset at) => EndedAt is null && EndsAt > at;

    internal void End(DateTimeOffset at) => EndedAt = at;
}
