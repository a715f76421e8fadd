using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Web.Shared;

namespace ServiceDesk.Web.Pages.Public.Cases;

/// <summary>How a date was counted, in a sentence for citizens.</summary>
public static class CountedWords
{
    /// <summary>"3 darba dienas, saņemšanas dienu neskaitot."</summary>
    public static string Counted(this Texts t, DueDateExplanation why)
    {
        var term = t.Words(why.Rule.Term);
        if (why.ReceivedOn != why.ArrivedOn)
            return t["Cases.Date.CountedFrom", term, why.ReceivedOn];
        return why.Days[0].Counted ? t["Cases.Date.CountedWith", term] : t["Cases.Date.Counted", term];
    }
}
