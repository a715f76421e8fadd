using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Catalogue;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Catalogue;

/// <summary>A topic as who keeps the catalogue sees it.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="UnitName">The unit that answers.</param>
/// <param name="Open">Its open cases, without those of its subtopics.</param>
/// <param name="All">All its cases.</param>
/// <param name="HasChildren">Whether topics stand under it.</param>
public sealed record TopicRow(Topic Topic, string UnitName, int Open, int All, bool HasChildren);

/// <summary>A service as who keeps the catalogue sees it.</summary>
/// <param name="Service">The service.</param>
/// <param name="TopicName">Its topic.</param>
/// <param name="UnitName">The unit that answers; null for the topic's.</param>
public sealed record ServiceRow(Service Service, string TopicName, string? UnitName);

/// <summary>A route as who keeps the catalogue sees it, with the names of what it names.</summary>
/// <param name="Route">The route.</param>
/// <param name="TopicName">Topic wanted.</param>
/// <param name="ServiceName">Service wanted.</param>
/// <param name="UnitName">The unit that answers.</param>
/// <param name="PersonName">The person who answers.</param>
public sealed record RouteRow(Route Route, string? TopicName, string? ServiceName, string UnitName, string? PersonName);

/// <summary>Reads topics, services and routes for their pages.</summary>
public sealed class ListTopicsHandler(IServiceDeskDb db)
{
    /// <summary>Topics on both levels, each followed by its subtopics, retired ones too.</summary>
    public async Task<IReadOnlyList<TopicRow>> TopicsAsync(CancellationToken cancellationToken)
    {
        var topics = await db.Set<Topic>().AsNoTracking().OrderBy(t => t.Order).ThenBy(t => t.Id).ToListAsync(cancellationToken);
        var units = await UnitsAsync(cancellationToken);
        var counts = await db.Set<Case>().Where(c => c.TopicId != null).GroupBy(c => c.TopicId!.Value)
            .Select(g => new { g.Key, All = g.Count(), Open = g.Count(c => c.State != CaseState.Closed) }).ToDictionaryAsync(g => g.Key, cancellationToken);
        return [.. topics.Where(t => t.ParentId is null).SelectMany(top => topics.Where(t => t.ParentId == top.Id).Prepend(top)).Select(t => new TopicRow(
            t, units.GetValueOrDefault(t.UnitId, ""), counts.GetValueOrDefault(t.Id)?.Open ?? 0, counts.GetValueOrDefault(t.Id)?.All ?? 0, topics.Exists(c => c.ParentId == t.Id)))];
    }

    /// <summary>Services by topic and name, retired ones too.</summary>
    public async Task<IReadOnlyList<ServiceRow>> ServicesAsync(CancellationToken cancellationToken)
    {
        var services = await db.Set<Service>().AsNoTracking().ToListAsync(cancellationToken);
        var topics = await db.Set<Topic>().AsNoTracking().ToDictionaryAsync(t => t.Id, cancellationToken);
        var units = await UnitsAsync(cancellationToken);
        return [.. services.OrderBy(s => topics[s.TopicId].Order).ThenBy(s => s.TopicId).ThenBy(s => s.NameLv, StringComparer.CurrentCulture)
            .Select(s => new ServiceRow(s, topics[s.TopicId].NameLv, s.UnitId is { } unit ? units.GetValueOrDefault(unit) : null))];
    }

    /// <summary>Routes in their order.</summary>
    public async Task<IReadOnlyList<RouteRow>> RoutesAsync(CancellationToken cancellationToken)
    {
        var routes = await db.Set<Route>().AsNoTracking().OrderBy(r => r.Order).ThenBy(r => r.Id).ToListAsync(cancellationToken);
        var topics = await db.Set<Topic>().AsNoTracking().ToDictionaryAsync(t => t.Id, t => t.NameLv, cancellationToken);
        var services = await db.Set<Service>().AsNoTracking().ToDictionaryAsync(s => s.Id, s => s.NameLv, cancellationToken);
        var units = await UnitsAsync(cancellationToken);
        var ids = routes.Select(r => r.AssigneeId).OfType<Guid>().ToList();
        var people = await db.Set<Employee>().AsNoTracking().Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, e => e.Name + " " + e.Surname, cancellationToken);
        return [.. routes.Select(r => new RouteRow(
            r,
            r.TopicId is { } topic ? topics[topic] : null,
            r.ServiceId is { } service ? services[service] : null,
            units.GetValueOrDefault(r.UnitId, ""),
            r.AssigneeId is { } person ? people.GetValueOrDefault(person) : null))];
    }

    private Task<Dictionary<Guid, string>> UnitsAsync(CancellationToken cancellationToken) =>
        db.Set<OrgUnit>().AsNoTracking().ToDictionaryAsync(u => u.Id, u => u.Name, cancellationToken);
}
