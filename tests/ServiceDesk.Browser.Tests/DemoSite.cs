using ServiceDesk.Application.Demo;

namespace ServiceDesk.Browser.Tests;

/// <summary>The live site with the demonstration municipality in it, on the morning of Thursday 18 June 2026.</summary>
public sealed class DemoSite : LiveSite
{
    protected override async Task FillAsync()
    {
        Time.SetLocal(2026, 6, 18, 9);
        await RunAsync(async (DemoCasesSeed seed) =>
        {
            await seed.SeedAsync(CancellationToken.None);
            return true;
        });
    }
}
