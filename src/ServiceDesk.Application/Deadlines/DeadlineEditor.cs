namespace ServiceDesk.Application.Deadlines;

/// <summary>Previews and applies any change of calendar or rules, so that every page that makes one works the same way.</summary>
public sealed class DeadlineEditor(PreviewCalendarChangeHandler previewCalendar, ChangeCalendarHandler changeCalendar, ChangeRuleHandler changeRule)
{
    /// <summary>Which running clocks the change would move.</summary>
    public Task<ChangePreview> PreviewAsync(DeadlineEdit edit, CancellationToken cancellationToken) => edit switch
    {
        CalendarEdit calendar => previewCalendar.HandleAsync(calendar, cancellationToken),
        StandardEdit standard => changeRule.PreviewAsync(standard, cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(edit), edit, null),
    };

    /// <summary>Makes the change.</summary>
    public Task ApplyAsync(DeadlineEdit edit, int settingsVersion, CancellationToken cancellationToken) => edit switch
    {
        CalendarEdit calendar => changeCalendar.HandleAsync(new(calendar, settingsVersion), cancellationToken),
        StandardEdit standard => changeRule.HandleAsync(new(standard, settingsVersion), cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(edit), edit, null),
    };
}
