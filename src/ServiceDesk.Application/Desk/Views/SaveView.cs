using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Desk;

namespace ServiceDesk.Application.Desk.Views;

/// <summary>Saves a list under a name.</summary>
/// <param name="Name">What the menu shows.</param>
/// <param name="Query">The list as a query string.</param>
/// <param name="Sharing">Who else sees it.</param>
public sealed record SaveView(string Name, string? Query, ViewSharing Sharing);

/// <summary>Saves the view; only what the list understands is kept of the query string.</summary>
public sealed class SaveViewHandler(IServiceDeskDb db, ICurrentUser user, TimeProvider time)
{
    /// <summary>Saves it and gives its key.</summary>
    public async Task<Guid> HandleAsync(SaveView command, CancellationToken cancellationToken)
    {
        user.RefuseUnlessOffered(command.Sharing);
        var now = time.GetUtcNow();
        var view = new SavedView(command.Name, CaseListAddress.Write(CaseListAddress.Read(command.Query)), user.AsActor(), now);
        view.Share(command.Sharing, user.UnitId, now);
        db.Set<SavedView>().Add(view);
        await db.SaveChangesAsync(cancellationToken);
        return view.Id;
    }
}
