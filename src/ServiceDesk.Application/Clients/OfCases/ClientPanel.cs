using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;

namespace ServiceDesk.Application.Clients.OfCases;

/// <summary>The client's card as it stands beside a case or a form: who it is, how to reach them best, and how many cases there are.</summary>
public sealed record ClientPanel
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Current name.</summary>
    public required string Name { get; init; }

    /// <summary>What the client is.</summary>
    public required ClientKind Kind { get; init; }

    /// <summary>Registration number, of firms and bodies.</summary>
    public string? RegistrationNumber { get; init; }

    /// <summary>The main e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>The main phone, E.164.</summary>
    public string? Phone { get; init; }

    /// <summary>Where letters go.</summary>
    public string? Address { get; init; }

    /// <summary>Language we write in.</summary>
    public required string Language { get; init; }

    /// <summary>How the client wants to be answered.</summary>
    public Channel? PreferredChannel { get; init; }

    /// <summary>Processing is restricted.</summary>
    public bool IsRestricted { get; init; }

    /// <summary>Who acts for the client in this case.</summary>
    public string? Representative { get; init; }

    /// <summary>Key of their card.</summary>
    public Guid? RepresentativeId { get; init; }

    /// <summary>When the client last came to us, UTC; null when never yet. Cases this person may not know of do not count, here and below.</summary>
    public DateTimeOffset? LastAt { get; init; }

    /// <summary>Open cases.</summary>
    public int Open { get; init; }

    /// <summary>Cases of this calendar year.</summary>
    public int ThisYear { get; init; }

    /// <summary>Complaints, ever.</summary>
    public int Complaints { get; init; }

    /// <summary>Praise, ever.</summary>
    public int Praise { get; init; }
}
