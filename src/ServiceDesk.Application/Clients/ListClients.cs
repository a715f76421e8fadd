using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Staff;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Clients;

/// <summary>Which cards of the register.</summary>
public enum ClientShelf
{
    /// <summary>Those in use.</summary>
    InUse,

    /// <summary>Those whose processing is restricted.</summary>
    Restricted,

    /// <summary>Those nobody can be reached by.</summary>
    Unreachable,

    /// <summary>Those that became part of another card.</summary>
    Merged,
}

/// <summary>In what order.</summary>
public enum ClientSort
{
    /// <summary>By the Latvian alphabet.</summary>
    Name,

    /// <summary>Those made last first.</summary>
    Newest,
}

/// <summary>Which clients. No field holds anything personal: filters stand in addresses.</summary>
/// <param name="Kind">Only of this kind.</param>
/// <param name="GroupId">Only of this group.</param>
/// <param name="Letter">Only those that begin so; <see cref="ListClientsHandler.Rest"/> for what begins with none of the letters.</param>
/// <param name="Shelf">Which cards.</param>
/// <param name="Sort">In what order.</param>
/// <param name="Page">From 1.</param>
public sealed record ClientFilter(
    ClientKind? Kind = null, Guid? GroupId = null, string? Letter = null, ClientShelf Shelf = ClientShelf.InUse, ClientSort Sort = ClientSort.Name, int Page = 1);

/// <summary>A client in the list.</summary>
public sealed record ClientRow(
    Guid Id, string Name, ClientKind Kind, string? RegistrationNumber, string? Phone, string? Email, string? Address, bool IsRestricted, DateTimeOffset CreatedAt);

/// <summary>A page of clients.</summary>
/// <param name="Rows">In order.</param>
/// <param name="Total">How many fit.</param>
/// <param name="Groups">Groups to filter by.</param>
public sealed record ClientList(IReadOnlyList<ClientRow> Rows, int Total, IReadOnlyList<Choice> Groups);

/// <summary>Reads the register of clients, within what one may see of it.</summary>
public sealed class ListClientsHandler(IServiceDeskDb db, ICurrentUser user)
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 50;

    /// <summary>Stands for every beginning that is none of <see cref="Letters"/>.</summary>
    public const string Rest = "*";

    /// <summary>Letters a name may begin with; long vowels are with the short ones.</summary>
    public static IReadOnlyList<string> Letters { get; } = [.. "ABCČDEFGĢHIJKĶLĻMNŅOPQRSŠTUVWXYZŽ".Select(c => c.ToString())];

    /// <summary>One page.</summary>
    public async Task<ClientList> HandleAsync(ClientFilter filter, CancellationToken cancellationToken)
    {
        user.Demand(Permission.SeeClients);
        var found = Apply(db.Set<Client>().AsNoTracking().ClientsVisibleTo(user, db.Set<Case>()), filter);
        var total = await found.CountAsync(cancellationToken);
        var ordered = filter.Sort == ClientSort.Newest ? found.OrderByDescending(c => c.CreatedAt).ThenBy(c => c.Id) : found.OrderBy(c => c.SortKey).ThenBy(c => c.Id);
        var rows = await ordered.Skip((Math.Clamp(filter.Page, 1, 10_000) - 1) * PageSize).Take(PageSize)
            .Select(c => new ClientRow(
                c.Id, c.Name, c.Kind, c.RegistrationNumber,
                c.Reaches.Where(r => r.Kind == ClientReachKind.Phone && r.IsPrimary).Select(r => r.Written).FirstOrDefault(),
                c.Reaches.Where(r => r.Kind == ClientReachKind.Email && r.IsPrimary).Select(r => r.Written).FirstOrDefault(),
                c.Addresses.Where(a => a.RetiredAt == null).OrderBy(a => a.Id).Select(a => a.Line).FirstOrDefault(),
                c.RestrictedAt != null, c.CreatedAt)).ToListAsync(cancellationToken);
        return new ClientList(rows, total, await GroupsAsync(cancellationToken));
    }

    /// <summary>Target groups a client may join, in the language of whoever asks.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <param name="kept">Groups the client is in: they stay there though they are not offered any more.</param>
    public async Task<IReadOnlyList<Choice>> GroupsAsync(CancellationToken cancellationToken, IReadOnlyCollection<Guid>? kept = null)
    {
        var (language, stay) = (Texts.Current.Language, kept ?? []);
        var groups = await db.Set<TargetGroup>().AsNoTracking().Where(g => g.IsOffered || stay.Contains(g.Id)).OrderBy(g => g.Order).ToListAsync(cancellationToken);
        return [.. groups.Select(g => new Choice(g.Id, g.NameIn(language)))];
    }

    /// <summary>The clients a filter means, not yet in order.</summary>
    internal static IQueryable<Client> Apply(IQueryable<Client> clients, ClientFilter filter)
    {
        clients = filter.Shelf switch
        {
            ClientShelf.Restricted => clients.Where(c => c.State == ClientState.Active && c.RestrictedAt != null),
            ClientShelf.Unreachable => clients.Where(c => c.State == ClientState.Active && !c.Addresses.Any(a => a.RetiredAt == null)
                && !c.Reaches.Any(r => r.RetiredAt == null && r.Kind != ClientReachKind.Iban)),
            ClientShelf.Merged => clients.Where(c => c.State == ClientState.Merged),
            _ => clients.Where(c => c.State == ClientState.Active),
        };
        if (filter.Kind is { } kind)
            clients = clients.Where(c => c.Kind == kind);
        if (filter.GroupId is { } group)
            clients = clients.Where(c => c.Groups.Any(g => g.GroupId == group && g.LeftAt == null));
        if (filter.Letter == Rest)
        {
            var beginnings = Letters.Select(l => LatvianOrder.Beginning(l) + "%").ToArray();
            clients = clients.Where(c => !beginnings.Any(b => EF.Functions.Like(c.SortKey, b)));
        }
        else if (filter.Letter is { Length: > 0 } letter && Letters.Contains(letter, StringComparer.OrdinalIgnoreCase))
        {
            var beginning = LatvianOrder.Beginning(letter);
            clients = clients.Where(c => c.SortKey.StartsWith(beginning));
        }

        return clients;
    }
}
