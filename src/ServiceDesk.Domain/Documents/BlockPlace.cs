namespace ServiceDesk.Domain.Documents;

/// <summary>The part of a document that a prepared block of text is written for.</summary>
public enum BlockPlace
{
    /// <summary>The main text: of a letter, certificate, claim, amendment, order, of an item of minutes.</summary>
    Text,

    /// <summary>What a contract is about.</summary>
    Matter,

    /// <summary>Chapters of a contract.</summary>
    Clauses,

    /// <summary>What a claim demands.</summary>
    Demands,

    /// <summary>What follows when a claim is not met.</summary>
    SetOff,

    /// <summary>What was found, in an act or an answer to a claim.</summary>
    Findings,

    /// <summary>Why a claim is not met.</summary>
    Reasons,

    /// <summary>What an act concludes.</summary>
    Conclusion,

    /// <summary>What a meeting decides.</summary>
    Decision,

    /// <summary>What an order rests on.</summary>
    Basis,
}

/// <summary>Which parts each kind of document has.</summary>
public static class BlockPlaces
{
    /// <summary>The parts of a kind, in the order of its form.</summary>
    public static IReadOnlyList<BlockPlace> Of(DocumentKind kind) => kind switch
    {
        DocumentKind.Letter or DocumentKind.Certificate or DocumentKind.Amendment => [BlockPlace.Text],
        DocumentKind.Contract => [BlockPlace.Matter, BlockPlace.Clauses],
        DocumentKind.Claim => [BlockPlace.Text, BlockPlace.Demands, BlockPlace.SetOff],
        DocumentKind.ClaimAnswer => [BlockPlace.Findings, BlockPlace.Reasons],
        DocumentKind.Minutes => [BlockPlace.Text, BlockPlace.Decision],
        DocumentKind.Act => [BlockPlace.Findings, BlockPlace.Conclusion],
        DocumentKind.Order => [BlockPlace.Basis, BlockPlace.Text],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
