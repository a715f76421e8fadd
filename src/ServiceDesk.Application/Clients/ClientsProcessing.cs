using ServiceDesk.Application.Protection.Processing;
using ServiceDesk.Domain.Protection;

namespace ServiceDesk.Application.Clients;

/// <summary>What the register of clients does with personal data.</summary>
public sealed class ClientsProcessing : IProcessingDeclaration
{
    /// <inheritdoc/>
    public IEnumerable<ProcessingActivity> Activities =>
    [
        new()
        {
            Code = "ClientCards",
            Bases = [LawfulBasis.PublicTask, LawfulBasis.LegalObligation],
            Persons = [PersonCategory.Clients, PersonCategory.Representatives],
            Details = [PersonalDetail.Name, PersonalDetail.Contacts, PersonalDetail.PersonalCode, PersonalDetail.BirthDate, PersonalDetail.BankAccount],
            Recipients = [Recipient.ClientService, Recipient.ResponsibleUnit],
            Terms = [RecordKind.ClientCard],
            Security = [SecurityMeasure.RoleAccess, SecurityMeasure.Encrypted, SecurityMeasure.ReadsLogged, SecurityMeasure.Minimal],
        },
    ];
}
