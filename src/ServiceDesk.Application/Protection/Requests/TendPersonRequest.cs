using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Protection.Rights;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Protection.Requests;

/// <summary>An answer to a person.</summary>
/// <param name="Text">What is answered.</param>
/// <param name="Way">How it reaches the person.</param>
/// <param name="Ground">Why it is refused; null when it is done as asked.</param>
public sealed record PersonAnswer(string? Text, AnswerWay Way, RefusalGround? Ground);

/// <summary>The steps of a request: whose card, who asks, extension, notes, answer. Each refuses a page older than the request.</summary>
public sealed class TendPersonRequestHandler(
    IServiceDeskDb db, PersonScopes scopes, CalendarProvider calendars, IOptions<MunicipalityOptions> house, ICurrentUser user, TimeProvider time)
{
    /// <summary>Says which card is the person's; null when there is none.</summary>
    public Task ChooseCardAsync(Guid id, int seen, Guid? clientId, CancellationToken cancellationToken) => StepAsync(id, seen, async request =>
    {
        var card = clientId is { } key
            ? await CardAsync(await scopes.SurvivorAsync(key, cancellationToken), cancellationToken)
            : null;
        if (card?.State == ClientState.Erased)
            throw new Refusal("Clients.Refusal.IsErased");
        request.ChooseCard(card?.Id, card is null ? "–" : Client.NumberOf(card.Id), user.AsActor(), time.GetUtcNow());
    }, cancellationToken);

    /// <summary>Records how it was checked who asks.</summary>
    public Task CheckIdentityAsync(Guid id, int seen, IdentityCheck how, string? note, CancellationToken cancellationToken) => StepAsync(id, seen, request =>
    {
        request.CheckIdentity(how, note, user.AsActor(), time.GetUtcNow());
        return Task.CompletedTask;
    }, cancellationToken);

    /// <summary>Extends the term by two months and tells the person why, by e-mail where there is an address; else the letter is printed.</summary>
    public Task ExtendAsync(Guid id, int seen, string? reason, CancellationToken cancellationToken) => StepAsync(id, seen, async request =>
    {
        var calendar = await calendars.GetAsync(cancellationToken);
        var t = Texts.In("lv");
        var due = DueDates.Calculate(calendar, PersonRequest.Longest, RollForward.ToNextWorkingDay, request.ReceivedOn).On;
        var text = t["Protection.Letter.Extended", request.Number, due, reason?.Trim()];
        var letter = request.PersonEmail is null ? (Guid?)null : Send(request, t["Protection.Letter.ExtendedSubject", request.Number], Whole(request, text, complaint: true));
        request.Extend(reason ?? "", calendar, letter, user.AsActor(), time.GetUtcNow());
    }, cancellationToken);

    /// <summary>Writes a note.</summary>
    public Task NoteAsync(Guid id, int seen, string? text, CancellationToken cancellationToken) => StepAsync(id, seen, request =>
    {
        request.Note(text ?? "", user.AsActor(), time.GetUtcNow());
        return Task.CompletedTask;
    }, cancellationToken);

    /// <summary>The person took it back.</summary>
    public Task WithdrawAsync(Guid id, int seen, string? note, CancellationToken cancellationToken) => StepAsync(id, seen, request =>
    {
        request.Withdraw(note, user.AsActor(), time.GetUtcNow());
        return Task.CompletedTask;
    }, cancellationToken);

    /// <summary>Answers: as asked, or refusing with a ground and the right to complain.</summary>
    public Task AnswerAsync(Guid id, int seen, PersonAnswer answer, CancellationToken cancellationToken) => StepAsync(id, seen, request =>
    {
        if (string.IsNullOrWhiteSpace(answer.Text))
            throw new Refusal("Protection.Refusal.AnswerMissing");
        var t = Texts.In("lv");
        var text = answer.Ground is { } why ? t["Protection.Letter.RefusedBecause", t[$"Protection.Letter.Ground.{why}"]] + "\n\n" + answer.Text.Trim() : answer.Text.Trim();
        if (request.Corrections.Count > 0)
            text += "\n\n" + Corrected(request, t);
        var whole = Whole(request, text, complaint: answer.Ground is not null);
        var letter = answer.Way == AnswerWay.Email && request.PersonEmail is not null ? Send(request, t["Protection.Letter.Subject", request.Number], whole) : (Guid?)null;
        if (answer.Ground is { } ground)
            request.Refuse(ground, whole, answer.Way, letter, user.AsActor(), time.GetUtcNow());
        else
            request.Fulfil(whole, answer.Way, letter, user.AsActor(), time.GetUtcNow());
        return Task.CompletedTask;
    }, cancellationToken);

    /// <summary>The whole letter in Latvian: salutation, text, the right to complain, the house.</summary>
    private string Whole(PersonRequest request, string text, bool complaint)
    {
        var t = Texts.In("lv");
        List<string> parts = [t["Protection.Letter.Salutation", request.PersonName], t["Protection.Letter.About", request.Number, request.ReceivedOn], text];
        if (complaint)
            parts.Add(t["Protection.Letter.RightToComplain"]);
        parts.Add(t["Protection.Letter.Officer"] + "\n" + house.Value.FullName);
        return string.Join("\n\n", parts);
    }

    /// <summary>What was put right, one line each.</summary>
    private static string Corrected(PersonRequest request, Texts t) => string.Join('\n',
    [
        t["Protection.Letter.Corrected"],
        .. request.Corrections.OrderBy(c => c.Ordinal).Select(c => (c.Was, c.Became) switch
        {
            (null, _) => t["Protection.Letter.CorrectedAdded", t.Of(c.Fact), c.Became],
            (_, null) => t["Protection.Letter.CorrectedRemoved", t.Of(c.Fact), c.Was],
            _ => t["Protection.Letter.CorrectedLine", t.Of(c.Fact), c.Was, c.Became],
        }),
    ]);

    /// <summary>Nobody reads it in the outbox, and its text is forgotten there when it has left: the register keeps it.</summary>
    private Guid Send(PersonRequest request, string subject, string body)
    {
        var now = time.GetUtcNow();
        var letter = new OutgoingMessage(null, null, request.PersonEmail!, subject, body, now, now).AsSecret();
        db.Set<OutgoingMessage>().Add(letter);
        return letter.Id;
    }

    private Task<ChosenCard> CardAsync(Guid id, CancellationToken cancellationToken) =>
        db.Set<Client>().AsNoTracking().Where(c => c.Id == id).Select(c => new ChosenCard(c.Id, c.State)).SingleAsync(cancellationToken);

    private async Task StepAsync(Guid id, int seen, Func<PersonRequest, Task> step, CancellationToken cancellationToken)
    {
        if (!user.May(Permission.HandlePersonRequests))
            throw new Refusal("Cases.Refusal.NotAllowed");
        var request = await db.Set<PersonRequest>().Include(r => r.Steps).Include(r => r.Corrections).SingleOrDefaultAsync(r => r.Id == id, cancellationToken)
            ?? throw new Refusal("Protection.Refusal.RequestUnknown");
        if (request.Version != seen)
            throw new Refusal("Protection.Refusal.ChangedMeanwhile");
        await step(request);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new Refusal("Protection.Refusal.ChangedMeanwhile");
        }
    }

    private sealed record ChosenCard(Guid Id, ClientState State);
}
