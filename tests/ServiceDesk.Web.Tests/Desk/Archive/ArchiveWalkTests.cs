using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Documents;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Archive;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Bodies;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Testing;
using ServiceDesk.Testing.Documents;

namespace ServiceDesk.Web.Tests.Desk.Archive;

/// <summary>From the nomenclature to a destruction act that has been carried out, page by page, with the storage folder and the database looked at afterwards.</summary>
public class ArchiveWalkTests(Site site) : IClassFixture<Site>
{
    private const string Marker = "Zvirbulkalns-7431";
    private static readonly Actor Author = new(null, "Vija Mežale");

    [Fact]
    public async Task A_file_goes_all_the_way_from_the_nomenclature_to_its_destruction()
    {
        var caseId = await site.SubmitAsync(text: $"Lūdzu sakārtot ceļu pie {Marker}, tur ir bedres.");
        await site.CloseAsync(caseId);
        var (documentId, hash) = await CertificateAsync();
        var number = await site.RunAsync((IServiceDeskDb db) => db.Set<Case>().Where(c => c.Id == caseId).Select(c => c.Number).SingleAsync());
        await FileAsync();
        await TakenAlongAsync(hash);
        Assert.True(Holds(Marker));

        site.Time.SetLocal(2032, 1, 5, 10);
        using var keeper = await site.SignInAsync(Role.RecordsKeeper);
        Assert.Contains("2 lietām beidzies glabāšanas termiņš", (await keeper.GetAsync("/desk/archive/acts")).Text, StringComparison.Ordinal);
        await (await keeper.GetAsync("/desk/protection/retention")).Form("form[data-form=propose]").SendAsync();
        var list = (await keeper.GetAsync("/desk/protection/retention")).Document.QuerySelector("table[data-table=lists] a")!.GetAttribute("href")!;
        await (await keeper.GetAsync(list)).Form("form[data-form=approve]").Fill("Sure", "true").SendAsync("step", "approve");

        var make = (await keeper.GetAsync("/desk/archive/acts")).Document.QuerySelector("ul[data-list=waiting] a.btn")!.GetAttribute("href")!;
        var form = (await keeper.GetAsync(make)).Form("form[data-form=act]").Fill("Basis", "Izpilddirektora 2032. gada 2. janvāra rīkojums Nr. 1.1-5/32/1").Fill("Members", "Andris Priede; jurists; komisijas loceklis\nIeva Saulīte; lietvede; komisijas locekle");
        Assert.Contains("saskaņojuma numuru un datumu", (await form.SendAsync()).TextOf(".err-sum"), StringComparison.Ordinal);
        form.Fill("Agreement", "NA-15/32").Fill("AgreedOn", "2032-01-04");
        Assert.Contains("kurš paraksta pirmais", (await form.SendAsync()).TextOf(".err-sum"), StringComparison.Ordinal);
        form.Fill("FirstId", $"{await site.EmployeeAsync(DeskCases.HeadOfService)}");
        await (await keeper.GetAsync("/desk/protection/retention/holds")).Form("form[data-form=hold]").Fill("Number", number).Fill("Reason", "Tiesvedība").SendAsync("step", "place");
        Assert.Contains(number, (await form.SendAsync()).TextOf(".err-sum"), StringComparison.Ordinal);
        await site.RunAsync(async (IServiceDeskDb db) =>
        {
            (await db.Set<LegalHold>().SingleAsync(h => h.RecordId == caseId)).Lift("Spriedums spēkā", Author, site.Time.Now);
            return await db.SaveChangesAsync();
        });
        var made = (await form.SendAsync()).Location!;
        Assert.Equal(made, (await form.SendAsync()).Location); // sent twice, one act
        Assert.Equal(1, await site.RunAsync((IServiceDeskDb db) => db.Set<ArchiveAct>().CountAsync()));
        var act = Guid.Parse(made.Split('/')[^1]);
        await ReadActAsync(keeper, act, hash);

        var page = await keeper.GetAsync(made);
        Assert.Null(page.Document.QuerySelector("form[data-form=carry-out]")); // not signed yet
        await (await keeper.GetAsync($"/desk/documents/{act}/sign")).Form("form[data-form=sign]").Fill("Input.How", "Wet").Fill("Input.SignedOn", "2032-01-05").SendAsync();
        page = await keeper.GetAsync(made);
        Assert.Contains("Atzīmējiet, ka akts ir parakstīts", (await page.Form("form[data-form=carry-out]").SendAsync()).TextOf(".err-sum"), StringComparison.Ordinal);
        var done = await page.Form("form[data-form=carry-out]").Fill("Sure", "true").SendAsync();
        Assert.Equal(made, done.Location);
        Assert.Contains("satura daļas", (await done.FollowAsync()).TextOf(".notice-ok"), StringComparison.Ordinal);

        await GoneAsync(caseId, documentId, hash);
        Assert.Equal(HttpStatusCode.NotFound, (await keeper.GetAsync($"/desk/documents/{documentId}/paper")).Status);
        var stub = await keeper.GetAsync($"/desk/documents/{documentId}");
        Assert.Contains("Iznīcināts", stub.Text, StringComparison.Ordinal);
        Assert.Null((await keeper.GetAsync(made)).Document.QuerySelector("form[data-form=carry-out]"));
        Assert.Contains(number, (await keeper.GetAsync(await FileOfAsync("4.1-7"))).Text, StringComparison.Ordinal);
        Assert.Contains("\"Index\": \"4.1-7\"", (await keeper.GetAsync(made + "/export?format=json")).Html, StringComparison.Ordinal);
    }

