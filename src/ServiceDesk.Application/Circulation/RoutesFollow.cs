using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Documents.Contracts;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Circulation;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Contracts;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Circulation;

/// <summary>How drafts circulate in this house: section <c>ServiceDesk:Circulation</c>.</summary>
public sealed class CirculationOptions
{
    /// <summary>Section of the settings.</summary>
    public const string Section = "ServiceDesk:Circulation";

    /// <summary>Kinds that are not registered without a finished route; none unless the house says so.</summary>
    public IList<DocumentKind> Required { get; set; } = [];

    /// <summary>Working days proposed for an answer.</summary>
    public int UsualDays { get; set; } = 2;
}

/// <summary>Whether a draft may have its number yet.</summary>
public sealed class RouteGate(IServiceDeskDb db, IOptions<CirculationOptions> options)
{
    /// <summary>Refuses a draft whose mandatory route is not finished, and one of a kind that needs a route and has none.</summary>
    public async Task DemandAsync(Document document, CancellationToken cancellationToken)
    {
        var routes = await db.Set<DocumentRoute>().AsNoTracking().Where(r => r.DocumentId == document.Id).ToListAsync(cancellationToken);
        if (routes.Exists(r => r.HoldsRegistration))
            throw new Refusal("Circulation.Refusal.NotFinished");
        if (options.Value.Required.Contains(document.Kind) && !routes.Exists(r => r.State == RouteState.Finished))
            throw new Refusal("Circulation.Refusal.RouteNeeded");
    }
}

/// <summary>Voids the approvals of a draft that was edited.</summary>
public sealed class RoutesFollow(IServiceDeskDb db, TimeProvider time) : IFollowsDocument
{
    /// <inheritdoc/>
    public async Task FollowAsync(Document document, CancellationToken cancellationToken)
    {
        var routes = await db.Set<DocumentRoute>().Include(r => r.Steps).Include(r => r.Answers).Where(r => r.DocumentId == document.Id && r.State != RouteState.Withdrawn).ToListAsync(cancellationToken);
        if (routes.Sum(r => r.Follow(document, time.GetUtcNow())) > 0 && await db.Set<Contract>().SingleOrDefaultAsync(c => c.Id == document.Id, cancellationToken) is { } contract)
            contract.InApproval(null);
    }
}
