using ServiceDesk.Domain.Cases;

namespace ServiceDesk.Web.Shared.Uploads;

/// <summary>Files already stored, as the partial <c>_KeptFiles</c> lists them.</summary>
/// <param name="Files">The files.</param>
/// <param name="Keep">Seals a reference to a file.</param>
public sealed record AttachmentList(IReadOnlyList<AttachedFile> Files, Func<AttachedFile, string> Keep)
{
    public static AttachmentList Empty { get; } = new([], _ => "");
}
