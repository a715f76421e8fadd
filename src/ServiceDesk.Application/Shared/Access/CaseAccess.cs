using System.Linq.Expressions;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Operations;
using Rule = System.Linq.Expressions.Expression<System.Func<ServiceDesk.Domain.Cases.Case, bool>>;

namespace ServiceDesk.Application.Shared.Access;

/// <summary>
/// Which cases a person sees. Every list, count, page and file asks here. A case is seen on a ground; each ground is one line below, and
/// what gives the right to act gives the right to read. No ground helps those a complaint is about, nor who stands in for them.
/// </summary>
public static class CaseAccess
{
    /// <summary>Cases whose head (number, dates, unit, state) the person may see.</summary>
    public static IQueryable<Case> HeadsVisibleTo(this IQueryable<Case> cases, ICurrentUser user) =>
        user.May(Permission.SeeAllCaseHeads) ? cases.NotAbout(user) : cases.ReadableBy(user);

    /// <summary>
    /// Cases the person may read in full: those <see cref="ActableBy"/> gives; those offered to the person or the unit, for whoever is to
    /// accept a case must know it; those passed on; and those opened in need.
    /// </summary>
    public static IQueryable<Case> ReadableBy(this IQueryable<Case> cases, ICurrentUser user) =>
        cases.NotAbout(user).Where(AnyOf([.. ToAct(user), .. ToReadOnly(user)]));

    /// <summary>
    /// Cases the person may act on: all with <see cref="Permission.ReadAllCases"/>; the units one heads; else own ones, those of the own
    /// unit, and those one registered. Client Service also has what nobody has taken on yet. A confidential case is open only to its
    /// assignee, to the head of the unit unless kept out, and to the people named. A complaint about a person is not for the unit's
    /// people, only for its head, Client Service and whoever decides instead of it.
    /// </summary>
    public static IQueryable<Case> ActableBy(this IQueryable<Case> cases, ICurrentUser user) => cases.NotAbout(user).Where(AnyOf([.. ToAct(user)]));

    /// <summary>Cases but the complaints about the person, or about somebody the person stands in for.</summary>
    public static IQueryable<Case> NotAbout(this IQueryable<Case> cases, ICurrentUser user)
    {
        var mine = Mine(user);
        return mine.Length == 0 ? cases : cases.Where(c => !c.IsAboutPerson || !c.Subjects.Any(s => mine.Contains(s.EmployeeId)));
    }

    /// <summary>Complaints about the person, or about somebody the person stands in for. Only their gist may be shown.</summary>
    public static IQueryable<Case> About(this IQueryable<Case> cases, ICurrentUser user)
    {
        var mine = Mine(user);
        return cases.Where(c => c.IsAboutPerson && c.Subjects.Any(s => mine.Contains(s.EmployeeId)));
    }

    /// <summary>Cases offered to the person, or to the own unit or one headed when no person was named: these wait for this person's word.</summary>
    public static IQueryable<Case> OfferedTo(this IQueryable<Case> cases, ICurrentUser user)
    {
        if (user.EmployeeId is not { } me || !user.May(Permission.HaveCases))
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
        return cases.NotAbout(user).Where(c => c.OfferedAt != null && (c.OfferedToId == me
            || (!c.IsConfidential && ((c.OfferedToId == null && c.OfferedUnitId == own) || headed.Contains(c.OfferedUnitId!.Value)))));
    }

    /// <summary>Cases passed to those for whom the person may read them, whose time is not over.</summary>
    public static IQueryable<Case> PassedTo(this IQueryable<Case> cases, ICurrentUser user)
    {
        var (authorities, now) = (Authorities(user), user.Now);
        return authorities.Length == 0
            ? cases.Where(_ => false)
            : cases.NotAbout(user).Where(c => c.Passes.Any(p => authorities.Contains(p.To) && p.EndedAt == null && p.EndsAt > now));
    }

    /// <summary>
    /// Whether the person may know who the client is: Client Service always, for it keeps the client cards; who handles the case
    /// with the client's leave, or when a colleague asks. Who sees heads only never does.
    /// </summary>
    public static bool MayKnowClient(this ICurrentUser user, bool unitMayKnow, bool isInternal) =>
        user.May(Permission.RegisterCases) || (user.May(Permission.HandleCases) && (unitMayKnow || isInternal));

    /// <summary>Why somebody reads a case: to handle it, or on the ground that let them in without that.</summary>
    public static ReadPurpose PurposeOfReading(this ICurrentUser user, bool mayHandle) =>
        mayHandle ? ReadPurpose.Handling
        : user.May(Permission.BreakGlass) ? ReadPurpose.BreakGlass
        : user.May(Permission.SeePassedToCommission) ? ReadPurpose.Commission
        : ReadPurpose.Oversight;

