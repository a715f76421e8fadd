namespace ServiceDesk.Application.Shared;

/// <summary>How near a due date is, in order of precedence: the first that holds is shown.</summary>
public enum DueState
{
    /// <summary>The local due date has passed.</summary>
    Overdue,

    /// <summary>Due today.</summary>
    Today,

    /// <summary>Due within two working days.</summary>
    Soon,

    /// <summary>A date was promised to the client and is not near.</summary>
    Promised,

    /// <summary>The client was asked something; the second line says whether the clock runs.</summary>
    Waiting,

    /// <summary>Running, not near.</summary>
    InTime,

    /// <summary>Met.</summary>
    Done,
}

/// <summary>
/// What a due badge shows of the earliest open clock: state and dates; the page puts it into words.
/// </summary>
/// <param name="State">How near the date is.</param>
/// <param name="On">The local due or promised date.</param>
/// <param name="Today">The local date it was computed on, for "tomorrow".</param>
/// <param name="WorkingDaysLate">Working days since the due date, for an overdue one.</param>
/// <param name="At">A due hour, when somebody promised one.</param>
/// <param name="DoneAt">The instant it was met.</param>
public sealed record DueBadge(DueState State, DateOnly? On, DateOnly Today, int WorkingDaysLate = 0, TimeOnly? At = null, DateTimeOffset? DoneAt = null)
{
    /// <summary>The badge in words.</summary>
    public string Text(Texts t, Dates dates) => State switch
    {
        DueState.Overdue => WorkingDaysLate > 0 ? t.Plural("Shared.Due.Overdue", WorkingDaysLate) : t["Shared.Due.OverdueSince", On is { } d ? dates.Short(d) : ""],
        DueState.Today => At is { } at ? t["Shared.Due.TodayAt", dates.TimeInWords(at)] : t["Shared.Due.Today"],
        DueState.Soon => Capital(On is { } d ? dates.Soon(d, Today) : t["Shared.Due.InTime"]),
        DueState.Promised => t["Shared.Due.Promised", On is { } d ? dates.Short(d) : ""],
        DueState.Waiting => t["Shared.Due.Waiting"],
        DueState.InTime => On is { } d ? t["Shared.Due.InTimeBy", dates.Short(d)] : t["Shared.Due.InTime"],
        DueState.Done => DoneAt is { } done ? t["Shared.Due.DoneAt", dates.Stamp(done)] : t["Shared.Due.Done"],
        _ => throw new InvalidOperationException($"No words for {State}"),
    };

    private static string Capital(string text) => char.ToUpper(text[0], System.Globalization.CultureInfo.InvariantCulture) + text[1..];
}
