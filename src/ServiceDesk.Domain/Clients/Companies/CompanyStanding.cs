namespace ServiceDesk.Domain.Clients.Companies;

/// <summary>What state a company is in.</summary>
public enum CompanyStanding
{
    /// <summary>Registered, nothing against it.</summary>
    Active,

    /// <summary>Under legal protection: goes on, with creditors' leave.</summary>
    LegalProtection,

    /// <summary>Being liquidated.</summary>
    Liquidation,

    /// <summary>Insolvent.</summary>
    Insolvency,

    /// <summary>Struck from the register.</summary>
    Closed,

    /// <summary>The register has no entry of that number.</summary>
    NotFound,
}

/// <summary>What a check warns of. None of it forbids anything: whoever serves the client decides.</summary>
[Flags]
public enum CompanyWarnings
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The register has no entry of that number.</summary>
    NotFound = 1,

    /// <summary>Struck from the register.</summary>
    Closed = 2,

    /// <summary>Insolvent.</summary>
    Insolvency = 4,

    /// <summary>Being liquidated.</summary>
    Liquidation = 8,

    /// <summary>Under legal protection.</summary>
    LegalProtection = 16,

    /// <summary>The register has another name.</summary>
    NameDiffers = 32,

    /// <summary>The entry is not in the latest file any more.</summary>
    GoneFromRegister = 64,

    /// <summary>The register was read too long ago to be relied on.</summary>
    RegisterIsOld = 128,
}

/// <summary>What the look-up table says of a company on a day.</summary>
/// <param name="Standing">Its state; the gravest when there are several.</param>
/// <param name="Since">Since when, local date, if it is known.</param>
/// <param name="Warnings">What there is to warn of, without the name.</param>
public sealed record CompanyFindings(CompanyStanding Standing, DateOnly? Since, CompanyWarnings Warnings)
{
    /// <summary>Weighs an entry and its proceedings.</summary>
    /// <param name="company">The entry; null when there is none.</param>
    /// <param name="proceedings">Proceedings of the company; those ended before <paramref name="today"/> are past.</param>
    /// <param name="today">Local date of the check.</param>
    public static CompanyFindings Of(Company? company, IEnumerable<CompanyProceeding> proceedings, DateOnly today)
    {
        if (company is null)
            return new CompanyFindings(CompanyStanding.NotFound, null, CompanyWarnings.NotFound);
        var (standing, since, warnings) = (CompanyStanding.Active, (DateOnly?)null, CompanyWarnings.None);
        var current = proceedings.Where(p => p.EndedOn is null || p.EndedOn > today).ToList();
        foreach (var (kind, state, warning) in Order)
        {
            var first = current.Where(p => p.Kind == kind).OrderBy(p => p.StartedOn ?? DateOnly.MaxValue).FirstOrDefault();
            if (first is not null)
                (standing, since, warnings) = (state, first.StartedOn, warnings | warning);
        }

        if (company.IsClosed)
            (standing, since, warnings) = (CompanyStanding.Closed, company.TerminatedOn, warnings | CompanyWarnings.Closed);
        if (company.GoneAt is not null)
            warnings |= CompanyWarnings.GoneFromRegister;
        return new CompanyFindings(standing, since, warnings);
    }

    private static readonly (CompanyProceedingKind, CompanyStanding, CompanyWarnings)[] Order =
    [
        (CompanyProceedingKind.LegalProtection, CompanyStanding.LegalProtection, CompanyWarnings.LegalProtection),
        (CompanyProceedingKind.Liquidation, CompanyStanding.Liquidation, CompanyWarnings.Liquidation),
        (CompanyProceedingKind.Insolvency, CompanyStanding.Insolvency, CompanyWarnings.Insolvency),
    ];
}
