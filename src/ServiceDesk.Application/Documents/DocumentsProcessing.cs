using ServiceDesk.Application.Protection.Processing;
using ServiceDesk.Domain.Protection;

namespace ServiceDesk.Application.Documents;

/// <summary>What documents do with personal data.</summary>
public sealed class DocumentsProcessing : IProcessingDeclaration
{
    /// <inheritdoc/>
    public IEnumerable<ProcessingActivity> Activities =>
    [
        new()
        {
            Code = "Documents",
            Bases = [LawfulBasis.LegalObligation, LawfulBasis.PublicTask, LawfulBasis.Contract],
            Persons = [PersonCategory.Clients, PersonCategory.Representatives, PersonCategory.Mentioned, PersonCategory.Employees],
            Details = [PersonalDetail.Name, PersonalDetail.Contacts, PersonalDetail.Content, PersonalDetail.Files, PersonalDetail.BankAccount],
            Recipients = [Recipient.ClientService, Recipient.ResponsibleUnit, Recipient.OtherInstitutions, Recipient.Archive],
            Terms = [RecordKind.Document],
            Security = [SecurityMeasure.RoleAccess, SecurityMeasure.ReadsLogged, SecurityMeasure.ConfidentialMarks],
        },
    ];
}
