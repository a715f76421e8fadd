using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;

namespace ServiceDesk.Web.Shared;

/// <summary>The outline icons named in Icons.props: only the drawing, ready to be put inside our own svg element.</summary>
public static partial class IconLibrary
{
    private static readonly ConcurrentDictionary<string, string> Drawings = new(StringComparer.Ordinal);

    public static string Drawing(string name) => Drawings.GetOrAdd(name, Read);

    private static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"icons.{name}")
            ?? throw new InvalidOperationException($"Icon '{name}' is not listed in Icons.props");
        using var reader = new StreamReader(stream);
        var paths = Path().Matches(reader.ReadToEnd()).Select(match => match.Value).Where(path => !path.Contains("stroke=\"none\"", StringComparison.Ordinal));
        return string.Concat(paths);
    }

    [GeneratedRegex("<path [^>]*/>")]
    private static partial Regex Path();
}
