using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Documents;

namespace ServiceDesk.Application.Shared.Access;

/// <summary>
/// Which documents a person sees. A document of a case is seen by who may read the case and know its client; any other by its author, by
/// who signs it, by the people of its unit and those who head it, and by the head of client service. The records keeper sees what is
/// registered and generally accessible, but nothing of confidential cases and of complaints about people.
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
        return documents.Where(d =>
            (d.CaseId != null && known.Any(c => c.Id == d.CaseId))
            || (d.CaseId == null && (all || d.AuthorId == me || d.SignatoryId == me || d.UnitId == own || headed.Contains(d.UnitId)))
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

    private static Guid[] Headed(ICurrentUser user) => user.May(Permission.ReadUnitCases) ? [.. user.HeadedUnitIds] : [];
}
