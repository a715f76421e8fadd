using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;

namespace ServiceDesk.Application.Correspondence;

/// <summary>A letter as its client will see it.</summary>
/// <param name="Draft">The draft it is made from.</param>
/// <param name="Parts">Its parts.</param>
/// <param name="Subject">Subject line of the e-mail.</param>
/// <param name="Email">The e-mail as plain text.</param>
/// <param name="Unfilled">A variable left without a value; the letter cannot be sent with it.</param>
public sealed record LetterPreview(OwnDraft Draft, LetterParts Parts, string Subject, string Email, string? Unfilled);

/// <summary>Shows the letter of one's own draft before it is sent.</summary>
public sealed class PreviewLetterHandler(IServiceDeskDb db, LetterComposer composer, LetterWriter words, ICurrentUser user)
{
    /// <summary>The letter; null without a draft, or when the case is not for this person.</summary>
    public async Task<LetterPreview?> HandleAsync(Guid caseId, DraftTab tab, CancellationToken cancellationToken)
    {
        if (tab == DraftTab.Note || !user.May(Permission.HandleCases))
            return null;
        var item = await db.Set<Case>().AsNoTracking().ReadableBy(user).SingleOrDefaultAsync(c => c.Id == caseId, cancellationToken);
        var draft = item is null ? null : await db.Set<Draft>().AsNoTracking().Include(d => d.Files)
            .SingleOrDefaultAsync(d => d.CaseId == caseId && d.AuthorId == user.EmployeeId && d.Tab == tab && d.DiscardedAt == null, cancellationToken);
        if (item is null || draft is null)
            return null;
        var text = draft.Text;
        var parts = await composer.ComposeAsync(item, new LetterFrame(text.Salutation, text.NextSteps, text.ClientNumber), text.Body, tab == DraftTab.Interim ? text.PromisedOn : null, cancellationToken);
        var kind = tab == DraftTab.Reply ? MessageKind.Reply : text.ExtendsLaw ? MessageKind.StatutoryExtension : MessageKind.InterimReply;
        return new LetterPreview(ReadDraftsHandler.Own(draft, draft.Files), parts, words.Subject(item, kind), words.Body(item, parts), Unfilled(parts));
    }

    private static string? Unfilled(LetterParts parts)
    {
        try
        {
            Placeholders.RefuseUnfilled(parts.Salutation, parts.Body, parts.NextSteps);
            return null;
        }
        catch (Domain.Shared.Refusal refusal)
        {
            return (string)refusal.Arguments[0];
        }
    }
}
