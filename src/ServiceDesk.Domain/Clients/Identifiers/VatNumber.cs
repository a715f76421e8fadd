using System.Text.RegularExpressions;

namespace ServiceDesk.Domain.Clients.Identifiers;

/// <summary>
/// A VAT number: LV and a registration number, or LV and the personal code of a natural person. A number of another member state is kept
/// with the remark that only its look was checked.
/// </summary>
public sealed partial record VatNumber
{
    private VatNumber(string value, PersonalCode? code) => (Value, Code) = (value, code);

    /// <summary>Country and number, upper case, no blanks.</summary>
    public string Value { get; }

    /// <summary>The personal code it consists of; null for firms. Such a number is stored as the code is, never readable.</summary>
    public PersonalCode? Code { get; }

    /// <summary>Checks what somebody typed.</summary>
    public static Checked<VatNumber> Check(string? text, DateOnly today, bool tenIsZero = true)
    {
        var value = Checked.Bare(text).ToUpperInvariant();
        if (!Shape().IsMatch(value))
            return Checked.Refuse<VatNumber>("Clients.Vat.Format");
        if (!value.StartsWith("LV", StringComparison.Ordinal))
            return Checked.Accept(new VatNumber(value, null), "Clients.Vat.Foreign");

        var digits = value[2..];
        if (digits.Length != 11 || !Checked.AllDigits(digits))
            return Checked.Refuse<VatNumber>("Clients.Vat.Format");
        if (digits[0] >= '4')
        {
            var number = RegistrationNumber.Check(digits);
            return number.IsValid ? new(new VatNumber(value, null), null, number.Warnings) : Checked.Refuse<VatNumber>(number.Error!);
        }

        var code = PersonalCode.Check(digits, today, tenIsZero);
        return code.IsValid ? new(new VatNumber(value, code.Value), null, code.Warnings) : Checked.Refuse<VatNumber>(code.Error!);
    }

    /// <inheritdoc/>
    public override string ToString() => Code is { } code ? "LV" + PersonalCode.Mask(code.LastFour) : Value;

    [GeneratedRegex("^[A-Z]{2}[A-Z0-9+*]{2,13}$")]
    private static partial Regex Shape();
}
