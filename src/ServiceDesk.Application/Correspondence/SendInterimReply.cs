using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Correspondence;

/// <summary>An interim reply with explanation and promised date (SIG 21.1); while a promise runs, its extension (SIG 23.2).</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Explanation">Why it takes longer.</param>
/// <param name="PromisedOn">The promised day, included.</param>
/// <param name="Delivery">How it leaves the house.</param>
/// <param name="Seen">What the page showed.</param>
/// <param name="Token">The form's one-time token; the same form never sends two letters.</param>
/// <param name="Frame">What stands around the explanation when it comes from the composer, whose draft goes with it; null sends it as it is.</param>
/// <param name="Registration">Makes it a registered letter whose PDF goes along; null sends the message alone.</param>
public sealed record SendInterimReply(Guid CaseId, string Explanation, DateOnly PromisedOn, Delivery Delivery, SeenCase? Seen, Guid? Token = null, LetterFrame? Frame = null,
    LetterRegistration? Registration = null);

/// <summary>Writes the interim reply and sends it on its way. The first clock is met, and the promise begins, when it has left the house.</summary>
public sealed class SendInterimReplyHandler(
    IServiceDeskDb db, CaseWriter writer, LetterComposer composer, DraftShelf drafts, RegisteredLetters registered, PromiseLimits limits, StandardProvider standards, ICurrentUser user,
    LocalTime local, TimeProvider time)
{
    /// <summary>Sends the interim reply.</summary>
    public Task HandleAsync(SendInterimReply command, CancellationToken cancellationToken) =>
        writer.OnceAsync(command.Token, command.Explanation, command.Seen, () => SendAsync(command, cancellationToken), cancellationToken);

    private Task SendAsync(SendInterimReply command, CancellationToken cancellationToken) =>
        registered.SendingAsync(command.Registration, command.Seen, inStep =>
            drafts.SendingAsync(command.CaseId, command.Frame is null ? null : DraftTab.Interim, token => WriteAsync(command, token), inStep), cancellationToken);

    private async Task WriteAsync(SendInterimReply command, CancellationToken cancellationToken)
    {
        var item = await writer.LoadForActingAsync(command.CaseId, command.Seen, cancellationToken);
        var now = time.GetUtcNow();
        var bounds = await limits.ForPromiseAsync(item, cancellationToken);
        var parts = await composer.ForSendingAsync(item, command.Frame, command.Explanation, command.PromisedOn, cancellationToken);
        var message = item.PromiseReply(parts?.AsText() ?? command.Explanation, command.PromisedOn, bounds, local.DateOf(now), command.Delivery, user.AsActor(), now, command.Token)
            .PutTogetherFrom(parts);
        if (item.Extendable() is { Layer: Layer.PersonalPromise } promise)
            await TellHeadAsync(item, promise, now, cancellationToken);
        await writer.DispatchAsync(item, message, now, cancellationToken);
        await registered.EncloseAsync(item, message, command.Registration, cancellationToken);
        await writer.SaveAsync(command.Seen, cancellationToken);
    }

    /// <summary>SIG 23.2 names no limit of extensions, so the head hears of them from a number the standard sets.</summary>
    private async Task TellHeadAsync(Case item, Clock promise, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rulebook = await standards.GetAsync(item.ReceivedOn, cancellationToken);
        var extensions = promise.ExtensionCount + 1;
        var head = await db.Set<OrgUnit>().Where(u => u.Id == item.UnitId).Select(u => u.HeadId).SingleAsync(cancellationToken);
        if (extensions >= rulebook.Standard.Settings.UnitHeadToldFromExtension && head is { } person && person != user.EmployeeId)
            db.Set<Notice>().Add(new Notice(person, NoticeKind.PromiseExtendedAgain, item.Id, $"{promise.Id:N}/{extensions}", now, item.Number));
    }
}

/// <summary>Extends the statutory term with a notice to the client (Submissions Law s. 5).</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Explanation">Why more time is needed: more information, other bodies, large volumes.</param>
/// <param name="NewDueOn">The new last day.</param>
/// <param name="Delivery">How it leaves the house.</param>
/// <param name="Seen">What the page showed.</param>
/// <param name="Token">The form's one-time token; the same form never sends two letters.</param>
/// <param name="Frame">What stands around the explanation when it comes from the composer, whose draft goes with it; null sends it as it is.</param>
/// <param name="Registration">Makes it a registered letter whose PDF goes along; null sends the message alone.</param>
public sealed record ExtendStatutoryTerm(Guid CaseId, string Explanation, DateOnly NewDueOn, Delivery Delivery, SeenCase? Seen, Guid? Token = null, LetterFrame? Frame = null,
    LetterRegistration? Registration = null);

/// <summary>Writes the notice of extension and sends it on its way. The statutory clock moves when it has left the house.</summary>
public sealed class ExtendStatutoryTermHandler(
    CaseWriter writer, LetterComposer composer, DraftShelf drafts, RegisteredLetters registered, PromiseLimits limits, ICurrentUser user, LocalTime local, TimeProvider time)
{
    /// <summary>Sends the notice.</summary>
    public Task HandleAsync(ExtendStatutoryTerm command, CancellationToken cancellationToken) =>
        writer.OnceAsync(command.Token, command.Explanation, command.Seen, () => SendAsync(command, cancellationToken), cancellationToken);

    private Task SendAsync(ExtendStatutoryTerm command, CancellationToken cancellationToken) =>
        registered.SendingAsync(command.Registration, command.Seen, inStep =>
            drafts.SendingAsync(command.CaseId, command.Frame is null ? null : DraftTab.Interim, token => WriteAsync(command, token), inStep), cancellationToken);

    private async Task WriteAsync(ExtendStatutoryTerm command, CancellationToken cancellationToken)
    {
        var item = await writer.LoadForActingAsync(command.CaseId, command.Seen, cancellationToken);
        var now = time.GetUtcNow();
        var latest = await limits.LatestStatutoryAsync(item, cancellationToken);
        var parts = await composer.ForSendingAsync(item, command.Frame, command.Explanation, command.NewDueOn, cancellationToken);
        var message = item.ExtendStatutory(parts?.AsText() ?? command.Explanation, command.NewDueOn, latest, local.DateOf(now), command.Delivery, user.AsActor(), now, command.Token)
            .PutTogetherFrom(parts);
        await writer.DispatchAsync(item, message, now, cancellationToken);
        await registered.EncloseAsync(item, message, command.Registration, cancellationToken);
        await writer.SaveAsync(command.Seen, cancellationToken);
    }
}
