namespace ServiceDesk.Application.Documents.Printing;

/// <summary>Something of the desk on paper: a case file, a work list, a report. It is no document: it has no number and nobody signs it.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Facts">What was asked for: filter, period, who printed it and when.</param>
/// <param name="Sections">The parts in order.</param>
public sealed record ReportContent(string Title, IReadOnlyList<DocumentFact> Facts, IReadOnlyList<ReportSection> Sections)
{
    /// <summary>Below the title.</summary>
    public string? Subtitle { get; init; }

    /// <summary>Access mark.</summary>
    public string? AccessMark { get; init; }
}

/// <summary>A part of a report.</summary>
/// <param name="Heading">Its heading; none for the only part.</param>
public sealed record ReportSection(string? Heading)
{
    /// <summary>A sentence, for example that there is nothing.</summary>
    public string? Text { get; init; }

    /// <summary>Tables; their heads stand again on every page.</summary>
    public IReadOnlyList<DocumentTable> Tables { get; init; } = [];

    /// <summary>Texts of a conversation, each under its own line.</summary>
    public IReadOnlyList<ReportEntry> Entries { get; init; } = [];
}

/// <summary>A text with who and when.</summary>
/// <param name="Head">What it is, who wrote it.</param>
/// <param name="When">The moment in words.</param>
/// <param name="Text">The words as they were written.</param>
public sealed record ReportEntry(string Head, string When, string Text)
{
    /// <summary>Below the text: delivery, files.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
