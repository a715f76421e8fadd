using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Catalogue;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Catalogue;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Cases;

/// <summary>Passes a case to the body that is competent, and tells the client.</summary>
public sealed record ForwardCase
{
    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>The body's name.</summary>
    public required string Body { get; init; }

    /// <summary>Its e-mail, e-address or postal address; not needed when the client is only told where to turn.</summary>
    public string? BodyContact { get; init; }

    /// <summary>How the letter to the body leaves the house; null only tells the client where to turn.</summary>
    public Delivery? BodyDelivery { get; init; }

    /// <summary>The letter to the body.</summary>
    public string? BodyText { get; init; }

    /// <summary>The client's messages that go along.</summary>
    public IReadOnlyList<Guid> MessageIds { get; init; } = [];

    /// <summary>The client's files that go along.</summary>
    public IReadOnlyList<Guid> AttachmentIds { get; init; } = [];

    /// <summary>Whether the body learns who the client is and how to reach them.</summary>
    public bool NamesClient { get; init; }

    /// <summary>Why: what makes the other body competent.</summary>
    public required string Reason { get; init; }

    /// <summary>The letter to the client.</summary>
    public required string ClientText { get; init; }

    /// <summary>How it leaves the house.</summary>
    public required Delivery ClientDelivery { get; init; }

    /// <summary>What the page showed.</summary>
    public SeenCase? Seen { get; init; }

    /// <summary>The form's one-time token; the same form never sends two letters.</summary>
    public Guid? Token { get; init; }
}

/// <summary>
/// Writes the letter to the body and the one to the client in one save. Only what was chosen goes; what the body learns about the client
/// stands in the letter that leaves, not in the case, where not everybody may know it.
/// </summary>
public sealed class ForwardCaseHandler(IServiceDeskDb db, CaseWriter writer, LetterWriter letters, ICurrentUser user, TimeProvider time)
{
    /// <summary>Forwards the case.</summary>
    public Task HandleAsync(ForwardCase command, CancellationToken cancellationToken) =>
        writer.OnceAsync(command.Token, command.ClientText, command.Seen, () => SendAsync(command, cancellationToken), cancellationToken);

    private async Task SendAsync(ForwardCase command, CancellationToken cancellationToken)
    {
        var item = await writer.LoadForActingAsync(command.CaseId, command.Seen, cancellationToken);
        if (item.Audience == Audience.Internal)
            throw new Refusal("Cases.Refusal.InternalStays");
        if (string.IsNullOrWhiteSpace(command.Reason))
            throw new Refusal("Cases.Refusal.ReasonMissing");
        var now = time.GetUtcNow();
        Message? referral = null;
        if (command.BodyDelivery is { } delivery)
            referral = Refer(item, command, delivery, now);
        var told = item.Forward(command.ClientText, command.Body, command.Reason, command.ClientDelivery, user.AsActor(), now, command.Token);
        if (referral is { Delivery: not Delivery.Email })
            await writer.MarkSentAsync(item, referral.Id, now, cancellationToken);
        await writer.DispatchAsync(item, told, now, cancellationToken);
        await writer.SaveAsync(command.Seen, cancellationToken);
    }

    private Message Refer(Case item, ForwardCase command, Delivery delivery, DateTimeOffset now)
    {
        var quoted = item.Messages.Where(m => m.Direction == MessageDirection.FromClient && command.MessageIds.Contains(m.Id)).OrderBy(m => m.WrittenAt).ToList();
        var files = item.Messages.Where(m => m.Direction == MessageDirection.FromClient).SelectMany(m => m.Attachments)
            .Where(a => command.AttachmentIds.Contains(a.Id)).Select(a => new AttachedFile(a.FileName, a.ContentType, a.Size, a.Hash)).ToList();
        var names = command.NamesClient && !item.Contact.IsAnonymous;
        var letter = item.Refer(command.Body, command.BodyContact, letters.ReferralText(command.BodyText ?? "", quoted, names), files, delivery, user.AsActor(), now);
        if (delivery == Delivery.Email)
            db.Set<OutgoingMessage>().Add(letters.Referral(item, letter, command.BodyText ?? "", quoted, names, now));
        return letter;
    }
}

/// <summary>What the page of forwarding shows beside the case.</summary>
/// <param name="Institutions">Bodies offered, by name.</param>
/// <param name="Term">The law's term of forwarding with its days; null when the law sets none for this case.</param>
public sealed record ForwardingFacts(IReadOnlyList<InstitutionRow> Institutions, DueDateExplanation? Term);

/// <summary>Reads the directory and the term of forwarding that holds for the case.</summary>
public sealed class PrepareForwardingHandler(IServiceDeskDb db, CalendarProvider calendars, StandardProvider standards)
{
    private const string ForwardRule = "forward";

    /// <summary>The facts for a case received on a day.</summary>
    public async Task<ForwardingFacts> HandleAsync(DateOnly receivedOn, bool isFormal, CancellationToken cancellationToken)
    {
        var bodies = await db.Set<Institution>().AsNoTracking().Where(i => i.IsOffered).OrderBy(i => i.Name).Select(InstitutionRow.Of).ToListAsync(cancellationToken);
        var rulebook = await standards.GetAsync(receivedOn, cancellationToken);
        var rule = isFormal ? rulebook.Find(ForwardRule, receivedOn) : null;
        return new ForwardingFacts(bodies, rule is null ? null : DueDates.Explain(await calendars.GetAsync(cancellationToken), rule, receivedOn, new ReceiptDay(receivedOn, false)));
    }
}
