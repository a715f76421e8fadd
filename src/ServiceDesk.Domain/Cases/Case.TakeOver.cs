using ServiceDesk.Domain.Correspondence;

namespace ServiceDesk.Domain.Cases;

/// <summary>How a case begins that an older register knew before.</summary>
public sealed partial class Case
{
    /// <summary>
    /// Takes a case over from an older register. A closed one is history: no clock ever runs on it. An answered one owes nothing either.
    /// The clocks of an open one are started apart, by <see cref="StartClock"/>, from its true day of receipt. However long the text is, it stays whole.
    /// </summary>
    /// <param name="receipt">What the older register knows; registered means registered there.</param>
    /// <param name="oldNumber">Its number there.</param>
    /// <param name="answeredAt">When it was answered, UTC; null when it was not or nobody knows.</param>
    /// <param name="closedAt">When it was closed, UTC; null while it is open. The older register knows no outcome.</param>
    /// <param name="by">Who takes it over; gains no right to read it by that.</param>
    /// <param name="at">Now, UTC.</param>
    public static Case TakeOver(Receipt receipt, string oldNumber, DateTimeOffset? answeredAt, DateTimeOffset? closedAt, Actor by, DateTimeOffset at)
    {
        var item = Make(receipt, receipt.Subject.Trim());
        item.OldNumber = oldNumber;
        (item.AnsweredAt, item.ClosedAt) = (answeredAt, closedAt);
        if (closedAt is not null)
            item.State = CaseState.Closed;
        else if (answeredAt is not null)
            item.State = CaseState.Answered;
        item.messages.Add(Message.TakenOver(item.Id, receipt.ReceivedAt, receipt.Text));
        item.Log(CaseEventKind.Imported, by, at, arguments: [oldNumber]);
        return item;
    }

    private static Case Make(Receipt receipt, string subject) => new()
    {
        RegisterId = receipt.Register.Id,
        RegisterYear = receipt.Year,
        Sequence = receipt.Sequence,
        Number = receipt.Register.Format(receipt.Year, receipt.Sequence),
        AccessKey = Cases.AccessKey.New(),
        SubmissionToken = receipt.SubmissionToken,
        Kind = receipt.Kind,
        Channel = receipt.Channel,
        Audience = receipt.Audience,
        IsFormal = receipt.IsFormal,
        Subject = subject,
        Place = string.IsNullOrWhiteSpace(receipt.Place) ? null : receipt.Place.Trim(),
        TopicId = receipt.TopicId,
        ServiceId = receipt.ServiceId,
        UnitId = receipt.UnitId,
        AssigneeId = receipt.AssigneeId,
        RegisteredById = receipt.RegisteredBy.EmployeeId,
        Contact = receipt.Contact.Normalised(),
        Language = receipt.Language,
        PrivacyNoticeId = receipt.PrivacyNoticeId,
        ReceivedAt = receipt.ReceivedAt,
        ReceivedOn = receipt.ReceivedOn,
        RegisteredAt = receipt.RegisteredAt,
        State = receipt.AssigneeId is null ? CaseState.New : CaseState.InProgress,
    };
}
