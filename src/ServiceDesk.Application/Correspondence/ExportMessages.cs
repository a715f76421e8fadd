using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Sheets;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Correspondence;

/// <summary>Writes the message log into a table: what the reader sees in the list and no more. Read in portions, whatever the size.</summary>
public sealed class ExportMessagesHandler(ListMessagesHandler list, ReadLog reads, LocalTime local)
{
    /// <summary>Rows read at a time.</summary>
    public const int Portion = 500;

    private readonly Texts t = Texts.Current;

    /// <summary>Writes the columns' names and all rows that match; their number.</summary>
    public async Task<int> HandleAsync(ListMessages query, ISheetWriter sheet, CancellationToken cancellationToken)
    {
        await reads.NoteAsync(new Reading(ReadThing.MessageList, "", "", ReadWay.Export), cancellationToken);
        await sheet.WriteAsync(
            [
                t["Correspondence.Log.Written"], t["Correspondence.Log.Time"], t["Shared.Field.Number"], t["Shared.Field.Unit"], t["Correspondence.Log.Direction"],
                t["Correspondence.Log.Kind"], t["Correspondence.Log.Party"], t["Correspondence.Log.Delivery"], t["Correspondence.Log.State"],
                t["Correspondence.Log.Sent"], t["Correspondence.Log.Attempts"], t["Correspondence.Log.Error"],
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

    private object?[] Cells(MessageLogRow row) =>
    [
        local.DateOf(row.WrittenAt), Time(row.WrittenAt), row.Number, row.UnitName, t.Of(row.Direction), t.Of(row.Kind), row.Party,
        row.Delivery == Domain.Correspondence.Delivery.None ? null : t.Of(row.Delivery), t.Of(row.State),
        row.SentAt is { } sent ? $"{local.DateOf(sent):dd.MM.yyyy} {Time(sent)}" : null, row.Attempts, row.Error,
    ];

    private string Time(DateTimeOffset at) => local.At(at).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