    /// <summary>The paper says what went, on what ground, by whom, and the fingerprint of the annex; the annex the fingerprint of each file.</summary>
    private async Task ReadActAsync(PageClient keeper, Guid act, string hash)
    {
        var files = await site.RunAsync((IServiceDeskDb db) => db.Set<DocumentFile>().AsNoTracking().Where(f => f.DocumentId == act).ToListAsync());
        var paper = PdfText.Of(await keeper.Http.GetByteArrayAsync($"/desk/documents/{act}/files/{files.Single(f => f.Role == DocumentFileRole.Printed).Id}", TestContext.Current.CancellationToken)).All;
        string[] words =
        [
            "4.1-7 (2026) Sūdzības", "4.1-9 (2026) Izziņas", "5 gadi", "NA-15/32", "rīkojums Nr. 1.1-5/32/1", "Andris Priede", "Ieva Saulīte", $"{DeskCases.HeadOfService.Name} {DeskCases.HeadOfService.Surname}", "1 vien.",
        ];
        Assert.Contains("IZNĪCINĀŠANASAKTS", Tight(paper), StringComparison.Ordinal);
        Assert.All(words, word => Assert.Contains(word, paper, StringComparison.Ordinal));
        var annex = await keeper.Http.GetStringAsync($"/desk/documents/{act}/files/{files.Single(f => f.Role == DocumentFileRole.Annex).Id}", TestContext.Current.CancellationToken);
        Assert.Contains(hash, annex, StringComparison.Ordinal);
        Assert.DoesNotContain("Kalni", annex, StringComparison.Ordinal);
        var manifest = await site.RunAsync((IServiceDeskDb db) => db.Set<ArchiveAct>().Where(a => a.Id == act).Select(a => a.ManifestSha256!).SingleAsync());
        Assert.Contains(manifest, Tight(paper), StringComparison.Ordinal);
    }

