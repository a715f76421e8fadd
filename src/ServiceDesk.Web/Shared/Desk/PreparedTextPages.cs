using ServiceDesk.Domain.Correspondence;

namespace ServiceDesk.Web.Shared.Desk;

/// <summary>Where each sort of prepared text is kept.</summary>
public static class PreparedTextPages
{
    public static IReadOnlyList<PreparedTextKind> All { get; } = [PreparedTextKind.Template, PreparedTextKind.Module, PreparedTextKind.Link, PreparedTextKind.Block];

    public static string Of(PreparedTextKind sort) => sort switch
    {
        PreparedTextKind.Template => "/desk/templates",
        PreparedTextKind.Module => "/desk/text-modules",
        PreparedTextKind.Link => "/desk/useful-links",
        PreparedTextKind.Block => "/desk/document-blocks",
        _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, null),
    };

    public static PreparedTextKind SortOf(PathString path) =>
        All.First(sort => path.StartsWithSegments(Of(sort), StringComparison.OrdinalIgnoreCase));
}
