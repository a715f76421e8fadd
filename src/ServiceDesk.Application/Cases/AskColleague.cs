using System.Text;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases.AboutPeople;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Staff;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Cases;

/// <summary>Asks a colleague for what a case needs (SIG 6.4.7, 15.5.2).</summary>
public sealed record AskColleague
{
    /// <summary>The case the question is about.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>The unit asked; not needed with a person.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>The person asked; null asks the unit.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The question.</summary>
    public required string Question { get; init; }

    /// <summary>Messages quoted in the question; the client is not named in them.</summary>
    public IReadOnlyList<Guid> MessageIds { get; init; } = [];

    /// <summary>Files of the case that go along.</summary>
    public IReadOnlyList<Guid> AttachmentIds { get; init; } = [];

    /// <summary>Whether the colleague may read all letters of the case; the client stays unnamed.</summary>
    public bool SharesLetters { get; init; }

    /// <summary>The form's one-time token.</summary>
    public required Guid Token { get; init; }
}

/// <summary>
/// Registers the question as an internal case of its own, linked to the one it is about: it has its own term of one working day, stands
/// in the colleague's list, and is missed and escalated like any other. The case keeps its owner and its dates.
/// </summary>
public sealed class AskColleagueHandler(IServiceDeskDb db, CaseWriter writer, CaseRegistrar registrar, UnitHeads heads, Impartial impartial, ICurrentUser user, TimeProvider time)
{
    private const int Attempts = 5;

    /// <summary>Asks; the key of the internal request. The same form asks once.</summary>
    public async Task<Guid> HandleAsync(AskColleague command, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await db.InTransactionAsync(token => AskAsync(command, token), cancellationToken);
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Somebody saved the case meanwhile, or a twin request was faster: look again.
            }
        }
    }

    private async Task<Guid> AskAsync(AskColleague command, CancellationToken cancellationToken)
    {
        var parent = await writer.LoadForActingAsync(command.CaseId, seen: null, cancellationToken);
        if (string.IsNullOrWhiteSpace(command.Question))
            throw new Refusal("Cases.Refusal.TextMissing");
        // Only the question itself may leave a complaint about a person: its letters tell who complained.
        if (parent.IsAboutPerson && (command.SharesLetters || command.MessageIds.Count > 0 || command.AttachmentIds.Count > 0))
            throw new Refusal("Cases.Refusal.ComplaintStaysHere");
        if ((parent.IsConfidential || parent.IsAboutPerson) && command.PersonId is null)
            throw new Refusal("Cases.Refusal.ConfidentialNeedsPerson");
        var (unitId, personId, asked) = await AskedAsync(command, cancellationToken);
        if (parent.IsAboutPerson && personId is { } colleague)
            await impartial.RefuseSubjectAsync(parent.Id, colleague, cancellationToken);
        var asker = await db.Set<Employee>().AsNoTracking().SingleAsync(e => e.Id == user.EmployeeId, cancellationToken);
        var now = time.GetUtcNow();
        var inquiry = await registrar.RegisterAsync(new NewCase
        {
            Token = command.Token,
            Register = Register.Inquiries,
            Kind = CaseKind.InternalRequest,
            Channel = Channel.Internal,
            Audience = Audience.Internal,
            Subject = CaseRegistrar.SubjectOf(command.Question),
            Text = TextOf(command, parent),
            UnitId = unitId,
            AssigneeId = personId,
            TopicId = parent.TopicId,
            Contact = new Contact { Name = asker.FullName, Email = asker.Email, UnitMayKnow = true },
            Files = FilesOf(command, parent),
            Acknowledge = false,
        }, user.AsActor(), cancellationToken);
        if (await db.Set<CaseLink>().AnyAsync(l => l.ToId == inquiry.Id && l.Kind == CaseLinkKind.Inquiry, cancellationToken))
            return inquiry.Id;

        if (command.SharesLetters)
            inquiry.ShareLetters();
        if (parent.IsConfidential || parent.IsAboutPerson)
            inquiry.MarkConfidential(Texts.In("lv")["Cases.Inquiry.OfConfidential", parent.Number], hiddenFromHead: true, [(asker.Id, asker.FullName)], Actor.System, now);
        db.Set<CaseLink>().Add(new CaseLink(CaseLinkKind.Inquiry, parent.Id, inquiry.Id, user.AsActor(), now));
        parent.Record(CaseEventKind.ColleagueAsked, user.AsActor(), now, null, inquiry.Number, asked);
        db.Set<Notice>().AddRange((await heads.ToTellAsync(unitId, personId, cancellationToken)).Where(p => p != user.EmployeeId)
            .Select(p => new Notice(p, NoticeKind.ColleagueAsked, inquiry.Id, inquiry.Id.ToString("N"), now, inquiry.Number)));
        await db.SaveChangesAsync(cancellationToken);
        return inquiry.Id;
    }

    private async Task<(Guid UnitId, Guid? PersonId, string Name)> AskedAsync(AskColleague command, CancellationToken cancellationToken)
    {
        if (command.PersonId is { } id)
        {
            var person = await db.Set<Employee>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id && e.IsActive, cancellationToken)
                ?? throw new Refusal("Cases.Refusal.PersonUnknown");
            return person.Id == user.EmployeeId ? throw new Refusal("Cases.Refusal.AskYourself") : (person.UnitId, person.Id, person.FullName);
        }

        var unit = await db.Set<OrgUnit>().AsNoTracking().SingleOrDefaultAsync(u => u.Id == command.UnitId, cancellationToken)
            ?? throw new Refusal("Cases.Refusal.UnitUnknown");
        return (unit.Id, null, unit.Name);
    }

    private static string TextOf(AskColleague command, Case parent)
    {
        var text = new StringBuilder(command.Question.Trim());
        foreach (var quoted in parent.Messages.Where(m => command.MessageIds.Contains(m.Id) && m.Direction != MessageDirection.Internal).OrderBy(m => m.WrittenAt))
            text.Append("\n\n").AppendJoin('\n', quoted.Text.Split('\n').Select(line => $"> {line.TrimEnd()}"));
        return text.ToString();
    }

    private static List<AttachedFile> FilesOf(AskColleague command, Case parent) =>
        [.. parent.Messages.SelectMany(m => m.Attachments).Where(a => command.AttachmentIds.Contains(a.Id)).Select(a => new AttachedFile(a.FileName, a.ContentType, a.Size, a.Hash))];
}
