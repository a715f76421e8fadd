namespace ServiceDesk.Application.Cases.Search;

/// <summary>Where in a case a word stands. Each part has its own readers.</summary>
[Flags]
public enum CaseParts
{
    /// <summary>Registration number: for everybody who sees the head.</summary>
    Number = 1,

    /// <summary>Subject and messages in both directions, notes too: for who reads the case.</summary>
    Texts = 2,

    /// <summary>The client's name: for who reads the case and may know the client.</summary>
    Client = 4,
}

/// <summary>How closely words must agree.</summary>
public enum SearchMatch
{
    /// <summary>Without regard to marks on letters.</summary>
    Folded,

    /// <summary>With the marks as typed.</summary>
    Exact,

    /// <summary>Found only when marks are disregarded: what <see cref="Exact"/> does not find.</summary>
    FoldedOnly,
}

/// <summary>The words of all cases, kept by the database. Each engine looks them up in its own way and finds the same.</summary>
public interface ICaseSearch
{
    /// <summary>
    /// Keys of the cases in which every term begins some word of the parts given. Knows nothing of rights: whoever asks narrows the
    /// cases to those whose parts the person may read.
    /// </summary>
    IQueryable<Guid> Find(IReadOnlyList<SearchTerm> terms, CaseParts parts, SearchMatch match);
}
