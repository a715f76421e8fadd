using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Circulation;

/// <summary>Where a route stands.</summary>
public enum RouteState
{
    /// <summary>With those who are asked.</summary>
    Running,

    /// <summary>Everybody has approved what the draft says.</summary>
    Finished,

    /// <summary>Somebody sent it back; the writer corrects it and sends it again.</summary>
    Returned,

    /// <summary>The draft was edited after a visa: the visas are void and it is to be sent again.</summary>
    Changed,

    /// <summary>The writer took it back.</summary>
    Withdrawn,
}

/// <summary>
/// The way of a draft to those who approve it, in order or side by side. Approvals are for the words that were read: an edit voids them.
/// What it says is known by a fingerprint, so that a save which changes nothing voids nothing.
/// </summary>
public sealed class DocumentRoute : IVersioned
{
    /// <summary>Most people asked.</summary>
    public const int MaxSteps = 12;

    private readonly List<RouteStep> steps = [];
    private readonly List<RouteAnswer> answers = [];

    private DocumentRoute()
    {
    }

    /// <summary>Key; the one-time token of the form that made it.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>The draft.</summary>
    public Guid DocumentId { get; private set; }

    /// <summary>Where it stands.</summary>
    public RouteState State { get; private set; }

    /// <summary>Whether all are asked at once; else one after the other.</summary>
    public bool IsParallel { get; private set; }

    /// <summary>Whether the draft is not registered before everybody has approved.</summary>
    public bool IsMandatory { get; private set; }

    /// <summary>What the writer tells those who are asked.</summary>
    public string? Note { get; private set; }

    /// <summary>Who sent it.</summary>
    public Guid? ById { get; private set; }

    /// <summary>Their name.</summary>
    public string By { get; private set; } = "";

    /// <summary>When it was sent, UTC.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>When it ended or was sent back, UTC.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Why it was withdrawn.</summary>
    public string? Reason { get; private set; }

    /// <summary>Fingerprint of what the draft said when it was sent.</summary>
    public string Fingerprint { get; private set; } = "";

    /// <summary>Steps by place, where they were loaded.</summary>
    public IReadOnlyList<RouteStep> Steps => steps;

    /// <summary>Answers, where they were loaded.</summary>
    public IReadOnlyList<RouteAnswer> Answers => answers;

    /// <summary>Whether it still holds the draft back from its number.</summary>
    public bool HoldsRegistration => IsMandatory && State is not (RouteState.Finished or RouteState.Withdrawn);

    /// <summary>Sends a draft on its way.</summary>
    /// <param name="token">One-time token of the form; becomes the key.</param>
    /// <param name="document">The draft.</param>
    /// <param name="plan">Who is asked, in this order.</param>
    /// <param name="isParallel">All at once.</param>
    /// <param name="isMandatory">The draft waits for it with its number.</param>
    /// <param name="note">What those who are asked are told.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="due">The local day that many working days from now.</param>
    public static DocumentRoute Send(Guid token, Document document, IReadOnlyList<PlannedStep> plan, bool isParallel, bool isMandatory, string? note, Actor by, DateTimeOffset at, Func<int, DateOnly> due)
    {
        if (document.State != DocumentState.Draft)
            throw new Refusal("Documents.Refusal.NoDraft");
        if (plan.Count == 0)
            throw new Refusal("Circulation.Refusal.NobodyAsked");
        if (plan.Count > MaxSteps)
            throw new Refusal("Circulation.Refusal.TooMany", MaxSteps);
        if (plan.Any(p => p.Days is < 1 or > RouteStep.MaxDays))
            throw new Refusal("Circulation.Refusal.Days", RouteStep.MaxDays);
        if (plan.Select(p => p.Recipient).Distinct().Count() < plan.Count)
            throw new Refusal("Circulation.Refusal.Twice");
        if (plan.Any(p => p.Recipient.EmployeeId is { } one && (one == document.AuthorId || one == by.EmployeeId)))
            throw new Refusal("Circulation.Refusal.OwnWork");
        var route = new DocumentRoute
        {
            Id = token,
            DocumentId = document.Id,
            IsParallel = isParallel,
            IsMandatory = isMandatory,
            Note = Kept(note),
            ById = by.EmployeeId,
            By = by.Name,
            StartedAt = at,
            Fingerprint = Fingerprints.Of(document),
        };
        route.steps.AddRange(plan.Select((step, place) => new RouteStep(route.Id, document.Id, place + 1, step)));
        route.Advance(at, due);
        return route;
    }

