using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Correspondence;

namespace ServiceDesk.Application.Cases;

/// <summary>An internal note. It never leaves the house and never touches a clock.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Text">The note.</param>
/// <param name="Token">The form's one-time token; the same form never writes two notes.</param>
/// <param name="Composed">Written in the composer, whose draft goes with it.</param>
public sealed record AddNote(Guid CaseId, string Text, Guid? Token = null, bool Composed = false);

/// <summary>Adds the note. Two notes at once do not hurt each other, so no check for changes by others.</summary>
public sealed class AddNoteHandler(CaseWriter writer, DraftShelf drafts, ICurrentUser user, TimeProvider time)
{
    /// <summary>Adds the note.</summary>
    public Task HandleAsync(AddNote command, CancellationToken cancellationToken) =>
        writer.OnceAsync(command.Token, command.Text, seen: null, () => AddAsync(command, cancellationToken), cancellationToken);

    private Task AddAsync(AddNote command, CancellationToken cancellationToken) =>
        drafts.SendingAsync(command.CaseId, command.Composed ? DraftTab.Note : null, token => WriteAsync(command, token), cancellationToken);

    private async Task WriteAsync(AddNote command, CancellationToken cancellationToken)
    {
        var item = await writer.LoadForActingAsync(command.CaseId, seen: null, cancellationToken);
        item.AddNote(command.Text, user.AsActor(), time.GetUtcNow(), command.Token);
        await writer.SaveAsync(seen: null, cancellationToken);
    }
}