    /// <summary>Neither the storage folder nor any table of content holds it any more; numbers, days and the act stay.</summary>
    private async Task GoneAsync(Guid caseId, Guid documentId, string hash)
    {
        Assert.False(Holds(Marker));
        Assert.Null(await site.RunAsync((IFileStore files) => Task.FromResult(files.Open(hash))));
        await site.RunAsync(async (IServiceDeskDb db) =>
        {
            Assert.False(await db.Set<Message>().AnyAsync(m => m.Text.Contains(Marker)));
            Assert.False(await db.Set<OutgoingMessage>().AnyAsync(m => m.Body.Contains(Marker)));
            Assert.False(await db.Set<Case>().AnyAsync(c => c.Subject.Contains(Marker)));
            Assert.False(await db.Set<Document>().AnyAsync(d => d.Content.Contains(Marker) || d.Text.Contains(Marker)));
            Assert.False(await db.Set<DocumentEdition>().AnyAsync(e => e.DocumentId == documentId));
            Assert.False(await db.Set<DocumentFile>().AnyAsync(f => f.DocumentId == documentId));
            Assert.False(await db.Set<DocumentWord>().AnyAsync(w => w.DocumentId == documentId));
            var document = await db.Set<Document>().AsNoTracking().SingleAsync(d => d.Id == documentId);
            Assert.Equal((DocumentState.Destroyed, "", null, null), (document.State, document.Author, document.SignatoryName, document.ClientId));
            Assert.NotNull(document.Number);
            var item = await db.Set<Case>().AsNoTracking().SingleAsync(c => c.Id == caseId);
            Assert.Equal((null, null, null), (item.ClientId, item.Contact.Name, item.Contact.Email));
            Assert.NotEmpty(item.Number);
            var stubs = await db.Set<FiledItem>().AsNoTracking().Where(i => i.RecordId == caseId || i.RecordId == documentId).ToListAsync();
            Assert.All(stubs, s => Assert.True(s is { DestroyedAt: not null, ActNumber.Length: > 0 }));
            // Logs on the same list are not the archive's: while they wait, the list is not taken over.
            var logs = await db.Set<RetentionRow>().AnyAsync(r => r.State == RetentionRowState.Approved && r.Kind != RecordKind.File);
            Assert.Equal(logs ? null : stubs[0].ActNumber, (await db.Set<RetentionList>().AsNoTracking().SingleAsync()).ActNumber);
            return true;
        });
    }

    /// <summary>A closed file goes to a document management system with its description, its papers and their fingerprints.</summary>
    private async Task TakenAlongAsync(string hash)
    {
        using var keeper = await site.SignInAsync(Role.RecordsKeeper);
        await ListsAsync(keeper);
        using var zip = new ZipArchive(new MemoryStream(await keeper.Http.GetByteArrayAsync(await FileOfAsync("4.1-9") + "/export", TestContext.Current.CancellationToken)));
        Assert.Equal(3, zip.Entries.Count);
        Assert.Contains(hash, Read(zip, "metadata.json"), StringComparison.Ordinal);
        Assert.StartsWith(hash, Read(zip, "sha256sum.txt"), StringComparison.Ordinal);
        Assert.Contains(Marker, Read(zip, zip.Entries.Single(e => e.FullName.StartsWith("files/", StringComparison.Ordinal)).FullName), StringComparison.Ordinal);
    }

    /// <summary>Nomenclature and description list on paper.</summary>
    private static async Task ListsAsync(PageClient keeper)
    {
        var nomenclature = PdfText.Of(await keeper.Http.GetByteArrayAsync("/desk/archive/2026/export?format=pdf", TestContext.Current.CancellationToken)).All;
        Assert.Contains("LIETUNOMENKLATŪRA", Tight(nomenclature), StringComparison.Ordinal);
        Assert.All(["4.1-7", "Sūdzības", "5 gadi", "Arhīvu likums"], word => Assert.Contains(word, nomenclature, StringComparison.Ordinal));
        var description = PdfText.Of(await keeper.Http.GetByteArrayAsync("/desk/archive/description/export?format=pdf&which=Temporary&fonds=77&number=3", TestContext.Current.CancellationToken)).All;
        Assert.Contains("UZSKAITESSARAKSTS", Tight(description), StringComparison.Ordinal);
        Assert.All(["77", "4.1-9", "Izziņas", "2 (divi)"], word => Assert.Contains(word, description, StringComparison.Ordinal));
    }

