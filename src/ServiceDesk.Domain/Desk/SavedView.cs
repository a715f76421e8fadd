using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Desk;

/// <summary>Who else finds a saved view in the menu.</summary>
public enum ViewSharing
{
    /// <summary>Nobody.</summary>
    Own,

    /// <summary>The unit its owner worked in when it was shared.</summary>
    Unit,

    /// <summary>Everybody who uses the desk.</summary>
    Everybody,
}

/// <summary>
/// Filters, sort and columns of the work list under a name. It holds no cases and gives no right: whoever opens it sees what they may see.
/// </summary>
public sealed class SavedView : IVersioned
{
    /// <summary>Longest name, characters.</summary>
    public const int MaxNameLength = 60;

    /// <summary>Longest query string, characters.</summary>
    public const int MaxQueryLength = 2000;

    /// <summary>How long a deleted view can be brought back.</summary>
    public static readonly TimeSpan UndoTime = TimeSpan.FromDays(30);

    private SavedView()
    {
    }

    /// <summary>Saves a list under a name, for its owner alone.</summary>
    /// <param name="name">What the menu shows.</param>
    /// <param name="query">The list as a query string; read anew at each use.</param>
    /// <param name="owner">Who saves it.</param>
    /// <param name="at">When, UTC.</param>
    public SavedView(string name, string query, Actor owner, DateTimeOffset at)
    {
        OwnerId = owner.EmployeeId ?? throw new Refusal("Desk.Views.NotAllowed");
        OwnerName = owner.Name;
        CreatedAt = at;
        Rename(name, at);
        Keep(query, at);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>What the menu shows.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The list as a query string.</summary>
    public string Query { get; private set; } = "";

    /// <summary>Who saved it.</summary>
    public Guid OwnerId { get; private set; }

    /// <summary>That person's name then.</summary>
    public string OwnerName { get; private set; } = "";

    /// <summary>Who else sees it.</summary>
    public ViewSharing Sharing { get; private set; }

    /// <summary>The unit it is shared with; null when it is with none.</summary>
    public Guid? UnitId { get; private set; }

    /// <summary>When it was saved first, UTC.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Last change, UTC.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>When it was deleted, UTC; null while it is there. For some time it can be brought back.</summary>
    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>Gives it another name.</summary>
    public void Rename(string name, DateTimeOffset at)
    {
        var trimmed = name.Trim();
        if (trimmed.Length == 0)
            throw new Refusal("Desk.Views.NameMissing");
        if (trimmed.Length > MaxNameLength)
            throw new Refusal("Desk.Views.NameTooLong", MaxNameLength);
        (Name, ChangedAt) = (trimmed, at);
    }

    /// <summary>Other filters, sort or columns under the same name.</summary>
    public void Keep(string query, DateTimeOffset at)
    {
        if (query.Length > MaxQueryLength)
            throw new Refusal("Desk.Views.TooManyFilters");
        (Query, ChangedAt) = (query, at);
    }

    /// <summary>Shows it to others, or to nobody else any more.</summary>
    /// <param name="sharing">To whom.</param>
    /// <param name="unitId">The unit, when it is shared with one.</param>
    /// <param name="at">When, UTC.</param>
    public void Share(ViewSharing sharing, Guid? unitId, DateTimeOffset at)
    {
        if (sharing == ViewSharing.Unit && unitId is null)
            throw new Refusal("Desk.Views.NoUnit");
        (Sharing, UnitId, ChangedAt) = (sharing, sharing == ViewSharing.Unit ? unitId : null, at);
    }

    /// <summary>Takes it out of all menus.</summary>
    public void Delete(DateTimeOffset at) => DeletedAt ??= at;

    /// <summary>Brings it back. Refused when it was deleted too long ago.</summary>
    public void Restore(DateTimeOffset at)
    {
        if (DeletedAt is { } gone && at - gone > UndoTime)
            throw new Refusal("Desk.Views.Gone");
        (DeletedAt, ChangedAt) = (null, at);
    }
}

/// <summary>Where one person has a saved view in the menu; without it, views stand in the order in which they were saved.</summary>
public sealed class ViewPlace
{
    private ViewPlace()
    {
    }

    /// <summary>A place in one person's menu.</summary>
    public ViewPlace(Guid employeeId, Guid viewId) => (EmployeeId, ViewId) = (employeeId, viewId);

    /// <summary>Whose menu.</summary>
    public Guid EmployeeId { get; private set; }

    /// <summary>The view.</summary>
    public Guid ViewId { get; private set; }

    /// <summary>Place from 0.</summary>
    public int Position { get; private set; }

    /// <summary>Left out of this person's menu.</summary>
    public bool IsHidden { get; private set; }

    /// <summary>Puts it there.</summary>
    public void Put(int position, bool isHidden) => (Position, IsHidden) = (position, isHidden);
}

/// <summary>How one person wants the desk.</summary>
public sealed class DeskSettings
{
    private DeskSettings()
    {
    }

    /// <summary>As everybody begins.</summary>
    public DeskSettings(Guid employeeId) => EmployeeId = employeeId;

    /// <summary>Whose.</summary>
    public Guid EmployeeId { get; private set; }

    /// <summary>Single keys do nothing: for who speaks to the machine or presses keys by accident (WCAG 2.1.4).</summary>
    public bool SingleKeysOff { get; private set; }

    /// <summary>Switches single keys on or off.</summary>
    public void SwitchSingleKeys(bool on) => SingleKeysOff = !on;
}
