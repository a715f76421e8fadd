namespace ServiceDesk.Application.Accounts;

/// <summary>How hard a password is to guess. Length counts; signs and digits alone do not make a word a secret.</summary>
public static class PasswordStrength
{
    /// <summary>Shortest password, characters.</summary>
    public const int Shortest = 12;

    private static readonly string[] Usual =
    [
        "123456789012", "1234567890123", "qwertyuiop", "asdfghjkl", "zxcvbnm", "password", "parole", "пароль", "administrator", "administrators",
        "iloveyou", "letmein", "welcome", "latvija", "sveiki", "pasvaldiba", "pašvaldība",
    ];

    /// <summary>
    /// Whether the password is mostly a usual word, a row of keys, or a part of what everybody knows about the person (name, the address before the @).
    /// </summary>
    /// <param name="password">The password.</param>
    /// <param name="known">Name, address before the @ and the like.</param>
    public static bool IsGuessable(string password, IEnumerable<string> known)
    {
        var folded = password.ToLowerInvariant();
        var words = known.SelectMany(k => k.ToLowerInvariant().Split([' ', '.', '-', '_'], StringSplitOptions.RemoveEmptyEntries)).Where(w => w.Length >= 4);
        // What is left after the guessable part must still be a secret of its own.
        return Usual.Concat(words).Distinct().Aggregate(folded, (left, word) => left.Replace(word, "", StringComparison.Ordinal)) is var rest
            && rest.Length < folded.Length && rest.Distinct().Count() < 7;
    }
}
