using System.Globalization;
using System.Web;
using ServiceDesk.Domain.Cases;

namespace ServiceDesk.Application.Cases;

/// <summary>A list of cases as it stands in an address and in a saved view, and back. What an address says and we do not understand narrows nothing.</summary>
public static class CaseListAddress
{
    private const int MaxValues = 50;
    private const string Nobody = "none";

    /// <summary>The list a query string means.</summary>
    /// <param name="query">With or without the question mark.</param>
    /// <param name="beginning">The view when it names none.</param>
    public static ListCases Read(string? query, CaseView beginning = CaseView.All)
    {
        var values = HttpUtility.ParseQueryString(query ?? "");
        var people = All(values["assignee"] is null ? [] : values.GetValues("assignee")!);
        var columns = Enums<CaseColumn>(values.GetValues("col"));
        var (sort, reversed) = values["sort"] is { Length: > 1 } text && text[0] == '-' ? (text[1..], true) : (values["sort"], false);
        var known = One<CaseSort>(sort);
        return new ListCases
        {
            View = One<CaseView>(values["view"]) ?? beginning,
            UnitIds = Keys(values.GetValues("unit")),
            AssigneeIds = Keys(people),
            Unassigned = people.Contains(Nobody, StringComparer.OrdinalIgnoreCase),
            Kinds = Enums<CaseKind>(values.GetValues("kind")),
            States = Enums<CaseState>(values.GetValues("state")),
            Channels = Enums<Channel>(values.GetValues("channel")),
            TopicIds = Keys(values.GetValues("topic")),
            Due = One<DueFilter>(values["due"]),
            DueFrom = Day(values["dueFrom"]),
            DueTo = Day(values["dueTo"]),
            ReceivedFrom = Day(values["from"]),
            ReceivedTo = Day(values["to"]),
            Formal = bool.TryParse(values["formal"], out var formal) ? formal : null,
            ClientId = Guid.TryParse(values["client"], out var client) ? client : null,
            Text = string.IsNullOrWhiteSpace(values["q"]) ? null : Cut(values["q"]!.Trim()),
            Closed = string.Equals(values["closed"], "true", StringComparison.OrdinalIgnoreCase),
            Sort = known ?? CaseSort.Due,
            Reversed = reversed && known is not null,
            Columns = columns.Count == 0 ? Enum.GetValues<CaseColumn>() : columns,
        };
    }

    /// <summary>The list as a query string without question mark, always in the same order and without the place in it.</summary>
    public static string Write(ListCases list) => string.Join('&', Pairs(list).Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value)}"));

    /// <summary>Names and values of the query string.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Pairs(ListCases list)
    {
        List<KeyValuePair<string, string>> pairs = [];
        Add("view", [Low(list.View)]);
        if (list.Closed)
            Add("closed", ["true"]);
        Add("unit", list.UnitIds.Select(id => id.ToString()));
        Add("assignee", list.AssigneeIds.Select(id => id.ToString()).Concat(list.Unassigned ? [Nobody] : []));
        Add("kind", list.Kinds.Select(k => k.ToString()));
        Add("state", list.States.Select(s => s.ToString()));
        Add("channel", list.Channels.Select(c => c.ToString()));
        Add("topic", list.TopicIds.Select(id => id.ToString()));
        Add("due", list.Due is { } due ? [Low(due)] : []);
        Add("dueFrom", Iso(list.DueFrom));
        Add("dueTo", Iso(list.DueTo));
        Add("from", Iso(list.ReceivedFrom));
        Add("to", Iso(list.ReceivedTo));
        Add("formal", list.Formal is { } formal ? [formal ? "true" : "false"] : []);
        Add("client", list.ClientId is { } client ? [client.ToString()] : []);
        Add("q", list.Text is { } text ? [text] : []);
        if (list.Sort != CaseSort.Due || list.Reversed)
            Add("sort", [(list.Reversed ? "-" : "") + Low(list.Sort)]);
        if (list.Columns.Count < Enum.GetValues<CaseColumn>().Length)
            Add("col", list.Columns.Select(c => Low(c)));
        return pairs;

        void Add(string name, IEnumerable<string> values) => pairs.AddRange(values.Select(v => KeyValuePair.Create(name, v)));
    }

    private static List<Guid> Keys(IEnumerable<string>? values) =>
        [.. All(values).Select(v => Guid.TryParse(v, out var id) ? id : (Guid?)null).OfType<Guid>().Distinct()];

    private static List<TEnum> Enums<TEnum>(IEnumerable<string>? values)
        where TEnum : struct, Enum => [.. All(values).Select(One<TEnum>).OfType<TEnum>().Distinct().Order()];

    private static TEnum? One<TEnum>(string? value)
        where TEnum : struct, Enum => Enum.TryParse<TEnum>(value, ignoreCase: true, out var known) && Enum.IsDefined(known) && !char.IsAsciiDigit(value![0]) ? known : null;

    private static List<string> All(IEnumerable<string>? values) => [.. (values ?? []).Take(MaxValues)];

    private static DateOnly? Day(string? value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day > DateOnly.MinValue && day < DateOnly.MaxValue ? day : null;

    private static IEnumerable<string> Iso(DateOnly? day) => day is { } there ? [there.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)] : [];

    private static string Low<TEnum>(TEnum value)
        where TEnum : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Cut(string text) => text.Length > 200 ? text[..200] : text;
}
