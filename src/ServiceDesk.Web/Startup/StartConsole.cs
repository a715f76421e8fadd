using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Accounts;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;

namespace ServiceDesk.Web.Startup;

/// <summary>
/// Tells whoever started the site how far it is, and at the end where it answers and who may sign in.
/// Written past the log: the token of the first administrator belongs on the console only.
/// </summary>
internal sealed class StartConsole(
    [FromKeyedServices(StartConsole.Output)] TextWriter output,
    IServer server,
    ISystemFacts facts,
    IOptions<ServiceDeskOptions> options,
    FirstAdministrator firstAdministrator,
    IServiceScopeFactory scopes) : IHostedLifecycleService
{
    /// <summary>Key of the writer: the console, or nothing in tests.</summary>
    public const string Output = "start console";

    public void Tell(string line) => output.WriteLine("  " + line);

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        output.WriteLine();
        Tell($"ServiceDesk {facts.Version} answers at {string.Join(", ", addresses)}");
        if (options.Value.DemoData)
            TellSignIns();
        else if (!await HasAdministratorAsync(cancellationToken))
            Tell($"There is no administrator yet. Open {addresses.FirstOrDefault()}/setup and give this token: {firstAdministrator.Token}");
        output.WriteLine();
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void TellSignIns()
    {
        Tell($"Demo sign-ins, all with the password {DemoPeople.Password}");
        foreach (var person in DemoPeople.SignIns)
            Tell($"  {person.Email,-34} {person.Position}");
    }

    private async Task<bool> HasAdministratorAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IAccounts>().HasAdministratorAsync(cancellationToken);
    }
}
