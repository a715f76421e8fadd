using System.Text;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Documents;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Archive;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Bodies;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Demo;

/// <summary>
/// Nomenclatures of this and the last year with some closed cases filed, and a file of certificates closed long ago whose term is over, so
/// that a destruction act can be walked through. People are invented.
/// </summary>
public sealed class DemoArchiveSeed(IServiceDeskDb db, DocumentKinds kinds, RegisterNumbers numbers, IFileStore files, LocalTime local, TimeProvider time) : IDemoSeed
{
    private const int YearsAgo = 8;
    private const int Filed = 12;

    private static readonly Actor Keeper = new(null, "Vija Mežale");

    /// <inheritdoc/>
    public int Order => 1500;

    /// <inheritdoc/>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var year = local.DateOf(now).Year;
        var units = await db.Set<OrgUnit>().AsNoTracking().ToDictionaryAsync(u => u.Name, u => u.Id, cancellationToken);
        if (!DemoNomenclature.Lines.All(l => units.ContainsKey(l.Unit)))
            return;
        foreach (var each in new[] { year - YearsAgo, year - 1, year })
        {
            if (!await db.Set<Nomenclature>().AnyAsync(n => n.Year == each, cancellationToken))
                await AddAsync(each, units, now, cancellationToken);
        }

        await FileSomeAsync(year, now, cancellationToken);
        await FileOldAsync(year - YearsAgo, units, now, cancellationToken);
    }

    private async Task AddAsync(int year, Dictionary<string, Guid> units, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var nomenclature = new Nomenclature(year, Keeper, now);
        db.Set<Nomenclature>().Add(nomenclature);
        foreach (var (index, title, unit, years, basis, takes) in DemoNomenclature.Lines)
        {
            db.Set<ArchiveFile>().Add(new ArchiveFile(
                nomenclature,
                new FileSpec { Index = index, Title = title, UnitId = units[unit], Term = years is null ? FileTerm.Permanent : FileTerm.Years, Years = years, Basis = basis, Takes = takes },
                null, Keeper, now));
        }

        nomenclature.Approve(DemoNomenclature.Lines.Count, $"Izpilddirektora {year - 1}. gada 15. decembra rīkojums Nr. 1.1-5/{(year - 1) % 100:00}/41, saskaņots ar Latvijas Nacionālo arhīvu", Keeper, now);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>A few of this year's closed cases, once.</summary>
    private async Task FileSomeAsync(int year, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var open = await db.Set<ArchiveFile>().Where(f => f.Year == year && f.State == FileState.Open).ToListAsync(cancellationToken);
        if (await db.Set<FiledItem>().AnyAsync(i => db.Set<ArchiveFile>().Any(f => f.Id == i.FileId && f.Year == year), cancellationToken))
            return;
        var closed = await db.Set<Case>().AsNoTracking().Where(c => c.State == CaseState.Closed && c.RegisterYear == year).OrderBy(c => c.RegisteredAt).ThenBy(c => c.Id).Take(Filed)
            .Select(c => new { c.Id, c.Number, c.ReceivedOn, c.Kind, IsInquiry = db.Set<Register>().Any(r => r.Id == c.RegisterId && r.Code == Register.Inquiries) }).ToListAsync(cancellationToken);
        foreach (var item in closed)
        {
            var kind = item.IsInquiry ? FiledKind.Inquiry : FiledKind.Of(item.Kind);
            if (open.FirstOrDefault(f => f.Takes.Contains(kind)) is { } file)
                db.Set<FiledItem>().Add(new FiledItem(file, FiledThing.Case, item.Id, item.Number, item.ReceivedOn, kind, Keeper, now));
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Certificates of long ago in their file; the year is closed with them.</summary>
    private async Task FileOldAsync(int year, Dictionary<string, Guid> units, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var nomenclature = await db.Set<Nomenclature>().SingleAsync(n => n.Year == year, cancellationToken);
        if (nomenclature.State != NomenclatureState.Approved)
            return;
        var all = await db.Set<ArchiveFile>().Where(f => f.Year == year).ToListAsync(cancellationToken);
        var file = all.Single(f => f.Index == "4.1-9");
        foreach (var (applicant, day) in new[] { ("Ilzei Kalniņai", new DateOnly(year, 2, 6)), ("Andrim Ozolam", new DateOnly(year, 5, 22)), ("Mārai Liepai", new DateOnly(year, 10, 9)) })
            await CertificateAsync(file, applicant, day, units[DemoPeople.ClientService], now, cancellationToken);
        foreach (var each in all)
            each.Close(new DateOnly(year, 12, 31), null, local.DateOf(now));
        nomenclature.Close(local.DateOf(now), now);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task CertificateAsync(ArchiveFile file, string applicant, DateOnly day, Guid unitId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var annex = new MemoryStream(Encoding.UTF8.GetBytes($"Izraksts par deklarēto dzīvesvietu. Iesniegšanai {applicant}. {day:yyyy-MM-dd}"));
        var stored = await files.SaveAsync(annex, cancellationToken);
        await db.InTransactionAsync(async token =>
        {
            var (register, sequence) = await numbers.NextAsync(kinds.Of(DocumentKind.Certificate).Register.Code, day.Year, token);
            var document = Document.Begin(
                Guid.CreateVersion7(), DocumentKind.Certificate, new DocumentHead { Subject = "deklarēto dzīvesvietu", UnitId = unitId, SignatoryName = "Sarmīte Grava", SignatoryPost = "Vadītāja" },
                DocumentKinds.Write(new CertificateBody { Applicant = applicant, Facts = "Deklarētā dzīvesvieta ir Lejasupes novadā.", Source = "Fizisko personu reģistrs", AsOf = day, Purpose = "iesniegšanai skolā" }),
                null, null, Keeper, local.StartOf(day));
            document.Enter(register, day.Year, sequence, day, Keeper, local.StartOf(day));
            document.Keep(DocumentFileRole.Annex, new AttachedFile("izraksts.txt", "text/plain", stored.Size, stored.Hash), Keeper, local.StartOf(day));
            db.Set<Document>().Add(document);
            db.Set<DocumentWord>().AddRange(DocumentWord.Of(document));
            db.Set<FiledItem>().Add(new FiledItem(file, FiledThing.Document, document.Id, document.Number!, day, FiledKind.Of(DocumentKind.Certificate), Keeper, now));
            await db.SaveChangesAsync(token);
            return true;
        }, cancellationToken);
    }
}
