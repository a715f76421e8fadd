using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases.Imports;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Clients.Imports;

/// <summary>Takes over the clients of a file. One the register knows is not made twice, and its card stays as it is.</summary>
public sealed class ClientImporter(IServiceDeskDb db, ClientEntryCheck check, IPersonalCodes codes, TimeProvider time) : FileImporter<ClientRow>(db, time)
{
    private readonly IServiceDeskDb db = db;

    /// <summary>In a trial nothing is saved: what the file had before is remembered here.</summary>
    private readonly HashSet<UInt128> tried = [];

    private HashSet<string> marks = [];
    private ClientRowReader reader = null!;

    /// <inheritdoc/>
    public override ImportKind Kind => ImportKind.Clients;

    /// <inheritdoc/>
    protected override async Task<Func<int, IReadOnlyList<string>, bool, ClientRow>> PrepareAsync(IReadOnlyList<string> heading, DateTimeOffset now, CancellationToken cancellationToken)
    {
        tried.Clear();
        var groups = await db.Set<TargetGroup>().AsNoTracking().Where(g => g.IsOffered).OrderBy(g => g.Order).ToListAsync(cancellationToken);
        reader = new ClientRowReader(heading, ClientColumns.Places(heading) ?? throw new Refusal("Clients.Import.HeadingUnknown"), check, groups);
        return reader.Read;
    }

    /// <inheritdoc/>
    protected override async Task<TakenOver> TakeAsync(ImportRun run, IReadOnlyList<ClientRow> batch, DateTimeOffset now, CancellationToken cancellationToken)
    {
        marks = [];
        List<(ClientRow Row, Client Client)> made = [];
        foreach (var row in batch.Where(r => r.IsAccepted))
            made.Add((row, await MakeAsync(row, run, now, cancellationToken)));
        var known = await KnownClients.FindAsync(db, [.. made.Select(m => (m.Client, m.Row.Card))], cancellationToken);
        var (imported, there) = (0, 0);
        List<ImportLine> lines = [.. batch.Where(r => !r.IsAccepted).SelectMany(r => LinesOf(run, r))];
        if (run.LastRecord == 0 && reader.Unknown.Count > 0)
            lines.Add(new ImportLine(run.Id, ImportLine.Heading, string.Join(", ", reader.Unknown), ImportRemark.ColumnUnknown));
        foreach (var (row, client) in made)
        {
            var own = KnownClients.MarksOf(client, row.Card).ToList();
            var by = own.Find(m => known.Contains(m.Mark) || marks.Contains(m.Mark) || (run.IsTrial && tried.Contains(Short(m.Mark))));
            if (by.Mark is not null)
            {
                there++;
                lines.Add(new ImportLine(run.Id, row.Record, reader.Heading(by.Column), ImportRemark.ClientKnown));
                continue;
            }

            imported++;
            marks.UnionWith(own.Select(m => m.Mark));
            lines.AddRange(LinesOf(run, row));
            if (!run.IsTrial)
                db.Set<Client>().Add(client);
        }

        return new TakenOver(imported, there, lines);
    }

    /// <inheritdoc/>
    protected override ClientRow NotSaved(ClientRow record) => new(record.Record, [new RowRemark(ImportRemark.NotSaved, "")]);

    /// <inheritdoc/>
    protected override void Saved(ImportRun run)
    {
        if (run.IsTrial)
            tried.UnionWith(marks.Select(Short));
    }

    private async Task<Client> MakeAsync(ClientRow row, ImportRun run, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var by = new Actor(run.StartedById, run.StartedByName);
        var client = await RegisterClientHandler.MakeAsync(db, row.Entry!, row.Checked!, codes, by, at, row.Card, cancellationToken);
        if (row.Groups.Count > 0)
            client.SetGroups(row.Groups, by, at);
        client.MarkImported(run.FileName, by, at);
        return client;
    }

    /// <summary>Sixteen bytes in place of a text of any length; it never leaves the memory.</summary>
    private static UInt128 Short(string mark) => BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(mark)));

    /// <summary>One line for each remark; two columns of the same share it.</summary>
    private static List<ImportLine> LinesOf(ImportRun run, ClientRow row) =>
        [.. row.Remarks.GroupBy(r => r.Remark).Select(g => new ImportLine(run.Id, row.Record, string.Join(", ", g.Select(r => r.Column).Distinct()), g.Key))];
}
