using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace ServiceDesk.Application.Shared;

/// <summary>The database as use cases see it. One model, two engines: everything written against it runs on both.</summary>
public interface IServiceDeskDb
{
    /// <summary>Transactions, for the few steps that need more than one save.</summary>
    DatabaseFacade Database { get; }

    /// <summary>The rows of one type.</summary>
    DbSet<T> Set<T>() where T : class;

    /// <summary>Saves everything changed so far in one transaction.</summary>
    Task<int> SaveChangesAsync(CancellationToken cancellationToken = default);
}
