using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Operations;

/// <summary>What those who run the desk have changed.</summary>
/// <param name="Thing">Only this kind of thing.</param>
/// <param name="Key">Only this one.</param>
/// <param name="By">Only by this person, by name.</param>
/// <param name="From">First local day.</param>
/// <param name="To">Last local day.</param>
/// <param name="After">Last record of the page before.</param>
public sealed record ListChanges(ChangedThing? Thing = null, string? Key = null, string? By = null, DateOnly? From = null, DateOnly? To = null, ChangeKey? After = null);

/// <summary>Place of a record in the list.</summary>
public sealed record ChangeKey(DateTimeOffset At, Guid Id);

/// <summary>A field that has another value now.</summary>
/// <param name="Field">Which.</param>
/// <param name="Before">Value before, as JSON; null when there was none.</param>
/// <param name="After">Value after, as JSON; null when there is none.</param>
public sealed record FieldChange(ChangedField Field, System.Text.Json.Nodes.JsonNode? Before, System.Text.Json.Nodes.JsonNode? After);

/// <summary>A change as people read it.</summary>
/// <param name="Id">The record.</param>
/// <param name="At">When, UTC.</param>
/// <param name="By">Who; empty for the command line.</param>
/// <param name="Thing">Kind of thing.</param>
/// <param name="Key">Which one.</param>
/// <param name="Name">Its name then.</param>
/// <param name="Action">What was done.</param>
/// <param name="Fields">What is different.</param>
/// <param name="Reason">Why.</param>
public sealed record ChangeRow(
    Guid Id, DateTimeOffset At, string By, ChangedThing Thing, string Key, string Name, ChangeAction Action, IReadOnlyList<FieldChange> Fields, string? Reason)
{
    internal static ChangeRow Of(ChangeRecord record)
    {
        var (before, after) = (ChangeValues.Read(record.Before), ChangeValues.Read(record.After));
        var fields = before.Fields.Union(after.Fields).Order().Select(f => new FieldChange(f, before[f], after[f])).ToList();
        return new ChangeRow(record.Id, record.At, record.ByName, record.Thing, record.Key, record.Name, record.Action, fields, record.Reason);
    }
}

/// <summary>A page of changes.</summary>
/// <param name="Rows">Newest first.</param>
/// <param name="Next">Where the next page begins; null at the end.</param>
/// <param name="People">Everybody who ever changed something, by name.</param>
public sealed record ChangesPage(IReadOnlyList<ChangeRow> Rows, ChangeKey? Next, IReadOnlyList<string> People);

/// <summary>Lists changes for administrators, the data-protection officer and auditors.</summary>
public sealed class ListChangesHandler(IServiceDeskDb db, ICurrentUser user, LocalTime local)
{
    private const int PageSize = 50;

    /// <summary>One page.</summary>
    public async Task<ChangesPage> HandleAsync(ListChanges query, CancellationToken cancellationToken)
    {
        if (!user.May(Permission.SeeChanges))
            throw new Refusal("Operations.Refusal.NotAllowed");
        var found = db.Set<ChangeRecord>().AsNoTracking();
        if (query.Thing is { } thing)
            found = found.Where(c => c.Thing == thing);
        if (query.Key is { Length: > 0 } key)
            found = found.Where(c => c.Key == key);
        if (query.By is { } by)
            found = found.Where(c => c.ByName == by);
        if (query.From is { } from)
        {
            var start = local.StartOf(from);
            found = found.Where(c => c.At >= start);
        }

        if (query.To is { } to)
        {
            var end = local.StartOf(to.AddDays(1));
            found = found.Where(c => c.At < end);
        }

        if (query.After is { } after)
            found = found.Where(c => c.At < after.At || (c.At == after.At && c.Id.CompareTo(after.Id) < 0));
        var rows = await found.OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        var people = await db.Set<ChangeRecord>().AsNoTracking().Select(c => c.ByName).Distinct().ToListAsync(cancellationToken);
        var last = rows.Count > PageSize ? rows[PageSize - 1] : null;
        return new ChangesPage(
            [.. rows.Take(PageSize).Select(ChangeRow.Of)],
            last is null ? null : new ChangeKey(last.At, last.Id),
            [.. people.Order(StringComparer.CurrentCulture)]);
    }
}

/// <summary>The history of one thing, for the page that shows it. Who may see the thing may see its history: the page asks.</summary>
public sealed class ShowHistoryHandler(IServiceDeskDb db)
{
    private const int Longest = 30;

    /// <summary>The last changes, newest first.</summary>
    public async Task<IReadOnlyList<ChangeRow>> HandleAsync(ChangedThing thing, string key, CancellationToken cancellationToken)
    {
        var rows = await db.Set<ChangeRecord>().AsNoTracking().Where(c => c.Thing == thing && c.Key == key)
            .OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(Longest).ToListAsync(cancellationToken);
        return [.. rows.Select(ChangeRow.Of)];
    }

    /// <inheritdoc cref="HandleAsync(ChangedThing, string, CancellationToken)"/>
    public Task<IReadOnlyList<ChangeRow>> HandleAsync(ChangedThing thing, Guid key, CancellationToken cancellationToken) =>
        HandleAsync(thing, key.ToString("N"), cancellationToken);
}
