using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Operations;

namespace ServiceDesk.Application.Operations;

/// <summary>
/// Writes down what somebody changes who runs the desk. A record is added to the unit of work, so it is saved together with the
/// change or not at all.
/// </summary>
public sealed class ChangeLog(IServiceDeskDb db, ICurrentUser user, TimeProvider time)
{
    /// <summary>
    /// Adds a record. Without <paramref name="before"/> the thing is new, without <paramref name="after"/> it is out of use; with
    /// both only the fields that differ are kept, and nothing is written when none does and no <paramref name="action"/> is named.
    /// </summary>
    /// <param name="thing">Kind of thing.</param>
    /// <param name="key">Which one.</param>
    /// <param name="name">Its name as people know it.</param>
    /// <param name="before">Values before.</param>
    /// <param name="after">Values after.</param>
    /// <param name="reason">Why, if somebody said so.</param>
    /// <param name="action">What was done, where it is not plain from the values.</param>
    /// <param name="by">Who did it, where nobody is signed in.</param>
    public void Record(
        ChangedThing thing, string key, string name, ChangeValues? before, ChangeValues? after, string? reason = null, ChangeAction? action = null, string? by = null)
    {
        action ??= before is null ? ChangeAction.Created : after is null ? ChangeAction.Retired : ChangeAction.Changed;
        var (was, now) = (before ?? new ChangeValues(), after ?? new ChangeValues());
        if (before is not null && after is not null)
            (was, now) = ChangeValues.Difference(before, after);
        if (action == ChangeAction.Changed && was.IsEmpty && now.IsEmpty)
            return;
        db.Set<ChangeRecord>().Add(new ChangeRecord(
            time.GetUtcNow(), user.EmployeeId, by ?? user.Name, thing, key, name, action.Value, was.ToJson(), now.ToJson(), reason));
    }

    /// <inheritdoc cref="Record(ChangedThing, string, string, ChangeValues?, ChangeValues?, string?, ChangeAction?, string?)"/>
    public void Record(
        ChangedThing thing, Guid key, string name, ChangeValues? before, ChangeValues? after, string? reason = null, ChangeAction? action = null, string? by = null) =>
        Record(thing, key.ToString("N"), name, before, after, reason, action, by);
}
