using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Surveys;

namespace ServiceDesk.Application.Surveys;

/// <summary>A series for every survey that comes with the product. What officials changed stays as it is.</summary>
public sealed class SurveysSeed(IServiceDeskDb db) : ISeed
{
    /// <inheritdoc/>
    public int Order => 40;

    /// <inheritdoc/>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var there = await db.Set<SurveySeries>().Select(s => s.Key).ToListAsync(cancellationToken);
        foreach (var template in SurveyTemplates.All.ExceptBy(there, t => t.Key))
            db.Set<SurveySeries>().Add(new(template.Key, template.Kind, template.Audience, template.Title, template.CadenceMonths, template.ToQuestionnaire()));
        await db.SaveChangesAsync(cancellationToken);
    }
}
