using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Catalogue;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Catalogue;

/// <summary>A topic as a form gives it.</summary>
/// <param name="Id">Which; null makes a new one.</param>
/// <param name="Seen">Version the page showed.</param>
/// <param name="NameLv">Latvian name.</param>
/// <param name="NameEn">English name.</param>
/// <param name="NameRu">Russian name.</param>
/// <param name="ParentId">The topic above, or null.</param>
/// <param name="UnitId">The unit that answers.</param>
/// <param name="MovesOpenCases">When another unit answers from now on: whether open cases go with it.</param>
public sealed record SaveTopic(Guid? Id, int? Seen, string? NameLv, string? NameEn, string? NameRu, Guid? ParentId, Guid? UnitId, bool MovesOpenCases = false);

/// <summary>Open cases that would go to the new unit with their topic.</summary>
/// <param name="Count">How many.</param>
/// <param name="First">The first of them by due date.</param>
public sealed record TopicMove(int Count, IReadOnlyList<TopicMoveRow> First);

/// <summary>One of them: its head only.</summary>
public sealed record TopicMoveRow(string Number, DateOnly? DueOn, string? AssigneeName);

/// <summary>Makes, changes, retires and orders topics. Everything is written into the history of changes and can be taken back.</summary>
public sealed class SaveTopicHandler(IServiceDeskDb db, CatalogueEditor editor, ChangeLog log, ICurrentUser user, TimeProvider time)
{
    private const int Shown = 10;

