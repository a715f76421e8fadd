using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Application.Documents;
using ServiceDesk.Application.Documents.Printing;
using ServiceDesk.Application.Documents.Wording;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Bodies;
using ServiceDesk.Testing;
using ServiceDesk.Testing.Documents;

namespace ServiceDesk.Web.Tests.Documents;

/// <summary>One long document of each kind, printed: every requisite is found as text, whole words and whole numbers.</summary>
public class PrintedKindsTests(Site site, PressRoom room) : IClassFixture<Site>, IClassFixture<PressRoom>
{
    private static readonly string[] Everywhere = ["LEJASUPES NOVADA PAŠVALDĪBA", "Reģistrācijas Nr. 90000000000", "Upes iela 12, Lejasupe, LV-3999", "Lejasupē 20", "Valdis Ziemelis", "Izpilddirektora vietnieks", "1. lapa no "];

    [Theory]
    [InlineData(DocumentKind.Letter, "Ilzei Kalniņai", "16.11.2026. Nr. 4.1-5/26/1482", "Par atkritumu izvešanu Upes ielā", "Ar cieņu", "izvešanas grafiks decembrim uz 1 lp.")]
    [InlineData(DocumentKind.Certificate, "IZZIŅA", "Ilzei Kalniņai", "no 2014. gada 3. marta deklarēta", "Fizisko personu reģistrs", "iesniegšanai pirmsskolas izglītības iestādē", "Nr. 2026-11-20/17")]
    [InlineData(DocumentKind.Contract, "LĪGUMS", "SIA „Tīrā vide”", "40000000002", "Ruta Egle", "24 500,00", "29 645,00", "Nepārvarama vara", "Strīdi", "Izpildītājs", "Pasūtītājs", "ielu saraksts ar uzturēšanas klasēm")]
    [InlineData(DocumentKind.Amendment, "7-1/25/14", "SIA „Tīrā vide”", "Papildināt 1. pielikumu", "Pasūtītājs")]
    [InlineData(DocumentKind.Claim, "PRETENZIJA", "SIA „Tīrā vide”", "2024. gada 3. janvāra līgums Nr. 7-1/24/4", "230,40", "530,40", "samaksāt līgumsodu", "apsekošanas akts uz 1 lp.")]
    [InlineData(DocumentKind.ClaimAnswer, "Ilzei Kalniņai", "4.1-5/26/1471", "60,00", "apkure mazajā zālē nedarbojās")]
    [InlineData(DocumentKind.Minutes, "PROTOKOLS", "Labiekārtošanas komisija, sēde Nr. 8", "Oskars Ozols – atvaļinājumā", "1. § Par bērnu laukuma", "par – 3, pret – 0, atturas – 1", "Ilze Ozola", "2. § Par ziemas dežūrām")]
    [InlineData(DocumentKind.Order, "RĪKOJUMS", "nolikuma 12. punktu", "Noteikt ielu uzturēšanas dežūras", "Sarmīte Grava", "Izpildi kontrolē")]
    public async Task Every_requisite_is_found(DocumentKind kind, params string[] requisites)
    {
        var text = await PrintAsync(kind, DocumentSamples.Of(kind));
        Assert.All([.. Everywhere, .. requisites], requisite => Assert.Contains(requisite, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(ActType.HandOver, "PIEŅEMŠANAS–NODOŠANAS AKTS")]
    [InlineData(ActType.ServiceAcceptance, "PAKALPOJUMA PIEŅEMŠANAS AKTS")]
    [InlineData(ActType.Inspection, "APSEKOŠANAS AKTS")]
    [InlineData(ActType.Discrepancy, "AKTS")]
    [InlineData(ActType.WriteOff, "NORAKSTĪŠANAS AKTS")]
    [InlineData(ActType.Destruction, "IZNĪCINĀŠANAS AKTS")]
    public async Task Every_act_bears_its_whole_name_and_every_requisite(ActType type, string title)
    {
        var text = await PrintAsync(DocumentKind.Act, (ActBody)DocumentSamples.Of(DocumentKind.Act) with { Type = type });
        Assert.All(
            [.. Everywhere, title, "2026. gada 3. novembra rīkojums Nr. 1.1-5/26/41", "Skolas iela 1, Lejasupe, LV-3999", "Futbola vārti ar tīkliem", "inv. Nr. 10221–10224", "Andris Krūms", "Dace Liepa", "Secinājums:", "Sporta nodaļa, Lejasupes pamatskola", "fotoattēli uz 3 lp."],
            requisite => Assert.Contains(requisite, text, StringComparison.Ordinal));
    }

    private async Task<string> PrintAsync(DocumentKind kind, DocumentBody content)
    {
        var face = await site.RunAsync((ShowSamplePaperHandler h) => h.FaceAsync(kind, "lv", TestContext.Current.CancellationToken));
        var paper = site.Services.GetRequiredService<DocumentKinds>().Of(kind).Paper(face with { Content = content });
        var file = await room.Press.PrintAsync(paper, face.Sheet);
        await KeepAsync(kind, content, file);
        return PdfText.Of(file.Content).All;
    }

    /// <summary>The file for the eye, where a folder is named.</summary>
    private static async Task KeepAsync(DocumentKind kind, DocumentBody content, PdfFile file)
    {
        if (Environment.GetEnvironmentVariable("SERVICEDESK_TEST_PAPERS") is { Length: > 0 } folder)
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{kind}{(content is ActBody act ? "-" + act.Type : "")}.pdf"), file.Content);
    }
}
