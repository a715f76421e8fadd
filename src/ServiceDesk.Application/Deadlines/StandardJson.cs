using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ServiceDesk.Domain.Deadlines;

namespace ServiceDesk.Application.Deadlines;

/// <summary>The one JSON form of standards, statutory terms and calendar files: camel case, enums as words, dates as yyyy-MM-dd.</summary>
public static class StandardJson
{
    /// <summary>The form.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    };

    /// <summary>Reads a value; a file that says nothing or something unknown is an error.</summary>
    public static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException($"Empty JSON for {typeof(T).Name}");

    /// <summary>Writes a value.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);
}

/// <summary>The statutory table as a file.</summary>
public sealed record StatuteFile(IReadOnlyList<StatutoryTerm> Terms);

/// <summary>Dated exceptions as a file.</summary>
public sealed record CalendarFile(IReadOnlyList<int> ConfirmedYears, IReadOnlyList<CalendarFileRow> Exceptions)
{
    /// <summary>The exceptions as entered by an author at an instant.</summary>
    public IEnumerable<CalendarException> ToExceptions(string addedBy, DateTimeOffset addedAt) =>
        Exceptions.Select(r => new CalendarException(r.On, r.Kind, r.Source, r.Reason, addedBy, addedAt));
}

/// <summary>One row of a calendar file.</summary>
public sealed record CalendarFileRow(DateOnly On, CalendarExceptionKind Kind, string Source, string Reason);
