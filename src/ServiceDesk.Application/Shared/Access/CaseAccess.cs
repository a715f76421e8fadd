using ServiceDesk.Domain.Cases;

namespace ServiceDesk.Application.Shared.Access;

/// <summary>Which cases a person sees. Every list, count, page and file asks here.</summary>
public static class CaseAccess
{
    /// <summary>Cases whose head (number, dates, unit, state) the person may see.</summary>
    public static IQueryable<Case> HeadsVisibleTo(this IQueryable<Case> cases, ICurrentUser user) =>
        user.May(Permission.SeeAllCaseHeads) ? cases : cases.ReadableBy(user);

    /// <summary>
    /// Cases the person may read in full: all with <see cref="Permission.ReadAllCases"/>; the units one heads; else own ones,
    /// those of the own unit, and those one registered. Client Service also reads what nobody has taken on yet.
    /// </summary>
    public static IQueryable<Case> ReadableBy(this IQueryable<Case> cases, ICurrentUser user)
    {
        if (user.May(Permission.ReadAllCases))
            return cases;
        if (user.EmployeeId is not { } me || !user.May(Permission.HandleCases))
            return cases.Where(_ => false);

        var headed = user.May(Permission.ReadUnitCases) ? user.HeadedUnitIds.ToArray() : [];
        var own = user.UnitId ?? Guid.Empty;
        var intake = user.May(Permission.RegisterCases);
        return cases.Where(c => c.AssigneeId == me || c.UnitId == own || c.RegisteredById == me
            || headed.Contains(c.UnitId) || (intake && c.State == CaseState.New));
    }

    /// <summary>
    /// Whether the person may know who the client is: Client Service always, for it keeps the client cards; who handles the case
    /// with the client's leave, or when a colleague asks. Who sees heads only never does.
    /// </summary>
    public static bool MayKnowClient(this ICurrentUser user, bool unitMayKnow, bool isInternal) =>
        user.May(Permission.RegisterCases) || (user.May(Permission.HandleCases) && (unitMayKnow || isInternal));

    /// <summary>The person as the history records them.</summary>
    public static Actor AsActor(this ICurrentUser user) => new(user.EmployeeId, user.Name);
}
