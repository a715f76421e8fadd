using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Deadlines;

namespace ServiceDesk.Infrastructure.Jobs;

/// <summary>
/// Looks at the board and runs what is due: each job in a scope of its own, several at a time, none twice at once on any node.
/// A job that fails is tried again after its pause; the others do not notice.
/// </summary>
internal sealed class JobRunner(JobBoard board, JobCatalogue catalogue, IServiceScopeFactory scopes, TimeProvider time, IOptions<JobsOptions> options, ILogger<JobRunner> logger)
    : BackgroundService
{
    private readonly ConcurrentDictionary<string, Task> running = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Enabled)
            return;
        var pauses = board.Jobs;
        var rowsThere = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!rowsThere)
                    await board.AddMissingAsync(stoppingToken);
                rowsThere = true;
                await StartDueAsync(pauses, stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // The database may be away for a while; the site shows it on its health page.
                logger.LogWarning("The board of jobs cannot be read: {Reason}", e.Message);
            }

            await Task.Delay(options.Value.Poll, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await Task.WhenAll(running.Values);
    }

    private async Task StartDueAsync(IReadOnlyDictionary<string, TimeSpan> pauses, CancellationToken stoppingToken)
    {
        var due = await board.DueAsync(pauses, stoppingToken);
        foreach (var (name, asked) in due.Where(d => !running.ContainsKey(d.Key)))
        {
            if (!asked && await IsClosedForAsync(name, stoppingToken))
                continue;
            if (await board.ClaimAsync(name, stoppingToken))
                running[name] = RunAsync(name, pauses[name], stoppingToken);
        }
    }

    private async Task RunAsync(string name, TimeSpan pause, CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            using var renewal = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            var renewing = RenewAsync(name, renewal.Token);
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var result = await catalogue.Make(name, scope.ServiceProvider).RunAsync(stoppingToken);
                await board.SucceedAsync(name, pause, result);
                logger.LogDebug("Job {Job}: {Result}", name, result);
            }
            finally
            {
                await renewal.CancelAsync();
                await renewing;
            }
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            await board.ReleaseAsync(name);
        }
        catch (Exception e)
        {
            logger.LogError(e, "Job {Job} failed", name);
            await TryRecordAsync(name, pause, e);
        }
        finally
        {
            running.TryRemove(name, out _);
        }
    }

    private async Task TryRecordAsync(string name, TimeSpan pause, Exception fault)
    {
        try
        {
            await board.FailAsync(name, pause, fault);
        }
        catch (Exception e)
        {
            // The claim runs out by itself.
            logger.LogWarning("The failure of job {Job} could not be recorded: {Reason}", name, e.Message);
        }
    }

    private async Task RenewAsync(string name, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await Task.Delay(options.Value.Claim / 3, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (cancellationToken.IsCancellationRequested)
                return;
            try
            {
                await board.RenewAsync(name, cancellationToken);
            }
            catch (Exception e)
            {
                logger.LogWarning("The claim on job {Job} could not be renewed: {Reason}", name, e.Message);
            }
        }
    }

    private async Task<bool> IsClosedForAsync(string name, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (!catalogue.Make(name, scope.ServiceProvider).InOfficeHoursOnly)
            return false;
        var calendar = await scope.ServiceProvider.GetRequiredService<CalendarProvider>().GetAsync(cancellationToken);
        var now = calendar.LocalTime.At(time.GetUtcNow());
        return calendar.Hours(DateOnly.FromDateTime(now)) is not { } hours
            || TimeOnly.FromDateTime(now) < hours.Opens || TimeOnly.FromDateTime(now) >= hours.Closes;
    }
}
