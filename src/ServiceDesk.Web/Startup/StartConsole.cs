using System.Reflection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Accounts;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared;

namespace ServiceDesk.Web.Startup;

/// <summary>
/// Tells whoever started the site how far it is, and at the end where it answers and who may sign in.
/// Written past the log: the token of the first administrator belongs on the console only.
/// </summary>
internal sealed class StartConsole(
    IServer server, IOptions<ServiceDeskOptions> options, FirstAdministrator firstAdministrator, IServiceScopeFactory scopes) : IHostedLifecycleService
{
    public static string Version { get; } =
        typeof(StartConsole).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    // Tests have no console to talk to: their server listens nowhere.
    private ICollection<string> Addresses => server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];

    public void Tell(string line)
    {
        if (server.Features.Get<IServerAddressesFeature>() is not null)
            Console.WriteLine("  " + line);
    }

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (Addresses.Count == 0)
            return;
        Console.WriteLine();
        Console.WriteLine($"  ServiceDesk {Version} answers at {string.Join(", ", Addresses)}");
        if (options.Value.DemoData)
            TellSignIns();
        else if (!await HasAdministratorAsync(cancellationToken))
            Console.WriteLine($"  There is no administrator yet. Open {Addresses.First()}/setup and give this token: {firstAdministrator.Token}");
        Console.WriteLine();
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static void TellSignIns()
    {
        Console.WriteLine($"  Demo sign-ins, all with the password {DemoPeople.Password}");
        foreach (var person in DemoPeople.SignIns)
            Console.WriteLine($"    {person.Email,-42} {person.Position}");
    }

    private async Task<bool> HasAdministratorAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IAccounts>().HasAdministratorAsync(cancellationToken);
    }
}
