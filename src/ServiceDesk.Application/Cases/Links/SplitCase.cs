using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Cases.Links;

/// <summary>A part of a letter goes on as a case of its own.</summary>
public sealed record SplitCase
{
    /// <summary>The case with two questions.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>The form's one-time token; the same form never splits twice.</summary>
    public required Guid Token { get; init; }

    /// <summary>The client's messages the part comes from.</summary>
    public required IReadOnlyList<Guid> Messages { get; init; }

    /// <summary>The words of the client that go on; empty takes the chosen messages whole.</summary>
    public string? Text { get; init; }

    /// <summary>Files of the chosen messages that belong to the part.</summary>
    public IReadOnlyList<Guid> Files { get; init; } = [];

    /// <summary>Subject of the new case.</summary>
    public required string Subject { get; init; }

    /// <summary>Its kind.</summary>
    public required CaseKind Kind { get; init; }

    /// <summary>Its topic.</summary>
    public Guid? TopicId { get; init; }

    /// <summary>Its unit; null is the topic's.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>Whether the client is told the number of the new case.</summary>
    public bool TellClient { get; init; }

    /// <summary>What the page showed.</summary>
    public SeenCase? Seen { get; init; }
}

/// <summary>
/// Registers the part under a number of its own, for the same client, received when the earliest of the chosen messages was: its clocks are counted
/// from that day and not from the day of splitting. The original keeps its messages whole and its clocks as they are.
/// </summary>
public sealed class SplitCaseHandler(IServiceDeskDb db, CaseWriter writer, CaseRegistrar registrar, ICurrentUser user, TimeProvider time)
{
    /// <summary>Splits the case and gives the key of the new one.</summary>
    public async Task<Guid> HandleAsync(SplitCase command, CancellationToken cancellationToken)
    {
        if (await FindAsync(command.Token, cancellationToken) is { } done)
            return done;
        try
        {
            return await db.InTransactionAsync(token => SplitAsync(command, token), cancellationToken);
        }
        catch (Exception e) when (e is DbUpdateException or StaleCase or InvalidOperationException)
        {
            // The twin request was faster.
            if (await FindAsync(command.Token, cancellationToken) is { } twin)
                return twin;
            throw;
        }
    }

    private async Task<Guid> SplitAsync(SplitCase command, CancellationToken cancellationToken)
    {
        var item = await writer.LoadForActingAsync(command.CaseId, command.Seen, cancellationToken);
        if (!item.IsOpen)
            throw new Refusal("Cases.Refusal.AlreadyClosed", item.Number);
        var chosen = item.Messages.Where(m => m.Direction == MessageDirection.FromClient && command.Messages.Contains(m.Id)).OrderBy(m => m.WrittenAt).ToList();
        if (chosen.Count == 0)
            throw new Refusal("Cases.Refusal.NothingToSplit");

        var text = string.IsNullOrWhiteSpace(command.Text) ? string.Join("\n\n", chosen.Select(m => m.Text)) : command.Text.Trim();
        var by = user.AsActor();
        var part = await registrar.RegisterAsync(new NewCase
        {
            Token = command.Token,
            Kind = command.Kind,
            Channel = item.Channel,
            Audience = item.Audience,
            IsFormal = item.IsFormal,
            Subject = command.Subject,
            Text = text,
            Place = item.Place,
            TopicId = command.TopicId,
            UnitId = command.UnitId,
            Contact = item.Contact,
            Language = item.Language,
            ReceivedAt = chosen[0].Kind == MessageKind.Submission ? item.ReceivedAt : chosen[0].WrittenAt,
            Files = [.. chosen.SelectMany(m => m.Attachments).Where(a => command.Files.Contains(a.Id)).Select(a => new AttachedFile(a.FileName, a.ContentType, a.Size, a.Hash))],
            Acknowledge = command.TellClient,
            SplitFrom = item.Number,
        }, by, cancellationToken);

        var now = time.GetUtcNow();
        if (item.IsConfidential)
        {
            await db.Set<CaseReader>().Where(r => r.CaseId == item.Id).LoadAsync(cancellationToken);
            part.RestrictLike(item, by, now);
        }

        if (item.IsAboutPerson)
        {
            await db.Set<CaseSubject>().Where(r => r.CaseId == item.Id).LoadAsync(cancellationToken);
            part.AboutSameAs(item, by, now);
        }

        item.Record(CaseEventKind.Split, by, now, null, part.Number);
        part.Record(CaseEventKind.SplitOff, by, now, null, item.Number);
        db.Set<CaseLink>().Add(new CaseLink(CaseLinkKind.Split, item.Id, part.Id, by, now));
        await writer.SaveAsync(command.Seen, cancellationToken);
        return part.Id;
    }

    private Task<Guid?> FindAsync(Guid token, CancellationToken cancellationToken) =>
        db.Set<Case>().AsNoTracking().Where(c => c.SubmissionToken == token).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(cancellationToken);
}

/// <summary>A part turned out to belong to its original after all.</summary>
/// <param name="CaseId">The case split off.</param>
/// <param name="Reason">Why, if told.</param>
/// <param name="Seen">What the page showed.</param>
public sealed record UndoSplit(Guid CaseId, string? Reason, SeenCase? Seen);

/// <summary>
/// Puts a part back: its number stays in the register, closed as merged with the original, and what it owes goes on there with its own dates.
/// Refused once it was answered on its own, and when the original is closed.
/// </summary>
public sealed class UndoSplitHandler(IServiceDeskDb db, CaseWriter writer, MergeCasesHandler merge, ICurrentUser user, LocalTime local, TimeProvider time)
{
    /// <summary>Puts the part back and gives the key of the original.</summary>
    public Task<Guid> HandleAsync(UndoSplit command, CancellationToken cancellationToken) => db.InTransactionAsync(async token =>
    {
        var link = await db.Set<CaseLink>().SingleOrDefaultAsync(l => l.ToId == command.CaseId && l.Kind == CaseLinkKind.Split && l.State == CaseLinkState.Standing, token)
            ?? throw new Refusal("Cases.Refusal.NotSplit");
        var part = await writer.LoadForActingAsync(command.CaseId, command.Seen, token);
        if (part.Messages.LastOrDefault(m => m is { Kind: MessageKind.Reply or MessageKind.InterimReply or MessageKind.Forwarding, SentAt: not null }) is { } answer)
            throw new Refusal("Cases.Refusal.PartAnswered", local.DateOf(answer.SentAt!.Value));
        await merge.HandleAsync(new MergeCases(part.Id, link.FromId, command.Reason, ClientsMayDiffer: false, command.Seen, null) { IsSplitUndone = true }, token);
        link.Remove(user.AsActor(), time.GetUtcNow());
        await writer.SaveAsync(command.Seen, token);
        return link.FromId;
    }, cancellationToken);
}
