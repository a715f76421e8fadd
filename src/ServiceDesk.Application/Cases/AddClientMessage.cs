using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Staff;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Cases;

/// <summary>The client adds something on the tracking page.</summary>
/// <param name="CaseId">The case whose key the client showed.</param>
/// <param name="Text">What they add.</param>
/// <param name="Files">Files already stored.</param>
/// <param name="NotSolved">The client says that the closed case is not solved; possible once.</param>
public sealed record AddClientMessage(Guid CaseId, string Text, IReadOnlyList<AttachedFile> Files, bool NotSolved = false);

/// <summary>What a client's message did.</summary>
public enum ClientMessageFate
{
    /// <summary>It was added to the open case.</summary>
    Added,

    /// <summary>It only said thank you: kept, nothing else happened.</summary>
    Thanked,

    /// <summary>It opened the closed case again.</summary>
    Reopened,

    /// <summary>The case was closed long ago: it made a new, linked one.</summary>
    NewCase,
}

/// <summary>Where a client's message went.</summary>
/// <param name="CaseId">The case it is in; a new one where it made one.</param>
/// <param name="Fate">What it did.</param>
public sealed record AddedClientMessage(Guid CaseId, ClientMessageFate Fate);

/// <summary>
/// Adds the message and tells the person who answers. After the reply mere thanks are only kept; anything else opens a closed case
/// again or, when it was closed long ago, makes a new case linked to it.
/// </summary>
public sealed class AddClientMessageHandler(
    IServiceDeskDb db, CaseWriter writer, CaseRegistrar registrar, ClockStarter clocks, UnitHeads heads, IOptions<ReopeningOptions> reopening, LocalTime local, TimeProvider time)
{
    private const int Attempts = 5;

    /// <summary>Adds the message. The same text sent twice within a minute (a double click) is added once.</summary>
    public async Task<AddedClientMessage> HandleAsync(AddClientMessage command, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await db.InTransactionAsync(async token =>
                {
                    var added = await AddAsync(command, token);
                    await db.SaveChangesAsync(token);
                    return added;
                }, cancellationToken);
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Staff saved the case meanwhile, or a twin request was faster; the client's words are added all the same.
            }
        }
    }

    private async Task<AddedClientMessage> AddAsync(AddClientMessage command, CancellationToken cancellationToken)
    {
        var item = await writer.LoadAsync(command.CaseId, cancellationToken);
        var now = time.GetUtcNow();
        var text = command.Text.Trim();
        if (item.Messages.LastOrDefault(m => m.Kind is MessageKind.Addition or MessageKind.Thanks && m.Text == text && now - m.WrittenAt < TimeSpan.FromMinutes(1)) is { } twin)
            return new AddedClientMessage(item.Id, twin.Kind == MessageKind.Thanks ? ClientMessageFate.Thanked : ClientMessageFate.Added);

        if (command.NotSolved)
            await DisputeAsync(item, now, cancellationToken);
        else if (item is { State: CaseState.Answered or CaseState.Closed, MergedIntoId: null } && ThanksText.IsOnlyThanks(text, command.Files.Count > 0, NamesIn(item)))
            return Thank(item, text, now);

        if (item.MergedIntoId is { } survivorId)
            return await AddToMergedAsync(item, survivorId, command, now, cancellationToken);
        if (item.IsOpen)
            return Add(item, command, ClientMessageFate.Added, now);
        if (reopening.Value.Policy.MakesNewCase(ClosedOn(item), local.DateOf(now)))
            return await FollowUpAsync(item, command, now, cancellationToken);
        item.Reopen(Texts.In("lv")[command.NotSolved ? "Cases.Reopened.NotSolved" : "Cases.Reopened.ByClient"], Actor.Client, now);
        await clocks.StartAgainAsync(item, now, cancellationToken);
        return Add(item, command, ClientMessageFate.Reopened, now);
    }

    /// <summary>Another client's case answers for this one too: it hears of the message; once it is closed, the message makes a case of its own.</summary>
    private async Task<AddedClientMessage> AddToMergedAsync(Case item, Guid survivorId, AddClientMessage command, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var survivor = await writer.LoadAsync(survivorId, cancellationToken);
        if (!survivor.IsOpen)
            return await FollowUpAsync(item, command, now, cancellationToken);
        var message = item.AddClientMessage(command.Text, command.Files, now);
        survivor.HearOfMerged(item, now);
        Tell(survivor.AssigneeId, NoticeKind.ClientWrote, survivor, message.Id, now);
        return new AddedClientMessage(item.Id, ClientMessageFate.Added);
    }

    private AddedClientMessage Add(Case item, AddClientMessage command, ClientMessageFate fate, DateTimeOffset now)
    {
        var message = item.AddClientMessage(command.Text, command.Files, now);
        Tell(item.AssigneeId, NoticeKind.ClientWrote, item, message.Id, now);
        return new AddedClientMessage(item.Id, fate);
    }

    private AddedClientMessage Thank(Case item, string text, DateTimeOffset now)
    {
        var thanks = item.FileThanks(text, now);
        Tell(item.AssigneeId, NoticeKind.ClientThanked, item, thanks.Id, now);
        return new AddedClientMessage(item.Id, ClientMessageFate.Thanked);
    }

    private async Task DisputeAsync(Case item, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (item.ClosedAt is not null && !reopening.Value.Policy.MayDispute(ClosedOn(item), local.DateOf(now)))
            throw new Refusal("Cases.Refusal.DisputeTooLate", reopening.Value.NotSolvedWithinDays);
        item.Dispute(now);
        Guid?[] told = [item.AssigneeId, await heads.OfAsync(item.UnitId, cancellationToken)];
        foreach (var person in told.Distinct())
            Tell(person, NoticeKind.NotSolved, item, item.Id, now);
    }

    /// <summary>The token is made of case, day and text, so that a form sent twice finds the case it already made.</summary>
    private async Task<AddedClientMessage> FollowUpAsync(Case old, AddClientMessage command, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var token = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{old.Id:N}/{local.DateOf(now):yyyyMMdd}/{command.Text.Trim()}"))[..16]);
        var assignee = await db.Set<Employee>().Where(e => e.Id == old.AssigneeId && e.IsActive && e.UnitId == old.UnitId).Select(e => (Guid?)e.Id).SingleOrDefaultAsync(cancellationToken);
        var item = await registrar.RegisterAsync(new NewCase
        {
            Token = token,
            Kind = old.Kind == CaseKind.Praise ? CaseKind.Question : old.Kind,
            Channel = Channel.WebForm,
            Subject = old.Subject,
            Text = command.Text,
            Place = old.Place,
            TopicId = old.TopicId,
            UnitId = old.UnitId,
            AssigneeId = assignee,
            Contact = old.Contact,
            Language = old.Language,
            Files = command.Files,
        }, Actor.Client, cancellationToken);
        if (await db.Set<CaseLink>().AnyAsync(l => l.FromId == old.Id && l.ToId == item.Id && l.Kind == CaseLinkKind.FollowUp, cancellationToken))
            return new AddedClientMessage(item.Id, ClientMessageFate.NewCase);

        if (old.IsConfidential)
        {
            await db.Set<CaseReader>().Where(r => r.CaseId == old.Id).LoadAsync(cancellationToken);
            item.RestrictLike(old, Actor.System, now);
        }

        if (old.IsAboutPerson)
        {
            await db.Set<CaseSubject>().Where(r => r.CaseId == old.Id).LoadAsync(cancellationToken);
            item.AboutSameAs(old, Actor.System, now);
        }

        db.Set<CaseLink>().Add(new CaseLink(CaseLinkKind.FollowUp, old.Id, item.Id, Actor.System, now));
        old.Record(CaseEventKind.FollowedUp, Actor.Client, now, null, item.Number);
        item.Record(CaseEventKind.FollowsUp, Actor.System, now, null, old.Number);
        Tell(item.AssigneeId, NoticeKind.Assigned, item, item.Id, now);
        return new AddedClientMessage(item.Id, ClientMessageFate.NewCase);
    }

    private void Tell(Guid? person, NoticeKind kind, Case item, Guid about, DateTimeOffset now)
    {
        if (person is { } told)
            db.Set<Notice>().Add(new Notice(told, kind, item.Id, about.ToString("N"), now, item.Number));
    }

    private DateOnly ClosedOn(Case item) => local.DateOf(item.ClosedAt ?? item.ChangedAt);

    private static IEnumerable<string> NamesIn(Case item) => item.Messages.Select(m => m.AuthorName).Append(item.Contact.Name ?? "");
}

