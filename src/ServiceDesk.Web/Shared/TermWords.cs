using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Deadlines;

namespace ServiceDesk.Web.Shared;

/// <summary>A term in words: "3 darba dienas".</summary>
public static class TermWords
{
    public static string Words(this Texts t, Term term) => term.Unit switch
    {
        TermUnit.WorkingDays => t.Plural("Shared.Days.Working", term.Count),
        TermUnit.CalendarDays => t.Plural("Shared.Days.Calendar", term.Count),
        TermUnit.Months => t.Plural("Shared.Days.Months", term.Count),
        _ => throw new InvalidOperationException($"No words for {term.Unit}"),
    };
}
