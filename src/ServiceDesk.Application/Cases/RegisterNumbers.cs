using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;

namespace ServiceDesk.Application.Cases;

/// <summary>
/// Allots register numbers without gaps: the counter is raised inside the transaction that saves the case, so a failed
/// registration gives its number back, and two at once wait for each other.
/// </summary>
public sealed class RegisterNumbers(IServiceDeskDb db)
{
    /// <summary>The register and the next sequence of the year. Call inside <see cref="IServiceDeskDb.InTransactionAsync{T}"/>.</summary>
    public Task<(Register Register, int Sequence)> NextAsync(string code, int year, CancellationToken cancellationToken) => TakeAsync(code, year, 1, cancellationToken);

    /// <summary>Allots several numbers at once: the register and the first of them. Call inside <see cref="IServiceDeskDb.InTransactionAsync{T}"/>.</summary>
    public async Task<(Register Register, int First)> TakeAsync(string code, int year, int count, CancellationToken cancellationToken)
    {
        var register = await db.Set<Register>().SingleAsync(r => r.Code == code, cancellationToken);
        var counters = db.Set<RegisterCounter>().Where(c => c.RegisterId == register.Id && c.Year == year);
        var raised = await counters.ExecuteUpdateAsync(s => s.SetProperty(c => c.Last, c => c.Last + count), cancellationToken);
        if (raised == 0)
        {
            // First number of the year. Two at once: the second insert fails on the key and its transaction is tried again by the caller.
            db.Set<RegisterCounter>().Add(new RegisterCounter(register.Id, year));
            await db.SaveChangesAsync(cancellationToken);
            await counters.ExecuteUpdateAsync(s => s.SetProperty(c => c.Last, c => c.Last + count), cancellationToken);
        }

        var last = await counters.AsNoTracking().Select(c => c.Last).SingleAsync(cancellationToken);
        return (register, last - count + 1);
    }
}
