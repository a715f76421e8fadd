namespace ServiceDesk.Domain.Documents.Bodies;

/// <summary>What a document of one kind says, as typed in. Kept as JSON; never changed once the document is registered.</summary>
public abstract record DocumentBody
{
    /// <summary>Everything it says, for looking it up.</summary>
    public abstract IEnumerable<string?> Words();
}

/// <summary>Something that goes along: "Pielikumā: … uz N lp.".</summary>
/// <param name="Title">What it is.</param>
/// <param name="Pages">Sheets, from 1; null when it is not on paper.</param>
public sealed record AttachmentLine(string Title, int? Pages);
