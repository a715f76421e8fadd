using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Clients.Identifiers;

namespace ServiceDesk.Application.Clients;

/// <summary>
/// Keeps personal codes unreadable: encrypted to be shown again when there is a reason, and as a keyed hash to be found by the exact
/// value. Whoever has the table without the keys has neither.
/// </summary>
public interface IPersonalCodes
{
    /// <summary>The code as it may be stored.</summary>
    Task<ProtectedCode> ProtectAsync(PersonalCode code, CancellationToken cancellationToken);

    /// <summary>The keyed hash to look a code up by.</summary>
    Task<string> HashAsync(PersonalCode code, CancellationToken cancellationToken);

    /// <summary>The eleven digits; null when the key that encrypted them is lost. Ask <c>ReadLog</c> to write down who saw it.</summary>
    string? Reveal(string cipher);
}