/// <summary>The client says no reply is needed any more.</summary>
/// <param name="CaseId">The case whose key the client showed.</param>
public sealed record WithdrawCase(Guid CaseId);

/// <summary>Closes the case at the client's word; outside the on-time rate.</summary>
public sealed class WithdrawCaseHandler(CaseWriter writer, TimeProvider time)
{
    /// <summary>Closes the case. Refused while a letter is on its way or failed: staff settle that first.</summary>
    public async Task HandleAsync(WithdrawCase command, CancellationToken cancellationToken)
    {
        var item = await writer.LoadAsync(command.CaseId, cancellationToken);
        var reason = Texts.In("lv")["Cases.Withdrawn.Reason"];
        var now = time.GetUtcNow();
        if (item.MergedIntoId is { } survivorId)
        {
            var survivor = await writer.LoadAsync(survivorId, cancellationToken);
            if (item.HasOtherClient)
                survivor.ReleaseMerged(item, reason, now);
            else
                Close(survivor, reason, now);
        }
        else
        {
            Close(item, reason, now);
        }

        await writer.SaveAsync(seen: null, cancellationToken);
    }

    private static void Close(Case item, string reason, DateTimeOffset now) =>
        item.Close(item.IsAnswered ? CaseOutcome.Explained : CaseOutcome.NoReplyWanted, reason, Actor.Client, now);
}
