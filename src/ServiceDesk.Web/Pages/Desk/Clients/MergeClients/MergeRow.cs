using ServiceDesk.Application.Clients.Duplicates;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Clients.Duplicates;

namespace ServiceDesk.Web.Pages.Desk.Clients.MergeClients;

/// <summary>A field of two cards side by side.</summary>
/// <param name="Field">The field.</param>
/// <param name="Survivor">The survivor's value in words; null for none.</param>
/// <param name="Other">The other card's.</param>
public sealed record MergeRow(MergeField Field, string? Survivor, string? Other)
{
    /// <summary>Whether there is anything to choose.</summary>
    public bool Differs => !string.Equals(Survivor, Other, StringComparison.Ordinal);

    /// <summary>What is chosen until somebody chooses: what is known beats what is not, and a name with its marks one without.</summary>
    public bool PrefersOther => Differs && Other is not null && (Survivor is null || (Field == MergeField.Name && Marks(Other) > Marks(Survivor) && ClientTraits.Words(ClientKind.Person, Other) == ClientTraits.Words(ClientKind.Person, Survivor)));

    /// <summary>The fields of which at least one card knows something.</summary>
    public static IReadOnlyList<MergeRow> Of(ComparedClients cards, Texts t, Dates dates)
    {
        var (a, b) = (cards.Survivor.Client, cards.Other.Client);
        return
        [
            .. Enum.GetValues<MergeField>().Select(field => new MergeRow(field, Value(a, field), Value(b, field))).Where(r => r.Survivor is not null || r.Other is not null)
                // The kind of somebody known only by a number gives way.
                .Select(r => r.Field == MergeField.Kind && a.Kind == ClientKind.Unknown && b.Kind != ClientKind.Unknown ? r with { Survivor = null } : r)
                .Select(r => r.Field == MergeField.Name && a.Kind == ClientKind.Unknown && b.Kind != ClientKind.Unknown ? r with { Survivor = null } : r),
        ];

        string? Value(Client c, MergeField field) => field switch
        {
            MergeField.Kind => t.Of(c.Kind),
            MergeField.Name => c.Name,
            MergeField.Language => c.Language,
            MergeField.PreferredChannel => c.PreferredChannel is { } channel ? t.Of(channel) : null,
            MergeField.BirthDate => c.BirthDate is { } born ? dates.Numeric(born) : null,
            MergeField.Code => c.Codes.FirstOrDefault(k => k.IsCurrent) is { } code ? $"••••••-•{code.LastFour}" : null,
            MergeField.RegistrationNumber => c.RegistrationNumber,
            MergeField.VatNumber => c.VatByCode ? t["Clients.Merge.VatByCode"] : c.VatNumber,
            MergeField.LegalForm => c.LegalForm,
            MergeField.Employee => c.EmployeeId is { } id ? cards.Employees.GetValueOrDefault(id) : null,
            MergeField.HeardFrom => c.HeardFrom is { } from ? t.Of(from) : null,
            MergeField.MainPhone => MainReach(c, ClientReachKind.Phone),
            MergeField.MainEmail => MainReach(c, ClientReachKind.Email),
            _ => throw new ArgumentOutOfRangeException(nameof(field)),
        };
    }

    private static string? MainReach(Client client, ClientReachKind kind) => client.Reaches.FirstOrDefault(r => r.Kind == kind && r.IsPrimary)?.Written;

    private static int Marks(string name) => name.Count(c => c > 127);
}
