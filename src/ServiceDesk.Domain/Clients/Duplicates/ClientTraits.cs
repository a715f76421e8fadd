using System.Globalization;
using System.Text;
using ServiceDesk.Domain.Clients.Companies;

namespace ServiceDesk.Domain.Clients.Duplicates;

/// <summary>
/// What of a card tells whether another one is of the same client. Names and addresses are folded: lower case, without marks on letters
/// and signs, so that <c>Jānis Bērziņš</c> and <c>BERZINS JANIS</c> are alike.
/// </summary>
public sealed record ClientTraits
{
    private static readonly HashSet<string> EverywhereInAddresses = ["nov", "novads", "pag", "pagasts", "latvija", "latvia", "lv", "iela", "dz"];

    /// <summary>The client; empty for one about to be registered.</summary>
    public Guid Id { get; init; }

    /// <summary>What the client is.</summary>
    public ClientKind Kind { get; init; }

    /// <summary>Every name by <see cref="Words"/>; none of somebody known only by a number.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Date of birth.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>Registration number.</summary>
    public string? RegistrationNumber { get; init; }

    /// <summary>Keyed hashes of personal codes, the current one and former ones.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>Phones in use, E.164.</summary>
    public IReadOnlyList<string> Phones { get; init; } = [];

    /// <summary>E-mail addresses in use, lower case.</summary>
    public IReadOnlyList<string> Emails { get; init; } = [];

    /// <summary>Official e-addresses in use.</summary>
    public IReadOnlyList<string> EAddresses { get; init; } = [];

    /// <summary>Bank accounts in use.</summary>
    public IReadOnlyList<string> Accounts { get; init; } = [];

    /// <summary>Addresses in use by <see cref="AddressKey"/>.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];

    /// <summary>A firm or a body.</summary>
    public bool IsOrganisation => Kind is ClientKind.LegalPerson or ClientKind.Institution;

    /// <summary>The words of a name, folded and in alphabetical order: of firms without the legal form.</summary>
    public static string Words(ClientKind kind, string? name)
    {
        if (kind == ClientKind.Unknown)
            return "";
        var words = kind is ClientKind.LegalPerson or ClientKind.Institution
            ? CompanyName.Compared(name).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            : Folded(name);
        Array.Sort(words, StringComparer.Ordinal);
        return string.Join(' ', words);
    }

    /// <summary>
    /// An address without the words every address has and without its postal code; empty when no number or name of a house is left, for a
    /// street or a town alone tells nobody apart.
    /// </summary>
    public static string AddressKey(string? line)
    {
        var words = Folded(line).Where(w => !EverywhereInAddresses.Contains(w) && !(w.Length == 4 && w.All(char.IsAsciiDigit))).ToArray();
        return words.Length >= 2 && words.Any(w => w.Any(char.IsAsciiDigit) || (line?.Contains('"', StringComparison.Ordinal) ?? false)) ? string.Join(' ', words) : "";
    }

    /// <summary>The traits of a card. Retired contact points and addresses tell nothing about today.</summary>
    public static ClientTraits Of(Client client) => new()
    {
        Id = client.Id,
        Kind = client.Kind,
        Names = NamesOf(client.Kind, client.Names.Select(n => n.Name)),
        BirthDate = client.BirthDate,
        RegistrationNumber = client.RegistrationNumber,
        Codes = [.. client.Codes.Select(c => c.Hash)],
        Phones = Of(client, ClientReachKind.Phone),
        Emails = Of(client, ClientReachKind.Email),
        EAddresses = Of(client, ClientReachKind.EAddress),
        Accounts = Of(client, ClientReachKind.Iban),
        Addresses = [.. client.Addresses.Where(a => a.RetiredAt is null).Select(a => AddressKey(a.Line)).Where(a => a.Length > 0).Distinct()],
    };

    /// <summary>Names as traits have them, each once.</summary>
    public static IReadOnlyList<string> NamesOf(ClientKind kind, IEnumerable<string> names) => [.. names.Select(n => Words(kind, n)).Where(n => n.Length > 0).Distinct()];

    /// <summary>
    /// Keys of which two duplicates share at least one: only pairs that do are ever compared, so that the work does not grow with the
    /// square of the register.
    /// </summary>
    public IEnumerable<string> BlockingKeys()
    {
        foreach (var code in Codes)
            yield return "c:" + code;
        if (RegistrationNumber is { Length: > 0 } number)
            yield return "r:" + number;
        foreach (var phone in Phones)
            yield return "p:" + phone;
        foreach (var email in Emails)
            yield return "e:" + email;
        foreach (var address in EAddresses)
            yield return "d:" + address;
        foreach (var account in Accounts)
            yield return "i:" + account;
        foreach (var name in Names)
        {
            foreach (var address in Addresses)
                yield return $"a:{name}:{address}";
            if (IsOrganisation)
                yield return "n:" + name;
        }

        if (BirthDate is { } born)
        {
            foreach (var word in Names.SelectMany(n => n.Split(' ')).Distinct())
                yield return $"b:{born.DayNumber}:{word}";
        }
    }

    private static string[] Of(Client client, ClientReachKind kind) => [.. client.Reaches.Where(r => r.Kind == kind && r.RetiredAt is null).Select(r => r.Value)];

    private static string[] Folded(string? text)
    {
        var folded = new StringBuilder();
        foreach (var letter in (text ?? "").Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(letter) || char.IsSurrogate(letter))
                folded.Append(char.ToLowerInvariant(letter));
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                folded.Append(' ');
        }

        return folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
