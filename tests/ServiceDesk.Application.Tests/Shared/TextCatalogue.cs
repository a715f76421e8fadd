using System.Text.RegularExpressions;
using System.Xml.Linq;
using ServiceDesk.Application.Shared;

namespace ServiceDesk.Application.Tests.Shared;

/// <summary>The text files and the sources that use them, as they lie in the repository.</summary>
internal static partial class TextCatalogue
{
    private static readonly string[] Forms = ["zero", "one", "few", "many", "other"];

    public static string Root { get; } = FindRoot();

    /// <summary>Language → key → text.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Texts { get; } =
        ServiceDesk.Application.Shared.Texts.Languages.ToDictionary(language => language, Read);

    /// <summary>Names of the files: the words keys begin with.</summary>
    public static IReadOnlyList<string> Features { get; } =
        [.. Directory.GetFiles(Resources, "*.resx").Select(file => Path.GetFileName(file).Split('.')[0]).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Keys written in quotes in the sources; one that stops at a brace is a beginning.</summary>
    public static IReadOnlyDictionary<string, string> Used { get; } = ReadUses();

    private static string Resources => Path.Combine(Root, "src", "ServiceDesk.Application", "Resources");

    /// <summary>The key without its plural form, or null when it is no plural.</summary>
    public static string? PluralBase(string key)
    {
        var dot = key.LastIndexOf('.');
        return dot > 0 && Forms.Contains(key[(dot + 1)..]) ? key[..dot] : null;
    }

    public static SortedSet<string> Places(string text) => new(Place().Matches(text).Select(match => match.Groups[1].Value), StringComparer.Ordinal);

    /// <summary>Enum types whose values have texts: key prefix → type.</summary>
    public static IReadOnlyDictionary<string, Type> Enums { get; } = AllEnums();

    private static Dictionary<string, string> ReadUses()
    {
        var uses = new Dictionary<string, string>(StringComparer.Ordinal);
        var key = new Regex($"(?<!cref=)\"((?:{string.Join('|', Features)})\\.[A-Za-z0-9_.]*)([\"{{])");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.*", SearchOption.AllDirectories).Where(IsSource))
        {
            foreach (Match match in key.Matches(File.ReadAllText(file)))
                uses.TryAdd(match.Groups[1].Value + (match.Groups[2].Value == "{" ? "*" : ""), Path.GetRelativePath(Root, file));
        }

        return uses;
    }

    private static bool IsSource(string file) =>
        (file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".cshtml", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
        && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        && !file.Contains("node_modules", StringComparison.Ordinal);

    private static Dictionary<string, Type> AllEnums()
    {
        var types = new[] { typeof(Texts).Assembly, typeof(Domain.Shared.Refusal).Assembly, typeof(Program).Assembly }.SelectMany(assembly => assembly.GetTypes());
        var enums = new Dictionary<string, Type>(StringComparer.Ordinal);
        foreach (var type in types.Where(type => type.IsEnum && Enum.GetValues(type).Length > 0))
        {
            var key = ServiceDesk.Application.Shared.Texts.KeyOf((Enum)Enum.GetValues(type).GetValue(0)!);
            enums.TryAdd(key[..key.LastIndexOf('.')], type);
        }

        return enums;
    }

    private static IReadOnlyDictionary<string, string> Read(string language)
    {
        var ending = language == "lv" ? ".resx" : $".{language}.resx";
        return Directory.GetFiles(Resources, "*.resx")
            .Where(file => Path.GetFileName(file)[Path.GetFileName(file).IndexOf('.', StringComparison.Ordinal)..] == ending)
            .SelectMany(file => XDocument.Load(file).Root!.Elements("data"))
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ServiceDesk.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The repository is not above the test.");
        return folder.FullName;
    }

    [GeneratedRegex(@"\{([A-Za-z0-9]+)[^}]*\}")]
    private static partial Regex Place();
}
