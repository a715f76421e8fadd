using ServiceDesk.Application.Documents.Printing;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Bodies;

namespace ServiceDesk.Application.Documents.Kinds;

/// <summary>Minutes: which body met when and where, who was there, what was said, voted and decided, who carries it out by when.</summary>
public sealed class MinutesKind : DocumentKindOf<MinutesBody>
{
    /// <inheritdoc/>
    public override DocumentKind Kind => DocumentKind.Minutes;

    /// <inheritdoc/>
    public override string Slug => "minutes";

    /// <inheritdoc/>
    public override (string Code, string Name, string Index) Register => ("minutes", "Protokolu reģistrs", "1.1-3");

    /// <inheritdoc/>
    protected override IEnumerable<MissingRequisite> Lacking(MinutesBody content)
    {
        if (string.IsNullOrWhiteSpace(content.Body))
            yield return new(nameof(content.Body), "Documents.Missing.MeetingBody");
        if (string.IsNullOrWhiteSpace(content.MeetingNumber))
            yield return new(nameof(content.MeetingNumber), "Documents.Missing.MeetingNumber");
        if (string.IsNullOrWhiteSpace(content.Place))
            yield return new(nameof(content.Place), "Documents.Missing.MeetingPlace");
        if (content.HeldOn is null || content.OpenedAt is null || content.ClosedAt is null)
            yield return new(nameof(content.HeldOn), "Documents.Missing.MeetingTime");
        if (string.IsNullOrWhiteSpace(content.MinuteTaker))
            yield return new(nameof(content.MinuteTaker), "Documents.Missing.MinuteTaker");
        if (string.IsNullOrWhiteSpace(content.Present))
            yield return new(nameof(content.Present), "Documents.Missing.Present");
        if (content.Absent.Any(a => string.IsNullOrWhiteSpace(a.Post)))
            yield return new(nameof(content.Absent), "Documents.Missing.AbsenceReason");
        if (content.Items.Count == 0)
            yield return new(nameof(content.Items), "Documents.Missing.AgendaItem");
        if (content.Items.Any(i => string.IsNullOrWhiteSpace(i.Title)))
            yield return new(nameof(content.Items), "Documents.Missing.ItemTitle");
        if (content.Items.Any(i => string.IsNullOrWhiteSpace(i.Gist) && string.IsNullOrWhiteSpace(i.Decision)))
            yield return new(nameof(content.Items), "Documents.Missing.ItemGist");
        if (content.Items.Any(i => i is { HasVote: true, IsVoteWhole: false }))
            yield return new(nameof(content.Items), "Documents.Missing.Votes");
        if (content.Items.Any(i => i.HasVote && string.IsNullOrWhiteSpace(i.Decision)))
            yield return new(nameof(content.Items), "Documents.Missing.VotedDecision");
        if (content.Items.Any(i => i.DueOn is not null && string.IsNullOrWhiteSpace(i.Responsible)))
            yield return new(nameof(content.Items), "Documents.Missing.Responsible");
    }

    /// <inheritdoc/>
    protected override object Draw(DocumentFace face, MinutesBody content)
    {
        var t = Texts.In(face.Language);
        var dates = Dates.In(face.Language);
        return new MinutesContent(
            face.Requisites(), t["Documents.Paper.Title.Minutes"], t["Documents.Minutes.SubjectText", content.Body, content.MeetingNumber],
            [.. Facts(face, content, dates, t)], [.. content.Items.Select(i => Point(i, dates, t))],
            [
                new(face.SignatoryPost ?? "", face.SignatoryName ?? "", t["Documents.Minutes.Chair"]),
                new(content.MinuteTakerPost ?? "", content.MinuteTaker ?? "", t["Documents.Minutes.MinuteTaker"]),
            ])
        {
            Unit = face.UnitName,
            Correction = face.Correction,
            Closing = string.IsNullOrWhiteSpace(content.Recording) ? null : t["Documents.Minutes.RecordingText", content.Recording.Trim()],
            Attachments = [.. content.Attachments.Select(a => new DocumentAttachment(a.Title, a.Pages))],
            Signing = face.Signing,
            PreparedBy = face.PreparedBy,
            AccessMark = face.AccessMark,
        };
    }

    private static IEnumerable<DocumentFact> Facts(DocumentFace face, MinutesBody content, Dates dates, Texts t)
    {
        yield return new(t["Shared.Field.Subject"], face.Heading);
        yield return new(t["Documents.Minutes.Place"], content.Place ?? "");
        if (content is { HeldOn: { } day, OpenedAt: { } opened, ClosedAt: { } closed })
            yield return new(t["Documents.Minutes.Time"], t["Documents.Minutes.TimeText", dates.OnInWords(day), dates.TimeDotted(opened), dates.TimeDotted(closed)]);
        yield return new(t["Documents.Minutes.Chair"], string.Join(", ", new[] { face.SignatoryName, face.PostInSentence }.Where(p => !string.IsNullOrWhiteSpace(p))));
        yield return new(t["Documents.Minutes.MinuteTaker"], string.Join(", ", new[] { content.MinuteTaker, content.MinuteTakerPost }.Where(p => !string.IsNullOrWhiteSpace(p))));
        yield return new(t["Documents.Minutes.Present"], string.Join('\n', ClauseText.Lines(content.Present)));
        if (content.Absent.Count > 0)
            yield return new(t["Documents.Minutes.Absent"], string.Join('\n', content.Absent.Select(a => a.Post is null ? a.Name : $"{a.Name} – {a.Post}")));
        if (!string.IsNullOrWhiteSpace(content.Invited))
            yield return new(t["Documents.Minutes.Invited"], string.Join('\n', ClauseText.Lines(content.Invited)));
    }

    private static MinutesPoint Point(MinutesItem item, Dates dates, Texts t)
    {
        List<DocumentFact> after = [];
        Add(after, t["Documents.Minutes.ProposalsLabel"], item.Proposals);
        if (item.HasVote)
            after.Add(new(t["Documents.Minutes.VoteLabel"], t["Documents.Minutes.VoteText", item.For, item.Against, item.Abstained]));
        Add(after, t["Documents.Minutes.DecisionLabel"], item.Decision);
        Add(after, t["Documents.Minutes.ResponsibleLabel"], item.Responsible);
        if (item.DueOn is { } due)
            after.Add(new(t["Documents.Minutes.DueLabel"], t["Documents.Minutes.DueText", dates.DeadlineInWords(due)]));
        List<DocumentFact> before = [];
        Add(before, t["Documents.Minutes.SpeakersLabel"], item.Speakers);
        return new MinutesPoint(item.Title ?? "", before, item.Gist, after);
    }

    private static void Add(List<DocumentFact> facts, string label, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
            facts.Add(new(label, text.Trim()));
    }
}
