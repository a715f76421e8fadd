using System.Globalization;
using System.Text.Json.Nodes;
using ServiceDesk.Application.Shared;

namespace ServiceDesk.Web.Shared.Desk;

/// <summary>The values of a change record in the reader's language.</summary>
public sealed class ChangeWords(Texts t, Dates dates)
{
    /// <summary>A value; null when there was none.</summary>
    public string? Value(JsonNode? value) => value switch
    {
        null => null,
        JsonArray several => string.Join(", ", several.Select(Value)),
        JsonObject thing when (string?)thing["key"] is { } key => t[key],
        JsonObject thing when (string?)thing["on"] is { } on => dates.Numeric(DateOnly.ParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        JsonObject thing => (string?)thing["name"],
        JsonValue plain when plain.TryGetValue<bool>(out var yes) => t[yes ? "Operations.Changes.Yes" : "Operations.Changes.No"],
        _ => value.ToString(),
    };
}
