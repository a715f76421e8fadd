namespace ServiceDesk.Application.Shared;

/// <summary>Who runs this portal: setting section <c>ServiceDesk:Municipality</c>. Shown in headers, footers and letters.</summary>
public sealed class MunicipalityOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "ServiceDesk:Municipality";

    /// <summary>Short name beside the crest.</summary>
    public string Name { get; set; } = "Lejasupes novads";

    /// <summary>The institution's full name for page titles, letters and statements.</summary>
    public string FullName { get; set; } = "Lejasupes novada pašvaldība";

    /// <summary>Postal address of the client service centre.</summary>
    public string Address { get; set; } = "Upes iela 12, Lejasupe, LV-3999";

    /// <summary>Phone for people.</summary>
    public string Phone { get; set; } = "6000 0000";

    /// <summary>Phone for the <c>tel:</c> link, with the country code.</summary>
    public string PhoneLink { get; set; } = "+37160000000";

    /// <summary>General e-mail address.</summary>
    public string Email { get; set; } = "pasts@lejasupe.example";

    /// <summary>Address of the data-protection officer.</summary>
    public string DataProtectionEmail { get; set; } = "datuaizsardziba@lejasupe.example";

    /// <summary>Registration number of the institution, on letters.</summary>
    public string RegistrationNumber { get; set; } = "90000000000";

    /// <summary>Web site of the institution, as it is written on letters.</summary>
    public string Website { get; set; } = "www.lejasupe.example";

    /// <summary>Name of the institution's official e-address; empty when it has none.</summary>
    public string EAddress { get; set; } = "Lejasupes novada pašvaldība";

    /// <summary>Place of issue of documents, in the locative.</summary>
    public string PlaceOfIssue { get; set; } = "Lejasupē";

    /// <summary>What claims of the house are called unless their author chooses otherwise: <c>Pretension</c> or <c>Reclamation</c>.</summary>
    public Domain.Documents.Bodies.ClaimTitle ClaimTitle { get; set; }

    /// <summary>SVG file with the coat of arms for letters, from the content root; letters without one simply lack it.</summary>
    public string CoatOfArms { get; set; } = "wwwroot/img/crest.svg";

    /// <summary>Opening hours, days by their English short names: <c>Mon 8:00-18:00; Tue-Thu 8:00-17:00; Fri 8:00-15:00</c>.</summary>
    public string Hours { get; set; } = "Mon 8:00-18:00; Tue-Thu 8:00-17:00; Fri 8:00-15:00";

    /// <summary>Languages offered on public pages, from <c>lv</c>, <c>en</c>, <c>ru</c>. Staff pages offer all three.</summary>
    public string PublicLanguages { get; set; } = "lv, en";

    /// <summary>The day the accessibility of the site was last assessed.</summary>
    public DateOnly AccessibilityAssessedOn { get; set; } = new(2026, 11, 20);

    /// <summary>The public languages as codes.</summary>
    public IReadOnlyList<string> PublicLanguageCodes => PublicLanguages.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
}
