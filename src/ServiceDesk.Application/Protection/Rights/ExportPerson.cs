using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Clients;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Protection.Map;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Protection.Rights;

/// <summary>Everything about a person, ready to be written.</summary>
/// <param name="FileName">Name of the archive: the number of the request.</param>
/// <param name="WriteAsync">Writes the archive to a stream, from its first to its last byte.</param>
public sealed record PersonExport(string FileName, Func<Stream, CancellationToken, Task> WriteAsync);

/// <summary>A file of the person in the archive.</summary>
internal sealed record ExportedFile(Guid Id, string Path, string Hash);

/// <summary>
/// Puts everything known of a person into one archive: a page to read and print, the same for machines, and the files. What the map of
/// personal data knows is in it; what is plainly of others is taken out of texts. Only when it is known who asks.
/// </summary>
public sealed class ExportPersonHandler(
    IServiceDeskDb db, IPersonStore store, PersonScopes scopes, IFileStore files, IPersonalCodes codes, ReadLog reads, IOptions<MunicipalityOptions> house,
    ICurrentUser user, LocalTime local, TimeProvider time)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The archive of a request; that it was made is written down before its first byte.</summary>
    public async Task<PersonExport> HandleAsync(Guid requestId, CancellationToken cancellationToken)
    {
        if (!user.May(Permission.HandlePersonRequests))
            throw new Refusal("Cases.Refusal.NotAllowed");
        var request = await db.Set<PersonRequest>().Include(r => r.Steps).SingleOrDefaultAsync(r => r.Id == requestId, cancellationToken)
            ?? throw new Refusal("Protection.Refusal.RequestUnknown");
        if (request.ClientId is not { } clientId)
            throw new Refusal("Protection.Refusal.NoCard");
        request.Did(PersonRequestStepKind.Exported, null, user.AsActor(), time.GetUtcNow());
        reads.Record(new Reading(ReadThing.PersonData, clientId, Client.NumberOf(clientId), ReadWay.Export, ReadPurpose.PersonRequest, request.Number, clientId));
        await db.SaveChangesAsync(cancellationToken);
        var scope = await scopes.OfAsync(clientId, cancellationToken);
        return new PersonExport($"{request.Number.Replace('/', '-')}.zip", (stream, token) => WriteAsync(stream, scope, request.Number, token));
    }

    private async Task WriteAsync(Stream stream, PersonScope scope, string number, CancellationToken cancellationToken)
    {
        var redactor = new Redactor(await KnownAsync(scope, cancellationToken), Texts.In("lv")["Protection.Export.OthersData"]);
        List<PersonTable> tables = [];
        await foreach (var table in store.ReadAsync(scope, cancellationToken))
            tables.Add(Cleaned(table, redactor));
        await AddCodesAsync(tables, scope, cancellationToken);
        var attached = await FilesAsync(scope, cancellationToken);

        await using var archive = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellationToken);
        var page = new PersonPage(Texts.In("lv"), Dates.In("lv", local), house.Value.FullName, number, local.DateOf(time.GetUtcNow()), attached.ToDictionary(f => f.Id, f => f.Path));
        await AddAsync(archive, "viss-par-jums.html", page.Write(tables), cancellationToken);
        await AddAsync(archive, "dati.json", Json(tables, number, attached).ToJsonString(Readable), cancellationToken);
        foreach (var file in attached)
        {
            if (files.Open(file.Hash) is not { } content)
                continue;
            await using (content)
            {
                await using var entry = await archive.CreateEntry(file.Path, CompressionLevel.Fastest).OpenAsync(cancellationToken);
                await content.CopyToAsync(entry, cancellationToken);
            }
        }
    }

    private static PersonTable Cleaned(PersonTable table, Redactor redactor) => table with
    {
        Rows = [.. table.Rows.Select(r => r with
        {
            Values = [.. r.Values.Select((v, i) => table.Columns[i].Nature == DataNature.FreeText && v is string text ? redactor.Clean(text) : v)],
        })],
    };

    /// <summary>Contacts of the person, of the house and of its people: these stay readable in texts.</summary>
    private async Task<List<string>> KnownAsync(PersonScope scope, CancellationToken cancellationToken)
    {
        List<string?> known = [.. await db.Set<ClientReach>().Where(r => scope.Cards.Contains(r.ClientId)).Select(r => r.Value).ToListAsync(cancellationToken)];
        foreach (var contact in await db.Set<Case>().Where(c => scope.Cases.Contains(c.Id)).Select(c => c.Contact).ToListAsync(cancellationToken))
            known.AddRange([contact.Email, contact.Phone]);
        known.AddRange((await db.Set<ClientCode>().Where(c => scope.Cards.Contains(c.ClientId)).Select(c => c.Cipher).ToListAsync(cancellationToken)).Select(codes.Reveal));
        foreach (var person in await db.Set<Employee>().Select(e => new { e.Email, e.Phone }).ToListAsync(cancellationToken))
            known.AddRange([person.Email, person.Phone]);
        foreach (var unit in await db.Set<OrgUnit>().Select(u => new { u.Email, u.Phone }).ToListAsync(cancellationToken))
            known.AddRange([unit.Email, unit.Phone]);
        known.AddRange([house.Value.Email, house.Value.Phone, house.Value.DataProtectionEmail]);
        return [.. known.OfType<string>()];
    }

    /// <summary>The person's own codes, in full.</summary>
    private async Task AddCodesAsync(List<PersonTable> tables, PersonScope scope, CancellationToken cancellationToken)
    {
        var place = tables.FindIndex(t => t.Entity == nameof(ClientCode));
        if (place < 0)
            return;
        var ciphers = await db.Set<ClientCode>().Where(c => scope.Cards.Contains(c.ClientId)).Select(c => new { c.Id, c.Cipher }).ToDictionaryAsync(c => c.Id, c => c.Cipher, cancellationToken);
        var table = tables[place];
        tables[place] = table with
        {
            Columns = [new PersonColumn("Code", typeof(string), DataNature.OfClient), .. table.Columns],
            Rows = [.. table.Rows.Select(r => r with { Values = [r.Key is { } key && ciphers.TryGetValue(key, out var cipher) ? codes.Reveal(cipher) : null, .. r.Values] })],
        };
    }

    private async Task<List<ExportedFile>> FilesAsync(PersonScope scope, CancellationToken cancellationToken)
    {
        var found = await db.Set<Attachment>().AsNoTracking().Where(a => scope.Cases.Contains(a.CaseId))
            .Join(db.Set<Case>(), a => a.CaseId, c => c.Id, (a, c) => new { a.Id, a.FileName, a.Hash, a.Ordinal, c.Number, c.ReceivedAt })
            .OrderBy(a => a.ReceivedAt).ThenBy(a => a.Id).ToListAsync(cancellationToken);
        var papers = await db.Set<Document>().AsNoTracking()
            .Where(d => (d.ClientId != null && scope.Cards.Contains(d.ClientId.Value)) || (d.CaseId != null && scope.Cases.Contains(d.CaseId.Value)))
            .SelectMany(d => d.Files).OrderBy(f => f.At).ThenBy(f => f.Id).Select(f => new { f.Id, f.FileName, f.Hash }).ToListAsync(cancellationToken);
        return
        [
            .. found.Select((a, i) => new ExportedFile(a.Id, $"datnes/{a.Number.Replace('/', '-')}/{i + 1:000}-{Path.GetFileName(a.FileName)}", a.Hash)),
            .. papers.Select((f, i) => new ExportedFile(f.Id, $"dokumenti/{i + 1:000}-{Path.GetFileName(f.FileName)}", f.Hash)),
        ];
    }

    private JsonObject Json(List<PersonTable> tables, string number, List<ExportedFile> attached)
    {
        var paths = attached.ToDictionary(f => f.Id, f => f.Path);
        var root = new JsonObject { ["request"] = number, ["controller"] = house.Value.FullName, ["madeAt"] = time.GetUtcNow().ToString("O") };
        foreach (var table in tables)
        {
            root[table.Entity] = new JsonArray([.. table.Rows.Select(row =>
            {
                var item = new JsonObject();
                if (row.Key is { } key)
                    item["id"] = key.ToString();
                if (row.OwnerId is { } owner)
                    item["of"] = owner.ToString();
                foreach (var (column, value) in table.Columns.Zip(row.Values))
                {
                    // Two parts of one row may be called the same: the name on the card and in a contact.
                    item[column.Name] = Node(value);
                }

                if (row.Key is { } file && paths.TryGetValue(file, out var path))
                    item["file"] = path;
                return (JsonNode?)item;
            })]);
        }

        return root;
    }

    private JsonNode? Node(object? value) => value switch
    {
        null => null,
        string text => text,
        bool yes => yes,
        int number => number,
        long number => number,
        DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        DateTimeOffset at => local.At(at).ToString("yyyy-MM-ddTHH:mm:ss", System.Globalization.CultureInfo.InvariantCulture),
        IEnumerable<string> words => new JsonArray([.. words.Select(w => (JsonNode?)w)]),
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture),
    };

    private static async Task AddAsync(ZipArchive archive, string name, string text, CancellationToken cancellationToken)
    {
        await using var entry = await archive.CreateEntry(name, CompressionLevel.Optimal).OpenAsync(cancellationToken);
        await entry.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
    }
}
