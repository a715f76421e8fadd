using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Operations;

namespace ServiceDesk.Application.Operations;

/// <summary>A reading to be written down.</summary>
/// <param name="Thing">Kind of thing.</param>
/// <param name="Key">Which one; for a list, empty.</param>
/// <param name="Label">What people know it by: a number, never a name or a subject.</param>
/// <param name="Way">How.</param>
/// <param name="Purpose">Why.</param>
/// <param name="Reason">Why, in the reader's words, where it was asked. A reading with a reason always has a line of its own.</param>
/// <param name="ClientId">Whose data it is, where one card says so.</param>
public sealed record Reading(
    ReadThing Thing, string Key, string Label, ReadWay Way = ReadWay.Page, ReadPurpose Purpose = ReadPurpose.Handling, string? Reason = null, Guid? ClientId = null)
{
    /// <summary>A reading of something with a key of ours.</summary>
    public Reading(
        ReadThing thing, Guid key, string label, ReadWay way = ReadWay.Page, ReadPurpose purpose = ReadPurpose.Handling, string? reason = null, Guid? clientId = null)
        : this(thing, key.ToString("N"), label, way, purpose, reason, clientId)
    {
    }
}

/// <summary>
/// Writes down who reads what not everybody may read. What could not be written down is not shown: a fault here is the reader's fault
/// page, never a gap in the log.
/// </summary>
public sealed class ReadLog(IServiceDeskDb db, IServiceScopeFactory scopes, ICurrentUser user, TimeProvider time)
{
    /// <summary>
    /// For pages that only read: writes it at once, before anything is shown. The same reading again within
    /// <see cref="ReadRecord.Together"/> is counted on its line. One statement, or two for the first reading.
    /// </summary>
    public async Task NoteAsync(Reading reading, CancellationToken cancellationToken)
    {
        if (reading.Reason is null && await CountAsync(reading, cancellationToken))
            return;
        // In a unit of work of its own: what a refused step has left behind in this one must not be saved along.
        await using var scope = scopes.CreateAsyncScope();
        var own = scope.ServiceProvider.GetRequiredService<IServiceDeskDb>();
        own.Set<ReadRecord>().Add(Line(reading));
        await own.SaveChangesAsync(cancellationToken);
    }

    /// <summary>For use cases that save something anyway: the line is saved together with it or not at all.</summary>
    public void Record(Reading reading) => db.Set<ReadRecord>().Add(Line(reading));

    private ReadRecord Line(Reading reading) => new(
        time.GetUtcNow(), user.EmployeeId, user.Name, reading.Thing, reading.Key, reading.Label, reading.Way, reading.Purpose, reading.Reason, reading.ClientId);

    private async Task<bool> CountAsync(Reading reading, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var since = now - ReadRecord.Together;
        var (me, name) = (user.EmployeeId, user.Name);
        return await db.Set<ReadRecord>()
            .Where(r => r.Thing == reading.Thing && r.Key == reading.Key && r.LastAt > since && r.Way == reading.Way && r.Purpose == reading.Purpose
                && r.Label == reading.Label && r.ById == me && r.ByName == name && r.Reason == null)
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.LastAt, now).SetProperty(r => r.Times, r => r.Times + 1), cancellationToken) > 0;
    }
}
