using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ServiceDesk.Infrastructure.Database.Embedded;

/// <summary>Starts the embedded server again when it dies under the running site; stops it with the site when nobody else uses it.</summary>
internal sealed class EmbeddedPostgresKeeper(EmbeddedPostgres server, ILogger<EmbeddedPostgresKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await server.WaitUntilGoneAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning("The embedded database went away ({Reason}); starting it again", e.Message);
            }

            try
            {
                await server.StartAsync(stoppingToken);
                logger.LogInformation("The embedded database runs again");
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(e, "The embedded database does not start");
                await Task.Delay(Pause, stoppingToken);
            }
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await server.StopIfUnusedAsync(cancellationToken);
        }
        catch (Exception e)
        {
            logger.LogWarning(e, "The embedded database was left running");
        }
    }
}
