using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Clients.Duplicates;

/// <summary>A value of which only one can stay when two cards become one.</summary>
public enum MergeField
{
    /// <summary>Kind of client.</summary>
    Kind,

    /// <summary>The current name; the other one stays as a further name.</summary>
    Name,

    /// <summary>Language we write in.</summary>
    Language,

    /// <summary>How the client wants to be answered.</summary>
    PreferredChannel,

    /// <summary>Date of birth.</summary>
    BirthDate,

    /// <summary>Current personal code; the other one stays as a former one.</summary>
    Code,

    /// <summary>Registration number.</summary>
    RegistrationNumber,

    /// <summary>VAT number.</summary>
    VatNumber,

    /// <summary>Legal form.</summary>
    LegalForm,

    /// <summary>The employee the client is.</summary>
    Employee,

    /// <summary>How they learnt of us.</summary>
    HeardFrom,

    /// <summary>The main phone; all phones stay.</summary>
    MainPhone,

    /// <summary>The main e-mail address; all stay.</summary>
    MainEmail,
}

/// <summary>A part of a card that a merge added to the survivor.</summary>
public enum MergedPart
{
    /// <summary>A name.</summary>
    Name,

    /// <summary>A contact point.</summary>
    Reach,

    /// <summary>An address.</summary>
    Address,

    /// <summary>A personal code.</summary>
    Code,

    /// <summary>A representative.</summary>
    Representative,

    /// <summary>A target group.</summary>
    Group,

    /// <summary>A note.</summary>
    Note,
}

/// <summary>What followed the client from one card to the other.</summary>
public enum MergedThing
{
    /// <summary>A case of the client.</summary>
    Case,

    /// <summary>A case in which the client acts for somebody.</summary>
    RepresentedCase,

    /// <summary>A line that says the client acts for another one.</summary>
    Representation,

    /// <summary>A check in the Enterprise Register.</summary>
    CompanyCheck,

    /// <summary>What the client asked about their own data.</summary>
    PersonRequest,

    /// <summary>A document for or with the client.</summary>
    Document,
}

/// <summary>
/// One card became part of another. It knows everything the merge did to the survivor, so that it can be undone: the values that were
/// replaced, the parts that were added, the things that moved. The card taken in stays as it was, out of use.
/// </summary>
public sealed class ClientMerge : IVersioned
{
    /// <summary>Longest value kept, characters.</summary>
    public const int MaxValueLength = 320;

    private readonly List<MergeChange> changes = [];
    private readonly List<MergedRow> rows = [];
    private readonly List<MergeMove> moves = [];

    private ClientMerge()
    {
    }

    internal ClientMerge(Guid survivorId, Guid mergedId, Actor by, DateTimeOffset at) =>
        (SurvivorId, MergedId, ById, ByName, At) = (survivorId, mergedId, by.EmployeeId, by.Name, at);

    /// <summary>Key, ascending in time.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>The card that stays.</summary>
    public Guid SurvivorId { get; private set; }

    /// <summary>The card that became part of it.</summary>
    public Guid MergedId { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Who did it.</summary>
    public Guid? ById { get; private set; }

    /// <summary>Their name then.</summary>
    public string ByName { get; private set; } = "";

    /// <summary>When it was undone, UTC; null while it stands.</summary>
    public DateTimeOffset? UndoneAt { get; private set; }

    /// <summary>Who undid it.</summary>
    public Guid? UndoneById { get; private set; }

    /// <summary>Their name then.</summary>
    public string UndoneByName { get; private set; } = "";

    /// <summary>Values of the survivor that were replaced.</summary>
    public IReadOnlyList<MergeChange> Changes => changes;

    /// <summary>Parts that were added to the survivor, or taken into use again.</summary>
    public IReadOnlyList<MergedRow> Rows => rows;

    /// <summary>What moved to the survivor.</summary>
    public IReadOnlyList<MergeMove> Moves => moves;

    /// <summary>Writes down what moved to the survivor.</summary>
    public void Move(MergedThing thing, IEnumerable<Guid> ids) => moves.AddRange(ids.Select(id => new MergeMove(Id, thing, id)));

    internal IReadOnlyCollection<Guid> NameRows => [.. rows.Where(r => r.Part == MergedPart.Name).Select(r => r.RowId)];

    internal void Replace(MergeField field, string? was, string? became, Guid? wasRowId) => changes.Add(new MergeChange(Id, field, was, became, wasRowId));

    internal void Add(MergedPart part, Guid rowId, Guid sourceId, DateTimeOffset? wasRetiredAt = null) => rows.Add(new MergedRow(Id, part, rowId, sourceId, wasRetiredAt));

    internal bool HasTaken(MergedPart part, Guid sourceId) => rows.Any(r => r.Part == part && r.SourceId == sourceId);

    internal void Forget(Guid rowId) => rows.RemoveAll(r => r.RowId == rowId);

    internal void Undo(Actor by, DateTimeOffset at) => (UndoneAt, UndoneById, UndoneByName) = (at, by.EmployeeId, by.Name);
}

/// <summary>A value of the survivor that a merge replaced.</summary>
public sealed class MergeChange
{
    private MergeChange()
    {
    }

    internal MergeChange(Guid mergeId, MergeField field, string? was, string? became, Guid? wasRowId) =>
        (MergeId, Field, Was, Became, WasRowId) = (mergeId, field, was, became, wasRowId);

    /// <summary>The merge.</summary>
    public Guid MergeId { get; private set; }

    /// <summary>The field.</summary>
    public MergeField Field { get; private set; }

    /// <summary>The survivor's value before; of a personal code its keyed hash.</summary>
    public string? Was { get; private set; }

    /// <summary>The value of the card taken in.</summary>
    public string? Became { get; private set; }

    /// <summary>Of the current name: its row before.</summary>
    public Guid? WasRowId { get; private set; }

    internal void GoBackTo(MergeChange earlier) => (Was, WasRowId) = (earlier.Was, earlier.WasRowId);
}

/// <summary>A part that a merge added to the survivor, or took into use again.</summary>
public sealed class MergedRow
{
    private MergedRow()
    {
    }

    internal MergedRow(Guid mergeId, MergedPart part, Guid rowId, Guid sourceId, DateTimeOffset? wasRetiredAt) =>
        (MergeId, Part, RowId, SourceId, WasRetiredAt) = (mergeId, part, rowId, sourceId, wasRetiredAt);

    /// <summary>The merge.</summary>
    public Guid MergeId { get; private set; }

    /// <summary>What it is.</summary>
    public MergedPart Part { get; private set; }

    /// <summary>The row of the survivor.</summary>
    public Guid RowId { get; private set; }

    /// <summary>The row of the card taken in.</summary>
    public Guid SourceId { get; private set; }

    /// <summary>Of a contact point that was the survivor's own and out of use: since when, UTC. Null for rows that were added.</summary>
    public DateTimeOffset? WasRetiredAt { get; private set; }
}

/// <summary>Something that moved to the survivor.</summary>
public sealed class MergeMove
{
    private MergeMove()
    {
    }

    internal MergeMove(Guid mergeId, MergedThing thing, Guid thingId) => (MergeId, Thing, ThingId) = (mergeId, thing, thingId);

    /// <summary>The merge.</summary>
    public Guid MergeId { get; private set; }

    /// <summary>What it is.</summary>
    public MergedThing Thing { get; private set; }

    /// <summary>Its key.</summary>
    public Guid ThingId { get; private set; }
}
