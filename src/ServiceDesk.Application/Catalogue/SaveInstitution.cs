using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Catalogue;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Catalogue;

/// <summary>Adds a body to the directory or changes it.</summary>
/// <param name="Id">Which; null adds a new one.</param>
/// <param name="Name">Official name.</param>
/// <param name="Email">E-mail.</param>
/// <param name="EAddress">Official e-address.</param>
/// <param name="Phone">Phone.</param>
/// <param name="Note">What it is competent for.</param>
/// <param name="IsOffered">Whether it is offered when forwarding.</param>
public sealed record SaveInstitution(Guid? Id, string? Name, string? Email, string? EAddress, string? Phone, string? Note, bool IsOffered);

/// <summary>Keeps the directory. A body is never deleted, only no longer offered: cases forwarded to it keep its name.</summary>
public sealed class SaveInstitutionHandler(IServiceDeskDb db, ICurrentUser user)
{
    /// <summary>Saves it. Refused without a name, and when another body offered has the same one.</summary>
    public async Task HandleAsync(SaveInstitution command, CancellationToken cancellationToken)
    {
        if (!user.May(Permission.ManageInstitutions))
            throw new Refusal("Cases.Refusal.NotAllowed");
        var name = command.Name?.Trim();
        if (command.IsOffered && await db.Set<Institution>().AnyAsync(i => i.Name == name && i.IsOffered && i.Id != command.Id, cancellationToken))
            throw new Refusal("Catalogue.Refusal.InstitutionTwice", name!);
        Institution body;
        if (command.Id is { } id)
        {
            body = await db.Set<Institution>().SingleOrDefaultAsync(i => i.Id == id, cancellationToken) ?? throw new Refusal("Catalogue.Refusal.InstitutionUnknown");
            body.Describe(command.Name, command.Email, command.EAddress, command.Phone, command.Note);
        }
        else
        {
            body = new Institution(command.Name, command.Email, command.EAddress, command.Phone, command.Note);
            db.Set<Institution>().Add(body);
        }

        body.Offer(command.IsOffered);
        await db.SaveChangesAsync(cancellationToken);
    }
}
