using ServiceDesk.Domain.Archive;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Documents;

namespace ServiceDesk.Application.Demo;

/// <summary>The file nomenclature of the demonstration municipality. Terms are the usual ones; a real municipality has its own, agreed with the National Archives.</summary>
internal static class DemoNomenclature
{
    private const string Archives = "Arhīvu likums; MK 07.05.2024. noteikumi Nr. 282";
    private const string Submissions = "Iesniegumu likums; Arhīvu likums";

    /// <summary>Lines: index, title, unit, years (null for ever), basis, what belongs in it.</summary>
    public static IReadOnlyList<(string Index, string Title, string Unit, int? Years, string Basis, string[] Takes)> Lines { get; } =
    [
        ("1.1-1", "Lietu nomenklatūra, uzskaites saraksti, nodošanas akti", DemoPeople.Administration, null, Archives, []),
        ("1.1-5", "Rīkojumi par pamatdarbību", DemoPeople.Administration, null, Archives, [FiledKind.Of(DocumentKind.Order)]),
        ("1.1-3", "Komisiju un sanāksmju protokoli", DemoPeople.Administration, null, Archives, [FiledKind.Of(DocumentKind.Minutes)]),
        ("1.1-7", "Akti (apsekošanas, pieņemšanas, norakstīšanas, iznīcināšanas)", DemoPeople.Administration, null, Archives, [FiledKind.Of(DocumentKind.Act)]),
        ("7-1", "Līgumi un to grozījumi", DemoPeople.Administration, 10, "Civillikums; Arhīvu likums", [FiledKind.Of(DocumentKind.Contract), FiledKind.Of(DocumentKind.Amendment)]),
        ("4.3-2", "Pretenzijas un atbildes uz prasījumiem", DemoPeople.Administration, 5, "Civillikums; Patērētāju tiesību aizsardzības likums", [FiledKind.Of(DocumentKind.Claim), FiledKind.Of(DocumentKind.ClaimAnswer), FiledKind.Of(CaseKind.ConsumerClaim)]),
        ("4.1-6", "Nosūtītās vēstules: sarakste ar iestādēm un iedzīvotājiem", DemoPeople.ClientService, 5, Archives, [FiledKind.Of(DocumentKind.Letter)]),
        ("4.1-9", "Izsniegtās izziņas", DemoPeople.ClientService, 5, Archives, [FiledKind.Of(DocumentKind.Certificate)]),
        ("4.1-5", "Iedzīvotāju iesniegumi un atbildes", DemoPeople.ClientService, 5, Submissions, [FiledKind.Of(CaseKind.Submission), FiledKind.Of(CaseKind.Question), FiledKind.Of(CaseKind.Suggestion), FiledKind.Of(CaseKind.Praise)]),
        ("4.1-7", "Sūdzības un to izskatīšana", DemoPeople.ClientService, 5, Submissions, [FiledKind.Of(CaseKind.Complaint)]),
        ("4.1-8", "Struktūrvienību savstarpējie pieprasījumi", DemoPeople.ClientService, 3, Archives, [FiledKind.Of(CaseKind.InternalRequest), FiledKind.Inquiry]),
        ("4.2-1", "Gada pārskati par klientu apkalpošanu", DemoPeople.ClientService, null, Archives, []),
    ];
}
