using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Archive;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Documents;

namespace ServiceDesk.Web.Pages.Desk.Archive;

/// <summary>How the archive shows states and kinds.</summary>
public static class ArchiveLook
{
    public static string Of(NomenclatureState state) => state switch
    {
        NomenclatureState.Draft => "state-new",
        NomenclatureState.Approved => "state-work",
        _ => "state-closed",
    };

    public static string Of(FileState state) => state switch
    {
        FileState.Open => "state-work",
        FileState.Closed => "state-done",
        _ => "state-closed",
    };

    /// <summary>The word of <see cref="FiledKind"/> in the reader's language.</summary>
    public static string Kind(Texts t, string word) => word.Split(':', 2) switch
    {
        ["case", var kind] when Enum.TryParse<CaseKind>(kind, out var it) => t.Of(it),
        ["document", var kind] when Enum.TryParse<DocumentKind>(kind, out var it) => t.Of(it),
        _ => t["Archive.Inquiry"],
    };
}
