using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Operations;
using ServiceDesk.Domain.Operations;

namespace ServiceDesk.Web.Pages.Desk.Protection;

/// <summary>The filters of the access log, as they stand in the address.</summary>
public abstract class ReadFilterPage : PageModel
{
    [FromQuery]
    public ReadThing? Thing { get; set; }

    [FromQuery]
    public ReadPurpose? Purpose { get; set; }

    [FromQuery]
    public ReadWay? Way { get; set; }

    [FromQuery]
    public string? By { get; set; }

    [FromQuery]
    public string? Number { get; set; }

    /// <summary>Only one thing, by its key.</summary>
    [FromQuery]
    public string? Key { get; set; }

    [FromQuery]
    public DateOnly? From { get; set; }

    [FromQuery]
    public DateOnly? To { get; set; }

    /// <summary>Last record of the page before: its instant in ticks and its key.</summary>
    [FromQuery]
    public string? After { get; set; }

    public bool IsFiltered => Filters.Any();

    protected Application.Operations.ListReads Query => new(Thing, Purpose, Way, By, Number, Key, From, To, Place(After));

    private IEnumerable<(string Name, string? Value)> Filters => new (string Name, string? Value)[]
    {
        ("thing", Thing?.ToString()), ("purpose", Purpose?.ToString()), ("way", Way?.ToString()), ("by", By), ("number", Number), ("key", Key), ("from", $"{From:yyyy-MM-dd}"), ("to", $"{To:yyyy-MM-dd}"),
    }.Where(p => !string.IsNullOrEmpty(p.Value));

    protected string Address(string path, params (string Name, string Value)[] more)
    {
        var query = string.Join('&', Filters.Concat(more.Select(m => (m.Name, Value: (string?)m.Value))).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    private static ChangeKey? Place(string? text) =>
        text?.Split('_') is [var ticks, var id] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            && at <= DateTimeOffset.MaxValue.UtcTicks && Guid.TryParse(id, out var key)
            ? new ChangeKey(new DateTimeOffset(at, TimeSpan.Zero), key)
            : null;
}
