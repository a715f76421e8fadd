using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Desk;

/// <summary>Switches single keys on or off for the person at the keyboard (WCAG 2.1.4).</summary>
public sealed class SwitchSingleKeysHandler(IServiceDeskDb db, ICurrentUser user)
{
    /// <summary>Keeps the wish.</summary>
    public async Task HandleAsync(bool on, CancellationToken cancellationToken)
    {
        if (user.EmployeeId is not { } me)
            throw new Refusal("Cases.Refusal.NotAllowed");
        var settings = await db.Set<DeskSettings>().SingleOrDefaultAsync(s => s.EmployeeId == me, cancellationToken);
        if (settings is null)
            db.Set<DeskSettings>().Add(settings = new DeskSettings(me));
        settings.SwitchSingleKeys(on);
        await db.SaveChangesAsync(cancellationToken);
    }
}
