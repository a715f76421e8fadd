using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Staff;
using ServiceDesk.Infrastructure;
using ServiceDesk.Infrastructure.Database;
using ServiceDesk.Infrastructure.Startup;
using ServiceDesk.Web.Documents;

namespace ServiceDesk.Testing;

/// <summary>Everything below the pages, on a database of its own, with a fake clock and a fake person at the keyboard.</summary>
public sealed class House : IAsyncDisposable
{
    private readonly ServiceProvider services;

    internal House(Engine engine, string connectionString, Action<IServiceCollection>? configure = null, FakeTime? time = null)
    {
        Time = time ?? new FakeTime();
        User.Time = Time;
        DataFolder = Directory.CreateTempSubdirectory("servicedesk-house-").FullName;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(Settings.For(engine, connectionString, DataFolder)).Build();
        var environment = new Environment();
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton<IConfiguration>(configuration);
        collection.AddSingleton<IHostEnvironment>(environment);
        collection.AddSingleton<IHostApplicationLifetime, NeverStops>();
        collection.AddInfrastructure(configuration, environment);
        collection.AddDocuments();
        collection.Replace(ServiceDescriptor.Singleton<TimeProvider>(Time));
        collection.Replace(ServiceDescriptor.Scoped<ICurrentUser>(_ => User));
        collection.AddSingleton<Microsoft.EntityFrameworkCore.Diagnostics.IInterceptor>(Queries);
        collection.Configure<PasswordHasherOptions>(Settings.CheapPasswords);
        configure?.Invoke(collection);
        services = collection.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public FakeTime Time { get; }

    public TestUser User { get; } = new();

    public QueryCounter Queries { get; } = new();

    public string DataFolder { get; }

    /// <summary>Runs something in a scope of its own, as a request would: <c>house.RunAsync((SubmitCaseHandler h) => h.HandleAsync(...))</c>.</summary>
    public async Task<TResult> RunAsync<TService, TResult>(Func<TService, Task<TResult>> work)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <inheritdoc cref="RunAsync{TService,TResult}"/>
    public async Task RunAsync<TService>(Func<TService, Task> work)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>A scope of one's own, for the rest.</summary>
    public AsyncServiceScope Scope() => services.CreateAsyncScope();

    /// <summary>Sits a demo person down at the keyboard: the first who holds the role.</summary>
    public Task<Employee> ActAsAsync(Role role) => ActAsAsync(DemoPeople.All.First(p => p.Roles.Contains(role)));

    /// <summary>Sits a demo person down at the keyboard.</summary>
    public Task<Employee> ActAsAsync(DemoPerson person) => RunAsync(async (IServiceDeskDb db) =>
    {
        var employee = await db.Set<Employee>().AsNoTracking().SingleAsync(e => e.Email == person.Email);
        var units = await db.Set<OrgUnit>().AsNoTracking().ToListAsync();
        HashSet<Guid> headed = [.. units.Where(u => u.HeadId == employee.Id).Select(u => u.Id)];
        while (units.Where(u => u.ParentId is { } p && headed.Contains(p) && !headed.Contains(u.Id)).Select(u => u.Id).ToList() is { Count: > 0 } below)
            headed.UnionWith(below);
        User.StandsInFor = new HashSet<Guid>();
        (User.EmployeeId, User.Name, User.UnitId, User.HeadedUnitIds, User.Roles) = (employee.Id, employee.FullName, employee.UnitId, headed, person.Roles.ToHashSet());
        return employee;
    });

    /// <summary>Nobody is at the keyboard: a visitor or a job.</summary>
    public void ActAsNobody() =>
        (User.EmployeeId, User.Name, User.UnitId, User.HeadedUnitIds, User.Roles) = (null, "", null, new HashSet<Guid>(), new HashSet<Role>());

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Directory.Delete(DataFolder, recursive: true);
    }

    /// <summary>Migrates and seeds as a fresh installation does, with the demo people and topics, without the demo cases.</summary>
    internal async Task PrepareAsync()
    {
        await RunAsync((ServiceDeskDbContext db) => db.Database.MigrateAsync());
        await RunAsync(async (IEnumerable<ISeed> seeds) =>
        {
            foreach (var seed in seeds.Where(s => s is not IDemoSeed and not IntakeSeed || s is DemoStaffSeed or DemoTopicsSeed).OrderBy(s => s.Order))
                await seed.SeedAsync(CancellationToken.None);
        });
        await services.GetRequiredService<Preparation>().RunAsync(_ => { }, CancellationToken.None);
    }

    private sealed class Environment : IHostEnvironment
    {
        public string ApplicationName { get; set; } = "ServiceDesk.Web";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();

        public string ContentRootPath { get; set; } = Folders.Web;

        public string EnvironmentName { get; set; } = Environments.Production;
    }

    private sealed class NeverStops : IHostApplicationLifetime
    {
        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => CancellationToken.None;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication()
        {
        }
    }
}
