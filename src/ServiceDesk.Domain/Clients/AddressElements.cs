using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Clients;

/// <summary>
/// The parts of an address as the state register of addresses has them (Cabinet Regulation 698/2015), from large to small. All may be
/// missing; an address that fits no parts is kept as a free line.
/// </summary>
public sealed record AddressElements
{
    /// <summary>Longest part, characters.</summary>
    public const int MaxPartLength = 100;

    /// <summary>Longest line, characters.</summary>
    public const int MaxLineLength = 500;

    /// <summary>State city or county: <c>Rīga</c>, <c>Siguldas novads</c>.</summary>
    public string? Municipality { get; init; }

    /// <summary>Town of a county: <c>Sigulda</c>.</summary>
    public string? Town { get; init; }

    /// <summary>Parish: <c>Mores pagasts</c>.</summary>
    public string? Parish { get; init; }

    /// <summary>Village: <c>Stalbe</c>.</summary>
    public string? Village { get; init; }

    /// <summary>Street, avenue, square: <c>Pils iela</c>.</summary>
    public string? Street { get; init; }

    /// <summary>House number with letter or corpus: <c>16</c>, <c>16A</c>, <c>16 k-2</c>.</summary>
    public string? House { get; init; }

    /// <summary>Name of a farmstead, without quotation marks: <c>Liepas</c>.</summary>
    public string? HouseName { get; init; }

    /// <summary>Number of the flat or group of rooms.</summary>
    public string? Flat { get; init; }

    /// <summary>Postal code: <c>LV-2150</c>; of another country as written there.</summary>
    public string? PostalCode { get; init; }

    /// <summary>Country, when it is another one.</summary>
    public string? Country { get; init; }

    /// <summary>Code of the state register, when it was picked from there.</summary>
    public string? RegisterCode { get; init; }

    /// <summary>An address in the client's own words, when it fits no parts.</summary>
    public string? Free { get; init; }

    /// <summary>As written on an envelope: <c>Pils iela 16 - 5, Sigulda, Siguldas nov., LV-2150</c>.</summary>
    public string Line
    {
        get
        {
            var name = HouseName is null ? null : $"\"{HouseName}\"";
            var house = string.Join(' ', new[] { Street, House }.OfType<string>());
            var place = name is null ? house : house.Length == 0 ? name : $"{name}, {house}";
            if (Flat is not null)
                place = place.Length == 0 ? Flat : $"{place} - {Flat}";
            string?[] parts = [Free, place, Village, Shorten(Parish, "pagasts", "pag."), Town, Shorten(Municipality, "novads", "nov."), PostalCode, Country];
            return string.Join(", ", parts.Where(p => !string.IsNullOrEmpty(p)));
        }
    }

    /// <summary>The same with blank parts removed, quotation marks of a house name dropped, words written out and the postal code checked.</summary>
    public AddressElements Normalised()
    {
        var normal = new AddressElements
        {
            Municipality = WriteOut(Clean(Municipality), "nov.", "novads"),
            Town = Clean(Town),
            Parish = WriteOut(Clean(Parish), "pag.", "pagasts"),
            Village = Clean(Village),
            Street = Clean(Street),
            House = Clean(House),
            HouseName = Clean(HouseName?.Trim().Trim('"', '\u201E', '\u201C', '\u201D', '\u00AB', '\u00BB')),
            Flat = Clean(Flat),
            PostalCode = Clean(PostalCode),
            Country = IsHere(Clean(Country)) ? null : Clean(Country),
            RegisterCode = Clean(RegisterCode),
            Free = Clean(Free, MaxLineLength),
        };
        if (normal.PostalCode is null || normal.Country is not null)
            return normal.Line.Length <= MaxLineLength ? normal : throw new Refusal("Clients.Refusal.AddressTooLong", MaxLineLength);
        var code = Identifiers.PostalCode.Check(normal.PostalCode);
        normal = normal with { PostalCode = code.Value?.Value ?? throw new Refusal(code.Error!) };
        return normal.Line.Length <= MaxLineLength ? normal : throw new Refusal("Clients.Refusal.AddressTooLong", MaxLineLength);
    }

    private static bool IsHere(string? country) => country is null || country.Equals("Latvija", StringComparison.OrdinalIgnoreCase) || country.Equals("LV", StringComparison.OrdinalIgnoreCase);

    private static string? Clean(string? text, int longest = MaxPartLength)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var clean = string.Join(' ', text.Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return clean.Length <= longest ? clean : throw new Refusal("Clients.Refusal.WordTooLong", longest);
    }

    private static string? Shorten(string? name, string word, string abbreviation) =>
        name is not null && name.EndsWith(" " + word, StringComparison.Ordinal) ? name[..^word.Length] + abbreviation : name;

    private static string? WriteOut(string? name, string abbreviation, string word) =>
        name is not null && name.EndsWith(" " + abbreviation, StringComparison.Ordinal) ? name[..^abbreviation.Length] + word : name;
}
