using System.Collections.Concurrent;
using ServiceDesk.Domain.Deadlines;

namespace ServiceDesk.Application.Deadlines;

/// <summary>
/// Calendars and rules of this node by version number. Nothing in it can go stale: the providers ask the database for the number first.
/// </summary>
public sealed class DeadlineCache
{
    private readonly ConcurrentDictionary<int, WorkingCalendar> calendars = new();
    private readonly ConcurrentDictionary<int, RuleTable> rules = new();

    internal WorkingCalendar? Calendar(int number) => calendars.GetValueOrDefault(number);

    internal RuleTable? Rules(int number) => rules.GetValueOrDefault(number);

    internal void Keep(WorkingCalendar calendar) => Keep(calendars, calendar.Version, calendar);

    internal void Keep(int number, RuleTable table) => Keep(rules, number, table);

    private static void Keep<T>(ConcurrentDictionary<int, T> versions, int number, T value)
    {
        versions[number] = value;
        foreach (var old in versions.Keys.Where(k => k < number - 1))
            versions.TryRemove(old, out _);
    }
}

/// <summary>All stored versions of all standards and the statutory table.</summary>
public sealed record RuleTable(IReadOnlyList<ServiceStandard> Standards, IReadOnlyList<StatutoryTerm> Statute)
{
    /// <summary>Ids of the standards there are.</summary>
    public IReadOnlyList<string> StandardIds => [.. Standards.Select(s => s.Id).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>
    /// The rules for items received on a day: the newest version in force then, or the first one for older items. Null for an unknown standard.
    /// </summary>
    public Rulebook? On(string standardId, DateOnly receivedOn)
    {
        var versions = Standards.Where(s => s.Id == standardId).ToList();
        var standard = versions.Where(s => s.InForceFrom <= receivedOn).OrderBy(s => s.InForceFrom).ThenBy(s => s.Version).LastOrDefault()
            ?? versions.MinBy(s => s.Version);
        return standard is null ? null : new(standard, Statute);
    }

    /// <summary>The rule a clock was counted by; null when it was a promise or the version is gone.</summary>
    public DeadlineRule? RuleOf(string standardId, int standardVersion, string ruleId) => standardId == Clock.Statute
        ? Statute.Where(t => t.Rule.Id == ruleId && t.Edition == standardVersion).Select(t => t.Rule with { Layer = Layer.Statute, Edition = t.Edition }).FirstOrDefault()
        : Standards.FirstOrDefault(s => s.Id == standardId && s.Version == standardVersion)?.Find(ruleId);
}
