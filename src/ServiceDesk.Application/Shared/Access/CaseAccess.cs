using ServiceDesk.Domain.Cases;

namespace ServiceDesk.Application.Shared.Access;

/// <summary>Which cases a person sees. Every list, count, page and file asks here.</summary>
public static class CaseAccess
{
    /// <summary>Cases whose head (number, dates, unit, state) the person may see.</summary>
    public static IQueryable<Case> HeadsVisibleTo(this IQueryable<Case> cases, ICurrentUser user) =>
        user.May(Permission.SeeAllCaseHeads) ? cases : cases.ReadableBy(user);

    /// <summary>
    /// Cases the person may read in full: those <see cref="ActableBy"/> gives, and those offered to the person or the unit, for whoever
    /// is to accept a case must know it.
    /// </summary>
    public static IQueryable<Case> ReadableBy(this IQueryable<Case> cases, ICurrentUser user)
    {
        if (user.EmployeeId is not { } me || !user.May(Permission.HandleCases))
            return cases.ActableBy(user);
        var headed = Headed(user);
        var own = user.UnitId ?? Guid.Empty;
        var intake = user.May(Permission.RegisterCases);
        if (user.May(Permission.ReadAllCases))
        {
            return cases.Where(c => !c.IsConfidential || c.AssigneeId == me || c.OfferedToId == me
                || (!c.HiddenFromHead && headed.Contains(c.UnitId)) || c.Readers.Any(r => r.EmployeeId == me));
        }

        return cases.Where(c => c.AssigneeId == me || c.OfferedToId == me
            || (!c.IsConfidential && (c.UnitId == own || c.OfferedUnitId == own || c.RegisteredById == me || headed.Contains(c.UnitId)
                || (c.OfferedUnitId != null && headed.Contains(c.OfferedUnitId.Value)) || (intake && c.State == CaseState.New)))
            || (c.IsConfidential && ((!c.HiddenFromHead && headed.Contains(c.UnitId)) || c.Readers.Any(r => r.EmployeeId == me))));
    }

    /// <summary>
    /// Cases the person may act on: all with <see cref="Permission.ReadAllCases"/>; the units one heads; else own ones, those of the own
    /// unit, and those one registered. Client Service also has what nobody has taken on yet. A confidential case is open only to its
    /// assignee, to the head of the unit unless kept out, and to the people named, whatever else a person may read.
    /// </summary>
    public static IQueryable<Case> ActableBy(this IQueryable<Case> cases, ICurrentUser user)
    {
        if (user.EmployeeId is not { } me || !user.May(Permission.HandleCases))
            return user.May(Permission.ReadAllCases) ? cases.Where(c => !c.IsConfidential) : cases.Where(_ => false);
        var headed = Headed(user);
        var own = user.UnitId ?? Guid.Empty;
        var intake = user.May(Permission.RegisterCases);
        if (user.May(Permission.ReadAllCases))
        {
            return cases.Where(c => !c.IsConfidential || c.AssigneeId == me
                || (!c.HiddenFromHead && headed.Contains(c.UnitId)) || c.Readers.Any(r => r.EmployeeId == me));
        }

        return cases.Where(c => c.AssigneeId == me
            || (!c.IsConfidential && (c.UnitId == own || c.RegisteredById == me || headed.Contains(c.UnitId) || (intake && c.State == CaseState.New)))
            || (c.IsConfidential && ((!c.HiddenFromHead && headed.Contains(c.UnitId)) || c.Readers.Any(r => r.EmployeeId == me))));
    }

    /// <summary>Cases offered to the person, or to the own unit or one headed when no person was named: these wait for this person's word.</summary>
    public static IQueryable<Case> OfferedTo(this IQueryable<Case> cases, ICurrentUser user)
    {
        if (user.EmployeeId is not { } me || !user.May(Permission.HandleCases))
            return cases.Where(_ => false);
        var headed = Headed(user);
        var own = user.UnitId ?? Guid.Empty;
        return cases.Where(c => c.OfferedToId == me
            || (c.OfferedToId == null && c.OfferedUnitId != null && (c.OfferedUnitId == own || headed.Contains(c.OfferedUnitId.Value))));
    }

    /// <summary>Offered cases the person may accept or return: those <see cref="OfferedTo"/> gives, and as a head those offered to people of the units headed.</summary>
    public static IQueryable<Case> AnswerableBy(this IQueryable<Case> cases, ICurrentUser user)
    {
        var me = user.EmployeeId;
        var headed = Headed(user);
        var own = user.UnitId ?? Guid.Empty;
        return cases.Where(c => c.OfferedAt != null && (c.OfferedToId == me
            || (!c.IsConfidential && ((c.OfferedToId == null && c.OfferedUnitId == own) || headed.Contains(c.OfferedUnitId!.Value)))));
    }

    /// <summary>
    /// Whether the person may know who the client is: Client Service always, for it keeps the client cards; who handles the case
    /// with the client's leave, or when a colleague asks. Who sees heads only never does.
    /// </summary>
    public static bool MayKnowClient(this ICurrentUser user, bool unitMayKnow, bool isInternal) =>
        user.May(Permission.RegisterCases) || (user.May(Permission.HandleCases) && (unitMayKnow || isInternal));

    /// <summary>The person as the history records them.</summary>
    public static Actor AsActor(this ICurrentUser user) => new(user.EmployeeId, user.Name);

    private static Guid[] Headed(ICurrentUser user) => user.May(Permission.ReadUnitCases) ? [.. user.HeadedUnitIds] : [];
}
