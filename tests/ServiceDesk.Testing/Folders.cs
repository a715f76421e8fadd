namespace ServiceDesk.Testing;

/// <summary>Places in the working copy.</summary>
public static class Folders
{
    public static string Root { get; } = FindRoot();

    public static string Web => Path.Combine(Root, "src", "ServiceDesk.Web");

    private static string FindRoot()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "ServiceDesk.sln")))
                return at.FullName;
        }

        throw new InvalidOperationException("ServiceDesk.sln is in no folder above " + AppContext.BaseDirectory);
    }
}
