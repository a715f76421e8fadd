using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Archive;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Archive;

/// <summary>A line of the nomenclature to be added or written anew.</summary>
/// <param name="Year">Its year.</param>
/// <param name="Id">The file; for a new one the form's one-time token.</param>
/// <param name="Spec">The line.</param>
/// <param name="Note">Why it comes after approval.</param>
/// <param name="Seen">The version the page showed; null for a new one.</param>
public sealed record SaveArchiveFile(int Year, Guid? Id, FileSpec Spec, string? Note, int? Seen);

/// <summary>Draws up nomenclatures, approves them, closes files and years.</summary>
public sealed class KeepNomenclatureHandler(IServiceDeskDb db, ArchiveDesk desk)
{
    /// <summary>Begins the nomenclature of a year, with the files of the latest year before it when <paramref name="copy"/> says so. Refused when the year has one.</summary>
    public async Task<int> BeginAsync(int year, bool copy, CancellationToken cancellationToken)
    {
        desk.Demand();
        if (await db.Set<Nomenclature>().AnyAsync(n => n.Year == year, cancellationToken))
            throw new Refusal("Archive.Refusal.YearThere", year);
        var nomenclature = new Nomenclature(year, desk.Actor, desk.Now);
        db.Set<Nomenclature>().Add(nomenclature);
        var copied = 0;
        if (copy && await db.Set<Nomenclature>().Where(n => n.Year < year).MaxAsync(n => (int?)n.Year, cancellationToken) is { } last)
        {
            foreach (var file in await db.Set<ArchiveFile>().AsNoTracking().Where(f => f.Year == last).ToListAsync(cancellationToken))
            {
                db.Set<ArchiveFile>().Add(new ArchiveFile(nomenclature, file.Spec, null, desk.Actor, desk.Now));
                copied++;
            }
        }

        await desk.SaveAsync(cancellationToken);
        return copied;
    }

    /// <summary>The line of a file for the form; null when there is none.</summary>
    public async Task<ArchiveFile?> FindAsync(int year, Guid id, CancellationToken cancellationToken)
    {
        desk.Demand();
        return await db.Set<ArchiveFile>().AsNoTracking().SingleOrDefaultAsync(f => f.Year == year && f.Id == id, cancellationToken);
    }

    /// <summary>Adds a file or writes its line anew. Refused for an index the year has already.</summary>
    public async Task SaveAsync(SaveArchiveFile command, CancellationToken cancellationToken)
    {
        desk.Demand();
        var nomenclature = await OfAsync(command.Year, cancellationToken);
        var index = command.Spec.Index?.Trim() ?? "";
        if (await db.Set<ArchiveFile>().AnyAsync(f => f.Year == command.Year && f.Index == index && f.Id != command.Id, cancellationToken))
            throw new Refusal("Archive.Refusal.IndexThere", index);
        if (command.Id is { } id)
            (await desk.FileAsync(id, command.Seen, cancellationToken)).Write(nomenclature, command.Spec);
        else
            db.Set<ArchiveFile>().Add(new ArchiveFile(nomenclature, command.Spec, command.Note, desk.Actor, desk.Now));
        await desk.SaveAsync(cancellationToken);
    }

    /// <summary>Takes a line out of a draft.</summary>
    public async Task RemoveAsync(int year, Guid id, int? seen, CancellationToken cancellationToken)
    {
        var nomenclature = await OfAsync(year, cancellationToken);
        var file = await desk.FileAsync(id, seen, cancellationToken);
        file.Write(nomenclature, file.Spec);
        db.Set<ArchiveFile>().Remove(file);
        await desk.SaveAsync(cancellationToken);
    }

    /// <summary>Approves the nomenclature of a year.</summary>
    public async Task ApproveAsync(int year, string? agreement, int? seen, CancellationToken cancellationToken)
    {
        desk.Demand();
        var nomenclature = await OfAsync(year, cancellationToken);
        ArchiveDesk.RefuseIfStale(nomenclature, seen);
        nomenclature.Approve(await db.Set<ArchiveFile>().CountAsync(f => f.Year == year, cancellationToken), agreement, desk.Actor, desk.Now);
        await desk.SaveAsync(cancellationToken);
    }

    /// <summary>Closes every file of a year that is over, as of its last day, and the year itself; the number of files closed.</summary>
    public async Task<int> CloseYearAsync(int year, int? seen, CancellationToken cancellationToken)
    {
        desk.Demand();
        var nomenclature = await OfAsync(year, cancellationToken);
        ArchiveDesk.RefuseIfStale(nomenclature, seen);
        nomenclature.Close(desk.Today, desk.Now);
        var open = await db.Set<ArchiveFile>().Where(f => f.Year == year && f.State == FileState.Open).ToListAsync(cancellationToken);
        foreach (var file in open)
            file.Close(new DateOnly(year, 12, 31), null, desk.Today);
        await desk.SaveAsync(cancellationToken);
        return open.Count;
    }

    /// <summary>Closes one file on a local day.</summary>
    public async Task CloseAsync(Guid id, DateOnly on, DateOnly? keptThrough, int? seen, CancellationToken cancellationToken)
    {
        (await desk.FileAsync(id, seen, cancellationToken)).Close(on, keptThrough, desk.Today);
        await desk.SaveAsync(cancellationToken);
    }

    /// <summary>Sets the last day of a closed file whose term follows a rule of its own.</summary>
    public async Task KeepThroughAsync(Guid id, DateOnly day, int? seen, CancellationToken cancellationToken)
    {
        (await desk.FileAsync(id, seen, cancellationToken)).KeepThrough(day);
        await desk.SaveAsync(cancellationToken);
    }

    private async Task<Nomenclature> OfAsync(int year, CancellationToken cancellationToken) =>
        await db.Set<Nomenclature>().SingleOrDefaultAsync(n => n.Year == year, cancellationToken) ?? throw new Refusal("Archive.Refusal.YearUnknown", year);
}
