using ServiceDesk.Domain.Protection;

namespace ServiceDesk.Application.Protection.Processing;

/// <summary>Why law allows a processing (GDPR art. 6, 9).</summary>
public enum LawfulBasis
{
    /// <summary>Consent, art. 6(1)(a).</summary>
    Consent,

    /// <summary>Contract, art. 6(1)(b).</summary>
    Contract,

    /// <summary>Legal obligation, art. 6(1)(c).</summary>
    LegalObligation,

    /// <summary>Task in the public interest, art. 6(1)(e).</summary>
    PublicTask,

    /// <summary>Special categories as the matter requires, art. 9(2).</summary>
    SpecialCategories,
}

/// <summary>Whose data.</summary>
public enum PersonCategory
{
    /// <summary>Clients and whoever writes to the municipality.</summary>
    Clients,

    /// <summary>Representatives of clients.</summary>
    Representatives,

    /// <summary>People named in what clients write.</summary>
    Mentioned,

    /// <summary>Employees.</summary>
    Employees,

    /// <summary>Readers of newsletters, people who take part in prize draws.</summary>
    Subscribers,
}

/// <summary>Which data.</summary>
public enum PersonalDetail
{
    /// <summary>Name and surname.</summary>
    Name,

    /// <summary>Phone, e-mail, address.</summary>
    Contacts,

    /// <summary>Personal code.</summary>
    PersonalCode,

    /// <summary>Birth date.</summary>
    BirthDate,

    /// <summary>What the client writes and the answers.</summary>
    Content,

    /// <summary>Attached files.</summary>
    Files,

    /// <summary>Bank account.</summary>
    BankAccount,

    /// <summary>Post, unit, roles.</summary>
    Employment,

    /// <summary>Sign-ins, sessions, second factor.</summary>
    SignIns,

    /// <summary>Who did or read what, and when.</summary>
    Traces,

    /// <summary>Proof of a consent: text, times, channel.</summary>
    ConsentProof,

    /// <summary>Special categories that arrive uninvited.</summary>
    Special,
}

/// <summary>Who gets to know.</summary>
public enum Recipient
{
    /// <summary>Client Service.</summary>
    ClientService,

    /// <summary>The unit that answers.</summary>
    ResponsibleUnit,

    /// <summary>Other institutions a matter is forwarded to.</summary>
    OtherInstitutions,

    /// <summary>The ethics commission, what was passed to it.</summary>
    EthicsCommission,

    /// <summary>The data-protection officer.</summary>
    Officer,

    /// <summary>Datu valsts inspekcija.</summary>
    Inspectorate,

    /// <summary>Those who run the system.</summary>
    Administrators,

    /// <summary>Communications.</summary>
    Communications,

    /// <summary>The archive, at hand-over.</summary>
    Archive,
}

/// <summary>How it is protected.</summary>
public enum SecurityMeasure
{
    /// <summary>Access by roles, closed by default.</summary>
    RoleAccess,

    /// <summary>Reading is written down.</summary>
    ReadsLogged,

    /// <summary>Changes are written down.</summary>
    ChangesLogged,

    /// <summary>Stored encrypted, shown masked.</summary>
    Encrypted,

    /// <summary>Second factor for staff.</summary>
    SecondFactor,

    /// <summary>Passwords stored as salted hashes.</summary>
    HashedPasswords,

    /// <summary>Confidential marks, named readers only.</summary>
    ConfidentialMarks,

    /// <summary>Notices and logs hold numbers, no content.</summary>
    NoContentInNotices,

    /// <summary>Confirmed from the address itself.</summary>
    DoubleOptIn,

    /// <summary>Only what is needed is asked.</summary>
    Minimal,
}

/// <summary>
/// One processing activity as the code does it (GDPR art. 30(1)). Its name and purpose are texts under
/// <c>Protection.Activities.{Code}</c>; the municipality adds its own fields on the page.
/// </summary>
public sealed record ProcessingActivity
{
    /// <summary>What the code calls it; letters only.</summary>
    public required string Code { get; init; }

    /// <summary>Lawful basis.</summary>
    public required IReadOnlyList<LawfulBasis> Bases { get; init; }

    /// <summary>Whose data.</summary>
    public required IReadOnlyList<PersonCategory> Persons { get; init; }

    /// <summary>Which data.</summary>
    public required IReadOnlyList<PersonalDetail> Details { get; init; }

    /// <summary>Who gets to know.</summary>
    public required IReadOnlyList<Recipient> Recipients { get; init; }

    /// <summary>Kinds of record whose terms hold for it.</summary>
    public required IReadOnlyList<RecordKind> Terms { get; init; }

    /// <summary>How it is protected.</summary>
    public required IReadOnlyList<SecurityMeasure> Security { get; init; }
}

/// <summary>A feature says what personal data it processes. Found by scanning: a feature without one is missing from the record.</summary>
public interface IProcessingDeclaration
{
    /// <summary>What the feature does with personal data.</summary>
    IEnumerable<ProcessingActivity> Activities { get; }
}

/// <summary>The code's own list of processing activities.</summary>
public static class ProcessingActivities
{
    /// <summary>All of them, in a steady order.</summary>
    public static IReadOnlyList<ProcessingActivity> All { get; } =
    [
        .. typeof(IProcessingDeclaration).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && typeof(IProcessingDeclaration).IsAssignableFrom(t))
            .OrderBy(t => t.Namespace, StringComparer.Ordinal).ThenBy(t => t.Name, StringComparer.Ordinal)
            .SelectMany(t => ((IProcessingDeclaration)Activator.CreateInstance(t)!).Activities),
    ];
}
