using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Cases;

/// <summary>What the client told about themselves with this case. Everything may be missing: anonymous cases are allowed (SIG 25).</summary>
public sealed record Contact
{
    /// <summary>Nothing told.</summary>
    public static Contact None { get; } = new();

    /// <summary>Name and surname or the name of an organisation, at most 200 characters.</summary>
    public string? Name { get; init; }

    /// <summary>E-mail address, at most 254 characters.</summary>
    public string? Email { get; init; }

    /// <summary>Phone, as written by the client, at most 40 characters.</summary>
    public string? Phone { get; init; }

    /// <summary>Postal address, at most 300 characters.</summary>
    public string? Address { get; init; }

    /// <summary>Whether the responsible unit may learn who wrote. Without leave only Client Service knows.</summary>
    public bool UnitMayKnow { get; init; }

    /// <summary>No name, e-mail, phone or address.</summary>
    public bool IsAnonymous => Name is null && Email is null && Phone is null && Address is null;

    /// <summary>The e-mail address with all but the ends of its local part hidden: <c>i•••••a@pasts.example</c>.</summary>
    public string? MaskedEmail => Email is null ? null : Mask(Email);

    private static string Mask(string email)
    {
        var at = email.LastIndexOf('@');
        return at switch
        {
            <= 0 => "•••••",
            1 or 2 => $"•••••{email[at..]}",
            _ => $"{email[0]}•••••{email[at - 1]}{email[at..]}",
        };
    }

    /// <summary>The same contact with blank parts removed and the rest trimmed; refuses an address no mail can reach.</summary>
    public Contact Normalised()
    {
        var email = Blank(Email);
        if (email is not null && !LooksLikeEmail(email))
            throw new Refusal("Cases.Refusal.EmailUnusable");
        return this with { Name = Blank(Name), Email = email, Phone = Blank(Phone), Address = Blank(Address) };
    }

    /// <summary>One @ with something on both sides, a dot-free or dotted domain, no spaces or control characters.</summary>
    public static bool LooksLikeEmail(string email)
    {
        var at = email.IndexOf('@', StringComparison.Ordinal);
        return email.Length <= 254 && at > 0 && at == email.LastIndexOf('@') && at < email.Length - 1
            && email[at + 1] != '.' && email[^1] != '.'
            && !email.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is ',' or ';' or '<' or '>');
    }

    private static string? Blank(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
