using ServiceDesk.Domain.Clients.Companies;

namespace ServiceDesk.Application.Clients.Companies;

/// <summary>A row of the register, understood.</summary>
/// <param name="Record">Its place in the file; the heading is 1.</param>
/// <param name="Code">Registration number.</param>
/// <param name="Name">Name.</param>
/// <param name="ComparedName">Name as it is compared.</param>
/// <param name="Form">Legal form, short.</param>
/// <param name="FormText">Legal form in words.</param>
/// <param name="Address">Address.</param>
/// <param name="PostalCode">Postal code.</param>
/// <param name="RegisteredOn">Entered on.</param>
/// <param name="TerminatedOn">Struck on.</param>
/// <param name="Closing">How it ended.</param>
/// <param name="Fingerprint">What the row says, in 16 bytes.</param>
public sealed record ArrivedCompany(
    int Record, string Code, string Name, string ComparedName, string Form, string FormText, string Address, string PostalCode,
    DateOnly? RegisteredOn, DateOnly? TerminatedOn, CompanyClosing? Closing, Guid Fingerprint);

/// <summary>A proceeding, understood.</summary>
/// <param name="Record">Its place in the file; the heading is 1.</param>
/// <param name="Id">What the row says, in 16 bytes: its key.</param>
/// <param name="Code">Registration number.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Text">The kind in words.</param>
/// <param name="StartedOn">Begun on.</param>
/// <param name="EndedOn">Ended on.</param>
public sealed record ArrivedProceeding(int Record, Guid Id, string Code, CompanyProceedingKind Kind, string Text, DateOnly? StartedOn, DateOnly? EndedOn);

/// <summary>How a file is to be put on the shelf.</summary>
/// <param name="IsTrial">Whether to count only.</param>
/// <param name="MostGonePercent">Refuse a file in which more of the known rows are missing.</param>
/// <param name="At">Now, UTC.</param>
public sealed record Shelving(bool IsTrial, int MostGonePercent, DateTimeOffset At);

/// <summary>What a file changed, or would change.</summary>
/// <param name="Added">Rows not known before.</param>
/// <param name="Changed">Rows that say something else, or had been gone.</param>
/// <param name="Unchanged">Rows left alone.</param>
/// <param name="Gone">Rows that are not in the file any more.</param>
/// <param name="Repeated">Records whose number came earlier in the file, with that number, in the order of the file.</param>
public sealed record Shelved(int Added, int Changed, int Unchanged, int Gone, IReadOnlyList<(int Record, string Number)> Repeated);

/// <summary>
/// The look-up table of companies, filled by each engine's fast path: the whole file goes into a passing table first, then one
/// transaction writes what is new, what differs and what is gone. What is read while this goes on sees the old state or the new one.
/// </summary>
public interface ICompanyShelf
{
    /// <summary>Takes the whole register. Refuses a file that cannot be whole.</summary>
    Task<Shelved> ShelveAsync(IAsyncEnumerable<ArrivedCompany> companies, Shelving how, CancellationToken cancellationToken);

    /// <summary>Takes all proceedings of one file; those of the other file stay. Refuses a file that cannot be whole.</summary>
    Task<Shelved> ShelveAsync(CompanyFileKind file, IAsyncEnumerable<ArrivedProceeding> proceedings, Shelving how, CancellationToken cancellationToken);
}
