using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Shared.Jobs;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Jobs;

/// <summary>The rows of the jobs: claims and results are conditional updates, so that nodes never wait for each other.</summary>
internal sealed class JobBoard(JobCatalogue catalogue, IServiceScopeFactory scopes, TimeProvider time, IOptions<JobsOptions> options) : IJobBoard
{
    private const int LongestResult = 400;
    private const int LongestError = 1000;

    // Unlike any other node, also one that had the same process number before.
    private readonly string node = $"{Environment.MachineName} {Guid.NewGuid():N}";

    public IReadOnlyDictionary<string, TimeSpan> Jobs
    {
        get
        {
            using var scope = scopes.CreateScope();
            return catalogue.Types.Keys.ToDictionary(name => name, name => catalogue.Make(name, scope.ServiceProvider).Every);
        }
    }

    public IReadOnlyCollection<string> AlwaysOn
    {
        get
        {
            using var scope = scopes.CreateScope();
            return [.. catalogue.Types.Keys.Where(name => !catalogue.Make(name, scope.ServiceProvider).InOfficeHoursOnly)];
        }
    }

    public async Task<bool> TriggerAsync(string name, CancellationToken cancellationToken)
    {
        if (!catalogue.Types.ContainsKey(name))
            return false;
        await AddMissingAsync(cancellationToken);
        // The beginning of time marks a run somebody asked for: it does not wait for office hours.
        return await ChangeAsync((runs, _) => runs.Where(r => r.Name == name).ExecuteUpdateAsync(s => s.SetProperty(r => r.NextRunAt, Asked), cancellationToken)) == 1;
    }

    /// <summary>NextRunAt of a run asked for by hand.</summary>
    public static DateTimeOffset Asked { get; } = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Rows for jobs that are new in this version.</summary>
    public async Task AddMissingAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDeskDbContext>();
        var there = await db.Set<JobRun>().Select(r => r.Name).ToListAsync(cancellationToken);
        foreach (var name in catalogue.Types.Keys.Except(there))
        {
            db.Set<JobRun>().Add(new JobRun(name, time.GetUtcNow()));
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException)
            {
                // Another node was faster; a real fault shows at the next look at the board.
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>Jobs that are due and held by nobody; true for those somebody asked for.</summary>
    public async Task<IReadOnlyDictionary<string, bool>> DueAsync(IReadOnlyDictionary<string, TimeSpan> pauses, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = time.GetUtcNow();
        var rows = await scope.ServiceProvider.GetRequiredService<ServiceDeskDbContext>().Set<JobRun>().AsNoTracking()
            .Select(r => new { r.Name, r.NextRunAt, r.ClaimedUntil }).ToListAsync(cancellationToken);
        return rows
            .Where(r => pauses.ContainsKey(r.Name) && IsPast(r.ClaimedUntil, options.Value.Claim) && IsPast(r.NextRunAt, pauses[r.Name]))
            .ToDictionary(r => r.Name, r => r.NextRunAt == Asked);

        // A moment further ahead than anybody would set it was set before a training clock went back: it does not count.
        bool IsPast(DateTimeOffset? moment, TimeSpan furthest) => moment is null || moment <= now || moment > now + furthest + TimeSpan.FromMinutes(1);
    }

    public async Task<bool> ClaimAsync(string name, CancellationToken cancellationToken)
    {
        var claim = options.Value.Claim;
        return await ChangeAsync((runs, now) => runs
            .Where(r => r.Name == name && (r.ClaimedUntil == null || r.ClaimedUntil < now || r.ClaimedUntil > now + claim + TimeSpan.FromMinutes(1)))
            .ExecuteUpdateAsync(s => s
                .SetProperty(r => r.ClaimedUntil, now + claim)
                .SetProperty(r => r.LastStartedAt, now)
                .SetProperty(r => r.Node, node), cancellationToken)) == 1;
    }

    public Task RenewAsync(string name, CancellationToken cancellationToken) => ChangeAsync((runs, now) => runs
        .Where(r => r.Name == name && r.Node == node && r.ClaimedUntil != null)
        .ExecuteUpdateAsync(s => s.SetProperty(r => r.ClaimedUntil, now + options.Value.Claim), cancellationToken));

    public Task SucceedAsync(string name, TimeSpan pause, string result) => ChangeAsync((runs, now) => runs
        .Where(r => r.Name == name && r.Node == node)
        .ExecuteUpdateAsync(s => s
            .SetProperty(r => r.ClaimedUntil, (DateTimeOffset?)null)
            .SetProperty(r => r.NextRunAt, now + pause)
            .SetProperty(r => r.LastFinishedAt, now)
            .SetProperty(r => r.LastSucceededAt, now)
            .SetProperty(r => r.LastResult, Cut(result, LongestResult))
            .SetProperty(r => r.LastError, (string?)null)));

    public Task FailAsync(string name, TimeSpan pause, Exception fault) => ChangeAsync((runs, now) => runs
        .Where(r => r.Name == name && r.Node == node)
        .ExecuteUpdateAsync(s => s
            .SetProperty(r => r.ClaimedUntil, (DateTimeOffset?)null)
            .SetProperty(r => r.NextRunAt, now + pause)
            .SetProperty(r => r.LastFinishedAt, now)
            .SetProperty(r => r.LastError, Cut($"{fault.GetType().Name}: {fault.Message}", LongestError))));

    /// <summary>Gives the job back unfinished: the node stops.</summary>
    public Task ReleaseAsync(string name) => ChangeAsync((runs, _) => runs
        .Where(r => r.Name == name && r.Node == node)
        .ExecuteUpdateAsync(s => s.SetProperty(r => r.ClaimedUntil, (DateTimeOffset?)null)));

    private async Task<int> ChangeAsync(Func<IQueryable<JobRun>, DateTimeOffset, Task<int>> change)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await change(scope.ServiceProvider.GetRequiredService<ServiceDeskDbContext>().Set<JobRun>(), time.GetUtcNow());
    }

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..longest];
}
