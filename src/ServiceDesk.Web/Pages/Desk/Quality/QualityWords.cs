using System.Globalization;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Quality;

namespace ServiceDesk.Web.Pages.Desk.Quality;

/// <summary>How the states of quality things look, and its numbers in words.</summary>
public static class QualityWords
{
    public static string Look(ImprovementState state) => state switch
    {
        ImprovementState.Proposed => "state-new",
        ImprovementState.Agreed => "state-wait",
        ImprovementState.Running => "state-work",
        ImprovementState.Done => "state-interim",
        ImprovementState.Effective => "state-done",
        ImprovementState.NotEffective => "state-failed",
        _ => "state-closed",
    };

    /// <summary>A number in the language of the page.</summary>
    public static string Number(decimal number, Texts t) => number.ToString("0.##", CultureInfo.GetCultureInfo(t.Language));
}
