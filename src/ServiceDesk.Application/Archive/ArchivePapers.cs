using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Documents.Printing;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Sheets;

namespace ServiceDesk.Application.Archive;

/// <summary>A list of files for the paper: what it is called and whose list it is in the archive.</summary>
/// <param name="Kind">Title in capitals.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Facts">Fonds, list, who compiled and approved it.</param>
public sealed record ArchiveListHead(string Kind, string Subject, IReadOnlyList<DocumentFact> Facts);

/// <summary>A finished file with its fingerprint.</summary>
public sealed record ArchiveExport(string FileName, string ContentType, byte[] Content)
{
    /// <summary>SHA-256 of the content, hexadecimal.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Content));
}

/// <summary>Lists of files as PDF, CSV and JSON. Lists are in Latvian: they go to the National Archives.</summary>
public sealed class ArchivePapers(DocumentPrinter printer, ArchiveDesk desk, IOptions<MunicipalityOptions> house)
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The list as one file.</summary>
    /// <param name="format">pdf, csv or json.</param>
    /// <param name="name">Name of the file without ending.</param>
    /// <param name="head">What stands above it.</param>
    /// <param name="files">Its rows.</param>
    /// <param name="isDescription">Whether it is a description list, with numbered rows and a summary in words.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The file; null for an unknown format.</returns>
    public async Task<ArchiveExport?> MakeAsync(string? format, string name, ArchiveListHead head, IReadOnlyList<ArchiveFileRow> files, bool isDescription, CancellationToken cancellationToken) => format switch
    {
        "pdf" => new($"{name}.pdf", PdfFile.MediaType, (await PrintAsync(head, files, isDescription, cancellationToken)).Content),
        "csv" => new($"{name}.csv", "text/csv; charset=utf-8", await CsvAsync(files, cancellationToken)),
        "json" => new($"{name}.json", "application/json", JsonSerializer.SerializeToUtf8Bytes(Plain(head, files), Json)),
        _ => null,
    };

    /// <summary>The paper.</summary>
    public LetterContent Draw(ArchiveListHead head, IReadOnlyList<ArchiveFileRow> files, bool isDescription)
    {
        var t = Texts.In("lv");
        return new LetterContent(new DocumentRequisites(house.Value.PlaceOfIssue, desk.Today, null), new DocumentAddressee(), head.Subject, "", [])
        {
            Kind = head.Kind,
            Facts = head.Facts,
            Tables = [isDescription ? Description(files, t) : Nomenclature(files, t)],
            Closing = isDescription ? Summary(files, t) : t.Plural("Archive.Paper.Total", files.Count),
            Signing = SigningWay.Unsigned,
        };
    }

    private Task<PdfFile> PrintAsync(ArchiveListHead head, IReadOnlyList<ArchiveFileRow> files, bool isDescription, CancellationToken cancellationToken) =>
        printer.PrintAsync(Draw(head, files, isDescription), new DocumentSheet(head.Subject, "lv", desk.Now) { Format = PageFormat.A4Landscape }, cancellationToken);

    private static DocumentTable Nomenclature(IReadOnlyList<ArchiveFileRow> files, Texts t) => new(
        [
            new(t["Archive.Index"], false, 22), new(t["Archive.TitleColumn"]), new(t["Archive.Medium"], false, 26), new(t["Archive.Term"], false, 30), new(t["Archive.Basis"], false, 52),
            new(t["Shared.Field.Unit"], false, 44), new(t["Archive.Remarks"], false, 32),
        ],
        [.. files.Select(f => (IReadOnlyList<string>)[f.Index, f.Title, t.Of(f.Medium), f.TermIn(t), f.Basis, f.UnitName, ListNomenclaturesHandler.Remark(f, t) ?? ""])])
    {
        Caption = t["Archive.Files"],
    };

    private static DocumentTable Description(IReadOnlyList<ArchiveFileRow> files, Texts t)
    {
        var dates = Dates.In("lv");
        return new(
            [
                new(t["Archive.Paper.No"], true, 12), new(t["Archive.Index"], false, 20), new(t["Archive.TitleColumn"]), new(t["Archive.Dates"], false, 44), new(t["Archive.Items"], true, 22), new(t["Archive.Medium"], false, 26),
                new(t["Archive.Term"], false, 28), new(t["Archive.Remarks"], false, 36),
            ],
            [.. files.Select((f, i) => (IReadOnlyList<string>)[$"{i + 1}.", f.Index, f.Title, f.DatesIn(dates), $"{f.Items}", t.Of(f.Medium), f.TermIn(t), ListNomenclaturesHandler.Remark(f, t) ?? ""])])
        {
            Caption = t["Archive.Files"],
        };
    }

    /// <summary>The closing entry of a description list: how many files, in figures and in words, and the days they span.</summary>
    private static string Summary(IReadOnlyList<ArchiveFileRow> files, Texts t)
    {
        var dates = Dates.In("lv");
        var days = files.SelectMany(f => new[] { f.FirstOn, f.LastOn }).OfType<DateOnly>().ToList();
        return t["Archive.Paper.Summary", files.Count, Domain.Documents.Amounts.LatvianWords.Of(files.Count), files.Sum(f => f.Items), days.Count == 0 ? "–" : $"{dates.Numeric(days.Min())}–{dates.Numeric(days.Max())}"];
    }

    private static async Task<byte[]> CsvAsync(IReadOnlyList<ArchiveFileRow> files, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        await using (var sheet = new CsvSheet(content))
            await ListNomenclaturesHandler.ExportAsync(files, sheet, Texts.In("lv"), cancellationToken);
        return content.ToArray();
    }

    private static object Plain(ArchiveListHead head, IReadOnlyList<ArchiveFileRow> files) => new
    {
        head.Kind,
        head.Subject,
        Facts = head.Facts.Select(f => new { f.Name, f.Text }),
        Files = files.Select(f => new
        {
            f.Id,
            f.Year,
            f.Index,
            f.Title,
            Medium = f.Medium.ToString(),
            Term = f.Term.ToString(),
            f.Years,
            f.OtherRule,
            Class = f.Class.ToString(),
            f.Basis,
            f.UnitName,
            f.Items,
            f.FirstOn,
            f.LastOn,
            State = f.State.ToString(),
            f.ClosedOn,
            f.KeptThrough,
            f.ActNumber,
            f.Remarks,
            f.AddedNote,
        }),
    };
}
