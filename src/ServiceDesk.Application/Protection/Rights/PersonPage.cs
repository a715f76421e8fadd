using System.Globalization;
using System.Net;
using System.Text;
using ServiceDesk.Application.Shared;

namespace ServiceDesk.Application.Protection.Rights;

/// <summary>
/// Everything about a person as one page to read and print, in Latvian and without anything from outside. Rows stand under what they hang
/// on: letters under their case, files under their letters' case. A table nobody wrote a word for is shown all the same.
/// </summary>
internal sealed class PersonPage(Texts t, Dates dates, string controller, string number, DateOnly today, IReadOnlyDictionary<Guid, string> files)
{
    private const string Look = """
        body{font:16px/1.5 system-ui,sans-serif;color:#1a1a1a;max-width:52rem;margin:2rem auto;padding:0 1rem}
        h1{font-size:1.6rem}h2{font-size:1.25rem;border-bottom:2px solid #1a1a1a;margin-top:2.5rem}h3{font-size:1.05rem;margin:1.5rem 0 .5rem}
        dl{display:grid;grid-template-columns:minmax(9rem,14rem) 1fr;gap:.15rem 1rem;margin:.25rem 0 1rem;padding:.5rem 0;border-top:1px solid #ccc;break-inside:avoid}
        dt{color:#555}dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}
        @media(max-width:34rem){dl{grid-template-columns:1fr}dd{margin-bottom:.4rem}}
        @media print{body{margin:0;max-width:none;font-size:11pt}a{color:inherit}}
        """;

    private readonly StringBuilder page = new();

    public string Write(IReadOnlyList<PersonTable> tables)
    {
        var title = t["Protection.Export.Title"];
        page.Append(CultureInfo.InvariantCulture, $"<!doctype html>\n<html lang=\"lv\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{E(title)}</title><style>{Look}</style></head><body>\n");
        page.Append(CultureInfo.InvariantCulture, $"<h1>{E(title)}</h1>\n<p>{E(t["Protection.Export.Lead", controller, number, today])}</p>\n<p>{E(t["Protection.Export.Note"])}</p>\n");
        var cases = tables.FirstOrDefault(x => x.Entity == "Case");
        HashSet<Guid> keys = [.. cases?.Rows.Select(r => r.Key!.Value) ?? []];
        foreach (var table in tables.Where(x => x.Entity != "Case"))
        {
            var rows = table.Rows.Where(r => r.OwnerId is not { } owner || !keys.Contains(owner)).ToList();
            if (rows.Count > 0)
                Section("h2", table, rows);
        }

        foreach (var item in cases?.Rows ?? [])
        {
            page.Append(CultureInfo.InvariantCulture, $"<h2>{E(t["Protection.Table.Case"])} {E(Value(cases!, item, "Number"))}</h2>\n");
            Row(cases!, item);
            foreach (var table in tables.Where(x => x.Entity != "Case"))
            {
                var rows = table.Rows.Where(r => r.OwnerId == item.Key).ToList();
                if (rows.Count > 0)
                    Section("h3", table, rows);
            }
        }

        return page.Append("</body></html>\n").ToString();
    }

    private void Section(string level, PersonTable table, IReadOnlyList<PersonRow> rows)
    {
        page.Append(CultureInfo.InvariantCulture, $"<{level}>{E(t.Find($"Protection.Table.{table.Entity}") ?? table.Entity)}</{level}>\n");
        foreach (var row in rows)
            Row(table, row);
    }

    private void Row(PersonTable table, PersonRow row)
    {
        page.Append("<dl>");
        foreach (var (column, value) in table.Columns.Zip(row.Values))
        {
            if (Said(value, column.Type) is { Length: > 0 } said)
                page.Append(CultureInfo.InvariantCulture, $"<dt>{E(t.Find($"Protection.Column.{column.Name}") ?? column.Name)}</dt><dd>{E(said)}</dd>");
        }

        if (row.Key is { } key && files.TryGetValue(key, out var path))
            page.Append(CultureInfo.InvariantCulture, $"<dt>{E(t["Protection.Export.File"])}</dt><dd><a href=\"{E(Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal))}\">{E(path)}</a></dd>");
        page.Append("</dl>\n");
    }

    private string Said(object? value, Type type) => value switch
    {
        null => "",
        bool yes => t[yes ? "Protection.Export.Yes" : "Protection.Export.No"],
        DateOnly day => dates.Numeric(day),
        DateTimeOffset at => dates.StampWithYear(at),
        string word when type.IsEnum => Enum.TryParse(type, word, out var parsed) && t.Find(Texts.KeyOf((Enum)parsed)) is { } name ? name : word,
        IEnumerable<string> words => string.Join(", ", words),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private string Value(PersonTable table, PersonRow row, string column)
    {
        for (var i = 0; i < table.Columns.Count; i++)
        {
            if (table.Columns[i].Name == column)
                return Said(row.Values[i], table.Columns[i].Type);
        }

        return "";
    }

    private static string E(string text) => WebUtility.HtmlEncode(text);
}
