using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Documents.Claims;

namespace ServiceDesk.Application.Documents.Claims;

/// <summary>A claim with what became of it.</summary>
/// <param name="Course">What became of it, with its steps.</param>
/// <param name="Document">The document.</param>
/// <param name="Today">The local day.</param>
public sealed record ClaimView(ClaimCourse Course, DocumentView Document, DateOnly Today)
{
    /// <summary>What the person may note next.</summary>
    public IReadOnlyList<ClaimStepKind> Possible => Document.MayWrite ? Course.Possible : [];

    /// <summary>Whether what is due has not come.</summary>
    public bool IsLate => Course.DueOn < Today;
}

/// <summary>Shows what became of a claim, within what one may see of its document.</summary>
public sealed class ShowClaimHandler(IServiceDeskDb db, ShowDocumentHandler documents, DocumentDesk desk)
{
    /// <summary>The claim; null when there is none one may see.</summary>
    public async Task<ClaimView?> HandleAsync(Guid id, CancellationToken cancellationToken)
    {
        var course = await db.Set<ClaimCourse>().AsNoTracking().Include(c => c.Steps.OrderBy(s => s.Order)).SingleOrDefaultAsync(c => c.Id == id, cancellationToken);
        return course is not null && await documents.HandleAsync(id, cancellationToken) is { } shown ? new ClaimView(course, shown, desk.Today) : null;
    }
}
