using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Quality;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Quality.Improvements;

/// <summary>A task as a person sees it.</summary>
/// <param name="Item">The task, with its events.</param>
/// <param name="Unit">Whose matter.</param>
/// <param name="Owner">Who does it.</param>
/// <param name="Evidence">What proves it.</param>
/// <param name="Thing">What it came of, where the person may see that.</param>
/// <param name="Badge">The day that counts now.</param>
/// <param name="Steps">What the person may do now.</param>
public sealed record ImprovementDetails(
    Improvement Item, string Unit, string? Owner, IReadOnlyList<ImprovementEvidence> Evidence, ImprovementThing? Thing, DueBadge? Badge, IReadOnlyList<ImprovementStep> Steps);

/// <summary>Shows an improvement task and its files. Reading a restricted one is written down.</summary>
public sealed class ShowImprovementHandler(
    IServiceDeskDb db, CalendarProvider calendars, ImprovementThings things, IFileStore files, ReadLog reads, QualityDesk desk, ICurrentUser user)
{
    /// <summary>The task; null when there is none, or none for this person.</summary>
    public async Task<ImprovementDetails?> HandleAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = await Visible().Include(i => i.Events.OrderBy(e => e.At).ThenBy(e => e.Id))
            .SingleOrDefaultAsync(i => i.Id == id, cancellationToken);
        if (found is null)
            return null;
        await NoteAsync(found, ReadWay.Page, cancellationToken);
        var unit = await db.Set<OrgUnit>().AsNoTracking().Where(u => u.Id == found.UnitId)
            .Select(u => new { u.Name, Owner = db.Set<Employee>().Where(e => e.Id == found.OwnerId).Select(e => e.Name + " " + e.Surname).FirstOrDefault() }).SingleAsync(cancellationToken);
        return new ImprovementDetails(
            found, unit.Name, unit.Owner,
            await db.Set<ImprovementEvidence>().AsNoTracking().Where(e => e.ImprovementId == id).OrderBy(e => e.AddedAt).ThenBy(e => e.Id).ToListAsync(cancellationToken),
            await things.FindAsync(found.Source.Origin, found.Source.ThingId, cancellationToken),
            ListImprovementsHandler.Badge(found.State, found.DueOn, found.CheckOn, desk.Today, await calendars.GetAsync(cancellationToken)), [.. TendImprovementHandler.StepsFor(user, found)]);
    }

    /// <summary>A file that proves a task; null when there is none for this person.</summary>
    public async Task<Download?> FileAsync(Guid id, Guid fileId, CancellationToken cancellationToken)
    {
        var found = await Visible().Include(i => i.Evidence.Where(e => e.Id == fileId)).SingleOrDefaultAsync(i => i.Id == id, cancellationToken);
        if (found?.Evidence is not [{ Hash: { } hash } file] || files.Open(hash) is not { } content)
            return null;
        await NoteAsync(found, ReadWay.File, cancellationToken);
        return new Download(file.FileName!, file.ContentType!, content);
    }

    private IQueryable<Improvement> Visible() => db.Set<Improvement>().AsNoTracking().VisibleTo(user, db.Set<Case>());

    private async Task NoteAsync(Improvement item, ReadWay way, CancellationToken cancellationToken)
    {
        if (item.IsRestricted)
            await reads.NoteAsync(new Reading(ReadThing.Improvement, item.Id, item.Number, way, user.Settles(item) || user.Owns(item) ? ReadPurpose.Handling : ReadPurpose.Oversight), cancellationToken);
    }
}

/// <summary>An improvement the public may know of.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="Unit">Whose matter.</param>
/// <param name="Text">What the public is told, in its language.</param>
/// <param name="DueOn">Until when, while work is owed.</param>
/// <param name="DoneOn">When it was done.</param>
public sealed record PublicImprovement(ImprovementState State, string Unit, string Text, DateOnly? DueOn, DateOnly? DoneOn);

/// <summary>What was done about a thing, for a page everybody may read: "you said, we did". Nothing restricted, nothing without words for the public.</summary>
public sealed class ShowPublicImprovementsHandler(IServiceDeskDb db)
{
    /// <summary>What came of a thing, oldest first.</summary>
    /// <param name="origin">What the thing is.</param>
    /// <param name="thingId">Which one.</param>
    /// <param name="language">Two letters.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<IReadOnlyList<PublicImprovement>> HandleAsync(ImprovementOrigin origin, Guid thingId, string language, CancellationToken cancellationToken)
    {
        var rows = await db.Set<Improvement>().AsNoTracking()
            .Where(i => i.Source.Origin == origin && i.Source.ThingId == thingId && i.Public.IsShown && !i.IsRestricted && i.State != ImprovementState.Proposed && i.State != ImprovementState.Dropped)
            .OrderBy(i => i.RegisterYear).ThenBy(i => i.Sequence)
            .Select(i => new { i.State, i.Public, i.DueOn, i.DoneOn, Unit = db.Set<OrgUnit>().Where(u => u.Id == i.UnitId).Select(u => u.Name).First() }).ToListAsync(cancellationToken);
        return [.. rows.Select(r => new PublicImprovement(r.State, r.Unit, r.Public.In(language) ?? "", r.DueOn, r.DoneOn))];
    }
}
