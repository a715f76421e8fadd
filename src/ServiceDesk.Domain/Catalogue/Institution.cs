using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Catalogue;

/// <summary>Another body cases are forwarded to: a state agency, a ministry, a company that keeps a public service.</summary>
public sealed class Institution
{
    /// <summary>Longest note, characters.</summary>
    public const int MaxNoteLength = 500;

    private Institution()
    {
    }

    /// <summary>A body with its name and addresses.</summary>
    public Institution(string? name, string? email, string? eAddress, string? phone, string? note) => Describe(name, email, eAddress, phone, note);

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Official name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>E-mail for letters.</summary>
    public string? Email { get; private set; }

    /// <summary>Official e-address.</summary>
    public string? EAddress { get; private set; }

    /// <summary>Phone told to clients.</summary>
    public string? Phone { get; private set; }

    /// <summary>What the body is competent for.</summary>
    public string? Note { get; private set; }

    /// <summary>Whether it is offered when forwarding.</summary>
    public bool IsOffered { get; private set; } = true;

    /// <summary>Changes what is known about the body; refused without a name and with an unusable e-mail.</summary>
    public void Describe(string? name, string? email, string? eAddress, string? phone, string? note)
    {
        if (Blank(name) is not { } called)
            throw new Refusal("Catalogue.Refusal.InstitutionNeedsName");
        if (called.Length > Case.MaxBodyLength)
            throw new Refusal("Cases.Refusal.TextTooLong", Case.MaxBodyLength);
        if (Blank(email) is { } address && !Contact.LooksLikeEmail(address))
            throw new Refusal("Cases.Refusal.EmailUnusable");
        if (Blank(note)?.Length > MaxNoteLength)
            throw new Refusal("Cases.Refusal.TextTooLong", MaxNoteLength);
        (Name, Email, EAddress, Phone, Note) = (called, Blank(email), Blank(eAddress), Blank(phone), Blank(note));
    }

    /// <summary>Offers it when forwarding, or no longer.</summary>
    public void Offer(bool offered) => IsOffered = offered;

    private static string? Blank(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
