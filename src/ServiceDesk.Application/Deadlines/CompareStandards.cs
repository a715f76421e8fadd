using ServiceDesk.Domain.Deadlines;

namespace ServiceDesk.Application.Deadlines;

/// <summary>A field of a standard.</summary>
public enum StandardField
{
    /// <summary>What it is called.</summary>
    Name,

    /// <summary>The internal act.</summary>
    Adopted,

    /// <summary>First receipt day it holds for.</summary>
    InForceFrom,

    /// <summary>Whether it is there at all.</summary>
    Exists,

    /// <summary>Clause.</summary>
    Clause,

    /// <summary>Whose items it is for.</summary>
    Audience,

    /// <summary>Length of the term.</summary>
    Term,

    /// <summary>What happens on a free day.</summary>
    RollForward,

    /// <summary>Channels it is for.</summary>
    Channels,

    /// <summary>Kinds it is for.</summary>
    Kinds,

    /// <summary>Only formal submissions.</summary>
    FormalOnly,

    /// <summary>When it starts.</summary>
    Starts,

    /// <summary>What meets it.</summary>
    Meets,

    /// <summary>Whether an interim reply meets it.</summary>
    InterimAllowed,

    /// <summary>Whether an acknowledgement meets it.</summary>
    AcknowledgementMeets,

    /// <summary>How far the term may be extended.</summary>
    ExtensionLimit,

    /// <summary>Whether a duty is on.</summary>
    On,

    /// <summary>What clients are told.</summary>
    Text,

    /// <summary>Which day a late item counts as received.</summary>
    AfterHours,

    /// <summary>Which day is the first counted one.</summary>
    FirstCounted,

    /// <summary>The latest day that may be promised.</summary>
    PromisedDateLatest,

    /// <summary>How often a promise may be put off.</summary>
    MaxPromiseExtensions,

    /// <summary>From which extension on the head is told.</summary>
    UnitHeadTold,

    /// <summary>The clause of promises.</summary>
    PromiseClause,

    /// <summary>Whether an automatic acknowledgement counts.</summary>
    AutomaticAcknowledgement,

    /// <summary>Whether qualified identification makes an item formal.</summary>
    PortalIsFormal,
}

/// <summary>One field that two versions of a standard have differently.</summary>
/// <param name="Part">The rule, duty or promise it belongs to; null for the standard itself.</param>
/// <param name="Field">The field.</param>
/// <param name="Before">Value in the first version; null when there is none.</param>
/// <param name="After">Value in the second one.</param>
public sealed record StandardDifference(Wording? Part, StandardField Field, object? Before, object? After);

/// <summary>Two versions of a standard, field by field.</summary>
/// <param name="From">The first.</param>
/// <param name="To">The second.</param>
/// <param name="Differences">What differs.</param>
public sealed record StandardComparison(ServiceStandard From, ServiceStandard To, IReadOnlyList<StandardDifference> Differences);

/// <summary>Compares versions of the municipality's standard.</summary>
public sealed class CompareStandardsHandler(StandardProvider standards)
{
    /// <summary>Compares two versions; null when one of them does not exist.</summary>
    public async Task<StandardComparison?> HandleAsync(int from, int to, CancellationToken cancellationToken)
    {
        var table = await standards.TableAsync(cancellationToken);
        var versions = table.Standards.Where(s => s.Id == standards.ActiveId).ToList();
        return versions.Find(s => s.Version == from) is { } first && versions.Find(s => s.Version == to) is { } second
            ? new(first, second, Differences(first, second))
            : null;
    }

