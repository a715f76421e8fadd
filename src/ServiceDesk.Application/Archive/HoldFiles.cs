using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Archive;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Archive;

/// <summary>Legal holds on files. A hold on anything in a file holds the file as well.</summary>
public sealed class HoldFilesHandler(IServiceDeskDb db, ArchiveDesk desk)
{
    /// <summary>Places a hold on a file. Refused without a reason, for a day that is over, twice, and for a file that is gone.</summary>
    public async Task PlaceAsync(Guid fileId, string? reason, DateOnly? untilOn, CancellationToken cancellationToken)
    {
        var file = await desk.FileAsync(fileId, null, cancellationToken);
        if (untilOn < desk.Today)
            throw new Refusal("Archive.Refusal.HoldPast");
        if (file.State is FileState.Destroyed or FileState.HandedOver)
            throw new Refusal("Archive.Refusal.NotClosed", file.Index);
        var label = $"{file.Index} ({file.Year})";
        if (await db.Set<LegalHold>().AnyAsync(h => h.Kind == RecordKind.File && h.RecordId == fileId && h.LiftedAt == null, cancellationToken))
            throw new Refusal("Protection.Refusal.OnHold", label);
        db.Set<LegalHold>().Add(new LegalHold(RecordKind.File, fileId, label, reason, desk.Actor, desk.Now, untilOn));
        await desk.SaveAsync(cancellationToken);
    }

    /// <summary>Holds that stand on these files or on what lies in them: file and label of what is held.</summary>
    public async Task<IReadOnlyList<(Guid FileId, string Label)>> StandingAsync(IReadOnlyCollection<Guid> fileIds, CancellationToken cancellationToken)
    {
        var own = await db.Set<LegalHold>().Where(h => h.LiftedAt == null && fileIds.Contains(h.RecordId)).Select(h => new { FileId = h.RecordId, h.Label }).ToListAsync(cancellationToken);
        var inside = await db.Set<FiledItem>().Where(i => i.LeftAt == null && fileIds.Contains(i.FileId))
            .Join(db.Set<LegalHold>().Where(h => h.LiftedAt == null), i => i.RecordId, h => h.RecordId, (i, h) => new { i.FileId, h.Label }).ToListAsync(cancellationToken);
        return [.. own.Concat(inside).Select(h => (h.FileId, h.Label))];
    }
}
