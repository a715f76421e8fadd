using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Clients.Lookup;
using ServiceDesk.Application.Shared;

namespace ServiceDesk.Web.Shared.Desk;

/// <summary>One filter in words.</summary>
/// <param name="Text">What it narrows to.</param>
/// <param name="Without">The list without it.</param>
public sealed record FilterChip(string Text, ListCases Without);

/// <summary>What a list may be narrowed to: names for its keys.</summary>
/// <param name="Units">Units with their people.</param>
/// <param name="Topics">Topics.</param>
/// <param name="Client">The client it is narrowed to, as far as the person may know the name; null otherwise.</param>
public sealed record ListNames(IReadOnlyList<UnitStaff> Units, IReadOnlyList<Choice> Topics, string? Client);

/// <summary>Lists of cases in words: filters as chips, titles.</summary>
public sealed class ListWords(CaseChoicesHandler choices, NameClientHandler clients, Texts t, Dates dates)
{
    public async Task<ListNames> NamesAsync(ListCases list, CancellationToken cancellationToken) => new(
        await choices.StaffAsync(cancellationToken),
        await choices.TopicsAsync(t.Language, cancellationToken),
        list.ClientId is { } id ? await clients.HandleAsync(id, cancellationToken) : null);

    /// <summary>What the list is called when it bears no name of its own.</summary>
    public string Title(ListCases list) => list.Closed ? t["Desk.List.Closed"] : t.Of(list.View);

    /// <summary>Each filter in words, with the list as it were without.</summary>
    public IEnumerable<FilterChip> Chips(ListCases list, ListNames names)
    {
        var units = names.Units.ToDictionary(u => u.Id, u => u.Name);
        var people = names.Units.SelectMany(u => u.People).DistinctBy(p => p.Id).ToDictionary(p => p.Id, p => p.Name);
        var topics = names.Topics.ToDictionary(c => c.Id, c => c.Name);
        foreach (var id in list.UnitIds)
            yield return new(units.GetValueOrDefault(id) ?? t["Desk.Chip.Unknown"], list with { UnitIds = Without(list.UnitIds, id) });
        foreach (var id in list.AssigneeIds)
            yield return new(people.GetValueOrDefault(id) ?? t["Desk.Chip.Unknown"], list with { AssigneeIds = Without(list.AssigneeIds, id) });
        if (list.Unassigned)
            yield return new(t["Desk.Row.Nobody"], list with { Unassigned = false });
        foreach (var kind in list.Kinds)
            yield return new(t.Of(kind), list with { Kinds = Without(list.Kinds, kind) });
        foreach (var state in list.States)
            yield return new(t.Of(state), list with { States = Without(list.States, state) });
        foreach (var channel in list.Channels)
            yield return new(t.Of(channel), list with { Channels = Without(list.Channels, channel) });
        foreach (var id in list.TopicIds)
            yield return new(topics.GetValueOrDefault(id) ?? t["Desk.Chip.Unknown"], list with { TopicIds = Without(list.TopicIds, id) });
        if (list.Due is { } due)
            yield return new(t.Of(due), list with { Due = null });
        if (list.DueFrom is { } dueFrom)
            yield return new(t["Desk.Chip.DueFrom", dates.Numeric(dueFrom)], list with { DueFrom = null });
        if (list.DueTo is { } dueTo)
            yield return new(t["Desk.Chip.DueTo", dates.Numeric(dueTo)], list with { DueTo = null });
        if (list.ReceivedFrom is { } from)
            yield return new(t["Desk.Chip.From", dates.Numeric(from)], list with { ReceivedFrom = null });
        if (list.ReceivedTo is { } to)
            yield return new(t["Desk.Chip.To", dates.Numeric(to)], list with { ReceivedTo = null });
        if (list.Formal is { } formal)
            yield return new(t[formal ? "Desk.Chip.Formal" : "Desk.Chip.NotFormal"], list with { Formal = null });
        if (list.ClientId is not null)
            yield return new(names.Client ?? t["Desk.Chip.Unknown"], list with { ClientId = null });
        if (list.Text is { } text)
            yield return new(t["Desk.Chip.Words", text], list with { Text = null });
    }

    private static List<TValue> Without<TValue>(IReadOnlyList<TValue> values, TValue value) => [.. values.Where(v => !Equals(v, value))];
}
