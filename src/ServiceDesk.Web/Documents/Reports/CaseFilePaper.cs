using ServiceDesk.Application.Documents.Printing;
using ServiceDesk.Application.Documents.Reports;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Web.Shared;
using ServiceDesk.Web.Shared.Desk;

namespace ServiceDesk.Web.Documents.Reports;

/// <summary>A case on paper: what it is, its terms, its course, the conversation, documents and files.</summary>
public sealed class CaseFilePaper(CaseWords words, Texts t, Dates dates)
{
    public ReportContent Of(CaseFile file, bool withNotes, DocumentFact printed)
    {
        var item = file.Case;
        return new ReportContent(t["Wording.CaseFile.Title", item.Number], [.. Cover(file, withNotes), printed],
        [
            new(t["Desk.Clocks.Title"]) { Tables = [Clocks(file)] },
            new(t["Wording.CaseFile.Course"]) { Tables = [Course(file)] },
            new(t["Desk.Conversation.Label"]) { Entries = [.. file.Messages.Select(Entry)] },
            new(t["Documents.List.Title"]) { Text = file.Documents.Count == 0 ? t["Wording.CaseFile.NoDocuments"] : null, Tables = file.Documents.Count == 0 ? [] : [Documents(file)] },
            new(t["Desk.Print.Attachments"]) { Text = t[file.Files.Count == 0 ? "Desk.Documents.None" : "Wording.CaseFile.FilesLead"], Tables = file.Files.Count == 0 ? [] : [Files(file)] },
        ])
        {
            Subtitle = words.Heading(item.Subject, item.Kind, item.Topic),
        };
    }

    private IEnumerable<DocumentFact> Cover(CaseFile file, bool withNotes)
    {
        var item = file.Case;
        yield return new(t["Desk.Field.State"], t.Of(item.State) + (item.Outcome is { } outcome ? $": {t.Of(outcome)}" : ""));
        yield return new(t["Desk.Field.Kind"], t.Of(item.Kind) + (item.Topic is null ? "" : $" · {item.Topic}"));
        yield return new(t["Shared.Field.Received"], $"{dates.StampWithYear(item.ReceivedAt)} · {t.Of(item.Channel)}");
        yield return new(t["Desk.Field.UnitAndPerson"], $"{item.UnitName} · {item.AssigneeName ?? t["Desk.Row.Nobody"]}");
        yield return new(t["Desk.Field.Client"], item.ClientIsHidden ? t["Desk.Client.Hidden"] : item.Contact.IsAnonymous ? t["Desk.Client.Anonymous"]
            : string.Join(", ", new[] { item.Contact.Name, item.Contact.Email, item.Contact.Phone, item.Contact.Address }.OfType<string>()));
        if (withNotes)
            yield return new(t["Wording.CaseFile.Notes"], t["Desk.Print.NotesIncluded"]);
    }

    private DocumentTable Clocks(CaseFile file) => new(
        [new(t["Desk.Print.Rule"]), new(t["Shared.Field.Due"], false, 30), new(t["Desk.Field.State"], false, 45)],
        [.. file.Case.Clocks.Select(row => (IReadOnlyList<string>)
            [$"{(file.Case.RuleNames.TryGetValue(row.Clock.RuleId, out var name) ? name.In(t.Language) : t.Of(row.Clock.Layer))} ({row.Clock.Clause})", dates.Numeric(row.Clock.DueOn), row.Badge.Text(t, dates)])])
    {
        Caption = t["Desk.Clocks.Title"],
    };

    private DocumentTable Course(CaseFile file) => new(
        [new(t["Wording.CaseFile.When"], false, 34), new(t["Wording.CaseFile.What"]), new(t["Wording.CaseFile.Who"], false, 42)],
        [.. file.Case.History.OrderBy(e => e.At).Select(e => (IReadOnlyList<string>)
            [dates.StampWithYear(e.At), words.Event(e, file.Case.RuleNames) + (e.Reason is null ? "" : $" ({e.Reason})"), e.ActorName.Length > 0 ? e.ActorName : t["Desk.Actor.System"]])])
    {
        Caption = t["Wording.CaseFile.Course"],
    };

    private ReportEntry Entry(Application.Cases.MessageRow message) => new(
        $"{t.Of(message.Direction)}: {t.Of(message.Kind)}{(message.AuthorName.Length > 0 ? $", {message.AuthorName}" : "")}", dates.StampWithYear(message.WrittenAt), message.Text)
    {
        Notes = [.. Notes(message)],
    };

    private IEnumerable<string> Notes(Application.Cases.MessageRow message)
    {
        if (message.Direction is MessageDirection.ToClient or MessageDirection.ToOthers)
            yield return $"{t.Of(message.Delivery)}: {t.Of(message.DeliveryState)}{(message.SentAt is { } sent ? $" {dates.StampWithYear(sent)}" : "")}";
        if (message.PromisedOn is { } promised)
            yield return t["Desk.Message.Promised", promised];
        if (message.Attachments.Count > 0)
            yield return t["Desk.Print.Attached", string.Join(", ", message.Attachments.Select(a => a.FileName))];
    }

    private DocumentTable Documents(CaseFile file) => new(
        [new(t["Shared.Field.Number"], false, 34), new(t["Documents.List.Date"], false, 24), new(t["Documents.List.Kind"], false, 36), new(t["Shared.Field.Subject"]), new(t["Documents.List.State"], false, 28)],
        [.. file.Documents.Select(d => (IReadOnlyList<string>)[d.Number ?? "–", d.DatedOn is { } day ? dates.Numeric(day) : "–", t.Of(d.Kind), d.Subject, t.Of(d.State)])])
    {
        Caption = t["Documents.List.Title"],
    };

    private DocumentTable Files(CaseFile file) => new(
        [new(t["Wording.CaseFile.Order"], true, 14), new(t["Wording.CaseFile.FileName"]), new(t["Wording.CaseFile.Size"], true, 24), new("SHA-256", false, 68)],
        [.. file.Files.Select((f, i) => (IReadOnlyList<string>)[$"{i + 1}.", f.File.FileName, FileSize.Of(f.File.Size), f.Hash])])
    {
        Caption = t["Desk.Print.Attachments"],
    };
}
