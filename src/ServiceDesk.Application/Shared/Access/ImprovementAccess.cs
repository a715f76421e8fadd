using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Quality;

namespace ServiceDesk.Application.Shared.Access;

/// <summary>
/// Which improvement tasks a person sees and settles. All of them with <see cref="Permission.SeeAllImprovements"/>; else one's own (owned or
/// proposed), those of the units one heads, and those of the own unit that did not come of something about a person. What came of a
/// complaint about somebody is not for that person, unless the task was given to them.
/// </summary>
public static class ImprovementAccess
{
    /// <summary>Tasks the person may read.</summary>
    /// <param name="items">Tasks.</param>
    /// <param name="user">Who looks.</param>
    /// <param name="cases">All cases, by which conflicts are judged.</param>
    public static IQueryable<Improvement> VisibleTo(this IQueryable<Improvement> items, ICurrentUser user, IQueryable<Case> cases)
    {
        if (!user.May(Permission.SeeImprovements))
            return items.Where(_ => false);
        var mine = Mine(user);
        var about = cases.About(user);
        var fair = items.Where(i => (i.OwnerId != null && mine.Contains(i.OwnerId.Value)) || !about.Any(c => c.Id == i.Source.ThingId));
        if (user.May(Permission.SeeAllImprovements))
            return fair;
        var (headed, own) = (Headed(user), user.UnitId ?? Guid.Empty);
        return fair.Where(i => (i.OwnerId != null && mine.Contains(i.OwnerId.Value)) || (i.ProposedById != null && mine.Contains(i.ProposedById.Value))
            || headed.Contains(i.UnitId) || (!i.IsRestricted && i.UnitId == own));
    }

    /// <summary>Whether the person settles the task with the unit: agrees it, moves it, drops it.</summary>
    public static bool Settles(this ICurrentUser user, Improvement item) =>
        user.May(Permission.AgreeImprovements) && (user.May(Permission.SeeAllImprovements) || Headed(user).Contains(item.UnitId));

    /// <summary>Whether the person, or somebody they stand in for, does the task.</summary>
    public static bool Owns(this ICurrentUser user, Improvement item) => item.OwnerId is { } owner && Mine(user).Contains(owner);

    private static Guid[] Mine(ICurrentUser user) => user.EmployeeId is { } me ? [me, .. user.StandsInFor] : [];

    private static Guid[] Headed(ICurrentUser user) => user.May(Permission.AgreeImprovements) ? [.. user.HeadedUnitIds] : [];
}
