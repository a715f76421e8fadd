using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Sheets;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Deadlines;

/// <summary>
/// Writes the list of breaches into a table: what the person sees in the list and no more, so never a client, and a subject only where
/// the case may be read. Read in portions, whatever the size.
/// </summary>
public sealed class ExportBreachesHandler(ListBreachesHandler list, ReadLog reads, LocalTime local)
{
    /// <summary>Rows read at a time.</summary>
    public const int Portion = 500;

    private readonly Texts t = Texts.Current;

    /// <summary>Writes the columns' names and all rows that match; their number.</summary>
    public async Task<int> HandleAsync(ListBreaches query, ISheetWriter sheet, CancellationToken cancellationToken)
    {
        await reads.NoteAsync(new Reading(ReadThing.BreachList, "", "", ReadWay.Export, ReadPurpose.Oversight), cancellationToken);
        await sheet.WriteAsync(
            [
                t["Shared.Field.Number"], t["Shared.Field.Subject"], t["Shared.Field.Unit"], t["Shared.Field.Responsible"], t["Breaches.Export.Layer"],
                t["Breaches.Show.Rule"], t["Breaches.Channel"], t["Shared.Field.Received"], t["Breaches.DueOn"], t["Breaches.Show.Answered"],
                t["Breaches.Export.DaysLate"], t["Breaches.Export.Hours"], t["Breaches.Cause"], t["Breaches.Explanation"],
            ], cancellationToken);
        var (written, next) = (0, query.After);
        do
        {
            (var rows, next) = await list.PortionAsync(query with { After = next }, Portion, cancellationToken);
            foreach (var row in rows)
                await sheet.WriteAsync(Cells(row), cancellationToken);
            written += rows.Count;
        }
        while (next is not null);
        return written;
    }

    private object?[] Cells(BreachRow row) =>
    [
        row.Number, row.Subject, row.UnitName, row.OwnerName, t.Of(row.Layer), row.Clause, t.Of(row.Channel), local.DateOf(row.ReceivedAt), row.DueOn,
        row.SettledAt is { } at ? local.DateOf(at) : null, row.WorkingDaysLate,
        row.SettledAt is { } settled ? Math.Round((settled - row.ReceivedAt).TotalHours, 1) : null,
        row.Cause is { } cause ? t.Of(cause) : null, t.Of(row.State),
    ];
}
