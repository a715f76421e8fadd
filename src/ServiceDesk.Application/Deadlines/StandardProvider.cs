using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Deadlines;

namespace ServiceDesk.Application.Deadlines;

/// <summary>The rules in force, read once per version and node.</summary>
public sealed class StandardProvider(IServiceDeskDb db, DeadlineNumbers numbers, DeadlineCache cache, IOptions<ServiceDeskOptions> options)
{
    /// <summary>Id of the municipality's standard.</summary>
    public string ActiveId => options.Value.Standard;

    /// <summary>The rules of the municipality's own standard and the law for items received on a day.</summary>
    public async Task<Rulebook> GetAsync(DateOnly receivedOn, CancellationToken cancellationToken) =>
        (await TableAsync(cancellationToken)).On(ActiveId, receivedOn) ?? throw new InvalidOperationException($"No standard is called '{ActiveId}'.");

    /// <summary>The rules of any standard there is; null for an unknown one.</summary>
    public async Task<Rulebook?> FindAsync(string standardId, DateOnly receivedOn, CancellationToken cancellationToken) =>
        (await TableAsync(cancellationToken)).On(standardId, receivedOn);

    /// <summary>All versions of all standards and the statutory table.</summary>
    public async Task<RuleTable> TableAsync(CancellationToken cancellationToken)
    {
        var number = (await numbers.GetAsync(cancellationToken)).Rules;
        if (cache.Rules(number) is { } known)
            return known;

        var standards = await db.Set<StandardVersion>().AsNoTracking().OrderBy(v => v.StandardId).ThenBy(v => v.Number).Select(v => v.Body).ToListAsync(cancellationToken);
        var statute = await db.Set<StatuteRow>().AsNoTracking().OrderBy(r => r.RuleId).ThenBy(r => r.ValidFrom).Select(r => r.Body).ToListAsync(cancellationToken);
        var table = new RuleTable([.. standards.Select(StandardJson.Read<ServiceStandard>)], [.. statute.Select(StandardJson.Read<StatutoryTerm>)]);
        cache.Keep(number, table);
        return table;
    }
}
