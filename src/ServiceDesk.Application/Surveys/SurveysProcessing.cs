using ServiceDesk.Application.Protection.Processing;
using ServiceDesk.Domain.Protection;

namespace ServiceDesk.Application.Surveys;

/// <summary>What surveys do with personal data: addresses of the invited, for as long as a wave is open. Answers are nobody's.</summary>
public sealed class SurveysProcessing : IProcessingDeclaration
{
    /// <inheritdoc/>
    public IEnumerable<ProcessingActivity> Activities =>
    [
        new()
        {
            Code = "Surveys",
            Bases = [LawfulBasis.PublicTask],
            Persons = [PersonCategory.Clients, PersonCategory.Employees],
            Details = [PersonalDetail.Contacts],
            Recipients = [Recipient.ClientService, Recipient.Communications],
            Terms = [RecordKind.Submission],
            Security = [SecurityMeasure.RoleAccess, SecurityMeasure.Minimal],
        },
    ];
}
