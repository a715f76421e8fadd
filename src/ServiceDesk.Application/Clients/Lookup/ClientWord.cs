namespace ServiceDesk.Application.Clients.Lookup;

/// <summary>
/// A word by which a client is found: one row for each word of the card, kept in the same save as the card. What is asked is always the
/// beginning of a word, which an index answers on every engine alike.
/// </summary>
public sealed class ClientWord
{
    /// <summary>Longest word kept, its mark included, characters.</summary>
    public const int MaxLength = 61;

    /// <summary>Characters of the client's sort key kept beside the word.</summary>
    public const int SortLength = 24;

    private ClientWord()
    {
    }

    /// <summary>A word of a client's card.</summary>
    /// <param name="clientId">The client.</param>
    /// <param name="word">Folded, with the mark of its part in front.</param>
    /// <param name="written">As written, lower case.</param>
    /// <param name="sort">The client's sort key.</param>
    public ClientWord(Guid clientId, string word, string written, string sort)
    {
        (ClientId, Word, Written) = (clientId, word, written);
        SortUnder(sort);
    }

    /// <summary>The client.</summary>
    public Guid ClientId { get; private set; }

    /// <summary>Without marks on letters, with the digit of its <see cref="ClientPart"/> in front.</summary>
    public string Word { get; private set; } = "";

    /// <summary>As written, lower case.</summary>
    public string Written { get; private set; } = "";

    /// <summary>The beginning of the client's sort key: among equals the alphabet decides.</summary>
    public string Sort { get; private set; } = "";

    /// <summary>The client's name changed, and with it the place among others.</summary>
    public void SortUnder(string sort) => Sort = sort.Length > SortLength ? sort[..SortLength] : sort;
}

/// <summary>Where on a card a word stands. Hits in the name come before those in numbers, these before those in addresses.</summary>
public enum ClientPart
{
    /// <summary>A name, also a former one.</summary>
    Name = 1,

    /// <summary>Phone, e-mail, registration or VAT number.</summary>
    Reach = 2,

    /// <summary>An address.</summary>
    Address = 3,
}
