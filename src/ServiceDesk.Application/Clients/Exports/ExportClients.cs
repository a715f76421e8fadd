using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Shared.Sheets;
using ServiceDesk.Application.Staff;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Operations;

namespace ServiceDesk.Application.Clients.Exports;

/// <summary>
/// Writes clients into a file for a spreadsheet. Personal codes are not in it, nor are cards whose processing is restricted:
/// they are not used while it is. That the list was taken away is in the access log.
/// </summary>
public sealed class ExportClientsHandler(IServiceDeskDb db, ReadLog log, ICurrentUser user)
{
    private const int Batch = 500;

    /// <summary>Row by row, by the alphabet.</summary>
    public async Task HandleAsync(ClientFilter filter, ISheetWriter sheet, CancellationToken cancellationToken)
    {
        user.Demand(Permission.ImportClients);
        await log.NoteAsync(new Reading(ReadThing.ClientList, "", "", ReadWay.Export), cancellationToken);
        await sheet.WriteAsync([.. ClientSheet.Columns], cancellationToken);
        var t = Texts.Current;
        var clients = ListClientsHandler.Apply(db.Set<Client>().AsNoTracking().ClientsVisibleTo(user, db.Set<Case>()), filter).Where(c => c.RestrictedAt == null).OrderBy(c => c.SortKey).ThenBy(c => c.Id);
        for (var done = 0; ; done += Batch)
        {
            var page = await clients.Include(c => c.Reaches).Include(c => c.Addresses).Include(c => c.Groups).Skip(done).Take(Batch).ToListAsync(cancellationToken);
            foreach (var client in page)
                await sheet.WriteAsync([.. ClientSheet.Columns.Select(column => Cell(client, column, t))], cancellationToken);
            if (page.Count < Batch)
                return;
        }
    }

    private static object? Cell(Client client, string column, Texts t)
    {
        var address = client.Addresses.Where(a => a.RetiredAt is null).OrderBy(a => a.Kind).ThenBy(a => a.Id).FirstOrDefault();
        string? Reach(ClientReachKind kind) => string.Join(" / ", client.Reaches.Where(r => r.Kind == kind && r.RetiredAt is null).OrderByDescending(r => r.IsPrimary).Select(r => r.Written));
        return column switch
        {
            ClientSheet.Card => client.Id.ToString(),
            ClientSheet.Kind => t.Of(client.Kind),
            ClientSheet.Name => client.Name,
            ClientSheet.Born => client.BirthDate,
            ClientSheet.Number => client.RegistrationNumber,
            ClientSheet.Vat => client.VatNumber,
            ClientSheet.Form => client.LegalForm,
            ClientSheet.Phone => Reach(ClientReachKind.Phone),
            ClientSheet.Email => Reach(ClientReachKind.Email),
            ClientSheet.EAddress => Reach(ClientReachKind.EAddress),
            ClientSheet.Iban => Reach(ClientReachKind.Iban),
            ClientSheet.Street => address?.Elements.Street,
            ClientSheet.House => address?.Elements.House,
            ClientSheet.HouseName => address?.Elements.HouseName,
            ClientSheet.Flat => address?.Elements.Flat,
            ClientSheet.Village => address?.Elements.Village,
            ClientSheet.Parish => address?.Elements.Parish,
            ClientSheet.Town => address?.Elements.Town,
            ClientSheet.Municipality => address?.Elements.Municipality,
            ClientSheet.PostalCode => address?.Elements.PostalCode,
            ClientSheet.Country => address?.Elements.Country,
            ClientSheet.Address => address?.Elements.Free,
            ClientSheet.Addressee => address?.Addressee,
            ClientSheet.Language => client.Language,
            ClientSheet.Groups => string.Join(" / ", client.Groups.Where(g => g.LeftAt is null).Select(g => g.GroupName).Order(StringComparer.Ordinal)),
            ClientSheet.Heard => client.HeardFrom is { } source ? t.Of(source) : null,
            _ => null,
        };
    }
}
