using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared.Jobs;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Infrastructure.Database;
using ServiceDesk.Infrastructure.Jobs;

namespace ServiceDesk.Infrastructure.Health;

/// <summary>Does the database answer?</summary>
internal sealed class DatabaseHealth(ServiceDeskDbContext db) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            return await db.Database.CanConnectAsync(patience.Token) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("does not answer");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy("does not answer in time");
        }
    }
}

/// <summary>Is there room for attachments and letters?</summary>
internal sealed class DiskHealth(ISystemFacts facts, IOptions<HealthOptions> options) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var free = facts.FreeBytes / 1_000_000;
        var least = options.Value.LeastFreeMegabytes;
        var told = $"{free} MB free";
        return Task.FromResult(free < least ? HealthCheckResult.Unhealthy(told) : free < 4 * least ? HealthCheckResult.Degraded(told) : HealthCheckResult.Healthy(told));
    }
}

/// <summary>Do the background jobs run, and end well?</summary>
internal sealed class JobsHealth(ServiceDeskDbContext db, IJobBoard board, IOptions<JobsOptions> options, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!options.Value.Enabled)
            return HealthCheckResult.Healthy("run on another node");
        var late = time.GetUtcNow() - Grace - options.Value.Claim;
        var known = board.Jobs.Keys;
        // Jobs of office hours wait through the night with a due date in the past: only the others can be late.
        var alwaysOn = board.AlwaysOn;
        var troubled = await db.Set<JobRun>().AsNoTracking()
            .Where(r => known.Contains(r.Name) && (r.LastError != null || (alwaysOn.Contains(r.Name) && r.NextRunAt < late && r.NextRunAt != JobBoard.Asked)))
            .Select(r => r.Name).OrderBy(n => n).ToListAsync(cancellationToken);
        return troubled.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded("late or failed: " + string.Join(", ", troubled));
    }
}

/// <summary>Do letters leave?</summary>
internal sealed class OutboxHealth(OutboxWatch outbox, IOptions<HealthOptions> options, TimeProvider time) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var state = await outbox.LookAsync(cancellationToken);
        if (state.Failed > 0)
            return HealthCheckResult.Degraded($"{state.Failed} given up");
        return time.GetUtcNow() - state.OldestAt > options.Value.OldestLetter
            ? HealthCheckResult.Degraded($"{state.Waiting} waiting")
            : HealthCheckResult.Healthy($"{state.Waiting} waiting");
    }
}

/// <summary>Do clocks and breaches tell the same?</summary>
internal sealed class ClocksHealth(ClockWatch clocks) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var found = await clocks.LookAsync(cancellationToken);
        return found.Agrees
            ? HealthCheckResult.Healthy("every missed clock has its breach")
            : HealthCheckResult.Degraded($"{found.Undetected} clocks past due undetected, {found.Unrecorded} missed without a breach, {found.Unfounded} breaches without a missed clock");
    }
}
