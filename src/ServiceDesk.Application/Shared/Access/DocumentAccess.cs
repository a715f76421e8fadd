using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Circulation;
using ServiceDesk.Domain.Documents;

namespace ServiceDesk.Application.Shared.Access;

/// <summary>
/// Which documents a person sees. A document of a case is seen by who may read the case and know its client; any other by its author, by
/// who signs it, by the people of its unit and those who head it, and by the head of client service. The records keeper sees what is
/// registered and generally accessible, but nothing of confidential cases and of complaints about people. Whoever a draft was sent to for
/// approval reads that document and nothing around it; never one of a complaint about themselves.
/// </summary>
public static class DocumentAccess
{
    /// <summary>Documents the person may read.</summary>
    /// <param name="documents">Documents.</param>
    /// <param name="user">Who looks.</param>
    /// <param name="cases">All cases, by which the right is judged.</param>
    public static IQueryable<Document> DocumentsVisibleTo(this IQueryable<Document> documents, ICurrentUser user, IQueryable<Case> cases)
    {
        if (!user.May(Permission.SeeDocuments))
            return documents.Where(_ => false);
        var known = cases.WithKnownClient(user);
        var (me, own, headed, all) = (user.EmployeeId, user.UnitId ?? Guid.Empty, Headed(user), user.May(Permission.ReadAllCases));
        var filed = user.May(Permission.FileDocuments);
        var closed = cases.Where(c => c.IsConfidential || c.IsAboutPerson);
        var (mine, about) = (Mine(user), cases.About(user));
        return documents.Where(d =>
            (d.CaseId != null && known.Any(c => c.Id == d.CaseId))
            || (d.CaseId == null && (all || d.AuthorId == me || d.SignatoryId == me || d.UnitId == own || headed.Contains(d.UnitId)))
            || (!about.Any(c => c.Id == d.CaseId) && d.RouteSteps.Any(s => s.State != RouteStepState.Dropped
                && (mine.Contains(s.EmployeeId!.Value) || (s.UnitId == own && !s.IsForHead) || headed.Contains(s.UnitId!.Value))))
            || (filed && d.Number != null && d.Access == DocumentAccessMark.Open && !closed.Any(c => c.Id == d.CaseId)));
    }

    /// <summary>Documents the person may write, register, correct and annul: those of cases they may act on, and those of their units.</summary>
    public static IQueryable<Document> DocumentsWritableBy(this IQueryable<Document> documents, ICurrentUser user, IQueryable<Case> cases)
    {
        if (!user.May(Permission.WriteDocuments))
            return documents.Where(_ => false);
        var acted = cases.ActableBy(user);
        var (me, own, headed, all) = (user.EmployeeId, user.UnitId ?? Guid.Empty, Headed(user), user.May(Permission.ReadAllCases));
        return documents.DocumentsVisibleTo(user, cases).Where(d =>
            (d.CaseId != null && acted.Any(c => c.Id == d.CaseId))
            || (d.CaseId == null && (all || d.AuthorId == me || d.UnitId == own || headed.Contains(d.UnitId))));
    }

    /// <summary>Steps that wait for the person: theirs, those of who they stand in for, and those of their unit or of a unit they head.</summary>
    public static IQueryable<RouteStep> WaitingFor(this IQueryable<RouteStep> steps, ICurrentUser user)
    {
        var (mine, own, headed) = (Mine(user), user.UnitId ?? Guid.Empty, Headed(user));
        return user.May(Permission.SeeDocuments) && mine.Length > 0
            ? steps.Where(s => s.State == RouteStepState.Waiting && (mine.Contains(s.EmployeeId!.Value) || (s.UnitId == own && !s.IsForHead) || headed.Contains(s.UnitId!.Value)))
            : steps.Where(_ => false);
    }

    /// <summary>Of these, steps of routes that are on, of drafts somebody else wrote and sent: what the person can answer now.</summary>
    /// <param name="steps">Steps.</param>
    /// <param name="user">Who answers.</param>
    /// <param name="routes">All routes.</param>
    /// <param name="documents">All documents.</param>
    public static IQueryable<RouteStep> WaitingForAnswer(this IQueryable<RouteStep> steps, ICurrentUser user, IQueryable<DocumentRoute> routes, IQueryable<Document> documents)
    {
        var me = user.EmployeeId;
        return steps.WaitingFor(user).Where(s => routes.Any(r => r.Id == s.RouteId && r.State == RouteState.Running && r.ById != me)
            && documents.Any(d => d.Id == s.DocumentId && d.State == DocumentState.Draft && d.AuthorId != me));
    }

    private static Guid[] Mine(ICurrentUser user) => user.EmployeeId is { } me ? [me, .. user.StandsInFor] : [];

    private static Guid[] Headed(ICurrentUser user) => user.May(Permission.ReadUnitCases) ? [.. user.HeadedUnitIds] : [];
}