    /// <summary>The person as the history records them.</summary>
    public static Actor AsActor(this ICurrentUser user) => new(user.EmployeeId, user.Name);

    /// <summary>For whom of those above and beside the units the person reads and decides.</summary>
    public static CaseAuthority[] Authorities(ICurrentUser user) =>
    [
        .. user.May(Permission.SeePassedToCommission) ? [CaseAuthority.EthicsCommission] : Array.Empty<CaseAuthority>(),
        .. user.May(Permission.SeeEscalatedToDeputy) ? [CaseAuthority.DeputyExecutiveDirector] : Array.Empty<CaseAuthority>(),
        .. user.May(Permission.SeeEscalatedToDirector) ? [CaseAuthority.ExecutiveDirector] : Array.Empty<CaseAuthority>(),
    ];

    /// <summary>Grounds to act on a case, and so to read it.</summary>
    private static IEnumerable<Rule> ToAct(ICurrentUser user)
    {
        if (user.May(Permission.ReadAllCases))
            yield return c => !c.IsConfidential && c.DecidedBy == null;
        if (user.EmployeeId is not { } me || !user.May(Permission.HandleCases))
            yield break;
        var authorities = Authorities(user);
        if (authorities.Length > 0)
            yield return c => c.DecidedBy != null && authorities.Contains(c.DecidedBy.Value);
        if (!user.May(Permission.HaveCases))
            yield break;

        var (mine, headed, own) = (Mine(user), Headed(user), user.UnitId ?? Guid.Empty);
        yield return c => !c.IsConfidential && !c.IsAboutPerson
            && (mine.Contains(c.AssigneeId!.Value) || c.UnitId == own || c.RegisteredById == me);
        yield return JudgesPeople(user) ? c => c.AssigneeId == me && c.DecidedBy == null : c => c.AssigneeId == me && !c.IsAboutPerson;
        if (headed.Length > 0)
            yield return c => !c.HiddenFromHead && c.DecidedBy == null && headed.Contains(c.UnitId);
        if (user.May(Permission.RegisterCases))
            yield return c => !c.IsConfidential && c.DecidedBy == null && c.State == CaseState.New;
        yield return c => (c.IsConfidential || c.IsAboutPerson) && c.Readers.Any(r => r.EmployeeId == me);
    }

    /// <summary>Grounds to read a case and no more.</summary>
    private static IEnumerable<Rule> ToReadOnly(ICurrentUser user)
    {
        if (user.EmployeeId is { } me && user.May(Permission.HandleCases) && user.May(Permission.HaveCases))
        {
            var (headed, own) = (Headed(user), user.UnitId ?? Guid.Empty);
            yield return JudgesPeople(user) ? c => c.OfferedToId == me && c.DecidedBy == null : c => c.OfferedToId == me && !c.IsAboutPerson;
            yield return c => !c.IsConfidential && !c.IsAboutPerson
                && (c.OfferedUnitId == own || (c.OfferedUnitId != null && headed.Contains(c.OfferedUnitId.Value)));
            if (headed.Length > 0)
                yield return c => !c.IsConfidential && c.IsAboutPerson && c.DecidedBy == null && c.OfferedUnitId != null && headed.Contains(c.OfferedUnitId.Value);
        }

        var (authorities, now) = (Authorities(user), user.Now);
        if (authorities.Length > 0)
            yield return c => c.Passes.Any(p => authorities.Contains(p.To) && p.EndedAt == null && p.EndsAt > now);
        if (user.AccountId is { } account && user.May(Permission.BreakGlass))
            yield return c => c.Openings.Any(o => o.AccountId == account && o.EndedAt == null && o.EndsAt > now);
    }

    /// <summary>Heads and Client Service may be given a complaint about a person; the people of a unit may not.</summary>
    private static bool JudgesPeople(ICurrentUser user) => user.May(Permission.ReadUnitCases) || user.May(Permission.ReadAllCases);

    private static Guid[] Mine(ICurrentUser user) => user.EmployeeId is { } me ? [me, .. user.StandsInFor] : [];

    private static Guid[] Headed(ICurrentUser user) => user.May(Permission.ReadUnitCases) ? [.. user.HeadedUnitIds] : [];

    /// <summary>One condition out of several; nothing fits when there is none.</summary>
    private static Rule AnyOf(IReadOnlyList<Rule> grounds)
    {
        if (grounds.Count == 0)
            return _ => false;
        var item = grounds[0].Parameters[0];
        return Expression.Lambda<Func<Case, bool>>(
            grounds.Select(g => g == grounds[0] ? g.Body : new Swap(g.Parameters[0], item).Visit(g.Body)).Aggregate(Expression.OrElse), item);
    }

    private sealed class Swap(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }
}
