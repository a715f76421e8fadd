using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Cases;

/// <content>Handing a case over needs acceptance: until then whoever had it answers for it (SIG 6.2.2), and no date moves.</content>
public sealed partial class Case
{
    /// <summary>Longest reason of a step, characters.</summary>
    public const int MaxReasonLength = 1000;

    /// <summary>The unit it is offered to; null when it is not.</summary>
    public Guid? OfferedUnitId { get; private set; }

    /// <summary>The person it is offered to; null when the unit is to find one.</summary>
    public Guid? OfferedToId { get; private set; }

    /// <summary>Who offered it.</summary>
    public Guid? OfferedById { get; private set; }

    /// <summary>When it was offered, UTC; null when it is not.</summary>
    public DateTimeOffset? OfferedAt { get; private set; }

    /// <summary>Why it is offered.</summary>
    public string? OfferReason { get; private set; }

    /// <summary>Whether it waits for somebody's acceptance.</summary>
    public bool IsOffered => OfferedAt is not null;

    /// <summary>Offers the case to another unit or person. Who offers a case nobody had taken on takes it on by that.</summary>
    public void Offer(Guid unitId, string unitName, Guid? personId, string? personName, string? reason, Actor by, DateTimeOffset at)
    {
        RefuseIfClosed();
        if (IsOffered)
            throw new Refusal("Cases.Refusal.AlreadyOffered");
        if (unitId == UnitId && (personId is null || personId == AssigneeId))
            throw new Refusal("Cases.Refusal.AlreadyAssigned");
        if (personId is null && IsConfidential)
            throw new Refusal("Cases.Refusal.ConfidentialNeedsPerson");
        TakeOn(by);
        (OfferedUnitId, OfferedToId, OfferedById, OfferedAt, OfferReason) = (unitId, personId, by.EmployeeId, at, Trimmed(reason));
        Log(CaseEventKind.HandOverOffered, by, at, OfferReason, unitName, personName ?? "");
    }

    /// <summary>Accepts the offer: from now on <paramref name="assigneeId"/> answers.</summary>
    /// <param name="assigneeId">Who takes it on.</param>
    /// <param name="assigneeName">Name and surname.</param>
    /// <param name="unitName">The unit it was offered to.</param>
    /// <param name="by">Who accepts: the person, or the head for the person.</param>
    /// <param name="at">Now, UTC.</param>
    public void AcceptOffer(Guid assigneeId, string assigneeName, string unitName, Actor by, DateTimeOffset at)
    {
        RefuseIfNotOffered();
        UnitId = OfferedUnitId!.Value;
        AssigneeId = assigneeId;
        ForgetOffer();
        if (State == CaseState.New)
            State = CaseState.InProgress;
        Log(CaseEventKind.HandOverAccepted, by, at, null, unitName, assigneeName);
    }

    /// <summary>Returns the offer; the reason is mandatory.</summary>
    public void ReturnOffer(string? reason, Actor by, DateTimeOffset at)
    {
        RefuseIfNotOffered();
        if (Trimmed(reason) is not { } why)
            throw new Refusal("Cases.Refusal.ReasonMissing");
        ForgetOffer();
        Log(CaseEventKind.HandOverReturned, by, at, why);
    }

    /// <summary>Takes the offer back before it was accepted.</summary>
    public void TakeBackOffer(Actor by, DateTimeOffset at)
    {
        RefuseIfNotOffered();
        ForgetOffer();
        Log(CaseEventKind.HandOverTakenBack, by, at);
    }

    private void ForgetOffer() => (OfferedUnitId, OfferedToId, OfferedById, OfferedAt, OfferReason) = (null, null, null, null, null);

    private void RefuseIfNotOffered()
    {
        RefuseIfClosed();
        if (!IsOffered)
            throw new Refusal("Cases.Refusal.NotOffered");
    }

    private static string? Trimmed(string? reason)
    {
        var trimmed = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
        return trimmed?.Length > MaxReasonLength ? throw new Refusal("Cases.Refusal.TextTooLong", MaxReasonLength) : trimmed;
    }
}
