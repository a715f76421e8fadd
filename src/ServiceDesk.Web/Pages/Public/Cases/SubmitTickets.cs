using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Public.Cases;

/// <summary>
/// The one-time token of a form, sealed with the time the form was shown: the same ticket never makes two cases, and a form
/// filled faster than a person can or older than a day is asked for once more.
/// </summary>
public sealed class SubmitTickets(Seals seals, TimeProvider time)
{
    private const string Purpose = "submit";
    private static readonly TimeSpan Fastest = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>A ticket for a form shown now; for a form shown again, with the token it had.</summary>
    public string Issue(Guid? token = null) => seals.Seal(Purpose, token ?? Guid.NewGuid());

    /// <summary>What a ticket tells.</summary>
    public Ticket Read(string? text) => seals.Open<Guid>(Purpose, text) is not { } found
        ? new Ticket(TicketState.Unknown, null)
        : new Ticket((time.GetUtcNow() - found.At) switch
        {
            var age when age < Fastest => TicketState.TooFast,
            var age when age > Longest => TicketState.TooOld,
            _ => TicketState.Good,
        }, found.Fact);
}

/// <summary>A ticket read back.</summary>
public sealed record Ticket(TicketState State, Guid? Token);

/// <summary>Whether a form may be taken as it is.</summary>
public enum TicketState
{
    Good,

    /// <summary>Sent faster than a person writes.</summary>
    TooFast,

    /// <summary>Shown more than a day ago.</summary>
    TooOld,

    /// <summary>Not ours.</summary>
    Unknown,
}
