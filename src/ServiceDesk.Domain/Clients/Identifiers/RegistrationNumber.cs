namespace ServiceDesk.Domain.Clients.Identifiers;

/// <summary>
/// The registration number of a firm, body or organisation: eleven digits, the first 4 or 5 (Enterprise Register) or 9 (public bodies and
/// organisations registered as taxpayers). The format is an error, the check digit a warning.
/// </summary>
public sealed record RegistrationNumber
{
    private static readonly int[] Weights = [9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1];

    private RegistrationNumber(string digits) => Digits = digits;

    /// <summary>The eleven digits.</summary>
    public string Digits { get; }

    /// <summary>Whether the Enterprise Register keeps it; else it is of a public body or a registered taxpayer.</summary>
    public bool IsOfEnterpriseRegister => Digits[0] is '4' or '5';

    /// <summary>Checks what somebody typed.</summary>
    public static Checked<RegistrationNumber> Check(string? text)
    {
        var digits = Checked.Bare(text);
        if (!Checked.AllDigits(digits))
            return Checked.Refuse<RegistrationNumber>("Clients.RegistrationNumber.NotDigits");
        if (digits.Length != 11)
            return Checked.Refuse<RegistrationNumber>("Clients.RegistrationNumber.Length");
        if (digits[0] is not ('4' or '5' or '9'))
            return Checked.Refuse<RegistrationNumber>("Clients.RegistrationNumber.FirstDigit");
        return Checked.Accept(new RegistrationNumber(digits), Agrees(digits) ? null : "Clients.RegistrationNumber.CheckDigit");
    }

    /// <inheritdoc/>
    public override string ToString() => Digits;

    private static bool Agrees(string digits) => Weights.Select((weight, place) => weight * (digits[place] - '0')).Sum() % 11 == 3;
}
