using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace ServiceDesk.Application.Shared;

/// <summary>The database as use cases see it. One model, two engines: everything written against it runs on both.</summary>
public interface IServiceDeskDb
{
    /// <summary>Raw access, for the few steps that need it. Begin transactions with <see cref="InTransactionAsync{T}"/>.</summary>
    DatabaseFacade Database { get; }

    /// <summary>The rows of one type.</summary>
    DbSet<T> Set<T>() where T : class;

    /// <summary>Saves everything changed so far in one transaction.</summary>
    Task<int> SaveChangesAsync(CancellationToken cancellationToken = default);

    /// <summary>Forgets what was loaded, for jobs that go through many aggregates one after the other.</summary>
    void Forget();

    /// <summary>
    /// For the few steps that need more than one save: runs <paramref name="work"/> in one transaction, again from its beginning
    /// when the connection was cut. So the work loads what it changes itself and touches nothing but the database.
    /// </summary>
    Task<T> InTransactionAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken);
}
