using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Cases.Links;

/// <summary>Links a case with another, found by number.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Number of the other, as typed.</param>
/// <param name="Kind">Related, duplicate or follow-up; what merging, splitting and asking make comes about by those steps only.</param>
/// <param name="Reason">Why, if told.</param>
public sealed record LinkCases(Guid CaseId, string? Number, CaseLinkKind Kind, string? Reason);

/// <summary>Links two cases, takes a link away, puts it back. Both histories tell; no clock is touched.</summary>
public sealed class LinkCasesHandler(IServiceDeskDb db, CaseWriter writer, FindCaseHandler find, ICurrentUser user, TimeProvider time)
{
    /// <summary>The kinds a person may choose.</summary>
    public static IReadOnlyList<CaseLinkKind> Offered { get; } = [CaseLinkKind.Related, CaseLinkKind.Duplicate, CaseLinkKind.FollowUp];

    /// <summary>Links the cases and gives the key of the link. A link taken away before is put back.</summary>
    public async Task<Guid> HandleAsync(LinkCases command, CancellationToken cancellationToken)
    {
        if (!Offered.Contains(command.Kind))
            throw new Refusal("Cases.Refusal.LinkKindNotOffered");
        var item = await writer.LoadForActingAsync(command.CaseId, seen: null, cancellationToken);
        var otherId = await find.HandleAsync(command.Number, cancellationToken) ?? throw new Refusal("Cases.Refusal.NumberUnknown");
        // What came first leads to what came after it.
        var other = await writer.LoadAsync(otherId, cancellationToken);
        var (from, to) = command.Kind == CaseLinkKind.FollowUp || other.ReceivedAt < item.ReceivedAt ? (other, item) : (item, other);
        var now = time.GetUtcNow();
        var by = user.AsActor();
        var link = await db.Set<CaseLink>().FirstOrDefaultAsync(l => l.Kind == command.Kind
            && ((l.FromId == from.Id && l.ToId == to.Id) || (l.FromId == to.Id && l.ToId == from.Id)), cancellationToken);
        if (link is { State: CaseLinkState.Standing })
            throw new Refusal("Cases.Refusal.AlreadyLinked", other.Number);
        if (link is null)
            db.Set<CaseLink>().Add(link = new CaseLink(command.Kind, from.Id, to.Id, by, now, command.Reason));
        else
            link.Restore(by, now, command.Reason);
        Tell(CaseEventKind.Linked, link, item, other, by, now);
        await writer.SaveAsync(seen: null, cancellationToken);
        return link.Id;
    }

    /// <summary>Takes a link away, or declines a suggestion. What merging and splitting made is undone there.</summary>
    public Task RemoveAsync(Guid caseId, Guid linkId, CancellationToken cancellationToken) => ChangeAsync(caseId, linkId, stands: false, cancellationToken);

    /// <summary>Puts a link back, or accepts a suggestion.</summary>
    public Task RestoreAsync(Guid caseId, Guid linkId, CancellationToken cancellationToken) => ChangeAsync(caseId, linkId, stands: true, cancellationToken);

    private async Task ChangeAsync(Guid caseId, Guid linkId, bool stands, CancellationToken cancellationToken)
    {
        var item = await writer.LoadForActingAsync(caseId, seen: null, cancellationToken);
        var link = await db.Set<CaseLink>().SingleOrDefaultAsync(l => l.Id == linkId && (l.FromId == caseId || l.ToId == caseId), cancellationToken)
            ?? throw new Refusal("Cases.Refusal.LinkUnknown");
        if (!Offered.Contains(link.Kind))
            throw new Refusal("Cases.Refusal.LinkOfStep");
        if (stands == (link.State == CaseLinkState.Standing))
            return;
        var other = await writer.LoadAsync(link.Other(caseId), cancellationToken);
        var wasSuggested = link.State == CaseLinkState.Suggested;
        var now = time.GetUtcNow();
        var by = user.AsActor();
        if (stands)
            link.Restore(by, now);
        else
            link.Remove(by, now);
        // Declining what the system only thought is no event of either case.
        if (stands || !wasSuggested)
            Tell(stands ? CaseEventKind.Linked : CaseEventKind.Unlinked, link, item, other, by, now);
        await writer.SaveAsync(seen: null, cancellationToken);
    }

    private static void Tell(CaseEventKind kind, CaseLink link, Case item, Case other, Actor by, DateTimeOffset now)
    {
        item.Record(kind, by, now, link.Reason, other.Number, link.Kind.ToString());
        other.Record(kind, by, now, link.Reason, item.Number, link.Kind.ToString());
    }
}

/// <summary>Numbers as people type and copy them.</summary>
public static class CaseNumbers
{
    /// <summary>Without "Nr.", blanks and long dashes.</summary>
    public static string Clean(string? typed)
    {
        var number = new string([.. (typed ?? "").Where(c => !char.IsWhiteSpace(c)).Select(c => c is '\u2010' or '\u2011' or '\u2013' or '\u2014' ? '-' : c).Take(60)]);
        return number.StartsWith("nr.", StringComparison.OrdinalIgnoreCase) ? number[3..] : number;
    }
}
