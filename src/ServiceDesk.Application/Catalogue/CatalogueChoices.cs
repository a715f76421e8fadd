using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Catalogue;

namespace ServiceDesk.Application.Catalogue;

/// <summary>A topic of a select.</summary>
/// <param name="Id">Value.</param>
/// <param name="Name">What people read.</param>
/// <param name="Group">The topic of the first level it stands under or is itself, when that has subtopics; else null.</param>
/// <param name="IsGroup">It is the topic of the first level itself, for what none of its subtopics names.</param>
public sealed record TopicChoice(Guid Id, string Name, string? Group, bool IsGroup);

/// <summary>A service of a select.</summary>
/// <param name="Id">Value.</param>
/// <param name="Name">What people read.</param>
/// <param name="Topic">Its topic's name.</param>
public sealed record ServiceChoice(Guid Id, string Name, string Topic);

/// <summary>Topics and services as forms offer them.</summary>
public sealed class CatalogueChoicesHandler(IServiceDeskDb db)
{
    /// <summary>
    /// Topics on both levels in their order: those of the first level, each followed by its subtopics.
    /// </summary>
    /// <param name="language">Two-letter code.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <param name="all">Retired ones too, for filters.</param>
    public async Task<IReadOnlyList<TopicChoice>> TopicsAsync(string language, CancellationToken cancellationToken, bool all = false)
    {
        var topics = await db.Set<Topic>().AsNoTracking().Where(t => all || t.IsOffered).OrderBy(t => t.Order).ThenBy(t => t.Id).ToListAsync(cancellationToken);
        return [.. topics.Where(t => t.ParentId is null).SelectMany(top => With(top, [.. topics.Where(t => t.ParentId == top.Id)], language))];
    }

    /// <summary>Services offered whose topic is offered, by topic and name.</summary>
    public async Task<IReadOnlyList<ServiceChoice>> ServicesAsync(string language, CancellationToken cancellationToken)
    {
        var services = await db.Set<Service>().AsNoTracking().Where(s => s.IsOffered)
            .Join(db.Set<Topic>().Where(t => t.IsOffered), s => s.TopicId, t => t.Id, (service, topic) => new { service, topic })
            .OrderBy(x => x.topic.Order).ThenBy(x => x.topic.Id).ThenBy(x => x.service.NameLv).ToListAsync(cancellationToken);
        return [.. services.Select(x => new ServiceChoice(x.service.Id, x.service.NameIn(language), x.topic.NameIn(language)))];
    }

    private static IEnumerable<TopicChoice> With(Topic top, List<Topic> below, string language)
    {
        var name = top.NameIn(language);
        yield return new(top.Id, name, below.Count > 0 ? name : null, below.Count > 0);
        foreach (var topic in below)
            yield return new(topic.Id, topic.NameIn(language), name, false);
    }
}
