using Microsoft.AspNetCore.Mvc.Rendering;
using ServiceDesk.Application.Catalogue;
using ServiceDesk.Application.Shared;

namespace ServiceDesk.Web.Shared.Desk;

/// <summary>Topics on two levels, and services, as one plain select each: the upper level is a group, so that it works without scripts.</summary>
public static class TopicSelect
{
    public static IReadOnlyList<SelectListItem> Of(IReadOnlyList<TopicChoice> topics, Texts t)
    {
        Dictionary<string, SelectListGroup> groups = [];
        return [.. topics.Select(x => new SelectListItem(x.IsGroup ? t["Catalogue.Topics.General", x.Name] : x.Name, x.Id.ToString()) { Group = GroupOf(groups, x.Group) })];
    }

    public static IReadOnlyList<SelectListItem> Of(IReadOnlyList<ServiceChoice> services)
    {
        Dictionary<string, SelectListGroup> groups = [];
        return [.. services.Select(x => new SelectListItem(x.Name, x.Id.ToString()) { Group = GroupOf(groups, x.Topic) })];
    }

    private static SelectListGroup? GroupOf(Dictionary<string, SelectListGroup> groups, string? name) =>
        name is null ? null : groups.TryGetValue(name, out var known) ? known : groups[name] = new SelectListGroup { Name = name };
}
