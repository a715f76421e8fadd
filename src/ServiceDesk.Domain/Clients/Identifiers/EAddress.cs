namespace ServiceDesk.Domain.Clients.Identifiers;

/// <summary>
/// An official e-address (oficiālā elektroniskā adrese): <c>_DEFAULT@</c> and the registration number of a body or firm, or the personal
/// code of a person. Of a person only the fact is kept: the code has its own, protected place.
/// </summary>
public sealed record EAddress
{
    /// <summary>What stands before the number.</summary>
    public const string Prefix = "_DEFAULT@";

    private EAddress(RegistrationNumber? number, PersonalCode? code) => (Number, Code) = (number, code);

    /// <summary>Registration number of the body or firm; null for a person.</summary>
    public RegistrationNumber? Number { get; }

    /// <summary>Personal code of the person; null for bodies and firms.</summary>
    public PersonalCode? Code { get; }

    /// <summary>As stored: with the registration number, or for a person the prefix alone.</summary>
    public string Value => Prefix + Number?.Digits;

    /// <summary>Checks what somebody typed: the address, or the number alone.</summary>
    public static Checked<EAddress> Check(string? text, DateOnly today, bool tenIsZero = true)
    {
        var typed = (text ?? "").Trim().ToUpperInvariant();
        var at = typed.IndexOf('@', StringComparison.Ordinal);
        if (at >= 0 && typed[..(at + 1)] != Prefix)
            return Checked.Refuse<EAddress>("Clients.EAddress.Format");
        var bare = Checked.Bare(typed[(at + 1)..]);
        if (bare.Length == 0 && at >= 0)
            return Checked.Accept(new EAddress(null, null));
        if (bare.Length != 11 || !Checked.AllDigits(bare))
            return Checked.Refuse<EAddress>("Clients.EAddress.Format");
        if (bare[0] >= '4')
        {
            var number = RegistrationNumber.Check(bare);
            return number.IsValid ? new(new EAddress(number.Value, null), null, number.Warnings) : Checked.Refuse<EAddress>(number.Error!);
        }

        var code = PersonalCode.Check(bare, today, tenIsZero);
        return code.IsValid ? new(new EAddress(null, code.Value), null, code.Warnings) : Checked.Refuse<EAddress>(code.Error!);
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
