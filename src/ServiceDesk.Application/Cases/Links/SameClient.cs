using ServiceDesk.Application.Cases.Search;
using ServiceDesk.Domain.Cases;

namespace ServiceDesk.Application.Cases.Links;

/// <summary>By what two contacts look like the same person.</summary>
public enum ClientMatch
{
    /// <summary>Nothing says so.</summary>
    None,

    /// <summary>The name only; there may be two of that name.</summary>
    Name,

    /// <summary>The phone.</summary>
    Phone,

    /// <summary>The e-mail address.</summary>
    Email,
}

/// <summary>
/// Whether two cases are of one client. A portal without a register of persons knows only what was told with each case: the same e-mail
/// address or phone is the same client, unless both names are known and have no word in common (a family's shared phone); the same name alone,
/// with nothing that tells them apart, is a hint for a person to judge.
/// </summary>
public static class SameClient
{
    /// <summary>Digits of a phone that tell one subscriber from another; the country's prefix is written by some and left out by others.</summary>
    public const int PhoneDigits = 8;

    /// <summary>By what they look like the same.</summary>
    public static ClientMatch Match(Contact one, Contact other)
    {
        var (left, right) = (Names(one), Names(other));
        if (left.Length > 0 && right.Length > 0 && !left.Intersect(right, StringComparer.Ordinal).Any())
            return ClientMatch.None;
        // Two of one name are common; with addresses or phones that differ they are taken for two.
        if (one.Email is not null && string.Equals(one.Email, other.Email, StringComparison.OrdinalIgnoreCase))
            return ClientMatch.Email;
        if (Digits(one.Phone) is { } phone && phone == Digits(other.Phone))
            return ClientMatch.Phone;
        var apart = (one.Email is not null && other.Email is not null) || (Digits(one.Phone) is not null && Digits(other.Phone) is not null);
        return !apart && left.Length > 1 && left.ToHashSet(StringComparer.Ordinal).SetEquals(right) ? ClientMatch.Name : ClientMatch.None;
    }

    /// <summary>Whether they are one client for sure: then each may see what the other wrote.</summary>
    public static bool IsCertain(Contact one, Contact other) => Match(one, other) is ClientMatch.Email or ClientMatch.Phone;

    /// <summary>The last digits of a phone; null when there are too few.</summary>
    public static string? Digits(string? phone)
    {
        var digits = new string([.. (phone ?? "").Where(char.IsAsciiDigit)]);
        return digits.Length < PhoneDigits ? null : digits[^PhoneDigits..];
    }

    private static string[] Names(Contact contact) => [.. SearchText.Words(contact.Name ?? "").Select(w => w.Folded)];
}
