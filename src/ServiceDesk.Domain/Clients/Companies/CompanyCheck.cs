using ServiceDesk.Domain.Cases;

namespace ServiceDesk.Domain.Clients.Companies;

/// <summary>
/// What the Enterprise Register told of a client when somebody asked: a snapshot with its source and time, never changed afterwards.
/// </summary>
public sealed class CompanyCheck
{
    private CompanyCheck()
    {
    }

    /// <summary>Checks a client against an entry of the look-up table.</summary>
    /// <param name="client">The client, with a registration number.</param>
    /// <param name="company">The entry; null when there is none.</param>
    /// <param name="proceedings">Its proceedings.</param>
    /// <param name="readAt">When the register was last read, UTC.</param>
    /// <param name="isOld">Whether that is too long ago to be relied on.</param>
    /// <param name="today">Local date of the check.</param>
    /// <param name="by">Who asked.</param>
    /// <param name="at">Now, UTC.</param>
    public CompanyCheck(Client client, Company? company, IEnumerable<CompanyProceeding> proceedings, DateTimeOffset readAt, bool isOld, DateOnly today, Actor by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(client);
        var findings = CompanyFindings.Of(company, proceedings, today);
        (ClientId, Code, At, ById, ByName, SourceAt) = (client.Id, client.RegistrationNumber ?? "", at, by.EmployeeId, by.Name, readAt);
        (Standing, Since, Warnings) = (findings.Standing, findings.Since, findings.Warnings);
        if (company is not null)
        {
            (Name, Form, PostalCode, RegisteredOn) = (company.Name, company.FormText.Length > 0 ? company.FormText : company.Form, company.PostalCode, company.RegisteredOn);
            Address = company.Address;
            if (!client.Names.Any(n => n.Kind != ClientNameKind.Former && CompanyName.AreSame(n.Name, company.Name)))
                Warnings |= CompanyWarnings.NameDiffers;
        }

        if (isOld)
            Warnings |= CompanyWarnings.RegisterIsOld;
        ClientName = client.Name;
    }

    /// <summary>Key, ascending in time.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The client.</summary>
    public Guid ClientId { get; private set; }

    /// <summary>The registration number that was asked for.</summary>
    public string Code { get; private set; } = "";

    /// <summary>The client's name on the card then.</summary>
    public string ClientName { get; private set; } = "";

    /// <summary>Name in the register; empty when it was not found.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Legal form in words.</summary>
    public string Form { get; private set; } = "";

    /// <summary>Legal address.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Postal code.</summary>
    public string PostalCode { get; private set; } = "";

    /// <summary>Entered in the register on, local date.</summary>
    public DateOnly? RegisteredOn { get; private set; }

    /// <summary>State.</summary>
    public CompanyStanding Standing { get; private set; }

    /// <summary>Since when, local date.</summary>
    public DateOnly? Since { get; private set; }

    /// <summary>What to be warned of.</summary>
    public CompanyWarnings Warnings { get; private set; }

    /// <summary>When the register had been read, UTC: the source is its open data of that day.</summary>
    public DateTimeOffset SourceAt { get; private set; }

    /// <summary>When somebody asked, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Who asked.</summary>
    public Guid? ById { get; private set; }

    /// <summary>Their name then.</summary>
    public string ByName { get; private set; } = "";
}
