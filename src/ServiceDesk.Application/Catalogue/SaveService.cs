using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Catalogue;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Catalogue;

/// <summary>A service as a form gives it.</summary>
/// <param name="Id">Which; null makes a new one.</param>
/// <param name="Seen">Version the page showed.</param>
/// <param name="NameLv">Latvian name.</param>
/// <param name="NameEn">English name.</param>
/// <param name="NameRu">Russian name.</param>
/// <param name="TopicId">Its topic.</param>
/// <param name="UnitId">The unit that answers; null for the topic's.</param>
/// <param name="Link">Where it is described, or null.</param>
public sealed record SaveService(Guid? Id, int? Seen, string? NameLv, string? NameEn, string? NameRu, Guid? TopicId, Guid? UnitId, string? Link);

/// <summary>Makes, changes and retires services. Everything is written into the history of changes and can be taken back.</summary>
public sealed class SaveServiceHandler(IServiceDeskDb db, CatalogueEditor editor, ChangeLog log)
{
    /// <summary>Reads one; null when there is none.</summary>
    public Task<Service?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        db.Set<Service>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellationToken);

    /// <summary>Saves the service; its key.</summary>
    public async Task<Guid> HandleAsync(SaveService command, CancellationToken cancellationToken)
    {
        editor.RefuseIfNotAllowed();
        if (command.TopicId is not { } topicId || await editor.TopicNameAsync(topicId, cancellationToken) is null)
            throw new Refusal("Catalogue.Refusal.ServiceNeedsTopic");
        if (command.UnitId is not null)
            await editor.UnitAsync(command.UnitId, cancellationToken);
        if (command.Id is not { } id)
        {
            var made = new Service(command.NameLv, command.NameEn, command.NameRu, topicId, command.UnitId, command.Link);
            db.Set<Service>().Add(made);
            log.Record(ChangedThing.Service, made.Id, made.NameLv, null, await ValuesAsync(made, cancellationToken));
            await editor.SaveAsync(cancellationToken);
            return made.Id;
        }

        var service = await LoadAsync(id, cancellationToken);
        CatalogueEditor.RefuseIfStale(service, command.Seen);
        var before = await ValuesAsync(service, cancellationToken);
        service.Describe(command.NameLv, command.NameEn, command.NameRu, topicId, command.UnitId, command.Link);
        log.Record(ChangedThing.Service, service.Id, service.NameLv, before, await ValuesAsync(service, cancellationToken));
        await editor.SaveAsync(cancellationToken);
        return service.Id;
    }

    /// <summary>Takes a service from the forms, or offers it again.</summary>
    public async Task OfferAsync(Guid id, bool offered, CancellationToken cancellationToken)
    {
        editor.RefuseIfNotAllowed();
        var service = await LoadAsync(id, cancellationToken);
        var before = new ChangeValues().With(ChangedField.InUse, service.IsOffered);
        if (offered)
            service.OfferAgain();
        else
            service.Retire();
        log.Record(ChangedThing.Service, service.Id, service.NameLv, before, new ChangeValues().With(ChangedField.InUse, offered), action: offered ? ChangeAction.Restored : ChangeAction.Retired);
        await editor.SaveAsync(cancellationToken);
    }

    /// <summary>Takes the last change of a service back. Refused when there is none.</summary>
    public async Task UndoAsync(Guid id, CancellationToken cancellationToken)
    {
        editor.RefuseIfNotAllowed();
        if (await editor.LastChangeAsync(ChangedThing.Service, id, cancellationToken) is not var (before, fields))
            throw new Refusal("Catalogue.Refusal.NothingToUndo");
        if (fields.Contains(ChangedField.InUse))
        {
            await OfferAsync(id, before.YesOf(ChangedField.InUse) ?? true, cancellationToken);
            return;
        }

        var service = await LoadAsync(id, cancellationToken);
        string? Text(ChangedField field, string? current) => fields.Contains(field) ? before.TextOf(field) : current;
        await HandleAsync(
            new SaveService(
                id, null, Text(ChangedField.Name, service.NameLv), Text(ChangedField.NameEn, service.NameEn), Text(ChangedField.NameRu, service.NameRu),
                fields.Contains(ChangedField.Topic) ? before.IdOf(ChangedField.Topic) : service.TopicId,
                fields.Contains(ChangedField.Unit) ? before.IdOf(ChangedField.Unit) : service.UnitId,
                Text(ChangedField.Link, service.Link)),
            cancellationToken);
    }

    private async Task<Service> LoadAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Set<Service>().SingleOrDefaultAsync(s => s.Id == id, cancellationToken) ?? throw new Refusal("Catalogue.Refusal.ServiceUnknown");

    private async Task<ChangeValues> ValuesAsync(Service service, CancellationToken cancellationToken) => new ChangeValues()
        .With(ChangedField.Name, service.NameLv).With(ChangedField.NameEn, service.NameEn).With(ChangedField.NameRu, service.NameRu)
        .With(ChangedField.Topic, service.TopicId, await editor.TopicNameAsync(service.TopicId, cancellationToken))
        .With(ChangedField.Unit, service.UnitId, service.UnitId is { } unit ? await editor.UnitAsync(unit, cancellationToken) : null)
        .With(ChangedField.Link, service.Link);
}
