using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Application.Clients.Lookup;
using ServiceDesk.Application.Documents;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Clients.Companies;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Infrastructure.Database.Configurations.Clients;
using ServiceDesk.Infrastructure.Database.Configurations.Documents;
using ServiceDesk.Infrastructure.Database.Configurations.Search;
using ServiceDesk.Infrastructure.Identity;
using ServiceDesk.Infrastructure.Search;

namespace ServiceDesk.Infrastructure.Database;

/// <summary>The one model. The two derived contexts exist so that each engine has its own migrations.</summary>
public abstract class ServiceDeskDbContext(DbContextOptions options)
    : IdentityDbContext<User, IdentityRole<Guid>, Guid>(options), IServiceDeskDb
{
    // Identity asks the application's options for its schema version. A context made outside the application
    // (dotnet ef, a migrator, a test) would silently get version 1, without passkeys.
    private static readonly ServiceProvider IdentityVersion3 = new ServiceCollection()
        .Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
        .BuildServiceProvider();

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
    {
        if (optionsBuilder.Options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider is null)
            optionsBuilder.UseApplicationServiceProvider(IdentityVersion3);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(ServiceDeskDbContext).Assembly);
        builder.ApplyHouseConventions();
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RaiseVersions();
        if (this.MustKeepWords() || this.MustKeepClientWords())
            throw new InvalidOperationException("Cases, messages and clients are saved with SaveChangesAsync, which keeps their words for the search.");
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RaiseVersions();
        if (this.MustKeepWords())
            await this.KeepWordsAsync(cancellationToken);
        if (this.MustKeepClientWords())
            await this.KeepClientWordsAsync(cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public void Forget() => ChangeTracker.Clear();

    public Task<T> InTransactionAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        if (Database.CurrentTransaction is not null)
            return work(cancellationToken);
        return Database.CreateExecutionStrategy().ExecuteAsync(async token =>
        {
            try
            {
                await using var transaction = await Database.BeginTransactionAsync(token);
                var result = await work(token);
                await transaction.CommitAsync(token);
                return result;
            }
            catch
            {
                // What was tracked never reached the database; another try begins with nothing.
                ChangeTracker.Clear();
                throw;
            }
        }, cancellationToken);
    }

    /// <summary>An aggregate is changed when it or anything that hangs on it is.</summary>
    private void RaiseVersions()
    {
        ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            foreach (var entry in ChangeTracker.Entries<IVersioned>().Where(e => e.State == EntityState.Modified || (e.State == EntityState.Unchanged && HasChangedParts(e))))
                entry.Property(x => x.Version).CurrentValue = entry.Property(x => x.Version).OriginalValue + 1;
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    private bool HasChangedParts(EntityEntry entry) => entry.Collections
        .SelectMany(c => c.CurrentValue?.Cast<object>() ?? [])
        .Any(part => Entry(part).State is EntityState.Added or EntityState.Modified or EntityState.Deleted);
}

/// <summary>PostgreSQL, embedded or on a server.</summary>
public sealed class PostgreSqlDbContext(DbContextOptions<PostgreSqlDbContext> options) : ServiceDeskDbContext(options)
{
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        CaseWordsConfiguration.ForPostgreSql(builder.Entity<CaseWords>());
        CompanyConfiguration.ForPostgreSql(builder.Entity<Company>());
        ClientWordConfiguration.ForPostgreSql(builder.Entity<ClientWord>());
        DocumentWordConfiguration.ForPostgreSql(builder.Entity<DocumentWord>());
    }
}

/// <summary>SQL Server.</summary>
public sealed class SqlServerDbContext(DbContextOptions<SqlServerDbContext> options) : ServiceDeskDbContext(options)
{
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        CaseWordsConfiguration.ForSqlServer(builder.Entity<CaseWords>());
        CompanyConfiguration.ForSqlServer(builder.Entity<Company>());
        ClientWordConfiguration.ForSqlServer(builder.Entity<ClientWord>());
        DocumentWordConfiguration.ForSqlServer(builder.Entity<DocumentWord>());
    }
}
