using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Operations;

namespace ServiceDesk.Web.Pages.Desk.Operations.ListChanges;

/// <summary>Who changed what in units, people, accounts, texts and rules, field by field.</summary>
[Authorize(Policy = nameof(Permission.SeeChanges))]
public sealed class IndexModel(ListChangesHandler list) : PageModel
{
    [FromQuery]
    public ChangedThing? Thing { get; set; }

    [FromQuery]
    public string? Key { get; set; }

    [FromQuery]
    public string? By { get; set; }

    [FromQuery]
    public DateOnly? From { get; set; }

    [FromQuery]
    public DateOnly? To { get; set; }

    /// <summary>Last record of the page before: its instant in ticks and its key.</summary>
    [FromQuery]
    public string? After { get; set; }

    public ChangesPage List { get; private set; } = null!;

    public bool IsFiltered => Thing is not null || !string.IsNullOrEmpty(Key) || !string.IsNullOrEmpty(By) || From is not null || To is not null;

    public string? NextPage => List.Next is { } next ? $"{Address}{(Address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}after={next.At.UtcTicks}_{next.Id:N}" : null;

    public string? FirstPage => string.IsNullOrEmpty(After) ? null : Address;

    private string Address
    {
        get
        {
            (string Name, string? Value)[] all = [("thing", Thing?.ToString()), ("key", Key), ("by", By), ("from", $"{From:yyyy-MM-dd}"), ("to", $"{To:yyyy-MM-dd}")];
            var query = string.Join('&', all.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
            return query.Length == 0 ? "/desk/changes" : "/desk/changes?" + query;
        }
    }

    /// <summary>Who did it; a change from the command line has no person.</summary>
    public static string Who(ChangeRow row, Texts t) => row.By.Length > 0 ? row.By : t["Operations.Changes.CommandLine"];

    /// <summary>The history of one thing.</summary>
    public string Of(ChangeRow row) => $"/desk/changes?thing={row.Thing}&key={Uri.EscapeDataString(row.Key)}";

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        List = await list.HandleAsync(new(Thing, Key, string.IsNullOrEmpty(By) ? null : By, From, To, Place(After)), cancellationToken);

    private static ChangeKey? Place(string? text) =>
        text?.Split('_') is [var ticks, var id] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            && at <= DateTimeOffset.MaxValue.UtcTicks && Guid.TryParse(id, out var key)
            ? new ChangeKey(new DateTimeOffset(at, TimeSpan.Zero), key)
            : null;
}
