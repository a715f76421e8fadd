using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;

namespace ServiceDesk.Application.Clients;

/// <summary>What somebody typed about a client, as it was typed; see <see cref="ClientEntryCheck"/>.</summary>
public sealed record ClientEntry
{
    /// <summary>What the client is.</summary>
    public ClientKind Kind { get; init; }

    /// <summary>Name and surname, or the name of a firm or body.</summary>
    public string? Name { get; init; }

    /// <summary>Language we write in.</summary>
    public string Language { get; init; } = "lv";

    /// <summary>How the client wants to be answered.</summary>
    public Channel? PreferredChannel { get; init; }

    /// <summary>Date of birth.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>Personal code.</summary>
    public string? PersonalCode { get; init; }

    /// <summary>Registration number.</summary>
    public string? RegistrationNumber { get; init; }

    /// <summary>VAT number.</summary>
    public string? VatNumber { get; init; }

    /// <summary>Legal form.</summary>
    public string? LegalForm { get; init; }

    /// <summary>The employee, of internal clients.</summary>
    public Guid? EmployeeId { get; init; }

    /// <summary>What brought the client to us.</summary>
    public HeardFrom? HeardFrom { get; init; }

    /// <summary>Contact points.</summary>
    public IReadOnlyList<ReachEntry> Reaches { get; init; } = [];

    /// <summary>Address, or null.</summary>
    public AddressElements? Address { get; init; }

    /// <summary>Whom letters are addressed to, in the dative.</summary>
    public string? Addressee { get; init; }

    /// <summary>Target groups.</summary>
    public IReadOnlyList<Guid> Groups { get; init; } = [];
}

/// <summary>A contact point as it was typed.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As typed; an empty one is none.</param>
/// <param name="Label">Whose or what for.</param>
/// <param name="Field">The field it was typed into, for the error; empty for none.</param>
public sealed record ReachEntry(ClientReachKind Kind, string? Text, string? Label = null, string Field = "");

/// <summary>What is wrong with an entry.</summary>
/// <param name="Field">The property of <see cref="ClientEntry"/>, or the field of a contact point.</param>
/// <param name="Key">The sentence.</param>
/// <param name="IsWarning">Whether the person may insist.</param>
public sealed record EntryFault(string Field, string Key, bool IsWarning)
{
    /// <summary>Values for the sentence.</summary>
    public IReadOnlyList<object> Arguments { get; init; } = [];
}
