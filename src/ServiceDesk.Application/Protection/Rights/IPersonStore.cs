using ServiceDesk.Application.Protection.Map;

namespace ServiceDesk.Application.Protection.Rights;

/// <summary>What is meant by one person: their cards, and the cases that are looked at.</summary>
/// <param name="Cards">The card with those that became part of it; empty when the card itself is not touched.</param>
/// <param name="Cases">Their cases.</param>
public sealed record PersonScope(IReadOnlyList<Guid> Cards, IReadOnlyList<Guid> Cases);

/// <summary>A column of a person's rows.</summary>
/// <param name="Name">Name of the property, without the path.</param>
/// <param name="Type">Its type in the program.</param>
/// <param name="Nature">Whose data it holds.</param>
public sealed record PersonColumn(string Name, Type Type, DataNature Nature);

/// <summary>A row of a person.</summary>
/// <param name="Key">Its key; null where the table has none of ours.</param>
/// <param name="OwnerId">The row it hangs on: a card, a case, a request.</param>
/// <param name="Values">Values in the order of the columns: texts, numbers, days, instants, lists of texts, or null.</param>
public sealed record PersonRow(Guid? Key, Guid? OwnerId, IReadOnlyList<object?> Values);

/// <summary>A person's rows of one table.</summary>
public sealed record PersonTable(string Entity, IReadOnlyList<PersonColumn> Columns, IReadOnlyList<PersonRow> Rows);

/// <summary>
/// Reads and erases the rows of one person in every table, driven by nothing but <see cref="PersonalDataMap"/>: a table the map knows is
/// handed out and erased, without a line written for it.
/// </summary>
public interface IPersonStore
{
    /// <summary>The exported columns of all rows, table by table, in the order of the map; empty tables are left out.</summary>
    IAsyncEnumerable<PersonTable> ReadAsync(PersonScope scope, CancellationToken cancellationToken);

    /// <summary>
    /// Erases as the map says and makes the words of the search anew. Call inside a transaction.
    /// </summary>
    /// <param name="scope">Whose rows.</param>
    /// <param name="word">What stands where something was written.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Files nobody else refers to any more, by hash: to be removed from the store after the transaction.</returns>
    Task<IReadOnlyList<string>> EraseAsync(PersonScope scope, string word, CancellationToken cancellationToken);

    /// <summary>Of these files, by hash, those no row of any table refers to any more.</summary>
    Task<IReadOnlyList<string>> UnusedAsync(IReadOnlyCollection<string> hashes, CancellationToken cancellationToken);
}
