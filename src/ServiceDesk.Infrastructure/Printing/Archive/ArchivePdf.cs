using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ServiceDesk.Application.Documents.Printing;

namespace ServiceDesk.Infrastructure.Printing.Archive;

/// <summary>
/// Makes PDF/A-2b of a browser's PDF by an incremental update: the file stays as it is, and behind it come a new catalog with metadata
/// and output intent, a new information dictionary and a trailer with identifiers. The browser's two dates are overwritten in place
/// with the time of the document, and its names for nodes are counted anew, so that nothing in the file tells when or after what it was printed.
/// </summary>
internal static partial class ArchivePdf
{
    private const string Creator = "ServiceDesk";
    private static readonly byte[] PackedProfile = Packed(SrgbProfile.Bytes);

    /// <summary>The finished file.</summary>
    /// <exception cref="InvalidDataException">The file is not built as Chromium builds them.</exception>
    public static PdfFile Finish(byte[] printed, PrintJob job)
    {
        var created = job.CreatedAt.ToUniversalTime();
        var stamp = string.Create(CultureInfo.InvariantCulture, $"D:{created:yyyyMMddHHmmss}+00'00'");
        // One byte, one character: places in the text are places in the file.
        var text = NumberedAnew(FileDate().Replace(Encoding.Latin1.GetString(printed), m => m.Groups[1].Value + stamp));
        var old = PdfTail.Read(text);
        var producer = old.TextOf("Producer") ?? "Skia/PDF";
        var title = ArchiveXmp.Clean(job.Title);
        var author = ArchiveXmp.Clean(job.Author);
        int profile = old.Size, intent = old.Size + 1, metadata = old.Size + 2;

        using var update = new PdfUpdate(text, old);
        update.Add(old.Root, $"{CatalogOf(old.Catalog, job.Language)}\n/Version /1.7\n/Metadata {metadata} 0 R\n/OutputIntents [{intent} 0 R]>>");
        update.Add(old.Information, $"<</Title {Hex(title)}\n/Author {Hex(author)}\n/Creator ({Creator})\n/Producer ({producer})\n/CreationDate ({stamp})\n/ModDate ({stamp})>>");
        update.AddStream(profile, "/N 3 /Filter /FlateDecode", PackedProfile);
        update.Add(intent, $"<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1) /RegistryName (http://www.color.org) /Info (sRGB IEC61966-2.1) /DestOutputProfile {profile} 0 R>>");
        update.AddStream(metadata, "/Type /Metadata /Subtype /XML", ArchiveXmp.Of(title, author, job.Language, producer, Creator, created));
        return new PdfFile(update.End(), old.Pages);
    }

