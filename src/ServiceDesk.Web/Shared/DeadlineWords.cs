using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Deadlines;

namespace ServiceDesk.Web.Shared;

/// <summary>Special days in words.</summary>
public static class DeadlineWords
{
    /// <summary>Why a day is not what its weekday says: the holiday's name, or the kind of exception with its reason and source.</summary>
    public static string Day(Texts t, SpecialDay day)
    {
        var what = day.Reason == DayReason.PublicHoliday ? t.Of(day.Holiday) : t.Of(day.Reason);
        return day.Note is null ? what + "." : $"{what}. {day.Note.TrimEnd('.')} ({day.Source?.TrimEnd('.')}).";
    }
}
