using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Desk.Views;

/// <summary>Another name, another circle, other filters.</summary>
/// <param name="Id">The view.</param>
/// <param name="Name">What the menu shows.</param>
/// <param name="Sharing">Who else sees it.</param>
/// <param name="Query">The list it shall hold from now on; null keeps the one it has.</param>
public sealed record ChangeView(Guid Id, string Name, ViewSharing Sharing, string? Query = null);

/// <summary>Changes a view for everybody who has it.</summary>
public sealed class ChangeViewHandler(IServiceDeskDb db, ICurrentUser user, TimeProvider time)
{
    /// <summary>Changes it. Refused to who may not change it, and when it is to be shared wider than the person may.</summary>
    public async Task HandleAsync(ChangeView command, CancellationToken cancellationToken)
    {
        var view = await db.FindViewAsync(command.Id, user, deleted: false, cancellationToken);
        var now = time.GetUtcNow();
        view.Rename(command.Name, now);
        if (command.Query is { } query)
            view.Keep(CaseListAddress.Write(CaseListAddress.Read(query)), now);
        if (command.Sharing != view.Sharing)
        {
            user.RefuseUnlessOffered(command.Sharing);
            view.Share(command.Sharing, user.UnitId, now);
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>Takes a view out of all menus; for a month it can be brought back.</summary>
public sealed class DeleteViewHandler(IServiceDeskDb db, ICurrentUser user, TimeProvider time)
{
    /// <summary>Deletes it.</summary>
    public async Task HandleAsync(Guid id, CancellationToken cancellationToken)
    {
        (await db.FindViewAsync(id, user, deleted: false, cancellationToken)).Delete(time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>Brings a deleted view back, shared as before.</summary>
public sealed class RestoreViewHandler(IServiceDeskDb db, ICurrentUser user, TimeProvider time)
{
    /// <summary>Brings it back.</summary>
    public async Task HandleAsync(Guid id, CancellationToken cancellationToken)
    {
        (await db.FindViewAsync(id, user, deleted: true, cancellationToken)).Restore(time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
    }
}

internal static class FoundViews
{
    /// <summary>A view to change; one that is not there and one of somebody else are refused in the same words.</summary>
    public static async Task<SavedView> FindViewAsync(this IServiceDeskDb db, Guid id, ICurrentUser user, bool deleted, CancellationToken cancellationToken)
    {
        var view = await db.Set<SavedView>().SingleOrDefaultAsync(v => v.Id == id && v.DeletedAt != null == deleted, cancellationToken);
        return view is not null && user.MayChange(view.OwnerId, view.Sharing, view.UnitId) ? view : throw new Refusal("Desk.Views.NotAllowed");
    }
}
