using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Deadlines;

/// <summary>The municipality's standard with its versions, and the law, as administrators see them.</summary>
/// <param name="Current">The version in force today.</param>
/// <param name="Newest">The newest version; later than <paramref name="Current"/> when one is still to come into force.</param>
/// <param name="Statute">The statutory table.</param>
/// <param name="Versions">Stored versions, newest first.</param>
/// <param name="SettingsVersion">Version of the settings, to be given back with a change.</param>
public sealed record StandardOverview(
    ServiceStandard Current, ServiceStandard Newest, IReadOnlyList<StatutoryTerm> Statute, IReadOnlyList<StandardVersionLine> Versions, int SettingsVersion);

/// <summary>One stored version.</summary>
public sealed record StandardVersionLine(int Number, DateOnly InForceFrom, string Reason, string AddedBy, DateTimeOffset AddedAt)
{
    /// <summary>What it has differently from the version before; empty for the first.</summary>
    public IReadOnlyList<StandardDifference> Changed { get; init; } = [];
}

/// <summary>Reads the standard.</summary>
public sealed class ShowStandardHandler(IServiceDeskDb db, StandardProvider standards, LocalTime local, TimeProvider time)
{
    /// <summary>Reads it.</summary>
    public async Task<StandardOverview> HandleAsync(CancellationToken cancellationToken)
    {
        var id = standards.ActiveId;
        var rulebook = await standards.GetAsync(local.DateOf(time.GetUtcNow()), cancellationToken);
        var table = await standards.TableAsync(cancellationToken);
        var versions = await db.Set<StandardVersion>().AsNoTracking().Where(v => v.StandardId == id).OrderByDescending(v => v.Number)
            .Select(v => new StandardVersionLine(v.Number, v.InForceFrom, v.Reason, v.AddedBy, v.AddedAt)).ToListAsync(cancellationToken);
        var bodies = table.Standards.Where(s => s.Id == id).ToDictionary(s => s.Version);
        return new(
            rulebook.Standard,
            table.Standards.Where(s => s.Id == id).MaxBy(s => s.Version)!,
            [.. rulebook.Statute.OrderBy(t => t.Rule.Id, StringComparer.Ordinal).ThenBy(t => t.ValidFrom)],
            [.. versions.Select(v => v with { Changed = bodies.TryGetValue(v.Number - 1, out var before) ? CompareStandardsHandler.Differences(before, bodies[v.Number]) : [] })],
            await db.Set<DeadlineSettings>().AsNoTracking().Select(s => s.Version).SingleAsync(cancellationToken));
    }
}
