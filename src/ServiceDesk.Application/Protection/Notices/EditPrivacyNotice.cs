using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Protection.Notices;

/// <summary>The draft of a point as it is to be.</summary>
/// <param name="Point">Where it is shown.</param>
/// <param name="Words">What it says.</param>
/// <param name="Remark">What changed against the version before.</param>
/// <param name="Version">Version of the draft the page showed; null when there was none.</param>
public sealed record EditPrivacyNotice(CollectingPoint Point, NoticeWords Words, string? Remark, int? Version);

/// <summary>A point in the list.</summary>
/// <param name="Point">Which.</param>
/// <param name="Current">Number in force; null when none.</param>
/// <param name="ValidFrom">From which local day.</param>
/// <param name="Coming">A version published that does not hold yet.</param>
/// <param name="DraftAt">When a draft was written last, UTC.</param>
public sealed record NoticePoint(CollectingPoint Point, int? Current, DateOnly? ValidFrom, DateOnly? Coming, DateTimeOffset? DraftAt);

/// <summary>Writes and publishes privacy notices. A published version never changes; the next begins as its copy.</summary>
public sealed class EditPrivacyNoticeHandler(
    IServiceDeskDb db, ProtectionEditor editor, ChangeLog log, IOptions<MunicipalityOptions> municipality, ICurrentUser user, LocalTime local, TimeProvider time)
{
    /// <summary>Languages a version must have to be published.</summary>
    public IReadOnlyList<string> Needed => [.. municipality.Value.PublicLanguageCodes.Prepend("lv").Distinct()];

    /// <summary>All points.</summary>
    public async Task<IReadOnlyList<NoticePoint>> ListAsync(CancellationToken cancellationToken)
    {
        editor.Demand(Permission.ManagePrivacyNotices);
        var today = local.DateOf(time.GetUtcNow());
        var all = await db.Set<PrivacyNotice>().AsNoTracking().Select(n => new { n.Point, n.Number, n.State, n.ValidFrom, n.WrittenAt }).ToListAsync(cancellationToken);
        return [.. Enum.GetValues<CollectingPoint>().Select(point =>
        {
            var here = all.Where(n => n.Point == point).ToList();
            var current = here.Where(n => n.State == PrivacyNoticeState.Published && n.ValidFrom <= today).OrderBy(n => n.ValidFrom).ThenBy(n => n.Number).LastOrDefault();
            return new NoticePoint(point, current?.Number, current?.ValidFrom, here.Where(n => n.ValidFrom > today).Select(n => n.ValidFrom).Min(), here.FirstOrDefault(n => n.State == PrivacyNoticeState.Draft)?.WrittenAt);
        })];
    }

    /// <summary>All versions of a point, newest first, with the draft on top.</summary>
    public async Task<IReadOnlyList<PrivacyNotice>> ShowAsync(CollectingPoint point, CancellationToken cancellationToken)
    {
        editor.Demand(Permission.ManagePrivacyNotices);
        return await db.Set<PrivacyNotice>().AsNoTracking().Where(n => n.Point == point)
            .OrderBy(n => n.State == PrivacyNoticeState.Draft ? 0 : 1).ThenByDescending(n => n.Number).ToListAsync(cancellationToken);
    }

    /// <summary>Saves the draft.</summary>
    public async Task SaveAsync(EditPrivacyNotice command, CancellationToken cancellationToken)
    {
        editor.Demand(Permission.ManagePrivacyNotices);
        await WriteAsync(command, cancellationToken);
        await editor.SaveAsync(cancellationToken);
    }

    /// <summary>Saves the draft and publishes it from a local day on; the number it got.</summary>
    public async Task<int> PublishAsync(EditPrivacyNotice command, DateOnly validFrom, CancellationToken cancellationToken)
    {
        editor.Demand(Permission.ManagePrivacyNotices);
        var draft = await WriteAsync(command, cancellationToken);
        var now = time.GetUtcNow();
        var last = await db.Set<PrivacyNotice>().Where(n => n.Point == command.Point).MaxAsync(n => (int?)n.Number, cancellationToken) ?? 0;
        var record = await db.Set<ProcessingRecord>().AsNoTracking().SingleAsync(cancellationToken);
        draft.Publish(last + 1, validFrom, local.DateOf(now), Needed, text => Fill(text, record), user.AsActor(), now);
        log.Record(
            ChangedThing.PrivacyNotice, command.Point.ToString(), $"{Texts.In("lv").Of(command.Point)}, {draft.Number}", null,
            new ChangeValues().With(ChangedField.ValidFrom, validFrom).With(ChangedField.Text, draft.Words.BodyLv), command.Remark);
        await editor.SaveAsync(cancellationToken);
        return draft.Number;
    }

    /// <summary>A text with its places filled.</summary>
    public static string Fill(string text, ProcessingRecord record) => text.Replace("{controller}", record.Controller, StringComparison.Ordinal)
        .Replace("{contact}", record.ControllerContact, StringComparison.Ordinal).Replace("{officer}", $"{record.Officer}, {record.OfficerContact}", StringComparison.Ordinal);

    private async Task<PrivacyNotice> WriteAsync(EditPrivacyNotice command, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var draft = await db.Set<PrivacyNotice>().SingleOrDefaultAsync(n => n.Point == command.Point && n.State == PrivacyNoticeState.Draft, cancellationToken);
        if (draft is null)
        {
            // The page showed a draft that somebody has published meanwhile.
            if (command.Version is not null)
                throw new Refusal("Protection.Refusal.ChangedMeanwhile");
            draft = new PrivacyNotice(command.Point, command.Words, command.Remark, user.AsActor(), now);
            db.Set<PrivacyNotice>().Add(draft);
            return draft;
        }

        ProtectionEditor.RefuseIfStale(draft, command.Version ?? -1);
        draft.Write(command.Words, command.Remark, user.AsActor(), now);
        return draft;
    }
}

/// <summary>The first version of every notice, so that people are told from the first day.</summary>
public sealed class PrivacyNoticesSeed(IServiceDeskDb db, LocalTime local, TimeProvider time) : ISeed
{
    /// <inheritdoc/>
    public int Order => 32;

    /// <inheritdoc/>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var there = await db.Set<PrivacyNotice>().Select(n => n.Point).Distinct().ToListAsync(cancellationToken);
        var record = await db.Set<ProcessingRecord>().AsNoTracking().SingleAsync(cancellationToken);
        var now = time.GetUtcNow();
        var today = local.DateOf(now);
        foreach (var point in Enum.GetValues<CollectingPoint>().Except(there))
        {
            var notice = new PrivacyNotice(point, NoticeTexts.For(point), null, Domain.Cases.Actor.System, now);
            notice.Publish(1, today, today, ["lv", "en", "ru"], text => EditPrivacyNoticeHandler.Fill(text, record), Domain.Cases.Actor.System, now);
            db.Set<PrivacyNotice>().Add(notice);
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
