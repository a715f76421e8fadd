using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Catalogue;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Clients;

/// <summary>A target group as a form gives it.</summary>
/// <param name="Id">Which; null makes a new one.</param>
/// <param name="Seen">Version the page showed.</param>
/// <param name="Name">Latvian name.</param>
/// <param name="NameEn">English name.</param>
/// <param name="NameRu">Russian name.</param>
public sealed record SaveTargetGroup(Guid? Id, int? Seen, string? Name, string? NameEn, string? NameRu);

/// <summary>A target group in the list.</summary>
/// <param name="Group">The group.</param>
/// <param name="Clients">Clients who are in it now.</param>
public sealed record TargetGroupRow(TargetGroup Group, int Clients);

/// <summary>
/// Keeps the target groups of clients. A group is never deleted, only no longer offered: who is in it stays in it. Everything is written into
/// the history of changes and can be taken back.
/// </summary>
public sealed class TargetGroupsHandler(IServiceDeskDb db, CatalogueEditor editor, ChangeLog log)
{
    /// <summary>All of them in their order, with the number of clients; a number tells nobody who they are.</summary>
    public async Task<IReadOnlyList<TargetGroupRow>> ListAsync(CancellationToken cancellationToken)
    {
        editor.RefuseIfNotAllowed();
        var clients = db.Set<Client>().AsNoTracking().Where(c => c.State == ClientState.Active);
        return await db.Set<TargetGroup>().AsNoTracking().OrderBy(g => g.Order).ThenBy(g => g.Id)
            .Select(g => new TargetGroupRow(g, clients.Count(c => c.Groups.Any(m => m.GroupId == g.Id && m.LeftAt == null)))).ToListAsync(cancellationToken);
    }

    /// <summary>Reads one; null when there is none.</summary>
    public Task<TargetGroup?> FindAsync(Guid id, CancellationToken cancellationToken) => db.Set<TargetGroup>().AsNoTracking().SingleOrDefaultAsync(g => g.Id == id, cancellationToken);

    /// <summary>Saves the group; its key. A new name is written to the cards of those who are in it. Refused when another group offered has the name.</summary>
    public async Task<Guid> HandleAsync(SaveTargetGroup command, CancellationToken cancellationToken)
    {
        editor.RefuseIfNotAllowed();
        var name = command.Name?.Trim();
        if (await db.Set<TargetGroup>().AnyAsync(g => g.Name == name && g.Id != command.Id, cancellationToken))
            throw new Refusal("Clients.Refusal.GroupTwice", name!);
        if (command.Id is not { } id)
        {
            var last = await db.Set<TargetGroup>().MaxAsync(g => (int?)g.Order, cancellationToken) ?? 0;
            var made = new TargetGroup(null, command.Name, command.NameEn, command.NameRu, last + 1);
            db.Set<TargetGroup>().Add(made);
            log.Record(ChangedThing.TargetGroup, made.Id, made.Name, null, Values(made));
            await editor.SaveAsync(cancellationToken);
            return made.Id;
        }

        await db.InTransactionAsync(async token =>
        {
            db.Forget();
            var group = await LoadAsync(id, token);
            CatalogueEditor.RefuseIfStale(group, command.Seen);
            var (before, called) = (Values(group), group.Name);
            group.Describe(command.Name, command.NameEn, command.NameRu);
            log.Record(ChangedThing.TargetGroup, group.Id, group.Name, before, Values(group));
            await editor.SaveAsync(token);
            if (group.Name != called)
                await db.Set<ClientGroup>().Where(m => m.GroupId == id && m.LeftAt == null).ExecuteUpdateAsync(m => m.SetProperty(x => x.GroupName, group.Name), token);
            return id;
        }, cancellationToken);
        return id;
    }

    /// <summary>Takes a group from the forms, or offers it again.</summary>
    public async Task OfferAsync(Guid id, bool offered, CancellationToken cancellationToken)
    {
        editor.RefuseIfNotAllowed();
        var group = await LoadAsync(id, cancellationToken);
        if (group.IsOffered == offered)
            return;
        group.Offer(offered);
        log.Record(
            ChangedThing.TargetGroup, group.Id, group.Name, new ChangeValues().With(ChangedField.InUse, !offered), new ChangeValues().With(ChangedField.InUse, offered),
            action: offered ? ChangeAction.Restored : ChangeAction.Retired);
        await editor.SaveAsync(cancellationToken);
    }

    /// <summary>Moves a group one place in the list.</summary>
    public async Task MoveAsync(Guid id, Direction direction, CancellationToken cancellationToken)
    {
        editor.RefuseIfNotAllowed();
        var all = await db.Set<TargetGroup>().OrderBy(g => g.Order).ThenBy(g => g.Id).ToListAsync(cancellationToken);
        var at = all.FindIndex(g => g.Id == id);
        var to = direction == Direction.Up ? at - 1 : at + 1;
        if (at < 0 || to < 0 || to >= all.Count)
            return;
        (all[at], all[to]) = (all[to], all[at]);
        for (var i = 0; i < all.Count; i++)
            all[i].Stand(i + 1);
        log.Record(ChangedThing.TargetGroup, id, all[to].Name, new ChangeValues().With(ChangedField.Order, at + 1), new ChangeValues().With(ChangedField.Order, to + 1));
        await editor.SaveAsync(cancellationToken);
    }

    /// <summary>Takes the last change of a group back. Refused when there is none.</summary>
    public async Task UndoAsync(Guid id, CancellationToken cancellationToken)
    {
        editor.RefuseIfNotAllowed();
        if (await editor.LastChangeAsync(ChangedThing.TargetGroup, id, cancellationToken) is not var (before, fields))
            throw new Refusal("Catalogue.Refusal.NothingToUndo");
        if (fields.Contains(ChangedField.InUse))
        {
            await OfferAsync(id, before.YesOf(ChangedField.InUse) ?? true, cancellationToken);
            return;
        }

        if (fields.Contains(ChangedField.Order) && before[ChangedField.Order]?.GetValue<int>() is { } place)
        {
            var now = (await db.Set<TargetGroup>().AsNoTracking().OrderBy(g => g.Order).ThenBy(g => g.Id).Select(g => g.Id).ToListAsync(cancellationToken)).IndexOf(id) + 1;
            if (place == now)
                throw new Refusal("Catalogue.Refusal.NothingToUndo"); // Other moves have brought it back already.
            await MoveAsync(id, place < now ? Direction.Up : Direction.Down, cancellationToken);
            return;
        }

        var group = await LoadAsync(id, cancellationToken);
        string? Text(ChangedField field, string current) => fields.Contains(field) ? before.TextOf(field) : current;
        await HandleAsync(new SaveTargetGroup(id, null, Text(ChangedField.Name, group.Name), Text(ChangedField.NameEn, group.NameEn), Text(ChangedField.NameRu, group.NameRu)), cancellationToken);
    }

    private async Task<TargetGroup> LoadAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Set<TargetGroup>().SingleOrDefaultAsync(g => g.Id == id, cancellationToken) ?? throw new Refusal("Clients.Refusal.GroupUnknown");

    private static ChangeValues Values(TargetGroup group) =>
        new ChangeValues().With(ChangedField.Name, group.Name).With(ChangedField.NameEn, group.NameEn).With(ChangedField.NameRu, group.NameRu);
}
