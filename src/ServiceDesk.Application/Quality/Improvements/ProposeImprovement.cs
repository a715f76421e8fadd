using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Quality;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Quality.Improvements;

/// <summary>Somebody sees what could be better.</summary>
/// <param name="Token">The form's one-time token.</param>
/// <param name="Source">What showed it.</param>
/// <param name="UnitId">Whose matter it is.</param>
/// <param name="Plan">What it is about.</param>
/// <param name="IsRestricted">Whether it concerns a person. What came of something about a person always does.</param>
public sealed record ProposeImprovement(Guid Token, ImprovementSource Source, Guid UnitId, ImprovementPlan Plan, bool IsRestricted = false);

/// <summary>Proposes an improvement task, from any screen, and tells who answers for the unit.</summary>
public sealed class ProposeImprovementHandler(IServiceDeskDb db, RegisterNumbers numbers, ImprovementThings things, QualityDesk desk, LocalTime local)
{
    private const int Attempts = 5;

    /// <summary>Key and number; the same form sent twice makes one task.</summary>
    public async Task<(Guid Id, string Number)> HandleAsync(ProposeImprovement command, CancellationToken cancellationToken)
    {
        desk.Demand(Permission.ProposeImprovements);
        await desk.DemandUnitAsync(command.UnitId, cancellationToken);
        var thing = await things.FindAsync(command.Source.Origin, command.Source.ThingId, cancellationToken) ?? await things.OnScreenAsync(command.Source.Screen, cancellationToken);
        var source = thing is null
            ? command.Source with { Screen = ImprovementThings.Path(command.Source.Screen) }
            : new ImprovementSource(thing.Origin, thing.Id, thing.Label, ImprovementThings.Path(command.Source.Screen));
        var restricted = command.IsRestricted || thing is { IsRestricted: true };
        for (var attempt = 1; ; attempt++)
        {
            if (await db.Set<Improvement>().AsNoTracking().Where(i => i.Token == command.Token).Select(i => new { i.Id, i.Number }).SingleOrDefaultAsync(cancellationToken) is { } there)
                return (there.Id, there.Number);
            try
            {
                return await db.InTransactionAsync(token => ProposeOnceAsync(command with { Source = source, IsRestricted = restricted }, token), cancellationToken);
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // A twin was faster: the token or the first number of the year is taken. Look again.
            }
        }
    }

    private async Task<(Guid Id, string Number)> ProposeOnceAsync(ProposeImprovement c, CancellationToken cancellationToken)
    {
        var year = local.DateOf(desk.Now).Year;
        var (register, sequence) = await numbers.NextAsync(Register.Improvements, year, cancellationToken);
        var item = Improvement.Propose(register, year, sequence, c.Token, c.Source, c.UnitId, c.Plan, c.IsRestricted, desk.Actor, desk.Now);
        db.Set<Improvement>().Add(item);
        var about = await db.Set<CaseSubject>().Where(s => s.CaseId == c.Source.ThingId).Select(s => s.EmployeeId).ToListAsync(cancellationToken);
        desk.Tell(await desk.InChargeAsync(c.UnitId, about, cancellationToken), NoticeKind.ImprovementProposed, $"{item.Id:N}/proposed", item.Number, $"{item.Id}");
        await db.SaveChangesAsync(cancellationToken);
        return (item.Id, item.Number);
    }
}
