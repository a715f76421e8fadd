using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Domain.Correspondence;

namespace ServiceDesk.Web.Pages.Desk.Correspondence;

/// <summary>Which letters, as the address says it: the same for the list and for its files.</summary>
public abstract class MessageFilterPage : PageModel
{
    [BindProperty(SupportsGet = true)]
    public MessageDirection? Direction { get; set; }

    [BindProperty(SupportsGet = true)]
    public MessageKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public Delivery? Delivery { get; set; }

    [BindProperty(SupportsGet = true)]
    public DeliveryState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Unit { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    /// <summary>Where the page before ended: instant and key.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public bool IsFiltered => Direction is not null || Kind is not null || Delivery is not null || State is not null || Unit is not null || From is not null || To is not null;

    protected Application.Correspondence.ListMessages Query => new()
    {
        Direction = Direction,
        Kind = Kind,
        Delivery = Delivery,
        State = State,
        UnitId = Unit,
        From = From,
        To = To,
        After = CursorOf(After),
    };

    /// <summary>The same choice at another address.</summary>
    public string Address(string page, string? more = null)
    {
        List<string> parts = [];
        void Add(string name, object? value)
        {
            if (value is not null)
                parts.Add($"{name}={Uri.EscapeDataString(value is DateOnly day ? day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : value.ToString()!)}");
        }

        Add("direction", Direction);
        Add("kind", Kind);
        Add("delivery", Delivery);
        Add("state", State);
        Add("unit", Unit);
        Add("from", From);
        Add("to", To);
        if (more is not null)
            parts.Add(more);
        return parts.Count == 0 ? page : $"{page}?{string.Join('&', parts)}";
    }

    /// <summary>A place in a list as it stands in an address.</summary>
    public static string Text(MessageCursor cursor) => $"after={cursor.At.UtcTicks}-{cursor.Id:N}";

    /// <summary>Reads it; null for anything else.</summary>
    public static MessageCursor? CursorOf(string? text) =>
        text?.Split('-') is [var ticks, var id] && long.TryParse(ticks, out var at) && at > 0 && at < DateTimeOffset.MaxValue.Ticks && Guid.TryParse(id, out var key)
            ? new(new DateTimeOffset(at, TimeSpan.Zero), key)
            : null;
}
