using Microsoft.AspNetCore.Mvc.Rendering;
using ServiceDesk.Application.Cases;

namespace ServiceDesk.Web.Shared;

/// <summary>People in a select, under their units.</summary>
public static class PeopleSelect
{
    public static IReadOnlyList<SelectListItem> ByUnit(this IEnumerable<PersonChoice> people)
    {
        var groups = new Dictionary<string, SelectListGroup>();
        return [.. people.Select(p => new SelectListItem(p.Name, p.Id.ToString())
        {
            Group = groups.TryGetValue(p.UnitName, out var known) ? known : groups[p.UnitName] = new SelectListGroup { Name = p.UnitName },
        })];
    }
}
