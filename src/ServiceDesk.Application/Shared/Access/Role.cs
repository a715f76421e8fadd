namespace ServiceDesk.Application.Shared.Access;

/// <summary>What somebody is to the municipality. One person may hold several roles.</summary>
public enum Role
{
    /// <summary>Client-service specialist (klientu apkalpošanas speciālists).</summary>
    ClientServiceSpecialist,

    /// <summary>Any employee who answers clients.</summary>
    Employee,

    /// <summary>Head of a unit (struktūrvienības vadītājs); sees the own unit and those below it.</summary>
    UnitHead,

    /// <summary>Head of the Client Service department.</summary>
    HeadOfClientService,

    /// <summary>Deputy executive director, head of central administration.</summary>
    DeputyExecutiveDirector,

    /// <summary>Member of the ethics commission; sees only what was passed to it.</summary>
    EthicsCommission,

    /// <summary>Personnel: training, absences, acknowledgements; no client data.</summary>
    HumanResources,

    /// <summary>IT: accounts, signatures, automatic replies; no content.</summary>
    InformationTechnology,

    /// <summary>Communications: news, published results.</summary>
    Communications,

    /// <summary>Records keeper, archivist (lietvedis, arhivārs).</summary>
    RecordsKeeper,

    /// <summary>Cashier, accounting.</summary>
    Accountant,

    /// <summary>Mystery shopper: own visits only.</summary>
    MysteryShopper,

    /// <summary>Data-protection officer.</summary>
    DataProtectionOfficer,

    /// <summary>Portal administrator: settings, roles, calendars; no content.</summary>
    Administrator,

    /// <summary>Auditor with a time limit, reads only.</summary>
    Auditor,

    /// <summary>Executive director; decides complaints about the deputy.</summary>
    ExecutiveDirector,

    /// <summary>Elected official (domes deputāts); no single case unless it is addressed to them.</summary>
    ElectedOfficial,
}
