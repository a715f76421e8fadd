using Microsoft.Playwright;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared;

namespace ServiceDesk.Browser.Tests;

/// <summary>
/// The live site with the demonstration municipality in it, on the morning of Thursday 18 June 2026. All classes that only look, or touch
/// rows of their own, share the one of the test run; it starts when the first of them asks for it.
/// </summary>
public sealed class DemoSite : LiveSite
{
    private readonly Lazy<Task> started;

    public DemoSite() => started = new(() => base.InitializeAsync().AsTask());

    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public override async Task<IPage> OpenAsync(int width = 1280, int height = 900)
    {
        await started.Value;
        return await base.OpenAsync(width, height);
    }

    public override ValueTask DisposeAsync() => started.IsValueCreated ? base.DisposeAsync() : ValueTask.CompletedTask;

    protected override async Task FillAsync()
    {
        Time.SetLocal(2026, 6, 18, 9);
        await SeedAsync<DemoCasesSeed>();
        await SeedAsync<DemoContractsSeed>();
        await SeedAsync<DemoMeetingsSeed>();
        await SeedAsync<DemoSurveysSeed>();
    }

    private Task<bool> SeedAsync<TSeed>()
        where TSeed : ISeed => RunAsync(async (TSeed seed) =>
        {
            await seed.SeedAsync(CancellationToken.None);
            return true;
        });
}
