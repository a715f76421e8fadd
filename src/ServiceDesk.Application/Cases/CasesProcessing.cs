using ServiceDesk.Application.Protection.Processing;
using ServiceDesk.Domain.Protection;

namespace ServiceDesk.Application.Cases;

/// <summary>What cases do with personal data.</summary>
public sealed class CasesProcessing : IProcessingDeclaration
{
    /// <inheritdoc/>
    public IEnumerable<ProcessingActivity> Activities =>
    [
        new()
        {
            Code = "Submissions",
            Bases = [LawfulBasis.LegalObligation, LawfulBasis.PublicTask],
            Persons = [PersonCategory.Clients, PersonCategory.Representatives, PersonCategory.Mentioned],
            Details = [PersonalDetail.Name, PersonalDetail.Contacts, PersonalDetail.Content, PersonalDetail.Files],
            Recipients = [Recipient.ClientService, Recipient.ResponsibleUnit, Recipient.OtherInstitutions, Recipient.Archive],
            Terms = [RecordKind.Submission, RecordKind.ImportedCase],
            Security = [SecurityMeasure.RoleAccess, SecurityMeasure.ConfidentialMarks, SecurityMeasure.NoContentInNotices],
        },
        new()
        {
            Code = "Complaints",
            Bases = [LawfulBasis.LegalObligation, LawfulBasis.PublicTask],
            Persons = [PersonCategory.Clients, PersonCategory.Mentioned, PersonCategory.Employees],
            Details = [PersonalDetail.Name, PersonalDetail.Contacts, PersonalDetail.Content, PersonalDetail.Files],
            Recipients = [Recipient.ClientService, Recipient.ResponsibleUnit, Recipient.EthicsCommission, Recipient.Archive],
            Terms = [RecordKind.Complaint],
            Security = [SecurityMeasure.RoleAccess, SecurityMeasure.ReadsLogged, SecurityMeasure.ConfidentialMarks, SecurityMeasure.NoContentInNotices],
        },
        new()
        {
            Code = "Promises",
            Bases = [LawfulBasis.PublicTask],
            Persons = [PersonCategory.Clients],
            Details = [PersonalDetail.Name, PersonalDetail.Contacts, PersonalDetail.Content],
            Recipients = [Recipient.ClientService, Recipient.ResponsibleUnit],
            Terms = [RecordKind.Submission],
            Security = [SecurityMeasure.RoleAccess, SecurityMeasure.Minimal],
        },
        new()
        {
            Code = "SpecialCategories",
            Bases = [LawfulBasis.SpecialCategories, LawfulBasis.PublicTask],
            Persons = [PersonCategory.Clients, PersonCategory.Mentioned],
            Details = [PersonalDetail.Special, PersonalDetail.Content, PersonalDetail.Files],
            Recipients = [Recipient.ResponsibleUnit],
            Terms = [RecordKind.Submission, RecordKind.Complaint],
            Security = [SecurityMeasure.ConfidentialMarks, SecurityMeasure.ReadsLogged, SecurityMeasure.RoleAccess],
        },
        new()
        {
            Code = "Inquiries",
            Bases = [LawfulBasis.PublicTask],
            Persons = [PersonCategory.Employees, PersonCategory.Mentioned],
            Details = [PersonalDetail.Name, PersonalDetail.Content],
            Recipients = [Recipient.ResponsibleUnit],
            Terms = [RecordKind.Inquiry],
            Security = [SecurityMeasure.RoleAccess, SecurityMeasure.NoContentInNotices],
        },
    ];
}
