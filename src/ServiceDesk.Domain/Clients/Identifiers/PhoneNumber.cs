namespace ServiceDesk.Domain.Clients.Identifiers;

/// <summary>What kind of number it is.</summary>
public enum PhoneKind
{
    /// <summary>Begins with 2.</summary>
    Mobile,

    /// <summary>Begins with 6.</summary>
    Fixed,

    /// <summary>Begins with 8: free and shared-cost lines.</summary>
    Special,

    /// <summary>Begins with 90: the caller pays more.</summary>
    Premium,

    /// <summary>110, 112, 113, 116xxx: answers within the country only.</summary>
    Short,

    /// <summary>Of another country.</summary>
    Foreign,
}

/// <summary>A phone number: <c>+371</c> and eight digits, a short one, or one of another country.</summary>
public sealed record PhoneNumber
{
    private const string Country = "+371";

    private PhoneNumber(string value, PhoneKind kind) => (Value, Kind) = (value, kind);

    /// <summary>As stored: E.164, <c>+37167970849</c>; a short number as it is dialled.</summary>
    public string Value { get; }

    /// <summary>What kind of number it is.</summary>
    public PhoneKind Kind { get; }

    /// <summary>As people here read it: eight digits without the country, foreign ones with it.</summary>
    public string Written => Show(Value);

    /// <summary>A stored number as people here read it.</summary>
    public static string Show(string value) => value.StartsWith(Country, StringComparison.Ordinal) ? value[Country.Length..] : value;

    /// <summary>Checks what somebody typed: blanks, brackets and hyphens, <c>(371)</c>, <c>00371</c> and foreign numbers are taken.</summary>
    public static Checked<PhoneNumber> Check(string? text)
    {
        var typed = new string([.. Checked.Bare(text).Where(c => c is not ('(' or ')' or '/'))]);
        var abroad = typed.StartsWith('+') || typed.StartsWith("00", StringComparison.Ordinal);
        var digits = typed.StartsWith('+') ? typed[1..] : abroad ? typed[2..] : typed;
        if (!Checked.AllDigits(digits))
            return Checked.Refuse<PhoneNumber>("Clients.Phone.NotDigits");
        if (!abroad && digits is "110" or "112" or "113" || (!abroad && digits.Length == 6 && digits.StartsWith("116", StringComparison.Ordinal)))
            return Checked.Accept(new PhoneNumber(digits, PhoneKind.Short), "Clients.Phone.Short");
        if (digits.StartsWith("371", StringComparison.Ordinal) && (abroad || digits.Length == 11))
            return Latvian(digits[3..]);
        if (!abroad)
            return Latvian(digits);
        return digits.Length is >= 7 and <= 15 && digits[0] != '0' ? Checked.Accept(new PhoneNumber("+" + digits, PhoneKind.Foreign)) : Checked.Refuse<PhoneNumber>("Clients.Phone.Foreign");
    }

    /// <inheritdoc/>
    public override string ToString() => Written;

    private static Checked<PhoneNumber> Latvian(string subscriber)
    {
        if (subscriber.Length != 8)
            return Checked.Refuse<PhoneNumber>("Clients.Phone.Length");
        PhoneKind? kind = subscriber[0] switch
        {
            '2' => PhoneKind.Mobile,
            '6' => PhoneKind.Fixed,
            '8' => PhoneKind.Special,
            '9' when subscriber[1] == '0' => PhoneKind.Premium,
            _ => null,
        };
        return kind is { } known
            ? Checked.Accept(new PhoneNumber(Country + subscriber, known), known == PhoneKind.Premium ? "Clients.Phone.Premium" : null)
            : Checked.Refuse<PhoneNumber>("Clients.Phone.Unknown");
    }
}
