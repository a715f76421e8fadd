namespace ServiceDesk.Domain.Clients.Identifiers;

/// <summary>
/// What came of checking an identifier somebody typed: the value, or why there is none; and what looks wrong though it is accepted when
/// the person insists. Keys are of text resources.
/// </summary>
/// <typeparam name="T">The value type.</typeparam>
/// <param name="Value">The value; null when it was refused.</param>
/// <param name="Error">Why it was refused; null when it was not.</param>
/// <param name="Warnings">What looks wrong but may be overridden.</param>
public sealed record Checked<T>(T? Value, string? Error, IReadOnlyList<string> Warnings)
    where T : class
{
    /// <summary>Whether there is a value.</summary>
    public bool IsValid => Value is not null;
}

/// <summary>Makes results of checks.</summary>
public static class Checked
{
    /// <summary>Accepted, perhaps with warnings.</summary>
    public static Checked<T> Accept<T>(T value, params string?[] warnings)
        where T : class => new(value, null, [.. warnings.OfType<string>()]);

    /// <summary>Refused.</summary>
    public static Checked<T> Refuse<T>(string error)
        where T : class => new(null, error, []);

    /// <summary>What was typed without blanks, dots and dashes of any kind.</summary>
    internal static string Bare(string? text) =>
        new([.. (text ?? "").Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '.' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212'))]);

    /// <summary>Whether there are digits of the Latin script only.</summary>
    internal static bool AllDigits(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);
}
