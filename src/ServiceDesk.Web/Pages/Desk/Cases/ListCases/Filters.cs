using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Shared;
using ServiceDesk.Web.Shared.Desk;

namespace ServiceDesk.Web.Pages.Desk.Cases.ListCases;

/// <summary>One filter with several values, folded away under its name.</summary>
/// <param name="Name">Name in the address.</param>
/// <param name="Legend">What it is about.</param>
/// <param name="All">What it says while nothing is chosen.</param>
/// <param name="Options">The values.</param>
public sealed record FilterBox(string Name, string Legend, string All, IReadOnlyList<FilterOption> Options)
{
    /// <summary>What stands on the folded box.</summary>
    public string Summary => Options.Where(o => o.Chosen).ToList() switch
    {
        [] => All,
        [var one] => one.Text,
        var many => $"{Legend}: {many.Count}",
    };

    public bool IsUsed => Options.Any(o => o.Chosen);
}

/// <summary>One value of a filter.</summary>
public sealed record FilterOption(string Value, string Text, bool Chosen, string? Group = null);

/// <summary>The filters of the work list.</summary>
public sealed record FilterBoxes(FilterBox Units, FilterBox People, FilterBox Kinds, FilterBox Channels, FilterBox States, FilterBox Topics)
{
    public static FilterBoxes Of(Application.Cases.ListCases list, ListNames names, Texts t) => new(
        new FilterBox("unit", t["Shared.Field.Unit"], t["Desk.List.AllUnits"], [.. names.Units.Select(u => new FilterOption(u.Id.ToString(), u.Name, list.UnitIds.Contains(u.Id)))]),
        new FilterBox("assignee", t["Shared.Field.Responsible"], t["Desk.List.AllPeople"],
        [
            new FilterOption("none", t["Desk.Row.Nobody"], list.Unassigned),
            .. names.Units.SelectMany(u => u.People.Select(p => new FilterOption(p.Id.ToString(), p.Name, list.AssigneeIds.Contains(p.Id), u.Name))),
        ]),
        Enums("kind", t["Desk.Field.Kind"], t["Desk.List.AllKinds"], list.Kinds, t),
        Enums("channel", t["Desk.Field.Channel"], t["Desk.List.AllChannels"], list.Channels, t),
        Enums("state", t["Desk.Field.State"], t["Desk.List.AllStates"], list.States, t),
        new FilterBox("topic", t["Desk.Field.Topic"], t["Desk.List.AllTopics"], [.. names.Topics.Select(c => new FilterOption(c.Id.ToString(), c.Name, list.TopicIds.Contains(c.Id)))]));

    private static FilterBox Enums<TEnum>(string name, string legend, string all, IReadOnlyList<TEnum> chosen, Texts t)
        where TEnum : struct, Enum => new(name, legend, all, [.. Enum.GetValues<TEnum>().Select(v => new FilterOption(v.ToString(), t.Of(v), chosen.Contains(v)))]);
}

/// <summary>A heading by which the list can be sorted.</summary>
/// <param name="Text">The heading.</param>
/// <param name="Href">The list sorted by it, or the other way round when it is already.</param>
/// <param name="Sorted">For aria-sort.</param>
/// <param name="Class">Of the column.</param>
public sealed record SortHeading(string Text, string Href, string Sorted, string? Class);

/// <summary>A row as the page shows it.</summary>
/// <param name="Case">The case.</param>
/// <param name="Href">Its page, with the list it is opened from.</param>
/// <param name="Columns">Columns shown.</param>
/// <param name="MayTick">Whether it can be chosen for a step on many.</param>
public sealed record ListRow(CaseRow Case, string Href, IReadOnlyList<CaseColumn> Columns, bool MayTick);
