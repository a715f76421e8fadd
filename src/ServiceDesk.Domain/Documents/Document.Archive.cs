using ServiceDesk.Domain.Cases;

namespace ServiceDesk.Domain.Documents;

/// <summary>The end of a document.</summary>
public sealed partial class Document
{
    /// <summary>
    /// An act destroyed it: everything it said is gone, with who wrote and signed it and whose matter it was. Number, date, kind and unit
    /// stay, so that the register has no gap. Editions, files and events are deleted by the caller.
    /// </summary>
    /// <param name="title">What stands in the place of the subject: kind and file, no name.</param>
    /// <param name="actNumber">Number of the act.</param>
    /// <param name="by">Who carried the act out.</param>
    /// <param name="at">When, UTC.</param>
    public void Destroy(string title, string actNumber, Actor by, DateTimeOffset at)
    {
        (State, Subject, Content, Text, ChangedAt) = (DocumentState.Destroyed, title[..Math.Min(title.Length, DocumentHead.MaxSubject)], "", "", at);
        (AuthorId, Author, SignatoryId, SignatoryName, SignatoryPost) = (null, "", null, null, null);
        (Access, AccessBasis, AccessUntil, CaseId, ClientId) = (DocumentAccessMark.Open, null, null, null, null);
        Log(DocumentEventKind.Destroyed, by, at, null, actNumber);
    }
}
