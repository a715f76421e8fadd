using Microsoft.AspNetCore.Components;
using ServiceDesk.Application.Shared;

namespace ServiceDesk.Web.Documents;

/// <summary>A piece of a document: letterhead, requisites, table …</summary>
public abstract class DocumentPart : ComponentBase
{
    [CascadingParameter]
    public DocumentPaper Paper { get; set; } = null!;

    protected Texts T => Paper.T;

    /// <summary>Plain text as it is printed; numbers with hyphens and strokes in one piece.</summary>
    protected MarkupString Fix(string? text) => Paper.Fix(text);
}

/// <summary>
/// How a kind of document looks: a component over the record that says what is in it. The type of the record finds the form,
/// so a record has exactly one.
/// </summary>
public abstract class DocumentForm<TContent> : DocumentPart
    where TContent : class
{
    [Parameter, EditorRequired]
    public TContent Content { get; set; } = null!;
}
