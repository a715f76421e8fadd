using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Desk.Views;

/// <summary>What happens to a view in the person's own menu.</summary>
public enum ViewMove
{
    /// <summary>One place up.</summary>
    Up,

    /// <summary>One place down.</summary>
    Down,

    /// <summary>Out of the menu.</summary>
    Hide,

    /// <summary>Into the menu again.</summary>
    Show,
}

/// <summary>Moves a view in the person's own menu; nobody else's changes.</summary>
/// <param name="Id">The view.</param>
/// <param name="Move">Where to.</param>
public sealed record ArrangeViews(Guid Id, ViewMove Move);

/// <summary>Keeps the order in which a person wants their views.</summary>
public sealed class ArrangeViewsHandler(IServiceDeskDb db, ICurrentUser user)
{
    /// <summary>Moves it. Refused when the person does not have it.</summary>
    public async Task HandleAsync(ArrangeViews command, CancellationToken cancellationToken)
    {
        if (user.EmployeeId is not { } me)
            throw new Refusal("Desk.Views.NotAllowed");
        var places = await db.Set<ViewPlace>().Where(p => p.EmployeeId == me).ToDictionaryAsync(p => p.ViewId, cancellationToken);
        var views = await db.Set<SavedView>().VisibleTo(user).OrderBy(v => v.CreatedAt).ThenBy(v => v.Id).Select(v => v.Id).ToListAsync(cancellationToken);
        var order = views.OrderBy(id => places.TryGetValue(id, out var place) ? place.Position : int.MaxValue).ToList();
        var at = order.IndexOf(command.Id);
        if (at < 0)
            throw new Refusal("Desk.Views.NotAllowed");

        var to = command.Move switch { ViewMove.Up => Math.Max(at - 1, 0), ViewMove.Down => Math.Min(at + 1, order.Count - 1), _ => at };
        order.RemoveAt(at);
        order.Insert(to, command.Id);
        for (var i = 0; i < order.Count; i++)
        {
            if (!places.TryGetValue(order[i], out var place))
                db.Set<ViewPlace>().Add(places[order[i]] = place = new ViewPlace(me, order[i]));
            var hidden = order[i] != command.Id ? place.IsHidden : command.Move switch { ViewMove.Hide => true, ViewMove.Show => false, _ => place.IsHidden };
            place.Put(i, hidden);
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
