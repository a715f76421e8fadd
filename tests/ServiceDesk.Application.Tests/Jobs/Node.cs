using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Shared.Jobs;
using ServiceDesk.Infrastructure.Jobs;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Jobs;

/// <summary>A node of the site that runs one job, <see cref="Counter"/>.</summary>
internal sealed class Node : IAsyncDisposable
{
    private static readonly JobCatalogue OnlyCounter = new(new Dictionary<string, Type> { ["Counter"] = typeof(Counter) });
    private static readonly JobsOptions Quick = new() { Poll = TimeSpan.FromMilliseconds(100) };

    private readonly AsyncServiceScope scope;
    private readonly JobRunner runner;

    public Node(House house)
    {
        House = house;
        scope = house.Scope();
        runner = new JobRunner(
            scope.ServiceProvider.GetRequiredService<JobBoard>(), OnlyCounter, scope.ServiceProvider.GetRequiredService<IServiceScopeFactory>(),
            house.Time, Options.Create(Quick), NullLogger<JobRunner>.Instance);
    }

    public House House { get; }

    public FakeTime Time => House.Time;

    public static Action<IServiceCollection> Services(Counter job) => services => services
        .AddSingleton(job)
        .Replace(ServiceDescriptor.Singleton(OnlyCounter));

    public Task StartJobsAsync() => runner.StartAsync(CancellationToken.None);

    public Task StopJobsAsync() => runner.StopAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await runner.StopAsync(CancellationToken.None);
        runner.Dispose();
        await scope.DisposeAsync();
        await House.DisposeAsync();
    }
}

/// <summary>Counts its runs, and how many were at work at once.</summary>
internal sealed class Counter : IJob
{
    private int runs;
    private int atOnce;
    private int mostAtOnce;

    public TimeSpan Pause { get; init; } = TimeSpan.FromMinutes(5);

    public TimeSpan Takes { get; init; }

    public bool Office { get; init; }

    public string? Fault { get; set; }

    public int Runs => Volatile.Read(ref runs);

    public int MostAtOnce => Volatile.Read(ref mostAtOnce);

    public TimeSpan Every => Pause;

    public bool InOfficeHoursOnly => Office;

    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var now = Interlocked.Increment(ref atOnce);
        mostAtOnce = Math.Max(mostAtOnce, now);
        Interlocked.Increment(ref runs);
        try
        {
            await Task.Delay(Takes, cancellationToken);
            return Fault is null ? $"counted to {runs}" : throw new InvalidOperationException(Fault);
        }
        finally
        {
            Interlocked.Decrement(ref atOnce);
        }
    }
}
