using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Protection;

/// <summary>What every step of data protection needs: the right to make it, and a save that says when somebody else was faster.</summary>
public sealed class ProtectionEditor(IServiceDeskDb db, ICurrentUser user)
{
    /// <summary>Refuses who lacks the permission.</summary>
    public void Demand(Permission permission)
    {
        if (!user.May(permission))
            throw new Refusal("Cases.Refusal.NotAllowed");
    }

    /// <summary>Refuses a page that is older than the thing.</summary>
    public static void RefuseIfStale(IVersioned thing, int? seen)
    {
        if (seen is { } version && version != thing.Version)
            throw new Refusal("Protection.Refusal.ChangedMeanwhile");
    }

    /// <summary>Saves; a save that lost the race says so.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new Refusal("Protection.Refusal.ChangedMeanwhile");
        }
    }
}
