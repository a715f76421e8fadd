using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Quality;

namespace ServiceDesk.Application.Quality.Improvements;

/// <summary>A thing an improvement may come of, as this person may see it.</summary>
/// <param name="Origin">What it is.</param>
/// <param name="Id">Which one.</param>
/// <param name="Label">Its number or name; no person's name.</param>
/// <param name="Address">Its page.</param>
/// <param name="UnitId">The unit it lies with, if one.</param>
/// <param name="IsRestricted">It is about a person: so is what comes of it.</param>
public sealed record ImprovementThing(ImprovementOrigin Origin, Guid Id, string Label, string Address, Guid? UnitId, bool IsRestricted);

/// <summary>A feature whose things improvements come of. Found by scanning.</summary>
public interface IImprovementThings
{
    /// <summary>Where its pages begin, with a slash at the end: what follows is the key.</summary>
    string Pages { get; }

    /// <summary>Whether it keeps things of this kind.</summary>
    bool Covers(ImprovementOrigin origin);

    /// <summary>The thing; null when there is none, or none for this person.</summary>
    Task<ImprovementThing?> FindAsync(Guid id, CancellationToken cancellationToken);
}

/// <summary>Cases: complaints, and all others.</summary>
public sealed class CaseImprovementThings(IServiceDeskDb db, ICurrentUser user) : IImprovementThings
{
    /// <inheritdoc/>
    public string Pages => "/desk/cases/";

    /// <inheritdoc/>
    public bool Covers(ImprovementOrigin origin) => origin is ImprovementOrigin.Complaint or ImprovementOrigin.Case;

    /// <inheritdoc/>
    public async Task<ImprovementThing?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Set<Case>().AsNoTracking().HeadsVisibleTo(user).Where(c => c.Id == id)
            .Select(c => new { c.Id, c.Kind, c.Number, c.UnitId, IsRestricted = c.IsAboutPerson || c.IsConfidential }).SingleOrDefaultAsync(cancellationToken) is { } c
            ? new ImprovementThing(c.Kind == CaseKind.Complaint ? ImprovementOrigin.Complaint : ImprovementOrigin.Case, c.Id, c.Number, Pages + c.Id, c.UnitId, c.IsRestricted)
            : null;
}

/// <summary>Missed terms.</summary>
public sealed class BreachImprovementThings(IServiceDeskDb db, ICurrentUser user) : IImprovementThings
{
    /// <inheritdoc/>
    public string Pages => "/desk/breaches/";

    /// <inheritdoc/>
    public bool Covers(ImprovementOrigin origin) => origin == ImprovementOrigin.Breach;

    /// <inheritdoc/>
    public async Task<ImprovementThing?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Set<Breach>().AsNoTracking().VisibleTo(user, db).Where(b => b.Id == id)
            .Join(db.Set<Case>(), b => b.CaseId, c => c.Id, (b, c) => new { b.Id, b.UnitId, c.Number, IsRestricted = c.IsAboutPerson || c.IsConfidential }).SingleOrDefaultAsync(cancellationToken) is { } b
            ? new ImprovementThing(ImprovementOrigin.Breach, b.Id, b.Number, Pages + b.Id, b.UnitId, b.IsRestricted)
            : null;
}

/// <summary>Finds what an improvement came of: by its kind and key, or by the page somebody was looking at.</summary>
public sealed class ImprovementThings(IEnumerable<IImprovementThings> features)
{
    /// <summary>The thing of a task or a link; null for an observation, and for what this person may not see.</summary>
    public async Task<ImprovementThing?> FindAsync(ImprovementOrigin origin, Guid? id, CancellationToken cancellationToken) =>
        id is { } key && features.FirstOrDefault(f => f.Covers(origin)) is { } feature ? await feature.FindAsync(key, cancellationToken) : null;

    /// <summary>The thing a desk page shows; null for any other page.</summary>
    public async Task<ImprovementThing?> OnScreenAsync(string? screen, CancellationToken cancellationToken)
    {
        if (Path(screen) is not { } path || features.FirstOrDefault(f => path.StartsWith(f.Pages, StringComparison.OrdinalIgnoreCase)) is not { } feature)
            return null;
        return Guid.TryParse(path[feature.Pages.Length..].Split('/')[0], out var id) ? await feature.FindAsync(id, cancellationToken) : null;
    }

    /// <summary>A path of the desk without query, as it may be kept; null for anything else.</summary>
    public static string? Path(string? screen) =>
        screen is { Length: > 0 and <= Improvement.MaxShort } && (screen == "/desk" || screen.StartsWith("/desk/", StringComparison.OrdinalIgnoreCase))
        && screen.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '_') ? screen : null;
}