    /// <summary>Reads one; null when there is none.</summary>
    public Task<Topic?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        db.Set<Topic>().AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, cancellationToken);

    /// <summary>Which open cases would go along if another unit answered: those that are with the topic's unit now.</summary>
    public async Task<TopicMove> PreviewAsync(Guid topicId, Guid newUnitId, CancellationToken cancellationToken)
    {
        editor.RefuseIfNotAllowed();
        var cases = Moving(topicId, newUnitId).AsNoTracking();
        return new(
            await cases.CountAsync(cancellationToken),
            await cases.OrderBy(c => c.DueSort).ThenBy(c => c.Id).Take(Shown)
                .Select(c => new TopicMoveRow(c.Number, c.NextDueOn, db.Set<Employee>().Where(e => e.Id == c.AssigneeId).Select(e => e.Name + " " + e.Surname).FirstOrDefault()))
                .ToListAsync(cancellationToken));
    }

    /// <summary>Saves the topic; its key.</summary>
    public async Task<Guid> HandleAsync(SaveTopic command, CancellationToken cancellationToken)
    {
        editor.RefuseIfNotAllowed();
        var unitName = await editor.UnitAsync(command.UnitId, cancellationToken);
        var all = await db.Set<Topic>().ToListAsync(cancellationToken);
        var parent = command.ParentId is { } above ? all.Find(t => t.Id == above) ?? throw new Refusal("Cases.Refusal.TopicUnknown") : null;
        if (command.Id is not { } id)
        {
            var made = new Topic(command.NameLv!, command.NameEn ?? "", command.NameRu ?? "", command.UnitId!.Value, Last(all, parent?.Id) + 1, parent);
            db.Set<Topic>().Add(made);
            log.Record(ChangedThing.Category, made.Id, made.NameLv, null, Values(made, unitName, parent?.NameLv));
            await editor.SaveAsync(cancellationToken);
            return made.Id;
        }

        var topic = all.Find(t => t.Id == id) ?? throw new Refusal("Cases.Refusal.TopicUnknown");
        CatalogueEditor.RefuseIfStale(topic, command.Seen);
        var before = Values(topic, await editor.UnitAsync(topic.UnitId, cancellationToken), all.Find(t => t.Id == topic.ParentId)?.NameLv);
        topic.Rename(command.NameLv, command.NameEn, command.NameRu);
        if (parent?.Id != topic.ParentId)
        {
            topic.PlaceUnder(parent, all.Exists(t => t.ParentId == topic.Id));
            topic.Stand(Last(all.Where(t => t.Id != topic.Id), parent?.Id) + 1);
        }

        var moved = command.MovesOpenCases && command.UnitId != topic.UnitId ? await MoveAsync(topic, command.UnitId!.Value, unitName, cancellationToken) : 0;
        topic.AnswerBy(command.UnitId!.Value);
        var after = Values(topic, unitName, parent?.NameLv);
        log.Record(ChangedThing.Category, topic.Id, topic.NameLv, before, moved > 0 ? after.With(ChangedField.MovedCases, moved) : after);
        await editor.SaveAsync(cancellationToken);
        return topic.Id;
    }

    /// <summary>Takes a topic from the forms, or offers it again.</summary>
    public async Task OfferAsync(Guid id, bool offered, CancellationToken cancellationToken)
    {
        editor.RefuseIfNotAllowed();
        var topic = await LoadAsync(id, cancellationToken);
        var before = new ChangeValues().With(ChangedField.InUse, topic.IsOffered);
        if (offered)
            topic.OfferAgain();
        else
            topic.Retire();
        log.Record(ChangedThing.Category, topic.Id, topic.NameLv, before, new ChangeValues().With(ChangedField.InUse, topic.IsOffered), action: offered ? ChangeAction.Restored : ChangeAction.Retired);
        await editor.SaveAsync(cancellationToken);
    }

    /// <summary>Moves a topic one place among those beside it. The topic for what fits nowhere else stays last.</summary>
    public async Task MoveAsync(Guid id, Direction direction, CancellationToken cancellationToken)
    {
        editor.RefuseIfNotAllowed();
        var topic = await LoadAsync(id, cancellationToken);
        var beside = await db.Set<Topic>().Where(t => t.ParentId == topic.ParentId && !t.IsFallback).OrderBy(t => t.Order).ThenBy(t => t.Id).ToListAsync(cancellationToken);
        var at = beside.IndexOf(topic);
        var to = direction == Direction.Up ? at - 1 : at + 1;
        if (at < 0 || to < 0 || to >= beside.Count)
            return;
        var before = new ChangeValues().With(ChangedField.Order, at + 1);
        (beside[at], beside[to]) = (beside[to], beside[at]);
        for (var i = 0; i < beside.Count; i++)
            beside[i].Stand(i + 1);
        log.Record(ChangedThing.Category, topic.Id, topic.NameLv, before, new ChangeValues().With(ChangedField.Order, to + 1));
        await editor.SaveAsync(cancellationToken);
    }

    /// <summary>Takes the last change of a topic back. Cases that went along stay where they are. Refused when there is none.</summary>
    public async Task UndoAsync(Guid id, CancellationToken cancellationToken)
    {
        editor.RefuseIfNotAllowed();
        if (await editor.LastChangeAsync(ChangedThing.Category, id, cancellationToken) is not var (before, fields))
            throw new Refusal("Catalogue.Refusal.NothingToUndo");
        var topic = await LoadAsync(id, cancellationToken);
        if (fields.Contains(ChangedField.InUse))
        {
            await OfferAsync(id, before.YesOf(ChangedField.InUse) ?? true, cancellationToken);
            return;
        }

        if (fields.Contains(ChangedField.Order) && before[ChangedField.Order]?.GetValue<int>() is { } place)
        {
            var now = await db.Set<Topic>().CountAsync(t => t.ParentId == topic.ParentId && !t.IsFallback && t.Order < topic.Order, cancellationToken) + 1;
            if (place == now)
                throw new Refusal("Catalogue.Refusal.NothingToUndo"); // Other moves have brought it back already.
            await MoveAsync(id, place < now ? Direction.Up : Direction.Down, cancellationToken);
            return;
        }

        string? Text(ChangedField field, string? current) => fields.Contains(field) ? before.TextOf(field) : current;
        await HandleAsync(
            new SaveTopic(
                id, null, Text(ChangedField.Name, topic.NameLv), Text(ChangedField.NameEn, topic.NameEn), Text(ChangedField.NameRu, topic.NameRu),
                fields.Contains(ChangedField.Parent) ? before.IdOf(ChangedField.Parent) : topic.ParentId,
                fields.Contains(ChangedField.Unit) ? before.IdOf(ChangedField.Unit) : topic.UnitId),
            cancellationToken);
    }

    private async Task<Topic> LoadAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Set<Topic>().SingleOrDefaultAsync(t => t.Id == id, cancellationToken) ?? throw new Refusal("Cases.Refusal.TopicUnknown");

    private IQueryable<Case> Moving(Guid topicId, Guid newUnitId) => db.Set<Case>().Where(c =>
        c.TopicId == topicId && c.State != CaseState.Closed && c.UnitId != newUnitId && db.Set<Topic>().Any(t => t.Id == topicId && t.UnitId == c.UnitId));

    /// <summary>Who answers keeps the case where the person works in the new unit already; else the unit gives it anew. Dates stay.</summary>
    private async Task<int> MoveAsync(Topic topic, Guid unitId, string unitName, CancellationToken cancellationToken)
    {
        var cases = await Moving(topic.Id, unitId).ToListAsync(cancellationToken);
        var there = await db.Set<Employee>().Where(e => e.UnitId == unitId && e.IsActive).ToDictionaryAsync(e => e.Id, e => e.FullName, cancellationToken);
        var reason = Texts.In("lv")["Catalogue.Topics.MovedReason", topic.NameLv, unitName];
        foreach (var item in cases)
        {
            var name = item.AssigneeId is { } owner ? there.GetValueOrDefault(owner) : null;
            item.Assign(unitId, unitName, name is null ? null : item.AssigneeId, name, reason, user.AsActor(), time.GetUtcNow());
        }

        return cases.Count;
    }

    private static int Last(IEnumerable<Topic> topics, Guid? parentId) =>
        topics.Where(t => t.ParentId == parentId && !t.IsFallback).Select(t => t.Order).DefaultIfEmpty(0).Max();

    private static ChangeValues Values(Topic topic, string unitName, string? parentName) => new ChangeValues()
        .With(ChangedField.Name, topic.NameLv).With(ChangedField.NameEn, topic.NameEn).With(ChangedField.NameRu, topic.NameRu)
        .With(ChangedField.Parent, topic.ParentId, parentName).With(ChangedField.Unit, topic.UnitId, unitName);
}
