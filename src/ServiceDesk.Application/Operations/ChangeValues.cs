using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using ServiceDesk.Application.Shared;

namespace ServiceDesk.Application.Operations;

/// <summary>
/// The values of a thing that its history keeps, each under the name of a field. Only fields named in <see cref="ChangedField"/> can
/// be kept, so that no password, key or code slips in. What people read is made later, in their language: an enum value, a date and
/// yes or no are kept as themselves, another thing with its key and the name it had.
/// </summary>
public sealed class ChangeValues
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
    private readonly JsonObject values;

    /// <summary>No values yet.</summary>
    public ChangeValues()
        : this([])
    {
    }

    private ChangeValues(JsonObject values) => this.values = values;

    /// <summary>Fields that have a value.</summary>
    public IEnumerable<ChangedField> Fields => values.Select(v => Enum.TryParse<ChangedField>(v.Key, out var name) ? name : (ChangedField?)null).OfType<ChangedField>();

    /// <summary>Whether nothing is kept.</summary>
    public bool IsEmpty => values.Count == 0;

    /// <summary>The value of a field as JSON; null when it has none.</summary>
    public JsonNode? this[ChangedField field] => values.TryGetPropertyValue(field.ToString(), out var value) ? value : null;

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    public static ChangeValues Read(string json) => new(json.Length == 0 ? [] : JsonNode.Parse(json)!.AsObject());

    /// <summary>Keeps a text; an empty one counts as none.</summary>
    public ChangeValues With(ChangedField field, string? text) => Set(field, string.IsNullOrWhiteSpace(text) ? null : JsonValue.Create(text));

    /// <summary>Keeps a number.</summary>
    public ChangeValues With(ChangedField field, int? number) => Set(field, number is { } n ? JsonValue.Create(n) : null);

    /// <summary>Keeps yes or no.</summary>
    public ChangeValues With(ChangedField field, bool yes) => Set(field, JsonValue.Create(yes));

    /// <summary>Keeps a local date.</summary>
    public ChangeValues With(ChangedField field, DateOnly? on) =>
        Set(field, on is { } day ? new JsonObject { ["on"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) } : null);

    /// <summary>Keeps an enum value by the key of its text.</summary>
    public ChangeValues With(ChangedField field, Enum? value) => Set(field, value is null ? null : Word(value));

    /// <summary>Keeps several enum values, in their order.</summary>
    public ChangeValues With(ChangedField field, IEnumerable<Enum> several) =>
        several.Select(Word).ToArray<JsonNode?>() is { Length: > 0 } words ? Set(field, new JsonArray(words)) : Set(field, null);

    /// <summary>Keeps another thing: its key, to find it again, and its name, to be read.</summary>
    public ChangeValues With(ChangedField field, Guid? id, string? name) =>
        Set(field, id is { } key ? new JsonObject { ["id"] = key.ToString(), ["name"] = name ?? "" } : null);

    /// <summary>The key of another thing kept with <see cref="With(ChangedField, Guid?, string?)"/>.</summary>
    public Guid? IdOf(ChangedField field) => this[field] is JsonObject thing && Guid.TryParse((string?)thing["id"], out var id) ? id : null;

    /// <summary>The text of a field kept as text.</summary>
    public string? TextOf(ChangedField field) => this[field] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>Yes or no of a field kept as such.</summary>
    public bool? YesOf(ChangedField field) => this[field] is JsonValue value && value.TryGetValue<bool>(out var yes) ? yes : null;

    /// <summary>As a JSON object.</summary>
    public string ToJson() => values.Count == 0 ? "" : values.ToJsonString(Json);

    /// <summary>Leaves in both only the fields whose values differ.</summary>
    internal static (ChangeValues Before, ChangeValues After) Difference(ChangeValues before, ChangeValues after)
    {
        var differing = before.values.Select(v => v.Key).Union(after.values.Select(v => v.Key))
            .Where(field => !JsonNode.DeepEquals(before.values[field], after.values[field])).ToHashSet(StringComparer.Ordinal);
        return (before.Only(differing), after.Only(differing));
    }

    private static JsonObject Word(Enum value) => new() { ["key"] = Texts.KeyOf(value) };

    private ChangeValues Only(HashSet<string> fields) =>
        new(new JsonObject(values.Where(v => fields.Contains(v.Key)).Select(v => KeyValuePair.Create(v.Key, v.Value?.DeepClone()))));

    private ChangeValues Set(ChangedField field, JsonNode? value)
    {
        if (value is null)
            values.Remove(field.ToString());
        else
            values[field.ToString()] = value;
        return this;
    }
}
