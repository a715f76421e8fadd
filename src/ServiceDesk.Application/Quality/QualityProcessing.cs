using ServiceDesk.Application.Protection.Processing;
using ServiceDesk.Domain.Protection;

namespace ServiceDesk.Application.Quality;

/// <summary>What the quality loop does with personal data.</summary>
public sealed class QualityProcessing : IProcessingDeclaration
{
    /// <inheritdoc/>
    public IEnumerable<ProcessingActivity> Activities =>
    [
        new()
        {
            Code = "Improvements",
            Bases = [LawfulBasis.PublicTask],
            Persons = [PersonCategory.Employees],
            Details = [PersonalDetail.Name, PersonalDetail.Content, PersonalDetail.Files],
            Recipients = [Recipient.ClientService, Recipient.ResponsibleUnit],
            Terms = [RecordKind.Improvement],
            Security = [SecurityMeasure.RoleAccess, SecurityMeasure.Minimal, SecurityMeasure.NoContentInNotices],
        },
    ];
}