    /// <summary>
    /// The browser names the heads of tables by its own count of nodes, which depends on what its page did before. The names keep their
    /// order and length and count from one.
    /// </summary>
    private static string NumberedAnew(string text)
    {
        var numbers = NodeName().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal)
            .Select((name, i) => (name, number: (i + 1).ToString("D8", CultureInfo.InvariantCulture))).ToDictionary(x => x.name, x => x.number, StringComparer.Ordinal);
        return NodeName().Replace(text, m => numbers[m.Value]);
    }

    /// <summary>The old catalog without its end and without what is said anew.</summary>
    private static string CatalogOf(string catalog, string language)
    {
        var kept = Renewed().Replace(catalog, "");
        return kept.Contains("/Lang", StringComparison.Ordinal) ? kept : $"{kept}\n/Lang ({language})";
    }

    private static string Hex(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    private static byte[] Packed(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var pack = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            pack.Write(bytes);
        return packed.ToArray();
    }

    [GeneratedRegex(@"(/(?:CreationDate|ModDate) \()D:\d{14}[+-]\d\d'\d\d'")]
    private static partial Regex FileDate();

    [GeneratedRegex(@"(?<=\(node)\d{8}(?=\))")]
    private static partial Regex NodeName();

    [GeneratedRegex(@"\s*/(?:Version\s*/[\d.]+|Metadata \d+ 0 R|OutputIntents\s*\[[^\]]*\])")]
    private static partial Regex Renewed();

    /// <summary>What an update must know of the file it follows.</summary>
    private sealed partial record PdfTail(int CrossReference, int Size, int Root, int Information, string Catalog, int Pages, string InformationText)
    {
        public static PdfTail Read(string file)
        {
            var start = StartOfCrossReference().Match(file, Math.Max(0, file.Length - 200));
            if (!start.Success)
                throw new InvalidDataException("The printed file has no end.");
            var crossReference = int.Parse(start.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            var section = Section().Match(file, crossReference);
            if (!section.Success || section.Index != crossReference)
                throw new InvalidDataException("The printed file has no plain table of cross references.");
            var trailer = file[file.LastIndexOf("trailer", StringComparison.Ordinal)..];
            var table = crossReference + section.Length;
            int root = Number(trailer, "Root"), information = Number(trailer, "Info");
            var pages = PageTree().Matches(file).Select(m => int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).DefaultIfEmpty(0).Max();
            return new PdfTail(crossReference, Number(trailer, "Size"), root, information, Dictionary(file, table, root), pages, Dictionary(file, table, information));
        }

        public string? TextOf(string name) => Regex.Match(InformationText, $@"/{name} \(((?:[^()\\]|\\.)*)\)") is { Success: true } found ? found.Groups[1].Value : null;

        private static int Number(string trailer, string name) => Regex.Match(trailer, $@"/{name}\s+(\d+)") is { Success: true } found
            ? int.Parse(found.Groups[1].ValueSpan, CultureInfo.InvariantCulture)
            : throw new InvalidDataException($"The printed file names no {name}.");

        /// <summary>An object that is a dictionary, without its closing brackets.</summary>
        private static string Dictionary(string file, int table, int number)
        {
            var at = int.Parse(file.AsSpan(table + (20 * number), 10), CultureInfo.InvariantCulture);
            var open = file.IndexOf("<<", at, StringComparison.Ordinal);
            var end = file.IndexOf("endobj", at, StringComparison.Ordinal);
            return open < 0 || end < open ? throw new InvalidDataException($"Object {number} is no dictionary.") : file[open..file.LastIndexOf(">>", end, StringComparison.Ordinal)];
        }

        [GeneratedRegex(@"startxref\s+(\d+)\s+%%EOF")]
        private static partial Regex StartOfCrossReference();

        [GeneratedRegex(@"xref\r?\n0 \d+[ \r]*\n")]
        private static partial Regex Section();

        [GeneratedRegex(@"/Type /Pages\b[^>]{0,400}?/Count (\d+)")]
        private static partial Regex PageTree();
    }

    /// <summary>Objects appended to a file, and the table that finds them.</summary>
    private sealed class PdfUpdate : IDisposable
    {
        private readonly MemoryStream file = new();
        private readonly SortedDictionary<int, long> places = [];
        private readonly PdfTail old;

        public PdfUpdate(string text, PdfTail old)
        {
            this.old = old;
            Write(text);
            if (!text.EndsWith('\n'))
                Write("\n");
        }

        public void Add(int number, string value) => Add(number, Encoding.Latin1.GetBytes(value));

        public void AddStream(int number, string entries, byte[] content) =>
            Add(number, [.. Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"<<{entries} /Length {content.Length}>>\nstream\n")), .. content, .. "\nendstream"u8]);

        public byte[] End()
        {
            var size = places.Keys.Max() + 1;
            // From what the file holds, so that equal files have equal names.
            var id = Convert.ToHexString(SHA256.HashData(file.GetBuffer().AsSpan(0, (int)file.Length)).AsSpan(0, 16));
            var start = file.Position;
            Write("xref\n");
            foreach (var (number, place) in places)
                Write(string.Create(CultureInfo.InvariantCulture, $"{number} 1\n{place:D10} 00000 n \n"));
            Write(string.Create(
                CultureInfo.InvariantCulture,
                $"trailer\n<</Size {Math.Max(size, old.Size)} /Root {old.Root} 0 R /Info {old.Information} 0 R /Prev {old.CrossReference} /ID [<{id}> <{id}>]>>\nstartxref\n{start}\n%%EOF\n"));
            return file.ToArray();
        }

        public void Dispose() => file.Dispose();

        private void Add(int number, byte[] value)
        {
            places[number] = file.Position;
            Write(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n"));
            file.Write(value);
            Write("\nendobj\n");
        }

        private void Write(string text) => file.Write(Encoding.Latin1.GetBytes(text));
    }
}