    /// <summary>What one version has differently from another. The number and the day it comes into force are not among it when asked for content only.</summary>
    public static IReadOnlyList<StandardDifference> Differences(ServiceStandard a, ServiceStandard b, bool contentOnly = false)
    {
        List<StandardDifference> found = [];
        void Compare(Wording? part, StandardField field, object? before, object? after)
        {
            if (!Equals(before, after))
                found.Add(new(part, field, before, after));
        }

        if (!contentOnly)
            Compare(null, StandardField.InForceFrom, a.InForceFrom, b.InForceFrom);
        Compare(null, StandardField.Name, a.Name, b.Name);
        Compare(null, StandardField.Adopted, a.Adopted, b.Adopted);
        foreach (var (before, after) in Pairs(a.Rules, b.Rules, r => r.Id))
            Rule(before, after, Compare);
        foreach (var (before, after) in Pairs(a.Duties, b.Duties, d => d.Id))
        {
            var name = (after ?? before)!.Name;
            Compare(name, StandardField.Exists, before is not null, after is not null);
            if (before is null || after is null)
                continue;
            Compare(name, StandardField.Name, before.Name, after.Name);
            Compare(name, StandardField.Clause, before.Clause, after.Clause);
            Compare(name, StandardField.On, before.On, after.On);
        }

        // Promises have no name of their own: what is told anew and what is told no more.
        foreach (var gone in a.Promises.Except(b.Promises))
            found.Add(new(null, StandardField.Text, gone.Text, null));
        foreach (var added in b.Promises.Except(a.Promises))
            found.Add(new(null, StandardField.Text, null, added.Text));
        Settings(a.Settings, b.Settings, Compare);
        return found;
    }

    private static void Rule(DeadlineRule? before, DeadlineRule? after, Action<Wording?, StandardField, object?, object?> compare)
    {
        var name = (after ?? before)!.Name;
        compare(name, StandardField.Exists, before is not null, after is not null);
        if (before is null || after is null)
            return;
        compare(name, StandardField.Name, before.Name, after.Name);
        compare(name, StandardField.Clause, before.Clause, after.Clause);
        compare(name, StandardField.Audience, before.Audience, after.Audience);
        compare(name, StandardField.Term, before.Term, after.Term);
        compare(name, StandardField.RollForward, before.RollForward, after.RollForward);
        compare(name, StandardField.Channels, string.Join(", ", before.Channels), string.Join(", ", after.Channels));
        compare(name, StandardField.Kinds, string.Join(", ", before.Kinds), string.Join(", ", after.Kinds));
        compare(name, StandardField.FormalOnly, before.FormalOnly, after.FormalOnly);
        compare(name, StandardField.Starts, before.Starts, after.Starts);
        compare(name, StandardField.Meets, before.Meets, after.Meets);
        compare(name, StandardField.InterimAllowed, before.InterimAllowed, after.InterimAllowed);
        compare(name, StandardField.AcknowledgementMeets, before.AcknowledgementMeets, after.AcknowledgementMeets);
        compare(name, StandardField.ExtensionLimit, before.ExtensionLimit, after.ExtensionLimit);
    }

    private static void Settings(StandardSettings before, StandardSettings after, Action<Wording?, StandardField, object?, object?> compare)
    {
        compare(null, StandardField.AfterHours, before.AfterHoursReceipt, after.AfterHoursReceipt);
        compare(null, StandardField.FirstCounted, before.FirstCountedDay, after.FirstCountedDay);
        compare(null, StandardField.PromisedDateLatest, before.PromisedDateLatest, after.PromisedDateLatest);
        compare(null, StandardField.MaxPromiseExtensions, before.MaxPromiseExtensions, after.MaxPromiseExtensions);
        compare(null, StandardField.UnitHeadTold, before.UnitHeadToldFromExtension, after.UnitHeadToldFromExtension);
        compare(null, StandardField.PromiseClause, before.PromiseClause, after.PromiseClause);
        compare(null, StandardField.AutomaticAcknowledgement, before.AutomaticAcknowledgementCounts, after.AutomaticAcknowledgementCounts);
        compare(null, StandardField.PortalIsFormal, before.OwnPortalAuthenticatedIsFormal, after.OwnPortalAuthenticatedIsFormal);
    }

    private static IEnumerable<(T? Before, T? After)> Pairs<T>(IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> id)
        where T : class =>
        before.Select(x => (Before: (T?)x, After: after.FirstOrDefault(y => id(y) == id(x))))
            .Concat(after.Where(y => !before.Any(x => id(x) == id(y))).Select(y => ((T?)null, (T?)y)));
}
