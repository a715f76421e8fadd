namespace ServiceDesk.Domain.Clients.Duplicates;

/// <summary>Why two cards may be of the same client, or why not.</summary>
[Flags]
public enum DuplicateReasons
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The same personal code, current or former.</summary>
    SameCode = 1,

    /// <summary>The same registration number.</summary>
    SameRegistrationNumber = 2,

    /// <summary>The same official e-address.</summary>
    SameEAddress = 4,

    /// <summary>The same e-mail address.</summary>
    SameEmail = 8,

    /// <summary>The same phone.</summary>
    SamePhone = 16,

    /// <summary>The same bank account.</summary>
    SameAccount = 32,

    /// <summary>The same name in any writing and order of words.</summary>
    SameName = 64,

    /// <summary>Nearly the same name: one letter, or one more given name.</summary>
    SimilarName = 128,

    /// <summary>Born on the same day.</summary>
    SameBirthDate = 256,

    /// <summary>The same address.</summary>
    SameAddress = 512,

    /// <summary>One of the two is known only by a number or an address.</summary>
    NumberOnly = 1024,

    /// <summary>Different personal codes: speaks against.</summary>
    OtherCode = 2048,

    /// <summary>Different dates of birth: speaks against.</summary>
    OtherBirthDate = 4096,

    /// <summary>Different registration numbers: speaks against.</summary>
    OtherRegistrationNumber = 8192,

    /// <summary>Quite different names: speaks against.</summary>
    OtherName = 16384,
}

/// <summary>How likely two cards are of the same client, with reasons.</summary>
/// <param name="Points">0 to 100; from <see cref="Threshold"/> on somebody should look.</param>
/// <param name="Reasons">What speaks for it and against it.</param>
public sealed record DuplicateScore(int Points, DuplicateReasons Reasons)
{
    /// <summary>From so many points on two cards are shown as perhaps the same.</summary>
    public const int Threshold = 55;

    /// <summary>From so many points on they are nearly certainly the same.</summary>
    public const int Strong = 90;

    private const int Most = 100;

    /// <summary>What each reason weighs, in points. A name alone is never enough, nor is a phone a family shares.</summary>
    public static IReadOnlyDictionary<DuplicateReasons, int> Weights { get; } = new Dictionary<DuplicateReasons, int>
    {
        [DuplicateReasons.SameCode] = 100,
        [DuplicateReasons.SameRegistrationNumber] = 100,
        [DuplicateReasons.SameEAddress] = 70,
        [DuplicateReasons.SameEmail] = 45,
        [DuplicateReasons.SamePhone] = 40,
        [DuplicateReasons.SameAccount] = 40,
        [DuplicateReasons.SameName] = 35,
        [DuplicateReasons.SimilarName] = 20,
        [DuplicateReasons.SameBirthDate] = 25,
        [DuplicateReasons.SameAddress] = 20,
        [DuplicateReasons.NumberOnly] = 25,
        [DuplicateReasons.OtherCode] = -70,
        [DuplicateReasons.OtherBirthDate] = -50,
        [DuplicateReasons.OtherRegistrationNumber] = -90,
        [DuplicateReasons.OtherName] = -25,
    };

