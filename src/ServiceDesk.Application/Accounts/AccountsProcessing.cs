using ServiceDesk.Application.Protection.Processing;
using ServiceDesk.Domain.Protection;

namespace ServiceDesk.Application.Accounts;

/// <summary>What accounts of staff do with personal data.</summary>
public sealed class AccountsProcessing : IProcessingDeclaration
{
    /// <inheritdoc/>
    public IEnumerable<ProcessingActivity> Activities =>
    [
        new()
        {
            Code = "StaffAccounts",
            Bases = [LawfulBasis.PublicTask, LawfulBasis.LegalObligation],
            Persons = [PersonCategory.Employees],
            Details = [PersonalDetail.Name, PersonalDetail.Contacts, PersonalDetail.Employment, PersonalDetail.SignIns],
            Recipients = [Recipient.Administrators],
            Terms = [RecordKind.ChangeLog],
            Security = [SecurityMeasure.HashedPasswords, SecurityMeasure.SecondFactor, SecurityMeasure.ChangesLogged],
        },
    ];
}
