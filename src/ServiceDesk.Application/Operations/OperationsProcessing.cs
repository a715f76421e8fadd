using ServiceDesk.Application.Protection.Processing;
using ServiceDesk.Domain.Protection;

namespace ServiceDesk.Application.Operations;

/// <summary>What the logs do with personal data.</summary>
public sealed class OperationsProcessing : IProcessingDeclaration
{
    /// <inheritdoc/>
    public IEnumerable<ProcessingActivity> Activities =>
    [
        new()
        {
            Code = "Logs",
            Bases = [LawfulBasis.LegalObligation, LawfulBasis.PublicTask],
            Persons = [PersonCategory.Employees],
            Details = [PersonalDetail.Name, PersonalDetail.Traces],
            Recipients = [Recipient.Officer, Recipient.Administrators],
            Terms = [RecordKind.AccessLog, RecordKind.ChangeLog],
            Security = [SecurityMeasure.RoleAccess, SecurityMeasure.NoContentInNotices],
        },
    ];
}
