using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Cases;

/// <content>The mark that restricts reading to the assignee, the head of the unit and named people.</content>
public sealed partial class Case
{
    private readonly List<CaseReader> readers = [];

    /// <summary>Reading is restricted, even against the right to read all cases.</summary>
    public bool IsConfidential { get; private set; }

    /// <summary>The head of the unit does not read it either, for example because it is about the head.</summary>
    public bool HiddenFromHead { get; private set; }

    /// <summary>Why it is confidential; null when it is not.</summary>
    public string? ConfidentialReason { get; private set; }

    /// <summary>Named people who may read it beside the assignee and the head.</summary>
    public IReadOnlyList<CaseReader> Readers => readers;

    /// <summary>Restricts reading, or changes who may read. Refused without a reason and when nobody could read it.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="hiddenFromHead">Whether the head of the unit is kept out.</param>
    /// <param name="named">Who may read it beside the assignee and the head: keys and names.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="at">Now, UTC.</param>
    public void MarkConfidential(string? reason, bool hiddenFromHead, IReadOnlyCollection<(Guid Id, string Name)> named, Actor by, DateTimeOffset at)
    {
        if (Trimmed(reason) is not { } why)
            throw new Refusal("Cases.Refusal.ReasonMissing");
        if (MergedIntoId is not null)
            throw new Refusal("Cases.Refusal.MergedStays");
        if (hiddenFromHead && AssigneeId is null && named.Count == 0)
            throw new Refusal("Cases.Refusal.NobodyCouldRead");
        if (IsOffered && OfferedToId is null)
            throw new Refusal("Cases.Refusal.ConfidentialNeedsPerson");

        (IsConfidential, HiddenFromHead, ConfidentialReason) = (true, hiddenFromHead, why);
        var wanted = named.DistinctBy(p => p.Id).ToDictionary(p => p.Id, p => p.Name);
        readers.RemoveAll(r => !wanted.ContainsKey(r.EmployeeId));
        readers.AddRange(wanted.Where(p => readers.All(r => r.EmployeeId != p.Key)).Select(p => new CaseReader(Id, p.Key, p.Value)).ToList());
        Log(CaseEventKind.ConfidentialityMarked, by, at, why, string.Join(", ", readers.Select(r => r.Name).Order(StringComparer.Ordinal)));
    }

    /// <summary>The restriction of another case goes on in this one, which came of it, with the same readers and whoever made it.</summary>
    public void RestrictLike(Case original, Actor by, DateTimeOffset at)
    {
        if (!original.IsConfidential)
            return;
        var named = original.readers.Select(r => (r.EmployeeId, r.Name)).ToList();
        if (by.EmployeeId is { } maker)
            named.Add((maker, by.Name));
        MarkConfidential(original.ConfidentialReason, original.HiddenFromHead && (AssigneeId is not null || named.Count > 0), named, by, at);
    }

    /// <summary>Reading is no longer restricted; the reason is mandatory.</summary>
    public void LiftConfidentiality(string? reason, Actor by, DateTimeOffset at)
    {
        if (!IsConfidential)
            throw new Refusal("Cases.Refusal.NotConfidential");
        if (Trimmed(reason) is not { } why)
            throw new Refusal("Cases.Refusal.ReasonMissing");
        (IsConfidential, HiddenFromHead, ConfidentialReason) = (false, false, null);
        readers.Clear();
        Log(CaseEventKind.ConfidentialityLifted, by, at, why);
    }
}

/// <summary>Somebody who may read a confidential case.</summary>
public sealed class CaseReader
{
    private CaseReader()
    {
    }

    internal CaseReader(Guid caseId, Guid employeeId, string name) => (CaseId, EmployeeId, Name) = (caseId, employeeId, name);

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The employee.</summary>
    public Guid EmployeeId { get; private set; }

    /// <summary>Name and surname when named.</summary>
    public string Name { get; private set; } = "";
}
