using ServiceDesk.Domain.Documents;

namespace ServiceDesk.Application.Documents.Contracts;

/// <summary>Something that follows what documents say. Called with every save of a document, inside its transaction; found by scanning.</summary>
public interface IFollowsDocument
{
    /// <summary>The document is about to be saved as it stands.</summary>
    Task FollowAsync(Document document, CancellationToken cancellationToken);
}
