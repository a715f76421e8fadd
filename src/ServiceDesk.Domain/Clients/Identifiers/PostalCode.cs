namespace ServiceDesk.Domain.Clients.Identifiers;

/// <summary>A Latvian postal code: <c>LV-2150</c>; the first two digits are the region.</summary>
public sealed record PostalCode
{
    private PostalCode(string digits) => Digits = digits;

    /// <summary>Four digits.</summary>
    public string Digits { get; }

    /// <summary>As written on an envelope.</summary>
    public string Value => "LV-" + Digits;

    /// <summary>The region: 10 is Riga, 21 the area of Sigulda, 30 Jelgava.</summary>
    public string Region => Digits[..2];

    /// <summary>Checks what somebody typed: <c>2150</c>, <c>LV2150</c>, <c>lv-2150</c>.</summary>
    public static Checked<PostalCode> Check(string? text)
    {
        var bare = Checked.Bare(text).ToUpperInvariant();
        var digits = bare.StartsWith("LV", StringComparison.Ordinal) ? bare[2..] : bare;
        return digits.Length == 4 && Checked.AllDigits(digits) ? Checked.Accept(new PostalCode(digits)) : Checked.Refuse<PostalCode>("Clients.PostalCode.Format");
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
