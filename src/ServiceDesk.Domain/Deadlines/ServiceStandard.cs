using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Deadlines;

/// <summary>
/// One version of a municipality's service standard: rules, duties, public promises and counting rules, each with its clause.
/// It is data; a change makes a new version with a day it comes into force, and an item keeps the version of its receipt day.
/// </summary>
public sealed record ServiceStandard
{
    /// <summary>Stable word: <c>sigulda</c>, <c>jelgava</c>, <c>bremen</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Version, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>What it is called.</summary>
    public required Wording Name { get; init; }

    /// <summary>The internal act: number, date, amendments.</summary>
    public required string Adopted { get; init; }

    /// <summary>First receipt day this version holds for.</summary>
    public required DateOnly InForceFrom { get; init; }

    /// <summary>The rules.</summary>
    public required IReadOnlyList<DeadlineRule> Rules { get; init; }

    /// <summary>What the municipality took upon itself beside the terms; each can be switched off.</summary>
    public IReadOnlyList<Duty> Duties { get; init; } = [];

    /// <summary>What clients are told.</summary>
    public IReadOnlyList<PublicPromise> Promises { get; init; } = [];

    /// <summary>How days are counted and how far promises may reach.</summary>
    public StandardSettings Settings { get; init; } = new();

    /// <summary>The rule with an id, or null.</summary>
    public DeadlineRule? Find(string ruleId) => Rules.FirstOrDefault(r => r.Id == ruleId);

    /// <summary>Whether a duty is on. A duty the standard does not know is off.</summary>
    public bool Demands(string dutyId) => Duties.Any(d => d.Id == dutyId && d.On);
}

/// <summary>A duty of a standard that a deployment can switch off (yearly survey, improvement tasks, praise as a kind …).</summary>
public sealed record Duty(string Id, string Clause, Wording Name, bool On);

/// <summary>A sentence for the page "our promises".</summary>
public sealed record PublicPromise(string Clause, Wording Text, string? RuleId = null);

/// <summary>Which day a late item counts as received for the standard's own working-day terms. The law's terms never move.</summary>
public enum AfterHoursReceipt
{
    /// <summary>The calendar day of arrival, whatever the hour.</summary>
    ArrivalDay,

    /// <summary>The next working day, when the house was closed already (after closing time or on a free day).</summary>
    NextWorkingDay,
}

/// <summary>Which day is the first counted one of a standard's own working-day terms.</summary>
public enum FirstCountedDay
{
    /// <summary>The next working day after receipt.</summary>
    NextWorkingDay,

    /// <summary>The day of receipt itself, when the item arrived in opening hours.</summary>
    ReceiptDayInHours,
}

/// <summary>Counting rules and limits of a standard.</summary>
public sealed record StandardSettings
{
    /// <summary>Which day a late item counts as received.</summary>
    public AfterHoursReceipt AfterHoursReceipt { get; init; } = AfterHoursReceipt.ArrivalDay;

    /// <summary>Which day is the first counted one.</summary>
    public FirstCountedDay FirstCountedDay { get; init; } = FirstCountedDay.NextWorkingDay;

    /// <summary>The latest day that may be promised, counted from receipt, unless the law sets an earlier one.</summary>
    public Term PromisedDateLatest { get; init; } = new(1, TermUnit.Months);

    /// <summary>How often a promise may be put off; null for no limit.</summary>
    public int? MaxPromiseExtensions { get; init; }

    /// <summary>From which extension on the unit head is told.</summary>
    public int UnitHeadToldFromExtension { get; init; } = 2;

    /// <summary>The clause a personal promise rests on.</summary>
    public string PromiseClause { get; init; } = "";

    /// <summary>Notice of confidentiality and data protection under every letter (JEL 20.2.5); null where the standard asks for none.</summary>
    public Wording? ConfidentialityNotice { get; init; }

    /// <summary>Whether an automatic acknowledgement with number, unit and term counts (JEL 20.1).</summary>
    public bool AutomaticAcknowledgementCounts { get; init; } = true;

    /// <summary>Whether the own portal with qualified identification makes an item formal.</summary>
    public bool OwnPortalAuthenticatedIsFormal { get; init; } = true;
}

/// <summary>One row of the statutory table: a rule of the law with the days it holds for.</summary>
/// <param name="ValidFrom">First receipt day.</param>
/// <param name="ValidTo">Last receipt day; null while in force.</param>
/// <param name="Source">Law, section and amendment.</param>
/// <param name="Certainty">How sure the reading is: A seen in a source, B known, C to be confirmed by a lawyer.</param>
/// <param name="Rule">The rule.</param>
public sealed record StatutoryTerm(DateOnly ValidFrom, DateOnly? ValidTo, string Source, string Certainty, DeadlineRule Rule)
{
    /// <summary>Whether it holds for an item received on a day.</summary>
    public bool HoldsOn(DateOnly receivedOn) => receivedOn >= ValidFrom && (ValidTo is null || receivedOn <= ValidTo);

    /// <summary>The row's number: its first day as yyyymmdd.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int Edition => (((ValidFrom.Year * 100) + ValidFrom.Month) * 100) + ValidFrom.Day;
}

/// <summary>The rules an item received on a day lives by: the standard's version in force and the law.</summary>
public sealed class Rulebook
{
    private readonly IReadOnlyList<StatutoryTerm> statute;

    /// <summary>Puts a standard and the statutory table together. Two rows of one rule for the same day are refused.</summary>
    public Rulebook(ServiceStandard standard, IEnumerable<StatutoryTerm> statute)
    {
        Standard = standard;
        this.statute = [.. statute.Select(t => t with { Rule = t.Rule with { Layer = Layer.Statute, Edition = t.Edition } })];
        foreach (var rows in this.statute.GroupBy(t => t.Rule.Id))
        {
            var ordered = rows.OrderBy(t => t.ValidFrom).ToList();
            for (var i = 1; i < ordered.Count; i++)
            {
                if (ordered[i - 1].HoldsOn(ordered[i].ValidFrom))
                    throw new Refusal("Deadlines.Refusal.StatuteOverlap", rows.Key, ordered[i].ValidFrom);
            }
        }
    }

    /// <summary>The standard's version.</summary>
    public ServiceStandard Standard { get; }

    /// <summary>The statutory table.</summary>
    public IReadOnlyList<StatutoryTerm> Statute => statute;

    /// <summary>The rule with an id, of the standard or of the law as it stood on the receipt day; null when there is none.</summary>
    public DeadlineRule? Find(string ruleId, DateOnly receivedOn) =>
        Standard.Find(ruleId) ?? statute.FirstOrDefault(t => t.Rule.Id == ruleId && t.HoldsOn(receivedOn))?.Rule;

    /// <summary>The rules that start a clock by themselves when an item is received.</summary>
    public IEnumerable<DeadlineRule> StartedBy(ReceivedItem item, DateOnly receivedOn) =>
        Standard.Rules
            .Concat(statute.Where(t => t.HoldsOn(receivedOn)).Select(t => t.Rule))
            .Where(r => r.Starts == RuleStart.Receipt && r.AppliesTo(item));
}
