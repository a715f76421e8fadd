using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Cases.Search;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Cases.AboutPeople;

/// <summary>How the public form asks which employee a complaint is about.</summary>
public enum EmployeeQuestion
{
    /// <summary>It does not ask.</summary>
    No,

    /// <summary>A field to type a name or a post into.</summary>
    Text,

    /// <summary>A list of employees by unit; only where the municipality publishes it.</summary>
    List,
}

/// <summary>What the public form asks (section <c>ServiceDesk:PublicForm</c>).</summary>
public sealed class PublicFormOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "ServiceDesk:PublicForm";

    /// <summary>Longest name or post that is typed, characters.</summary>
    public const int MaxEmployee = 200;

    /// <summary>How it asks which employee a complaint is about.</summary>
    public EmployeeQuestion AskEmployee { get; set; } = EmployeeQuestion.Text;
}

/// <summary>An employee of the published list.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">Name, surname and post.</param>
/// <param name="UnitName">The unit.</param>
public sealed record PublishedEmployee(Guid Id, string Name, string UnitName);

/// <summary>
/// Finds whom a client means. What was typed never tells the client whether anybody was found, and no list leaves the house unless the
/// municipality publishes it.
/// </summary>
public sealed class EmployeesNamed(IServiceDeskDb db, IOptions<PublicFormOptions> options)
{
    private const int ShortestStem = 3;

    /// <summary>How the form asks.</summary>
    public EmployeeQuestion Question => options.Value.AskEmployee;

    /// <summary>The published list; empty where it is not published.</summary>
    public async Task<IReadOnlyList<PublishedEmployee>> PublishedAsync(CancellationToken cancellationToken) => Question != EmployeeQuestion.List ? [] :
        await db.Set<Employee>().AsNoTracking().Where(e => e.IsActive).Join(db.Set<OrgUnit>(), e => e.UnitId, u => u.Id, (e, u) => new { e, u })
            .OrderBy(x => x.u.Name).ThenBy(x => x.e.Surname).ThenBy(x => x.e.Name)
            .Select(x => new PublishedEmployee(x.e.Id, x.e.Name + " " + x.e.Surname + ", " + x.e.Position, x.u.Name)).ToListAsync(cancellationToken);

    /// <summary>An employee chosen from the published list; null when it is not published or does not hold them.</summary>
    public async Task<PublishedEmployee?> ChosenAsync(Guid id, CancellationToken cancellationToken) => (await PublishedAsync(cancellationToken)).FirstOrDefault(p => p.Id == id);

    /// <summary>
    /// Employees whose name and surname are both in the text, in any case ending and with or without Latvian marks. Two of the same name
    /// are both meant until a person says which.
    /// </summary>
    public async Task<IReadOnlyList<Guid>> FindAsync(string text, CancellationToken cancellationToken)
    {
        var words = SearchText.Terms(text).Select(w => w.Folded).ToList();
        if (words.Count < 2)
            return [];
        var people = await db.Set<Employee>().AsNoTracking().Where(e => e.IsActive).Select(e => new { e.Id, e.Name, e.Surname }).ToListAsync(cancellationToken);
        return [.. people.Where(p => Says(words, p.Name) && Says(words, p.Surname)).Select(p => p.Id)];
    }

    /// <summary>Latvian names change their endings: Zariņa, Zariņas, Zariņai. The stem is compared, and no word may be much longer.</summary>
    private static bool Says(List<string> words, string name)
    {
        var folded = SearchText.Fold(name);
        var stem = folded.Length > ShortestStem ? folded.TrimEnd('s')[..^1] : folded;
        return words.Any(w => w.StartsWith(stem, StringComparison.Ordinal) && w.Length <= folded.Length + 2);
    }
}
