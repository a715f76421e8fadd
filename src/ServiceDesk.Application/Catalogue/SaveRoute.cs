using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Catalogue;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Catalogue;

/// <summary>A route as a form gives it.</summary>
/// <param name="Id">Which; null makes a new one.</param>
/// <param name="Seen">Version the page showed.</param>
/// <param name="Name">What officials call it.</param>
/// <param name="When">Its conditions.</param>
/// <param name="UnitId">The unit that answers; may be left out when a person is named.</param>
/// <param name="AssigneeId">The person who answers, or null.</param>
public sealed record SaveRoute(Guid? Id, int? Seen, string? Name, RouteConditions When, Guid? UnitId, Guid? AssigneeId);

/// <summary>Makes, changes, switches and orders routes. Everything is written into the history of changes and can be taken back.</summary>
public sealed class SaveRouteHandler(IServiceDeskDb db, CatalogueEditor editor, ChangeLog log)
{
    /// <summary>Reads one; null when there is none.</summary>
    public Task<Route?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        db.Set<Route>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellationToken);

    /// <summary>Saves the route; its key. Refuses a person of another unit.</summary>
    public async Task<Guid> HandleAsync(SaveRoute command, CancellationToken cancellationToken)
    {
        editor.RefuseIfNotAllowed();
        var person = command.AssigneeId is { } personId
            ? await db.Set<Employee>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == personId && e.IsActive, cancellationToken) ?? throw new Refusal("Cases.Refusal.PersonUnknown")
            : null;
        if (command.UnitId is null && person is null)
            throw new Refusal("Catalogue.Refusal.RouteNeedsUnit");
        var unitId = command.UnitId ?? person!.UnitId;
        var unitName = await editor.UnitAsync(unitId, cancellationToken);
        if (person is not null && person.UnitId != unitId)
            throw new Refusal("Cases.Refusal.PersonOfOtherUnit", person.FullName, unitName);
        if (command.When.TopicId is { } topic && await editor.TopicNameAsync(topic, cancellationToken) is null)
            throw new Refusal("Cases.Refusal.TopicUnknown");
        if (command.When.ServiceId is { } service && !await db.Set<Service>().AnyAsync(s => s.Id == service, cancellationToken))
            throw new Refusal("Catalogue.Refusal.ServiceUnknown");

        if (command.Id is not { } id)
        {
            var last = await db.Set<Route>().MaxAsync(r => (int?)r.Order, cancellationToken) ?? 0;
            var made = new Route(command.Name, command.When, unitId, command.AssigneeId, last + 1);
            db.Set<Route>().Add(made);
            log.Record(ChangedThing.Route, made.Id, made.Name, null, await ValuesAsync(made, cancellationToken));
            await editor.SaveAsync(cancellationToken);
            return made.Id;
        }

        var route = await LoadAsync(id, cancellationToken);
        CatalogueEditor.RefuseIfStale(route, command.Seen);
        var before = await ValuesAsync(route, cancellationToken);
        route.Describe(command.Name, command.When, unitId, command.AssigneeId);
        log.Record(ChangedThing.Route, route.Id, route.Name, before, await ValuesAsync(route, cancellationToken));
        await editor.SaveAsync(cancellationToken);
        return route.Id;
    }

    /// <summary>Puts a route into use, or out of it.</summary>
    public async Task SwitchAsync(Guid id, bool on, CancellationToken cancellationToken)
    {
        editor.RefuseIfNotAllowed();
        var route = await LoadAsync(id, cancellationToken);
        var before = new ChangeValues().With(ChangedField.InUse, route.IsActive);
        route.Switch(on);
        log.Record(ChangedThing.Route, route.Id, route.Name, before, new ChangeValues().With(ChangedField.InUse, on), action: on ? ChangeAction.Restored : ChangeAction.Retired);
        await editor.SaveAsync(cancellationToken);
    }

    /// <summary>Moves a route one place in the row.</summary>
    public async Task MoveAsync(Guid id, Direction direction, CancellationToken cancellationToken)
    {
        editor.RefuseIfNotAllowed();
        var all = await db.Set<Route>().OrderBy(r => r.Order).ThenBy(r => r.Id).ToListAsync(cancellationToken);
        var at = all.FindIndex(r => r.Id == id);
        var to = direction == Direction.Up ? at - 1 : at + 1;
        if (at < 0 || to < 0 || to >= all.Count)
            return;
        var route = all[at];
        (all[at], all[to]) = (all[to], all[at]);
        for (var i = 0; i < all.Count; i++)
            all[i].Stand(i + 1);
        log.Record(ChangedThing.Route, route.Id, route.Name, new ChangeValues().With(ChangedField.Order, at + 1), new ChangeValues().With(ChangedField.Order, to + 1));
        await editor.SaveAsync(cancellationToken);
    }

    /// <summary>Takes the last change of a route back. Refused when there is none.</summary>
    public async Task UndoAsync(Guid id, CancellationToken cancellationToken)
    {
        editor.RefuseIfNotAllowed();
        if (await editor.LastChangeAsync(ChangedThing.Route, id, cancellationToken) is not var (before, fields))
            throw new Refusal("Catalogue.Refusal.NothingToUndo");
        var route = await LoadAsync(id, cancellationToken);
        if (fields.Contains(ChangedField.InUse))
        {
            await SwitchAsync(id, before.YesOf(ChangedField.InUse) ?? true, cancellationToken);
            return;
        }

        if (fields.Contains(ChangedField.Order) && before[ChangedField.Order]?.GetValue<int>() is { } place)
        {
            if (place == route.Order)
                throw new Refusal("Catalogue.Refusal.NothingToUndo"); // Other moves have brought it back already.
            await MoveAsync(id, place < route.Order ? Direction.Up : Direction.Down, cancellationToken);
            return;
        }

        Guid? Thing(ChangedField field, Guid? current) => fields.Contains(field) ? before.IdOf(field) : current;
        string? Text(ChangedField field, string? current) => fields.Contains(field) ? before.TextOf(field) : current;
        var when = new RouteConditions(
            Thing(ChangedField.Topic, route.TopicId), Thing(ChangedField.Service, route.ServiceId),
            fields.Contains(ChangedField.Kind) ? Word<CaseKind>(before, ChangedField.Kind) : route.Kind,
            fields.Contains(ChangedField.Channel) ? Word<Channel>(before, ChangedField.Channel) : route.Channel,
            Text(ChangedField.Place, route.Places));
        await HandleAsync(
            new SaveRoute(id, null, Text(ChangedField.Name, route.Name), when, Thing(ChangedField.Unit, route.UnitId), Thing(ChangedField.Responsible, route.AssigneeId)),
            cancellationToken);
    }

    private static TEnum? Word<TEnum>(ChangeValues values, ChangedField field)
        where TEnum : struct, Enum =>
        (string?)values[field]?["key"] is { } key && Enum.TryParse<TEnum>(key[(key.LastIndexOf('.') + 1)..], out var value) ? value : null;

    private async Task<Route> LoadAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Set<Route>().SingleOrDefaultAsync(r => r.Id == id, cancellationToken) ?? throw new Refusal("Catalogue.Refusal.RouteUnknown");

    private async Task<ChangeValues> ValuesAsync(Route route, CancellationToken cancellationToken)
    {
        var person = await db.Set<Employee>().Where(e => e.Id == route.AssigneeId).Select(e => e.Name + " " + e.Surname).SingleOrDefaultAsync(cancellationToken);
        var service = await db.Set<Service>().Where(s => s.Id == route.ServiceId).Select(s => s.NameLv).SingleOrDefaultAsync(cancellationToken);
        return new ChangeValues()
            .With(ChangedField.Name, route.Name)
            .With(ChangedField.Topic, route.TopicId, await editor.TopicNameAsync(route.TopicId, cancellationToken))
            .With(ChangedField.Service, route.ServiceId, service)
            .With(ChangedField.Kind, route.Kind)
            .With(ChangedField.Channel, route.Channel)
            .With(ChangedField.Place, route.Places)
            .With(ChangedField.Unit, route.UnitId, await editor.UnitAsync(route.UnitId, cancellationToken))
            .With(ChangedField.Responsible, route.AssigneeId, person);
    }
}
