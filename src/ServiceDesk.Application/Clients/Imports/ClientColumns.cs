using ServiceDesk.Application.Cases.Imports;
using ServiceDesk.Application.Clients.Exports;
using ServiceDesk.Domain.Clients;

namespace ServiceDesk.Application.Clients.Imports;

/// <summary>The columns of a file of clients, known by what an export writes into the heading, or by their English names.</summary>
public static class ClientColumns
{
    internal const string Code = "Personas kods";

    private static readonly Dictionary<string, string> Others = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Card"] = ClientSheet.Card,
        ["Kind"] = ClientSheet.Kind,
        ["Klienta veids"] = ClientSheet.Kind,
        ["Name"] = ClientSheet.Name,
        ["Vārds, uzvārds"] = ClientSheet.Name,
        ["Date of birth"] = ClientSheet.Born,
        ["Birth date"] = ClientSheet.Born,
        ["Personal code"] = Code,
        ["Registration number"] = ClientSheet.Number,
        ["VAT number"] = ClientSheet.Vat,
        ["Legal form"] = ClientSheet.Form,
        ["Phone"] = ClientSheet.Phone,
        ["E-mail"] = ClientSheet.Email,
        ["Email"] = ClientSheet.Email,
        ["E-address"] = ClientSheet.EAddress,
        ["Account"] = ClientSheet.Iban,
        ["IBAN"] = ClientSheet.Iban,
        ["Street"] = ClientSheet.Street,
        ["House number"] = ClientSheet.House,
        ["House name"] = ClientSheet.HouseName,
        ["Flat"] = ClientSheet.Flat,
        ["Village"] = ClientSheet.Village,
        ["Parish"] = ClientSheet.Parish,
        ["Town"] = ClientSheet.Town,
        ["Municipality"] = ClientSheet.Municipality,
        ["Postal code"] = ClientSheet.PostalCode,
        ["Country"] = ClientSheet.Country,
        ["Address"] = ClientSheet.Address,
        ["Addressee"] = ClientSheet.Addressee,
        ["Language"] = ClientSheet.Language,
        ["Target groups"] = ClientSheet.Groups,
        ["Heard of us"] = ClientSheet.Heard,
    };

    /// <summary>All columns, in the order an export has them, and the personal code, which no export has.</summary>
    public static IReadOnlyList<string> All { get; } = [.. ClientSheet.Columns, Code];

    internal static IReadOnlyDictionary<ClientReachKind, string> Reaches { get; } = new Dictionary<ClientReachKind, string>
    {
        [ClientReachKind.Phone] = ClientSheet.Phone,
        [ClientReachKind.Email] = ClientSheet.Email,
        [ClientReachKind.EAddress] = ClientSheet.EAddress,
        [ClientReachKind.Iban] = ClientSheet.Iban,
    };

    /// <summary>Where each column stands; null when kind or name is missing, or a column stands there twice.</summary>
    internal static Dictionary<string, int>? Places(IReadOnlyList<string> heading)
    {
        Dictionary<string, int> places = [];
        for (var i = 0; i < heading.Count; i++)
        {
            if (Find(heading[i]) is { } column && !places.TryAdd(column, i))
                return null;
        }

        return places.ContainsKey(ClientSheet.Kind) && places.ContainsKey(ClientSheet.Name) ? places : null;
    }

    /// <summary>The column a heading means; null when it is none of ours.</summary>
    internal static string? Find(string heading)
    {
        var tidy = OldRegisterReader.Tidy(heading);
        return All.FirstOrDefault(c => c.Equals(tidy, StringComparison.OrdinalIgnoreCase)) ?? Others.GetValueOrDefault(tidy);
    }
}
