namespace ServiceDesk.Domain.Documents;

/// <summary>The kinds of documents the house draws up. Each has its register, its requisites and its printed form.</summary>
public enum DocumentKind
{
    /// <summary>Letter (vēstule).</summary>
    Letter,

    /// <summary>Certificate (izziņa).</summary>
    Certificate,

    /// <summary>Contract (līgums).</summary>
    Contract,

    /// <summary>Amendment of a contract (vienošanās par grozījumiem).</summary>
    Amendment,

    /// <summary>Claim of the house on somebody (reklamācija, pretenzija).</summary>
    Claim,

    /// <summary>Decision on a consumer's claim (atbilde uz patērētāja prasījumu).</summary>
    ClaimAnswer,

    /// <summary>Minutes of a meeting (protokols).</summary>
    Minutes,

    /// <summary>Act (akts): what people saw or counted together and put their names to.</summary>
    Act,

    /// <summary>Order or resolution (rīkojums, rezolūcija).</summary>
    Order,
}

/// <summary>Where a document stands.</summary>
public enum DocumentState
{
    /// <summary>Being written; has no number.</summary>
    Draft,

    /// <summary>Registered: has its number, is printed, and is never edited any more.</summary>
    Registered,

    /// <summary>Another document stands in its place.</summary>
    Superseded,

    /// <summary>Annulled with a reason; the number stays.</summary>
    Annulled,

    /// <summary>Destroyed by an act once its file was past its term; number, date and kind stay.</summary>
    Destroyed,
}

/// <summary>How a document was signed.</summary>
public enum SignatureKind
{
    /// <summary>Not yet, or nobody noted it.</summary>
    None,

    /// <summary>By hand, on paper.</summary>
    Wet,

    /// <summary>With a qualified electronic signature.</summary>
    Electronic,

    /// <summary>With an electronic seal.</summary>
    Seal,
}

/// <summary>Who may see a document beyond those who work on it.</summary>
public enum DocumentAccessMark
{
    /// <summary>Generally accessible.</summary>
    Open,

    /// <summary>Restricted (ierobežotas pieejamības): with its basis, and for a time.</summary>
    Restricted,
}
