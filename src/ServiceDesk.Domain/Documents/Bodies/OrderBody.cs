namespace ServiceDesk.Domain.Documents.Bodies;

/// <summary>What an order is called on its paper.</summary>
public enum OrderTitle
{
    /// <summary>Rīkojums.</summary>
    Order,

    /// <summary>Rezolūcija: what is to be done with a document received.</summary>
    Resolution,
}

/// <summary>An order or resolution: who does what by when, and who watches over it.</summary>
public sealed record OrderBody : DocumentBody
{
    /// <summary>What it is called.</summary>
    public OrderTitle Title { get; init; }

    /// <summary>The law or document it rests on.</summary>
    public string? Basis { get; init; }

    /// <summary>What is ordered: a point a line, "- " a point under the one before.</summary>
    public string? Body { get; init; }

    /// <summary>Who leads the work and answers for it.</summary>
    public string? Lead { get; init; }

    /// <summary>The others who carry it out, a line each.</summary>
    public string? Executors { get; init; }

    /// <summary>The local day by which.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Whether it is under control: somebody watches over it until it is done.</summary>
    public bool IsControlled { get; init; }

    /// <summary>Who watches.</summary>
    public string? Controller { get; init; }

    /// <summary>What goes along.</summary>
    public IReadOnlyList<AttachmentLine> Attachments { get; init; } = [];

    /// <inheritdoc/>
    public override IEnumerable<string?> Words() => [Basis, Body, Lead, Executors, Controller, .. Attachments.Select(a => a.Title)];
}
