using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Cases.Imports;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Clients.Companies;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Clients.Companies;

/// <summary>
/// Reads a file of the Enterprise Register record by record into the look-up table: memory stays flat however long the file is. What is
/// wrong with a record keeps only that record out. Nothing is written before the whole file was read, so a reading that was cut begins anew.
/// </summary>
public sealed class CompanyImporter(IServiceDeskDb db, ICompanyShelf shelf, IOptions<CompanyOptions> options, TimeProvider time)
{
    /// <summary>Remarks kept of one reading; more are only counted.</summary>
    public const int MostLines = 5_000;

    private const int Step = 20_000;

    /// <summary>Reads a file to its end for a run that has begun. Refuses a file whose heading names other columns, and one that cannot be whole.</summary>
    /// <param name="importId">The run.</param>
    /// <param name="content">The file; its position can be set.</param>
    /// <param name="progressed">Told now and then.</param>
    /// <param name="cancellationToken">Stops before anything is written.</param>
    public async Task RunAsync(Guid importId, Stream content, Action<CompanyImport>? progressed, CancellationToken cancellationToken)
    {
        var run = await db.Set<CompanyImport>().SingleAsync(r => r.Id == importId, cancellationToken);
        using var opened = await CsvFile.OpenAsync(content, cancellationToken);
        var csv = opened.Records;
        if (await csv.ReadAsync(cancellationToken) is not { } heading || CompanyFile.Of(heading, options.Value) is not { } file)
            throw new Refusal("Clients.Companies.HeadingUnknown");

        run.Is(file.Kind);
        await db.SaveChangesAsync(cancellationToken);
        var how = new Shelving(run.IsTrial, options.Value.MostGonePercent, time.GetUtcNow());
        var reading = new Reading(run, content, csv, file, progressed);
        var shelved = file.Kind == CompanyFileKind.Register
            ? await shelf.ShelveAsync(CompaniesAsync(reading, cancellationToken), how, cancellationToken)
            : await shelf.ShelveAsync(file.Kind, ProceedingsAsync(reading, cancellationToken), how, cancellationToken);
        foreach (var (record, number) in shelved.Repeated)
            reading.Say(record, number, CompanyRemark.SecondTime);

        var lines = reading.Remarks.OrderBy(r => r.Record).Take(MostLines).Select(r => new CompanyImportLine(run.Id, r.Record, r.Number, r.Remark));
        await db.Set<CompanyImportLine>().Where(l => l.ImportId == run.Id).ExecuteDeleteAsync(cancellationToken);
        db.Set<CompanyImportLine>().AddRange(lines);
        run.Finish(reading.Records, shelved.Added, shelved.Changed, shelved.Unchanged, shelved.Gone, reading.Rejected, reading.Warnings, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        db.Forget();
    }

    private async IAsyncEnumerable<ArrivedCompany> CompaniesAsync(Reading reading, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var place = 2; await reading.Csv.ReadAsync(cancellationToken) is { } fields; place++)
        {
            if (fields is [""] || !await AcceptsAsync(reading, place, fields, cancellationToken))
                continue;
            var company = reading.File.ReadCompany(place, fields, out var remark);
            if (remark is { } said)
                reading.Say(place, reading.File.NumberOf(fields), said);
            if (company is not null)
                yield return company;
        }
    }

    private async IAsyncEnumerable<ArrivedProceeding> ProceedingsAsync(Reading reading, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var place = 2; await reading.Csv.ReadAsync(cancellationToken) is { } fields; place++)
        {
            if (fields is [""] || !await AcceptsAsync(reading, place, fields, cancellationToken))
                continue;
            var proceeding = reading.File.ReadProceeding(place, fields, out var remark);
            if (remark is { } said)
                reading.Say(place, reading.File.NumberOf(fields), said);
            if (proceeding is not null)
                yield return proceeding;
        }
    }

    private async Task<bool> AcceptsAsync(Reading reading, int place, IReadOnlyList<string> fields, CancellationToken cancellationToken)
    {
        if (++reading.Records % Step == 0)
        {
            reading.Run.Advance(reading.Records, reading.Content.Position, time.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            reading.Progressed?.Invoke(reading.Run);
        }

        if (reading.File.Fault(fields, reading.Csv.IsCut) is not { } fault)
            return true;
        reading.Say(place, reading.File.NumberOf(fields), fault);
        return false;
    }

    /// <summary>A reading under way: where it is and what there was to say so far.</summary>
    private sealed class Reading(CompanyImport run, Stream content, CsvReader csv, CompanyFile file, Action<CompanyImport>? progressed)
    {
        public CompanyImport Run => run;

        public Stream Content => content;

        public CsvReader Csv => csv;

        public CompanyFile File => file;

        public Action<CompanyImport>? Progressed => progressed;

        public List<(int Record, string Number, CompanyRemark Remark)> Remarks { get; } = [];

        public int Records { get; set; }

        public int Rejected { get; private set; }

        public int Warnings { get; private set; }

        public void Say(int record, string number, CompanyRemark remark)
        {
            if (CompanyImportLine.KeepsOut(remark))
                Rejected++;
            else
                Warnings++;
            if (Remarks.Count < MostLines)
                Remarks.Add((record, number, remark));
        }
    }
}
