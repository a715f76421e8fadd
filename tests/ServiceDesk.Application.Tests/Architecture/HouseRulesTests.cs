using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Architecture;

/// <summary>The rules of docs/architecture.md that a reader cannot be asked to watch.</summary>
public partial class HouseRulesTests
{
    private static readonly string Source = Path.Combine(Folders.Root, "src");

    private static IEnumerable<string> Files(string folder, params string[] endings) => Directory.EnumerateFiles(Path.Combine(Source, folder), "*", SearchOption.AllDirectories)
        .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            && !f.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            && !f.Contains("node_modules", StringComparison.Ordinal)
            && endings.Any(e => f.EndsWith(e, StringComparison.Ordinal)));

    [Fact]
    public void The_domain_references_nothing()
    {
        var project = XDocument.Load(Path.Combine(Source, "ServiceDesk.Domain", "ServiceDesk.Domain.csproj"));
        Assert.DoesNotContain(project.Descendants(), e => e.Name.LocalName is "PackageReference" or "ProjectReference" or "FrameworkReference");
        var foreign = typeof(Refusal).Assembly.GetReferencedAssemblies().Where(a => !a.Name!.StartsWith("System.", StringComparison.Ordinal));
        Assert.Empty(foreign);
    }

    [Fact]
    public void The_application_knows_neither_web_nor_providers()
    {
        string[] strangers = ["ServiceDesk.Infrastructure", "ServiceDesk.Web", "Npgsql", "Microsoft.Data.SqlClient", "Microsoft.AspNetCore"];
        var referenced = typeof(Application.Shared.IServiceDeskDb).Assembly.GetReferencedAssemblies().Select(a => a.Name!);
        Assert.DoesNotContain(referenced, name => strangers.Any(s => name.StartsWith(s, StringComparison.Ordinal)));
    }

    [Fact] // the composition root is the only place that knows what stands behind the ports
    public void Only_the_composition_root_names_the_infrastructure()
    {
        var guilty = Files("ServiceDesk.Web", ".cs", ".cshtml", ".razor")
            .Where(f => !f.EndsWith("Program.cs", StringComparison.Ordinal) && !f.Contains($"{Path.DirectorySeparatorChar}Startup{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(f => File.ReadAllText(f).Contains("ServiceDesk.Infrastructure", StringComparison.Ordinal));
        Assert.Empty(guilty.Select(f => Path.GetRelativePath(Source, f)));
    }

    [Fact]
    public void A_page_neither_saves_nor_queries()
    {
        var guilty = Files("ServiceDesk.Web", ".cs", ".cshtml")
            .Where(f => Query().IsMatch(File.ReadAllText(f)));
        Assert.Empty(guilty.Select(f => Path.GetRelativePath(Source, f)));
    }

    [Fact] // the content-security policy forbids both
    public void No_page_carries_inline_styles_or_scripts()
    {
        var guilty = Files("ServiceDesk.Web", ".cshtml", ".razor").Where(f => Inline().IsMatch(File.ReadAllText(f)));
        Assert.Empty(guilty.Select(f => Path.GetRelativePath(Source, f)));
    }

    [Fact]
    public void Every_use_case_is_a_sealed_class_that_returns_a_task()
    {
        var handlers = typeof(Application.Shared.IServiceDeskDb).Assembly.GetTypes().Where(t => t.Name.EndsWith("Handler", StringComparison.Ordinal) && t.IsClass).ToList();
        Assert.NotEmpty(handlers);
        Assert.All(handlers, t => Assert.True(t.IsSealed, t.Name));
        Assert.All(handlers, t => Assert.All(
            t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(m => m.Name.EndsWith("Async", StringComparison.Ordinal)),
            m => Assert.True(typeof(Task).IsAssignableFrom(m.ReturnType), $"{t.Name}.{m.Name}")));
    }

    [Fact] // names that say nothing hide what a thing is
    public void No_type_is_called_helper_manager_or_util()
    {
        string[] empty = ["Helper", "Manager", "Utils", "Util", "Common", "Data", "Info"];
        var types = new[] { typeof(Refusal).Assembly, typeof(Application.Shared.IServiceDeskDb).Assembly, typeof(Infrastructure.Registration).Assembly, typeof(Program).Assembly }
            .SelectMany(a => a.GetTypes()).Where(t => t.Namespace?.StartsWith("ServiceDesk", StringComparison.Ordinal) == true && !t.Name.StartsWith('<') && !t.Name.EndsWith("TagHelper", StringComparison.Ordinal));
        Assert.Empty(types.Where(t => empty.Any(e => t.Name.EndsWith(e, StringComparison.Ordinal))).Select(t => t.FullName));
    }

    [Fact]
    public void A_page_model_stays_under_two_screens()
    {
        var long_ = Files("ServiceDesk.Web", ".cshtml.cs").Select(f => (File: Path.GetRelativePath(Source, f), Lines: File.ReadLines(f).Count())).Where(x => x.Lines > 200);
        Assert.Empty(long_);
    }

    [GeneratedRegex(@"\bIServiceDeskDb\b|\bDbContext\b|SaveChangesAsync|\bIQueryable<")]
    private static partial Regex Query();

    [GeneratedRegex(@"<style[\s>]|\sstyle=""|\son(click|submit|change|load|input)=""|<script(?![^>]*\bsrc=)[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();
}
