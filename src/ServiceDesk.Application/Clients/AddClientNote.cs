using ServiceDesk.Application.Shared.Access;

namespace ServiceDesk.Application.Clients;

/// <summary>A note on a card.</summary>
/// <param name="Id">The card.</param>
/// <param name="Text">The note.</param>
/// <param name="Token">Made once per form by the server: a form sent twice writes once.</param>
public sealed record AddClientNote(Guid Id, string Text, Guid Token);

/// <summary>Writes a note. Others' changes meanwhile do not hinder it.</summary>
public sealed class AddClientNoteHandler(ClientEditor editor, ICurrentUser user, TimeProvider time)
{
    /// <summary>Writes it.</summary>
    public async Task HandleAsync(AddClientNote command, CancellationToken cancellationToken)
    {
        var client = await editor.LoadAsync(command.Id, version: null, cancellationToken);
        client.AddNote(command.Text, user.AsActor(), time.GetUtcNow(), command.Token);
        await editor.SaveAsync(cancellationToken);
    }
}
