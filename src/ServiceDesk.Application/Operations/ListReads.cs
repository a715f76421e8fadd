using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Shared.Sheets;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Operations;

/// <summary>Who read what.</summary>
/// <param name="Thing">Only this kind of thing.</param>
/// <param name="Purpose">Only for this purpose.</param>
/// <param name="Way">Only read this way.</param>
/// <param name="By">Only by this person, by name.</param>
/// <param name="Label">Only what people know by a number that begins so.</param>
/// <param name="Key">Only this one.</param>
/// <param name="From">First local day.</param>
/// <param name="To">Last local day.</param>
/// <param name="After">Last record of the page before.</param>
public sealed record ListReads(
    ReadThing? Thing = null, ReadPurpose? Purpose = null, ReadWay? Way = null, string? By = null, string? Label = null, string? Key = null,
    DateOnly? From = null, DateOnly? To = null, ChangeKey? After = null);

/// <summary>A reading as people see it.</summary>
public sealed record ReadRow(
    Guid Id, DateTimeOffset At, DateTimeOffset LastAt, int Times, string By, ReadThing Thing, string Key, string Label, ReadWay Way, ReadPurpose Purpose, string? Reason);

/// <summary>A page of readings.</summary>
/// <param name="Rows">Newest first.</param>
/// <param name="Next">Where the next page begins; null at the end.</param>
/// <param name="People">Everybody in the log, by name.</param>
public sealed record ReadsPage(IReadOnlyList<ReadRow> Rows, ChangeKey? Next, IReadOnlyList<string> People);

/// <summary>Shows the access log to the data-protection officer, page by page or as a table.</summary>
public sealed class ListReadsHandler(IServiceDeskDb db, ICurrentUser user, ReadLog reads, LocalTime local)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 50;

    private const int Portion = 500;

    private readonly Texts t = Texts.Current;

    /// <summary>One page.</summary>
    public async Task<ReadsPage> HandleAsync(ListReads query, CancellationToken cancellationToken)
    {
        var (rows, next) = await PortionAsync(query, PageSize, cancellationToken);
        var people = await db.Set<ReadRecord>().AsNoTracking().Select(r => r.ByName).Distinct().ToListAsync(cancellationToken);
        return new ReadsPage(rows, next, [.. people.Where(p => p.Length > 0).Order(StringComparer.CurrentCulture)]);
    }

    /// <summary>Writes all rows that match into a table. Taking the log away is itself written down first.</summary>
    public async Task<int> ExportAsync(ListReads query, ISheetWriter sheet, CancellationToken cancellationToken)
    {
        await reads.NoteAsync(new Reading(ReadThing.AccessLog, "", "", ReadWay.Export, ReadPurpose.Oversight), cancellationToken);
        await sheet.WriteAsync(
            [
                t["Protection.Reads.Day"], t["Protection.Reads.Time"], t["Protection.Reads.LastTime"], t["Protection.Reads.Times"], t["Protection.Reads.By"], t["Protection.Reads.Thing"],
                t["Shared.Field.Number"], t["Protection.Reads.Way"], t["Protection.Reads.Purpose"], t["Protection.Reads.Reason"],
            ], cancellationToken);
        var (written, next) = (0, query.After);
        do
        {
            (var rows, next) = await PortionAsync(query with { After = next }, Portion, cancellationToken);
            foreach (var row in rows)
            {
                await sheet.WriteAsync(
                    [local.DateOf(row.At), Time(row.At), Time(row.LastAt), row.Times, row.By, t.Of(row.Thing), row.Label, t.Of(row.Way), t.Of(row.Purpose), row.Reason], cancellationToken);
            }

            written += rows.Count;
        }
        while (next is not null);
        return written;
    }

    private async Task<(IReadOnlyList<ReadRow> Rows, ChangeKey? Next)> PortionAsync(ListReads query, int size, CancellationToken cancellationToken)
    {
        if (!user.May(Permission.SeeAccessLog))
            throw new Refusal("Operations.Refusal.NotAllowed");
        var rows = await Filtered(query).OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Take(size + 1)
            .Select(r => new ReadRow(r.Id, r.At, r.LastAt, r.Times, r.ByName, r.Thing, r.Key, r.Label, r.Way, r.Purpose, r.Reason)).ToListAsync(cancellationToken);
        var last = rows.Count > size ? rows[size - 1] : null;
        return ([.. rows.Take(size)], last is null ? null : new ChangeKey(last.At, last.Id));
    }

    private IQueryable<ReadRecord> Filtered(ListReads query)
    {
        var found = db.Set<ReadRecord>().AsNoTracking();
        if (query.Thing is { } thing)
            found = found.Where(r => r.Thing == thing);
        if (query.Purpose is { } purpose)
            found = found.Where(r => r.Purpose == purpose);
        if (query.Way is { } way)
            found = found.Where(r => r.Way == way);
        if (query.By is { Length: > 0 } by)
            found = found.Where(r => r.ByName == by);
        if (query.Label?.Trim() is { Length: > 0 } label)
            found = found.Where(r => r.Label.StartsWith(label));
        if (query.Key is { Length: > 0 } key)
            found = found.Where(r => r.Key == key);
        if (query.From is { } from)
        {
            var start = local.StartOf(from);
            found = found.Where(r => r.LastAt >= start);
        }

        if (query.To is { } to)
        {
            var end = local.StartOf(to.AddDays(1));
            found = found.Where(r => r.At < end);
        }

        return query.After is { } after ? found.Where(r => r.At < after.At || (r.At == after.At && r.Id.CompareTo(after.Id) < 0)) : found;
    }

    private string Time(DateTimeOffset at) => local.At(at).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
