using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Catalogue;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Catalogue;

/// <summary>A case that wants a unit.</summary>
/// <param name="TopicId">Its topic; null is the service's, or the one for what fits nowhere else.</param>
/// <param name="ServiceId">The service named, if any.</param>
/// <param name="Kind">What the client wants.</param>
/// <param name="Channel">How it reached us.</param>
/// <param name="Place">The place told, if any.</param>
public sealed record Unrouted(Guid? TopicId, Guid? ServiceId, CaseKind Kind, Channel Channel, string? Place);

/// <summary>What decided.</summary>
public enum RoutedBy
{
    /// <summary>A route.</summary>
    Route,

    /// <summary>The service has a unit of its own.</summary>
    Service,

    /// <summary>The topic's unit answers.</summary>
    Topic,

    /// <summary>Nothing fits: the unit for what fits nowhere else.</summary>
    Fallback,
}

/// <summary>Where a case goes, and why.</summary>
/// <param name="Topic">Its topic.</param>
/// <param name="Service">Its service, or null.</param>
/// <param name="UnitId">The unit that answers.</param>
/// <param name="AssigneeId">The person who answers, or null.</param>
/// <param name="By">What decided.</param>
/// <param name="Route">The route that decided, or null.</param>
/// <param name="Tried">Routes in use that stand before it and do not fit, in their order.</param>
/// <param name="PersonIsAway">The route names a person who does not work in its unit any more; the unit alone gets the case.</param>
public sealed record Routing(
    Topic Topic, Service? Service, Guid UnitId, Guid? AssigneeId, RoutedBy By, Route? Route, IReadOnlyList<Route> Tried, bool PersonIsAway);

/// <summary>Decides which unit answers a new case: the first route that fits, else the service's unit, else the topic's.</summary>
public sealed class CaseRouter(IServiceDeskDb db)
{
    /// <summary>Decides. Refuses a topic or service that does not exist.</summary>
    public async Task<Routing> DecideAsync(Unrouted item, CancellationToken cancellationToken)
    {
        var service = item.ServiceId is { } serviceId
            ? await db.Set<Service>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == serviceId, cancellationToken) ?? throw new Refusal("Catalogue.Refusal.ServiceUnknown")
            : null;
        var topicId = item.TopicId ?? service?.TopicId;
        var topic = await db.Set<Topic>().AsNoTracking().FirstOrDefaultAsync(t => topicId == null ? t.IsFallback : t.Id == topicId, cancellationToken)
            ?? throw new Refusal("Cases.Refusal.TopicUnknown");
        var asked = new RoutedCase(topic.Id, topic.ParentId, service?.Id, item.Kind, item.Channel, item.Place);
        var routes = await db.Set<Route>().AsNoTracking().Where(r => r.IsActive).OrderBy(r => r.Order).ThenBy(r => r.Id).ToListAsync(cancellationToken);
        var tried = routes.TakeWhile(r => !r.Fits(asked)).ToList();
        if (tried.Count == routes.Count)
        {
            return service?.UnitId is { } own
                ? new(topic, service, own, null, RoutedBy.Service, null, tried, false)
                : new(topic, service, topic.UnitId, null, topic.IsFallback ? RoutedBy.Fallback : RoutedBy.Topic, null, tried, false);
        }

        var route = routes[tried.Count];
        var isThere = route.AssigneeId is { } person
            && await db.Set<Employee>().AnyAsync(e => e.Id == person && e.IsActive && e.UnitId == route.UnitId, cancellationToken);
        return new(topic, service, route.UnitId, isThere ? route.AssigneeId : null, RoutedBy.Route, route, tried, route.AssigneeId is not null && !isThere);
    }
}

/// <summary>Topics as conditions.</summary>
public static class TopicFilter
{
    /// <summary>Cases of a topic; one of the first level means its subtopics too.</summary>
    public static IQueryable<Case> InTopic(this IQueryable<Case> cases, IServiceDeskDb db, Guid topicId) => cases.InTopics(db, [topicId]);

    /// <summary>Cases of any of the topics, subtopics included.</summary>
    public static IQueryable<Case> InTopics(this IQueryable<Case> cases, IServiceDeskDb db, IReadOnlyCollection<Guid> topicIds) =>
        cases.Where(c => c.TopicId != null && db.Set<Topic>().Any(t => t.Id == c.TopicId && (topicIds.Contains(t.Id) || (t.ParentId != null && topicIds.Contains(t.ParentId.Value)))));
}
