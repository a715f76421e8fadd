using ServiceDesk.Application.Documents;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Archive;
using ServiceDesk.Domain.Documents.Bodies;
using ServiceDesk.Domain.Protection;

namespace ServiceDesk.Application.Archive.Acts;

/// <summary>The words of the archive's acts. Acts are in Latvian.</summary>
public sealed class ArchiveActTexts(ArchiveDesk desk)
{
    private static Texts T => Texts.In("lv");

    /// <summary>Name of the annex with the fingerprints.</summary>
    public static string AnnexName => T["Archive.Act.AnnexFile"] + ".json";

    /// <summary>What the act is about.</summary>
    public static string Subject(ArchiveActKind kind) => kind switch
    {
        ArchiveActKind.Destruction => T["Archive.Act.SubjectDestruction"],
        ArchiveActKind.ToArchives => T["Archive.Act.SubjectToArchives"],
        _ => T["Archive.Act.SubjectBetween"],
    };

    /// <summary>The content of the act.</summary>
    public ActBody Body(MakeArchiveAct command, ArchiveAct act, Going about, Manifest manifest, PersonLine? taker) => new()
    {
        Type = command.Kind == ArchiveActKind.Destruction ? ActType.Destruction : ActType.HandOver,
        Basis = Basis(command, act),
        FirstRole = T[command.Kind == ArchiveActKind.Destruction ? "Archive.Act.Chair" : "Archive.Act.Giver"],
        Members = [.. taker is null ? [] : new[] { taker with { Note = T["Archive.Act.Taker"] } }, .. command.Members],
        Place = command.Place,
        FromOn = desk.Today,
        Findings = Findings(command.Kind, about, manifest),
        Conclusion = Conclusion(command),
        List = [.. about.Files.Select(f => Line(f, about)), .. about.Loose.GroupBy(r => r.Kind).OrderBy(g => g.Key).Select(Loose), .. Besides(command)],
        Copies = command.Kind == ArchiveActKind.Destruction ? 1 : 2,
        Holders = T[command.Kind == ArchiveActKind.ToArchives ? "Archive.Act.HoldersArchives" : "Archive.Act.Holders"],
        Attachments = manifest.Items.Count == 0 ? [] : [new(T["Archive.Act.Annex", manifest.Items.Count, manifest.Contents, manifest.Sha256], null)],
    };

    private static string? Basis(MakeArchiveAct command, ArchiveAct act) => string.IsNullOrWhiteSpace(command.Basis) || act.Agreement is null
        ? command.Basis?.Trim()
        : command.Basis.Trim() + "\n" + T["Archive.Act.AgreementText", act.AgreedOn!.Value, act.Agreement];

    private static string Findings(ArchiveActKind kind, Going about, Manifest manifest) => kind switch
    {
        ArchiveActKind.Destruction => T["Archive.Act.FindingsDestruction", about.Files.Count, manifest.Items.Count],
        ArchiveActKind.ToArchives => T["Archive.Act.FindingsToArchives", about.Files.Count, manifest.Items.Count],
        _ => T["Archive.Act.FindingsBetween", about.Files.Count],
    };

    private static string Conclusion(MakeArchiveAct command) => command.Kind switch
    {
        ArchiveActKind.Destruction => string.IsNullOrWhiteSpace(command.Method) ? T["Archive.Act.ConclusionDestruction"] : command.Method.Trim(),
        _ => T["Archive.Act.ConclusionHandOver"],
    };

    private static ActLine Line(ArchiveFile file, Going about)
    {
        var dates = Dates.In("lv");
        var items = about.Items.Where(i => i.FileId == file.Id).ToList();
        var term = file.Term switch { FileTerm.Years => T.Plural("Archive.Years", file.Years ?? 0), FileTerm.Permanent => T.Of(FileTerm.Permanent), _ => file.OtherRule };
        var days = items.Count == 0 ? $"{file.Year}" : $"{dates.Numeric(items.Min(i => i.DatedOn))}–{dates.Numeric(items.Max(i => i.DatedOn))}";
        return new ActLine($"{file.Index} ({file.Year}) {file.Title}", T.Plural("Archive.Act.Quantity", items.Count), $"{days}; {term}; {file.Basis}");
    }

    private static ActLine Loose(IGrouping<RecordKind, RetentionRow> rows)
    {
        var dates = Dates.In("lv");
        return new ActLine(
            T["Archive.Act.Loose", T.Of(rows.Key)], T.Plural("Archive.Act.Quantity", rows.Count()), $"{dates.Numeric(rows.Min(r => r.ClosedOn))}–{dates.Numeric(rows.Max(r => r.ClosedOn))}; {rows.First().Basis}");
    }

    /// <summary>What is handed over besides the files, a line each: "Atslēgas; 2 gab."</summary>
    private static IEnumerable<ActLine> Besides(MakeArchiveAct command) => command.Kind == ArchiveActKind.Destruction
        ? []
        : ClauseText.Lines(command.Method).Select(line => line.Split(';', 2, StringSplitOptions.TrimEntries)).Select(parts => new ActLine(parts[0], parts.Length > 1 ? parts[1] : "1"));
}