    /// <summary>Titles in capitals are set with space between the letters.</summary>
    private static string Tight(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    private static string Read(ZipArchive zip, string path)
    {
        using var reader = new StreamReader(zip.GetEntry(path)!.Open());
        return reader.ReadToEnd();
    }

    private async Task FileAsync()
    {
        using var keeper = await site.SignInAsync(Role.RecordsKeeper);
        await (await keeper.GetAsync("/desk/archive")).Form("form[data-form=begin]").Fill("Year", "2026").SendAsync();
        foreach (var (index, title, takes) in new[] { ("4.1-7", "Sūdzības", FiledKind.Of(CaseKind.Complaint)), ("4.1-9", "Izziņas", FiledKind.Of(DocumentKind.Certificate)) })
        {
            await (await keeper.GetAsync("/desk/archive/2026/files")).Form("form[data-form=file]").Fill("Input.Index", index).Fill("Input.Title", title).Fill("Input.Years", "5")
                .Fill("Input.Basis", "Arhīvu likums").Fill("Input.Takes", takes).SendAsync("step", "save");
        }

        await (await keeper.GetAsync("/desk/archive/2026")).Form("form[data-form=approve]").Fill("Agreement", "Rīkojums Nr. 1.1-5/25/41").SendAsync("step", "approve");
        foreach (var what in new[] { "Case", "Document" })
            await (await keeper.GetAsync($"/desk/archive/unfiled?what={what}")).Form("form[data-form=unfiled]").SendAsync("step", "suggested");
        foreach (var index in new[] { "4.1-7", "4.1-9" })
            await (await keeper.GetAsync(await FileOfAsync(index))).Form("form[data-form=close]").SendAsync("step", "close");
    }

    private async Task<string> FileOfAsync(string index) =>
        $"/desk/archive/files/{await site.RunAsync((IServiceDeskDb db) => db.Set<ArchiveFile>().Where(f => f.Index == index).Select(f => f.Id).SingleAsync())}";

    /// <summary>A registered certificate with an annex in the store.</summary>
    private async Task<(Guid Id, string Hash)> CertificateAsync()
    {
        using var annex = new MemoryStream(Encoding.UTF8.GetBytes($"Izraksts, {Marker}"));
        var stored = await site.RunAsync((IFileStore files) => files.SaveAsync(annex, CancellationToken.None));
        var unit = await site.UnitAsync(DeskCases.HeadOfService.Unit);
        var id = Guid.CreateVersion7();
        await site.RunAsync(async (IServiceDeskDb db) =>
        {
            var register = await db.Set<Register>().SingleAsync(r => r.Code == "certificates");
            var document = Document.Begin(
                id, DocumentKind.Certificate, new DocumentHead { Subject = $"dzīvesvietu {Marker}", UnitId = unit, SignatoryName = "Sarmīte Grava", SignatoryPost = "Vadītāja" },
                DocumentKinds.Write(new CertificateBody { Applicant = "Ilzei Kalniņai", Facts = Marker }), null, null, Author, site.Time.Now);
            document.Enter(register, 2026, 9001, new DateOnly(2026, 6, 18), Author, site.Time.Now);
            document.Keep(DocumentFileRole.Annex, new AttachedFile("izraksts.txt", "text/plain", stored.Size, stored.Hash), Author, site.Time.Now);
            db.Set<Document>().Add(document);
            db.Set<DocumentWord>().AddRange(DocumentWord.Of(document));
            return await db.SaveChangesAsync();
        });
        return (id, stored.Hash);
    }

    /// <summary>Whether any stored file holds these characters.</summary>
    private bool Holds(string marker)
    {
        var wanted = Encoding.UTF8.GetBytes(marker);
        var folder = Path.Combine(site.DataFolder, "files");
        return Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Any(file => File.ReadAllBytes(file).AsSpan().IndexOf(wanted) >= 0);
    }
}
