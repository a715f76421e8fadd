using System.Globalization;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Cases.Links;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Deadlines;

namespace ServiceDesk.Web.Shared.Desk;

/// <summary>Cases in the words of the desk: terms, history, looks.</summary>
public sealed class CaseWords(Texts t, Dates dates)
{
    /// <summary>The clock of a row: <c>Solījums · 3 d. d.</c>; of an overdue one the day it was due.</summary>
    public string? Clock(CaseRow row) => row switch
    {
        { DueOn: null } => null,
        { Badge.State: DueState.Overdue, DueOn: { } due } => t["Desk.Clock.Was", Layer(row), due.Year == row.Badge.Today.Year ? dates.Short(due) : dates.Numeric(due)],
        { Term: { } term } => $"{Layer(row)} · {Term(term)}",
        _ => Layer(row),
    };

    /// <summary>A term in table words: <c>3 d. d.</c>, <c>1 mēn.</c></summary>
    public string Term(Term term) => term.Unit switch
    {
        TermUnit.WorkingDays => t["Desk.Term.WorkingDays", term.Count],
        TermUnit.CalendarDays => t["Desk.Term.CalendarDays", term.Count],
        TermUnit.Months => t["Desk.Term.Months", term.Count],
        _ => throw new ArgumentOutOfRangeException(nameof(term)),
    };

    /// <summary>A line of history as a sentence.</summary>
    public string Event(EventRow line, IReadOnlyDictionary<string, Wording> rules) =>
        t[$"Cases.Event.{line.Kind}", [.. line.Arguments.Select((argument, place) => Argument(line.Kind, argument, place, rules))]].Trim();

    /// <summary>The heading of a case; who sees the head only reads kind and topic instead of the subject.</summary>
    public string Heading(string? subject, CaseKind kind, string? topic) => subject ?? (topic is null ? t.Of(kind) : $"{t.Of(kind)}: {topic}");

    /// <summary>What the other case is to this one.</summary>
    public string Link(CaseLinkRow link) => (link.Kind, link.LeadsAway) switch
    {
        (CaseLinkKind.Merged, true) => t["Desk.Links.MergedInto"],
        (CaseLinkKind.Merged, false) => t["Desk.Links.TookIn"],
        (CaseLinkKind.Split, true) => t["Desk.Links.SplitInto"],
        (CaseLinkKind.Split, false) => t["Desk.Links.SplitFrom"],
        (CaseLinkKind.FollowUp, true) => t["Desk.Links.GoesOnIn"],
        (CaseLinkKind.FollowUp, false) => t["Desk.Links.Follows"],
        (CaseLinkKind.Inquiry, true) => t["Desk.Links.Asks"],
        (CaseLinkKind.Inquiry, false) => t["Desk.Links.AskedBy"],
        _ => t.Of(link.Kind),
    };

    public static string Look(CaseState state) => state switch
    {
        CaseState.New => "state-new",
        CaseState.InProgress => "state-work",
        CaseState.Waiting => "state-wait",
        CaseState.Answered or CaseState.Closed => "state-done",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static string Icon(Channel channel) => channel switch
    {
        Channel.WebForm or Channel.StatePortal => "world",
        Channel.Email => "mail",
        Channel.EAddress => "shield-check",
        Channel.Phone => "phone",
        Channel.InPerson => "user",
        Channel.Paper => "file-text",
        Channel.MobileApp => "message-2",
        Channel.SocialNetwork => "message",
        Channel.Voicemail => "microphone",
        Channel.Internal => "building",
        Channel.Other => "inbox",
        _ => throw new ArgumentOutOfRangeException(nameof(channel)),
    };

    public static string Icon(string contentType) => contentType switch
    {
        "application/pdf" => "file-type-pdf",
        _ when contentType.StartsWith("image/", StringComparison.Ordinal) => "photo",
        _ when contentType.Contains("sheet", StringComparison.Ordinal) || contentType.Contains("excel", StringComparison.Ordinal) => "file-type-xls",
        _ => "file",
    };

    private string Layer(CaseRow row) => row.IsInternal && row.DueLayer == Domain.Deadlines.Layer.Service ? t["Desk.Clock.Internal"] : row.DueLayer switch
    {
        Domain.Deadlines.Layer.Statute => t["Desk.Clock.Statute"],
        Domain.Deadlines.Layer.PersonalPromise => t["Desk.Clock.Promise"],
        _ => t["Desk.Clock.Service"],
    };

    private string Argument(CaseEventKind kind, string argument, int place, IReadOnlyDictionary<string, Wording> rules)
    {
        if (kind == CaseEventKind.WaitingStarted)
            return DateOnly.TryParse(argument, CultureInfo.InvariantCulture, out var until) ? t["Desk.Event.WaitsUntil", dates.Short(until)] : "";
        if (DateOnly.TryParseExact(argument, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return dates.Short(day);
        return kind switch
        {
            CaseEventKind.ClockStarted or CaseEventKind.ClockMet or CaseEventKind.ClockMetByInterim or CaseEventKind.ClockExtended
                or CaseEventKind.ClockBreached or CaseEventKind.ClockReleased or CaseEventKind.ClockMoved when place == 0 =>
                argument == Domain.Deadlines.Clock.PromiseRule ? t.Of(Domain.Deadlines.Layer.PersonalPromise) : rules.TryGetValue(argument, out var name) ? name.In(t.Language) : argument,
            CaseEventKind.MessageQueued or CaseEventKind.MessageSent or CaseEventKind.MessageFailed or CaseEventKind.MessageTakenBack =>
                Named<MessageKind>(argument) ?? Named<Delivery>(argument) ?? argument,
            CaseEventKind.Linked or CaseEventKind.Unlinked => Named<CaseLinkKind>(argument) ?? argument,
            CaseEventKind.ConfidentialityMarked => argument.Length > 0 ? t["Desk.Event.AlsoRead", argument] : "",
            CaseEventKind.Assigned or CaseEventKind.HandOverOffered or CaseEventKind.HandOverAccepted when place == 1 => argument.Length > 0 ? $", {argument}" : "",
            CaseEventKind.Closed => Named<CaseOutcome>(argument) ?? argument,
            CaseEventKind.BreachExplained or CaseEventKind.BreachAccepted or CaseEventKind.BreachReturned => Named<BreachCause>(argument) ?? argument,
            _ => argument,
        };
    }

    private string? Named<TEnum>(string argument)
        where TEnum : struct, Enum => Enum.TryParse<TEnum>(argument, out var value) ? t.Of(value) : null;
}
