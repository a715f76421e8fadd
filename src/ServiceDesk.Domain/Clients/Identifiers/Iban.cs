using System.Text.RegularExpressions;

namespace ServiceDesk.Domain.Clients.Identifiers;

/// <summary>
/// An account number. A Latvian one is LV, two check digits, four letters of the bank and thirteen letters or digits; the remainder of
/// dividing by 97 is one for every country. Both are errors: money sent to a wrong account is gone.
/// </summary>
public sealed partial record Iban
{
    private Iban(string value) => Value = value;

    /// <summary>Without blanks, upper case.</summary>
    public string Value { get; }

    /// <summary>In groups of four, as people read it.</summary>
    public string Written => string.Join(' ', Value.Chunk(4).Select(group => new string(group)));

    /// <summary>Checks what somebody typed.</summary>
    public static Checked<Iban> Check(string? text)
    {
        var value = Checked.Bare(text).ToUpperInvariant();
        var latvian = value.StartsWith("LV", StringComparison.Ordinal);
        if (latvian ? !Latvian().IsMatch(value) : !Shape().IsMatch(value))
            return Checked.Refuse<Iban>(latvian ? "Clients.Iban.LatvianFormat" : "Clients.Iban.Format");
        return Remainder(value) == 1 ? Checked.Accept(new Iban(value)) : Checked.Refuse<Iban>("Clients.Iban.CheckDigits");
    }

    /// <inheritdoc/>
    public override string ToString() => Written;

    private static int Remainder(string value)
    {
        var remainder = 0;
        foreach (var c in value[4..] + value[..4])
            remainder = char.IsAsciiDigit(c) ? ((remainder * 10) + (c - '0')) % 97 : ((remainder * 100) + (c - 'A' + 10)) % 97;
        return remainder;
    }

    [GeneratedRegex("^LV[0-9]{2}[A-Z]{4}[A-Z0-9]{13}$")]
    private static partial Regex Latvian();

    [GeneratedRegex("^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$")]
    private static partial Regex Shape();
}
