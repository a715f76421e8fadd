using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Documents.Contracts;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Bodies;
using ServiceDesk.Domain.Documents.Claims;

namespace ServiceDesk.Application.Documents.Claims;

/// <summary>Keeps the course of a claim in step with its document.</summary>
public sealed class ClaimsFollow(IServiceDeskDb db, DocumentKinds kinds, CalendarProvider calendars) : IFollowsDocument
{
    /// <inheritdoc/>
    public async Task FollowAsync(Document document, CancellationToken cancellationToken)
    {
        if (document.Kind is not (DocumentKind.Claim or DocumentKind.ClaimAnswer))
            return;
        var course = await db.Set<ClaimCourse>().Include(c => c.Steps.OrderBy(s => s.Order)).SingleOrDefaultAsync(c => c.Id == document.Id, cancellationToken);
        if (course is null)
            db.Set<ClaimCourse>().Add(course = ClaimCourse.Of(document));
        switch (kinds.Read(document.Kind, document.Content))
        {
            case ClaimBody content:
                var calendar = await calendars.GetAsync(cancellationToken);
                course.Follow(document, content, document.DatedOn is { } day ? ClaimBody.AnswerDueOn(calendar, day, content.AnswerDays) : null);
                break;
            case ClaimAnswerBody content:
                course.Follow(document, content);
                break;
        }
    }
}
