using ServiceDesk.Application.Protection.Processing;
using ServiceDesk.Domain.Protection;

namespace ServiceDesk.Application.Protection;

/// <summary>What data protection itself does with personal data, and what is done by consent.</summary>
public sealed class ProtectionProcessing : IProcessingDeclaration
{
    /// <inheritdoc/>
    public IEnumerable<ProcessingActivity> Activities =>
    [
        new()
        {
            Code = "PersonRequests",
            Bases = [LawfulBasis.LegalObligation],
            Persons = [PersonCategory.Clients, PersonCategory.Representatives],
            Details = [PersonalDetail.Name, PersonalDetail.Contacts, PersonalDetail.Content],
            Recipients = [Recipient.Officer, Recipient.Inspectorate],
            Terms = [RecordKind.PersonRequest],
            Security = [SecurityMeasure.RoleAccess, SecurityMeasure.ReadsLogged],
        },
        new()
        {
            Code = "DataBreaches",
            Bases = [LawfulBasis.LegalObligation],
            Persons = [PersonCategory.Clients, PersonCategory.Employees],
            Details = [PersonalDetail.Name, PersonalDetail.Content],
            Recipients = [Recipient.Officer, Recipient.Inspectorate],
            Terms = [RecordKind.DataBreach],
            Security = [SecurityMeasure.RoleAccess, SecurityMeasure.Minimal, SecurityMeasure.NoContentInNotices],
        },
        ByConsent("Newsletters"),
        ByConsent("PriceAlerts"),
        ByConsent("PrizeDraws"),
    ];

    private static ProcessingActivity ByConsent(string code) => new()
    {
        Code = code,
        Bases = [LawfulBasis.Consent],
        Persons = [PersonCategory.Subscribers],
        Details = [PersonalDetail.Contacts, PersonalDetail.ConsentProof],
        Recipients = [Recipient.Communications],
        Terms = [RecordKind.Consent],
        Security = [SecurityMeasure.DoubleOptIn, SecurityMeasure.RoleAccess, SecurityMeasure.Minimal],
    };
}
