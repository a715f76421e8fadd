namespace ServiceDesk.Domain.Clients.Companies;

/// <summary>How an entry of the Enterprise Register ended.</summary>
public enum CompanyClosing
{
    /// <summary>Liquidated (<c>L</c> in the open data).</summary>
    Liquidated,

    /// <summary>Reorganised: joined to another or split (<c>R</c> in the open data).</summary>
    Reorganised,

    /// <summary>Closed for a reason the file does not tell.</summary>
    Other,
}

/// <summary>
/// An entry of the Enterprise Register as its open data told it last. Written only by the import, row by row from the file, and never
/// deleted: an entry that is not in the file any more is marked.
/// </summary>
public sealed class Company
{
    /// <summary>Longest name kept, characters.</summary>
    public const int MaxNameLength = 600;

    /// <summary>Longest address kept, characters.</summary>
    public const int MaxAddressLength = 400;

    private Company()
    {
    }

    /// <summary>Registration number, 11 digits: the key.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Name as registered, with its quotation marks.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The name as it is compared and looked for: see <see cref="CompanyName"/>.</summary>
    public string ComparedName { get; private set; } = "";

    /// <summary>Legal form, short: SIA, AS, IK, ZS, BDR …</summary>
    public string Form { get; private set; } = "";

    /// <summary>Legal form in words.</summary>
    public string FormText { get; private set; } = "";

    /// <summary>Legal address in one line, from the county to the house.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Postal code (<c>LV-2150</c>); empty when the file has none.</summary>
    public string PostalCode { get; private set; } = "";

    /// <summary>Entered in the register on, local date.</summary>
    public DateOnly? RegisteredOn { get; private set; }

    /// <summary>Struck from the register on, local date; null while it is there.</summary>
    public DateOnly? TerminatedOn { get; private set; }

    /// <summary>How it ended; null while it has not.</summary>
    public CompanyClosing? Closing { get; private set; }

    /// <summary>What tells a changed row from an unchanged one.</summary>
    public Guid Fingerprint { get; private set; }

    /// <summary>When an import wrote the row last, UTC.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>When an import did not find it in the file any more, UTC; null while it is there.</summary>
    public DateTimeOffset? GoneAt { get; private set; }

    /// <summary>Whether it is struck from the register.</summary>
    public bool IsClosed => TerminatedOn is not null || Closing is not null;
}

/// <summary>What a proceeding of the open data is about.</summary>
public enum CompanyProceedingKind
{
    /// <summary>Insolvency (maksātnespējas process).</summary>
    Insolvency,

    /// <summary>Legal protection (tiesiskās aizsardzības process): the debtor agrees with creditors and goes on.</summary>
    LegalProtection,

    /// <summary>Liquidation.</summary>
    Liquidation,
}

/// <summary>An insolvency, a legal protection or a liquidation of the open data. Written only by the import.</summary>
public sealed class CompanyProceeding
{
    /// <summary>Longest name of a kind kept, characters.</summary>
    public const int MaxTextLength = 200;

    private CompanyProceeding()
    {
    }

    /// <summary>Key: what the row says, so that the same row is known again.</summary>
    public Guid Id { get; private set; }

    /// <summary>The file it comes from.</summary>
    public CompanyFileKind File { get; private set; }

    /// <summary>Registration number of the company, 11 digits.</summary>
    public string Code { get; private set; } = "";

    /// <summary>What it is about.</summary>
    public CompanyProceedingKind Kind { get; private set; }

    /// <summary>The kind in the words of the file; may be empty.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Begun on, local date, if the file says so.</summary>
    public DateOnly? StartedOn { get; private set; }

    /// <summary>Ended on, local date; null while it is under way.</summary>
    public DateOnly? EndedOn { get; private set; }
}
