namespace ServiceDesk.Domain.Documents.Bodies;

/// <summary>What an act certifies.</summary>
public enum ActType
{
    /// <summary>Something is handed over and accepted (pieņemšanas–nodošanas akts).</summary>
    HandOver,

    /// <summary>A service or work is accepted (pakalpojuma pieņemšanas akts).</summary>
    ServiceAcceptance,

    /// <summary>A place or thing was inspected (apsekošanas akts).</summary>
    Inspection,

    /// <summary>Something does not agree or is defective (defektu akts).</summary>
    Discrepancy,

    /// <summary>Property is written off (norakstīšanas akts).</summary>
    WriteOff,

    /// <summary>Something is destroyed (iznīcināšanas akts).</summary>
    Destruction,
}

/// <summary>A thing of an act's list.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Quantity">How many or how much, with its unit, as typed.</param>
/// <param name="Note">Inventory number, condition.</param>
public sealed record ActLine(string Title, string Quantity, string? Note = null);

/// <summary>An act (akts): people see or count something together and put their names to it. Who signs the document signs first.</summary>
public sealed record ActBody : DocumentBody
{
    /// <summary>What it certifies.</summary>
    public ActType Type { get; init; }

    /// <summary>The order or contract it rests on, with date and number.</summary>
    public string? Basis { get; init; }

    /// <summary>What the act calls who signs first: chair of the commission, "Nodevējs".</summary>
    public string? FirstRole { get; init; }

    /// <summary>The others who sign: name, post, what the act calls them.</summary>
    public IReadOnlyList<PersonLine> Members { get; init; } = [];

    /// <summary>Where it happened.</summary>
    public string? Place { get; init; }

    /// <summary>First local day of the facts.</summary>
    public DateOnly? FromOn { get; init; }

    /// <summary>Last local day of the facts; null when it was one day.</summary>
    public DateOnly? ToOn { get; init; }

    /// <summary>What was found.</summary>
    public string? Findings { get; init; }

    /// <summary>What follows from it.</summary>
    public string? Conclusion { get; init; }

    /// <summary>The list with quantities.</summary>
    public IReadOnlyList<ActLine> List { get; init; } = [];

    /// <summary>Copies made out, from 1.</summary>
    public int Copies { get; init; } = 2;

    /// <summary>Who gets a copy, a line each.</summary>
    public string? Holders { get; init; }

    /// <summary>Who refused to sign, each with the reason as post.</summary>
    public IReadOnlyList<PersonLine> Refusals { get; init; } = [];

    /// <summary>What goes along.</summary>
    public IReadOnlyList<AttachmentLine> Attachments { get; init; } = [];

    /// <summary>Whether an act of this type is nothing without a list.</summary>
    public bool NeedsList => Type is ActType.HandOver or ActType.WriteOff or ActType.Destruction;

    /// <summary>Whether one person's signature is not enough; an inspection may be made by one.</summary>
    public bool NeedsOthers => Type != ActType.Inspection;

    /// <inheritdoc/>
    public override IEnumerable<string?> Words() =>
        [Basis, Place, Findings, Conclusion, .. Members.Select(m => m.Name), .. Refusals.Select(r => r.Name), .. List.SelectMany(l => new[] { l.Title, l.Note }), .. Attachments.Select(a => a.Title)];
}
