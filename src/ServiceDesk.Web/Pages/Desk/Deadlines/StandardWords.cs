using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Desk.Deadlines;

/// <summary>Values of a standard in words.</summary>
public static class StandardWords
{
    public static string Value(object? value, Texts t, Dates dates) => value switch
    {
        null or "" => "–",
        bool yes => t[yes ? "Operations.Changes.Yes" : "Operations.Changes.No"],
        Term term => t.Words(term),
        Wording text => text.In(t.Language),
        DateOnly day => dates.Numeric(day),
        Enum word => t.Of(word),
        _ => value.ToString()!,
    };
}