    /// <summary>Compares two cards. The order of the two makes no difference.</summary>
    public static DuplicateScore Of(ClientTraits one, ClientTraits other)
    {
        var reasons = Shared(one.Codes, other.Codes, DuplicateReasons.SameCode)
            | Shared(one.EAddresses, other.EAddresses, DuplicateReasons.SameEAddress)
            | Shared(one.Emails, other.Emails, DuplicateReasons.SameEmail)
            | Shared(one.Phones, other.Phones, DuplicateReasons.SamePhone)
            | Shared(one.Accounts, other.Accounts, DuplicateReasons.SameAccount);
        var name = Compare(one.Names, other.Names);
        reasons |= name;
        var isNamedAlike = name is DuplicateReasons.SameName or DuplicateReasons.SimilarName;
        if (one.RegistrationNumber is { } a && other.RegistrationNumber is { } b)
            reasons |= a == b ? DuplicateReasons.SameRegistrationNumber : DuplicateReasons.OtherRegistrationNumber;
        if (one.BirthDate is { } born && other.BirthDate is { } bornToo)
            reasons |= born != bornToo ? DuplicateReasons.OtherBirthDate : isNamedAlike ? DuplicateReasons.SameBirthDate : DuplicateReasons.None;
        if (isNamedAlike)
            reasons |= Shared(one.Addresses, other.Addresses, DuplicateReasons.SameAddress);
        if (one.Codes.Count > 0 && other.Codes.Count > 0 && !reasons.HasFlag(DuplicateReasons.SameCode))
            reasons |= DuplicateReasons.OtherCode;
        if ((one.Kind == ClientKind.Unknown || other.Kind == ClientKind.Unknown) && (reasons & (DuplicateReasons.SamePhone | DuplicateReasons.SameEmail | DuplicateReasons.SameEAddress)) != 0)
            reasons |= DuplicateReasons.NumberOnly;

        // A firm and a person may share everything but are two clients.
        if (one.Kind != ClientKind.Unknown && other.Kind != ClientKind.Unknown && one.IsOrganisation != other.IsOrganisation)
            return new DuplicateScore(0, reasons);
        var points = Weights.Where(w => reasons.HasFlag(w.Key)).Sum(w => w.Value);
        return new DuplicateScore(Math.Clamp(points, 0, Most), reasons);
    }

    private static DuplicateReasons Shared(IReadOnlyList<string> one, IReadOnlyList<string> other, DuplicateReasons reason) =>
        one.Count > 0 && other.Count > 0 && one.Any(other.Contains) ? reason : DuplicateReasons.None;

    private static DuplicateReasons Compare(IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        if (one.Count == 0 || other.Count == 0)
            return DuplicateReasons.None;
        if (one.Any(other.Contains))
            return DuplicateReasons.SameName;
        if (one.Any(a => other.Any(b => AreSimilar(a, b))))
            return DuplicateReasons.SimilarName;
        var words = one.SelectMany(n => n.Split(' ')).ToHashSet(StringComparer.Ordinal);
        return other.SelectMany(n => n.Split(' ')).Any(words.Contains) ? DuplicateReasons.None : DuplicateReasons.OtherName;
    }

    /// <summary>One letter more, less or other in long names; or all words of one, at least two, among those of the other.</summary>
    private static bool AreSimilar(string one, string other)
    {
        var (a, b) = (one.Split(' '), other.Split(' '));
        if (Math.Min(a.Length, b.Length) >= 2 && (a.All(b.Contains) || b.All(a.Contains)))
            return true;
        return a.Length == b.Length && Math.Min(one.Length, other.Length) >= 7 && a.Zip(b).Sum(pair => Differences(pair.First, pair.Second)) == 1;
    }

    /// <summary>0, 1, or 2 for more: letters that are other, missing, or two neighbours exchanged.</summary>
    private static int Differences(string one, string other)
    {
        if (one == other)
            return 0;
        if (Math.Abs(one.Length - other.Length) > 1)
            return 2;
        var start = 0;
        while (start < one.Length && start < other.Length && one[start] == other[start])
            start++;
        if (one.Length == other.Length)
        {
            return one.AsSpan(start + 1).SequenceEqual(other.AsSpan(start + 1))
                || (start + 1 < one.Length && one[start] == other[start + 1] && one[start + 1] == other[start] && one.AsSpan(start + 2).SequenceEqual(other.AsSpan(start + 2))) ? 1 : 2;
        }

        var (shorter, longer) = one.Length < other.Length ? (one, other) : (other, one);
        return shorter.AsSpan(start).SequenceEqual(longer.AsSpan(start + 1)) ? 1 : 2;
    }
}
