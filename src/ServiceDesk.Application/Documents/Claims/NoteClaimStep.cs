using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Documents.Claims;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Documents.Claims;

/// <summary>Notes what happened to a claim, for who may write its document.</summary>
public sealed class NoteClaimStepHandler(IServiceDeskDb db, DocumentDesk desk)
{
    /// <summary>Notes it. Refused for what cannot follow, and when somebody was faster.</summary>
    /// <param name="id">The claim.</param>
    /// <param name="seen">The version the page showed.</param>
    /// <param name="news">What happened.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task HandleAsync(Guid id, int? seen, ClaimNews news, CancellationToken cancellationToken)
    {
        await desk.LoadAsync(id, null, cancellationToken);
        var course = await db.Set<ClaimCourse>().Include(c => c.Steps.OrderBy(s => s.Order)).SingleOrDefaultAsync(c => c.Id == id, cancellationToken)
            ?? throw new Refusal("Cases.Refusal.NotAllowed");
        if (seen is { } version && version != course.Version)
            throw new Refusal("Documents.Refusal.ChangedMeanwhile");
        course.Note(news, desk.Actor, desk.Today, desk.Now);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new Refusal("Documents.Refusal.ChangedMeanwhile");
        }
    }
}
