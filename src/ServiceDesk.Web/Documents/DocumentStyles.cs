using System.Reflection;

namespace ServiceDesk.Web.Documents;

/// <summary>The style sheet that all documents share.</summary>
internal static class DocumentStyles
{
    public static string Common { get; } = Read();

    private static string Read()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("documents.css")!);
        return reader.ReadToEnd();
    }
}