    /// <summary>Takes an answer. Refused when the step does not wait, for who wrote the draft, and for a return without a reason.</summary>
    /// <param name="stepId">The step.</param>
    /// <param name="isApproved">Approved; else sent back.</param>
    /// <param name="remark">Why it is sent back, or a remark.</param>
    /// <param name="document">The draft, as it is now.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="due">The local day that many working days from now.</param>
    public void Answer(Guid stepId, bool isApproved, string? remark, Document document, Actor by, DateTimeOffset at, Func<int, DateOnly> due)
    {
        var step = steps.Find(s => s.Id == stepId);
        if (State != RouteState.Running || document.State != DocumentState.Draft || step is not { State: RouteStepState.Waiting })
            throw new Refusal("Circulation.Refusal.NotWaiting");
        if (by.EmployeeId is null || by.EmployeeId == document.AuthorId || by.EmployeeId == ById)
            throw new Refusal("Circulation.Refusal.OwnWork");
        if (!isApproved && string.IsNullOrWhiteSpace(remark))
            throw new Refusal("Circulation.Refusal.ReturnReason");
        answers.Add(new RouteAnswer(step, isApproved, Kept(remark), by, at));
        step.Answered(isApproved);
        if (isApproved)
            Advance(at, due);
        else
            (State, EndedAt) = (RouteState.Returned, at);
    }

    /// <summary>Sends it again after it was sent back or edited: approvals that are not void stay, the others are asked once more.</summary>
    public void SendAgain(Document document, string? note, DateTimeOffset at, Func<int, DateOnly> due)
    {
        if (State is not (RouteState.Returned or RouteState.Changed) || document.State != DocumentState.Draft)
            throw new Refusal("Circulation.Refusal.NotToSend");
        foreach (var step in steps.Where(s => s.State != RouteStepState.Approved))
            step.Rest();
        (State, EndedAt, StartedAt, Note, Fingerprint) = (RouteState.Running, null, at, Kept(note) ?? Note, Fingerprints.Of(document));
        Advance(at, due);
    }

    /// <summary>The writer takes it back with a reason; nobody is asked any more.</summary>
    public void Withdraw(string? reason, DateTimeOffset at)
    {
        if (State is RouteState.Withdrawn or RouteState.Finished)
            throw new Refusal("Circulation.Refusal.NotToWithdraw");
        if (string.IsNullOrWhiteSpace(reason))
            throw new Refusal("Cases.Refusal.ReasonMissing");
        (State, EndedAt, Reason) = (RouteState.Withdrawn, at, Kept(reason));
        foreach (var step in steps)
            step.Drop();
    }

    /// <summary>
    /// The draft was saved. When it says something else than what was sent, approvals given are void and the route waits to be sent again;
    /// before the first approval those who are asked simply read the newer words.
    /// </summary>
    /// <returns>How many approvals are void now.</returns>
    public int Follow(Document document, DateTimeOffset at)
    {
        if (State == RouteState.Withdrawn || document.State != DocumentState.Draft || Fingerprints.Of(document) == Fingerprint)
            return 0;
        Fingerprint = Fingerprints.Of(document);
        var given = answers.Where(a => a is { IsApproved: true, VoidedAt: null }).ToList();
        if (given.Count == 0)
            return 0;
        foreach (var answer in given)
            answer.Void(at);
        foreach (var step in steps)
            step.Rest();
        (State, EndedAt) = (RouteState.Changed, at);
        return given.Count;
    }

    /// <summary>Whoever has it now: the steps that wait.</summary>
    public IEnumerable<RouteStep> Waiting => steps.Where(s => s.State == RouteStepState.Waiting).OrderBy(s => s.Place);

    private void Advance(DateTimeOffset at, Func<int, DateOnly> due)
    {
        var open = steps.Where(s => s.State == RouteStepState.Ahead).OrderBy(s => s.Place).ToList();
        if (IsParallel)
            open.ForEach(s => s.Reach(at, due));
        else if (!Waiting.Any())
            open.FirstOrDefault()?.Reach(at, due);
        if (steps.TrueForAll(s => s.State == RouteStepState.Approved))
            (State, EndedAt) = (RouteState.Finished, at);
    }

    private static string? Kept(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        return text.Trim() is { Length: <= Document.MaxReason } kept ? kept : throw new Refusal("Documents.Refusal.ReasonTooLong", Document.MaxReason);
    }
}
