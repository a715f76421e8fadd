using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Protection;

namespace ServiceDesk.Application.Protection.Retention;

/// <summary>A term for every kind of record, as is usual; the municipality replaces them by its approved nomenclature.</summary>
public sealed class RetentionSeed(IServiceDeskDb db) : ISeed
{
    private const string Nomenclature = "Lietu nomenklatūra; Arhīvu likums";
    private const string Accountability = "Vispārīgā datu aizsardzības regula, 5. panta 2. punkts";

    private static readonly (RecordKind Kind, int Years, string Basis, string? Index)[] Usual =
    [
        (RecordKind.Submission, 5, "Lietu nomenklatūra; Arhīvu likums; Iesniegumu likums", "4.1-5"),
        (RecordKind.Complaint, 5, "Lietu nomenklatūra; Arhīvu likums; Iesniegumu likums", "4.1-5"),
        (RecordKind.Inquiry, 3, Nomenclature, null),
        (RecordKind.ImportedCase, 5, Nomenclature, "4.1-5"),
        (RecordKind.ClientCard, 5, Nomenclature, null),
        (RecordKind.PersonRequest, 5, Accountability, null),
        (RecordKind.DataBreach, 5, "Vispārīgā datu aizsardzības regula, 33. panta 5. punkts", null),
        (RecordKind.Consent, 3, "Vispārīgā datu aizsardzības regula, 7. panta 1. punkts", null),
        (RecordKind.AccessLog, 2, Accountability, null),
        (RecordKind.ChangeLog, 10, Accountability, null),
        (RecordKind.Document, 5, Nomenclature, null),
        (RecordKind.Improvement, 5, Nomenclature, null),
    ];

    /// <inheritdoc/>
    public int Order => 30;

    /// <inheritdoc/>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var there = await db.Set<RetentionRule>().Select(r => r.Kind).ToListAsync(cancellationToken);
        db.Set<RetentionRule>().AddRange(Usual.Where(u => !there.Contains(u.Kind)).Select(u => new RetentionRule(u.Kind, u.Years, RetentionStart.YearAfterClosing, u.Basis, u.Index)));
        await db.SaveChangesAsync(cancellationToken);
    }
}
