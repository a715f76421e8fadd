using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared.Access;
using Xunit;

namespace ServiceDesk.Testing;

/// <summary>
/// The whole site on a database of its own (reference rows and demo staff), with a fake clock: a class fixture of page tests.
/// Derive to change settings (<see cref="Configure"/>) or to fill the database (<see cref="FillAsync"/>).
/// </summary>
public class Site : WebApplicationFactory<Program>, IAsyncLifetime
{
    private static readonly WebApplicationFactoryClientOptions NoRedirects = new() { BaseAddress = new Uri("https://localhost"), AllowAutoRedirect = false };

    // The writer the start speaks to; see StartConsole.Output.
    private const string StartConsole = "start console";

    private string connectionString = "";

    public FakeTime Time { get; } = new();

    public QueryCounter Queries { get; } = new();

    public string DataFolder { get; } = Directory.CreateTempSubdirectory("servicedesk-site-").FullName;

    /// <summary>Address of the listening site; only after <see cref="Listen"/>.</summary>
    public string Url => $"http://localhost:{ClientOptions.BaseAddress.Port}";

    protected virtual string EnvironmentName => "Production";

    public virtual async ValueTask InitializeAsync()
    {
        connectionString = await DatabaseAsync();
        StartServer();
        await FillAsync();
    }

    /// <summary>Opens a real port for a browser, in place of the in-memory server. Call first thing in the constructor of a derived fixture.</summary>
    protected void Listen() => UseKestrel(0);

    /// <summary>A visitor with a fresh cookie jar.</summary>
    public PageClient Visitor() => new(CreateClient(NoRedirects));

    /// <summary>Somebody who holds the role, signed in through the real page. The first such demo person.</summary>
    public Task<PageClient> SignInAsync(Role role) => SignInAsync(DemoPeople.All.First(p => p.Roles.Contains(role)));

    /// <summary>A demo person, signed in through the real page.</summary>
    public async Task<PageClient> SignInAsync(DemoPerson person)
    {
        var client = Visitor();
        await client.SignInAsync(person.Email, DemoPeople.Password);
        return client;
    }

    /// <summary>Runs something against the site's services, in a scope of its own.</summary>
    public async Task<TResult> RunAsync<TService, TResult>(Func<TService, Task<TResult>> work)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await TestPostgres.DropAsync(connectionString);
        Directory.Delete(DataFolder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Rows the tests of a class share.</summary>
    protected virtual Task FillAsync() => Task.CompletedTask;

    /// <summary>Settings of a derived fixture.</summary>
    protected virtual void Configure(IDictionary<string, string?> settings)
    {
    }

    /// <summary>The database to work on: a clone with reference rows and demo staff, or <see cref="EmptyDatabaseAsync"/>.</summary>
    protected virtual Task<string> DatabaseAsync() => TestPostgres.CloneAsync();

    /// <summary>A database without tables; the site migrates and seeds it.</summary>
    protected static Task<string> EmptyDatabaseAsync() => TestPostgres.EmptyAsync();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        var settings = Settings.For(Engine.PostgreSql, connectionString, DataFolder);
        Configure(settings);
        builder.UseEnvironment(EnvironmentName);
        foreach (var (key, value) in settings)
            builder.UseSetting(key, value);
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Time));
            services.AddSingleton<IInterceptor>(Queries);
            services.AddKeyedSingleton<TextWriter>(StartConsole, TextWriter.Null);
            services.Configure<PasswordHasherOptions>(Settings.CheapPasswords);
        });
    }
}
