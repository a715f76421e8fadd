using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases.Imports;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Cases.Imports;

public class ImportRegisterTests
{
    private const string Heading = "Reģ. Nr.;Saņemts;Kanāls;Veids;Iesniedzējs;E-pasts;Tālrunis;Adrese;Temats;Būtība;Struktūrvienība;Atbildēts;Statuss\n";

    private static readonly string Folder = Path.Combine(Folders.Root, "tests", "ServiceDesk.Testing", "Registers");

    [Theory, EachDatabase]
    public async Task The_old_register_comes_in_exactly_as_expected_and_a_second_time_nothing_does(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = await PreparedAsync(fresh.House);
        var expected = Expected.Load();

        var trial = await ImportAsync(house, await BytesAsync(), isTrial: true);
        Assert.Equal((expected.Rows, expected.Imported, expected.Rejected, expected.Warnings), Counts(trial));
        Assert.Equal((0, 0), await CountAsync(house));

        var run = await ImportAsync(house, await BytesAsync());
        Assert.Equal((expected.Rows, expected.Imported, expected.Rejected, expected.Warnings), Counts(run));
        Assert.Equal((ImportState.Done, 0), (run.State, run.AlreadyThere));
        var english = Texts.In("en");
        var lines = await LinesAsync(house, run.Id);
        Assert.Equal(expected.RejectedRecords, lines.Where(l => ImportLine.KeepsOut(l.Remark)).ToDictionary(l => l.Record, l => english.Of(l.Remark)));
        Assert.Equal(expected.WarnedRecords, lines.Where(l => !ImportLine.KeepsOut(l.Remark)).ToDictionary(l => l.Record, l => english.Of(l.Remark)));
        Assert.Equal((expected.Imported, expected.Imported), await CountAsync(house));

        var again = await ImportAsync(house, await BytesAsync());
        Assert.Equal((expected.Rows, 0, expected.Rejected, 0), Counts(again));
        Assert.Equal(expected.Imported, again.AlreadyThere);
        Assert.Equal((expected.Imported, expected.Imported), await CountAsync(house));

        await house.RunAsync(async (IServiceDeskDb db) =>
        {
            var numbers = await db.Set<Case>().OrderBy(c => c.RegisterYear).ThenBy(c => c.Sequence).Select(c => new { c.RegisterYear, c.Sequence, c.Number, c.RegisteredById }).ToListAsync();
            Assert.All(numbers.GroupBy(n => n.RegisterYear), year => Assert.Equal(Enumerable.Range(1, year.Count()), year.Select(n => n.Sequence)));
            Assert.All(numbers, n => Assert.StartsWith("VR/", n.Number, StringComparison.Ordinal));
            Assert.All(numbers, n => Assert.Null(n.RegisteredById));
            Assert.Equal(239_999, (await db.Set<Message>().Select(m => m.Text.Length).ToListAsync()).Max());
            Assert.False(await db.Set<OutgoingMessage>().AnyAsync());
        });
    }

    [Theory, EachDatabase]
    public async Task Closed_cases_never_escalate_and_open_ones_are_missed_on_their_true_day(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = await PreparedAsync(fresh.House);
        await ImportAsync(house, await BytesAsync());
        await house.RunAsync(async (IServiceDeskDb db) =>
        {
            var open = await db.Set<Case>().Include(c => c.Clocks).Where(c => c.State != CaseState.Closed).ToListAsync();
            Assert.Equal(60, open.Count);
            Assert.All(open.Where(c => c.Kind != CaseKind.Praise), c => Assert.NotEmpty(c.Clocks));
            Assert.All(open.SelectMany(c => c.Clocks.Select(k => (c, k))), x => Assert.InRange(x.k.StartedOn.DayNumber - x.c.ReceivedOn.DayNumber, 0, 7));
            Assert.All(open.SelectMany(c => c.Clocks), k => Assert.Equal(ClockState.Running, k.State));
            var owned = open.SelectMany(c => c.Clocks).Select(k => k.CaseId).ToHashSet();
            Assert.False(await db.Set<Clock>().AnyAsync(k => !owned.Contains(k.CaseId)));
            Assert.False(await db.Set<Breach>().AnyAsync());
            var history = await db.Set<CaseEvent>().Where(e => e.Kind == CaseEventKind.Imported).CountAsync();
            Assert.Equal(1177, history);
        });

        await house.RunAsync((DetectBreachesHandler h) => h.HandleAsync(CancellationToken.None));
        await house.RunAsync((EscalateBreachesHandler h) => h.HandleAsync(CancellationToken.None));
        await house.RunAsync(async (IServiceDeskDb db) =>
        {
            var breaches = await db.Set<Breach>().Join(db.Set<Clock>(), b => b.ClockId, k => k.Id, (b, k) => new { b.CaseId, b.DueOn, True = k.DueOn }).ToListAsync();
            Assert.NotEmpty(breaches);
            Assert.All(breaches, b => Assert.Equal(b.True, b.DueOn));
            var closed = db.Set<Case>().Where(c => c.State == CaseState.Closed).Select(c => c.Id);
            Assert.False(await db.Set<Breach>().AnyAsync(b => closed.Contains(b.CaseId)));
            Assert.False(await db.Set<Notice>().AnyAsync(n => n.CaseId != null && closed.Contains(n.CaseId.Value)));
        });
    }

    [Theory, EachDatabase]
    public async Task Windows_1257_and_utf_8_without_a_mark_bring_the_same_names(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = await PreparedAsync(fresh.House);
        var baltic = CodePagesEncodingProvider.Instance.GetEncoding(1257)!;
        const string one = "A/1;05.03.2024 00:30;Pasts;Sūdzība;Šarlote Žīgure;;;Ķīpu iela 1;Čakls jautājums;\"Pirmā; rinda\notrā \"\"rinda\"\"\";Būvvalde;06.03.2024;Slēgts\n";
        Assert.Equal((1, 1, 0, 0), Counts(await ImportAsync(house, baltic.GetBytes(Heading + one))));
        Assert.Equal((1, 1, 0, 0), Counts(await ImportAsync(house, Encoding.UTF8.GetBytes(Heading + one.Replace("A/1", "A/2", StringComparison.Ordinal)))));
        await house.RunAsync(async (IServiceDeskDb db) =>
        {
            var cases = await db.Set<Case>().Include(c => c.Messages).Include(c => c.History).ToListAsync();
            Assert.Equal(2, cases.Count);
            Assert.All(cases, c =>
            {
                Assert.Equal(("Šarlote Žīgure", "Ķīpu iela 1", "Čakls jautājums"), (c.Contact.Name, c.Contact.Address, c.Subject));
                Assert.Equal("Pirmā; rinda\notrā \"rinda\"", c.Messages.Single().Text);
                Assert.Equal(new DateOnly(2024, 3, 5), c.ReceivedOn);
                Assert.Equal(LocalTime.Riga.ToUtc(new DateTime(2024, 3, 5, 0, 30, 0)), c.ReceivedAt);
                Assert.Equal(LocalTime.Riga.ToUtc(new DateTime(2024, 3, 6)), c.ClosedAt);
                Assert.Equal(CaseEventKind.Imported, c.History.Single().Kind);
            });
        });
    }

    [Theory, EachDatabase]
    public async Task What_does_not_fit_is_cut_or_kept_out_and_the_rest_comes_in(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = await PreparedAsync(fresh.House);
        var text = Heading
            + "B/1;05.03.2024 10:00;Pasts;Sūdzība;" + new string('v', 300) + ";;;;Temats;Teksts\0;Būvvalde;;Slēgts\n"
            + "B/2;05.03.2024 10:00;Pasts;Sūdzība;;;;;;Tikai teksts. Un vēl.;Būvvalde;vakar;Slēgts\n"
            + new string('9', 70) + ";05.03.2024 10:00;Pasts;Sūdzība;;;;;T;T;Būvvalde;;Atvērts\n"
            + "B/4;05.03.2024 10:00;Pasts;Sūdzība;;;;;;Tikai teksts. Un vēl kas.;Būvvalde;06.03.2024 10:00;Atvērts\n"
            + "B/5;05.03.2024 10:00;Pasts;Sūdzība;;;;;T;T;Būvvalde;01.01.2099;Slēgts\n"
            + "B/6;05.03.2024 10:00;Pasts;Sūdzība;;;;;T;T;Būvvalde;;Nezināms\n\n";
        var run = await ImportAsync(house, Encoding.UTF8.GetBytes(text));
        Assert.Equal((6, 2, 4, 2), Counts(run));
        Assert.Equal(
            [(2, ImportRemark.CutShort), (2, ImportRemark.ClosingDayUnknown), (3, ImportRemark.AnsweredNotADate), (4, ImportRemark.NoNumber), (6, ImportRemark.AnsweredInFuture), (7, ImportRemark.UnknownState)],
            (await LinesAsync(house, run.Id)).Select(l => (l.Record, l.Remark)).OrderBy(l => l.Record).ThenBy(l => l.Remark));
        await house.RunAsync(async (IServiceDeskDb db) =>
        {
            var answered = await db.Set<Case>().Include(c => c.Clocks).SingleAsync(c => c.OldNumber == "B/4");
            Assert.Equal((CaseState.Answered, "Tikai teksts"), (answered.State, answered.Subject));
            Assert.Empty(answered.Clocks);
        });
    }

    [Theory, EachDatabase]
    public async Task A_file_with_other_columns_is_refused_and_its_run_says_why(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = await PreparedAsync(fresh.House);
        await Assert.ThrowsAsync<Refusal>(() => ImportAsync(house, "a;b\n1;2\n"u8.ToArray()));
        var run = await house.RunAsync((IServiceDeskDb db) => db.Set<ImportRun>().SingleAsync());
        Assert.Equal((ImportState.Failed, "Cases.Import.HeadingUnknown"), (run.State, run.Fault));
    }

    [Theory, EachDatabase]
    public async Task A_reading_that_was_cut_goes_on_where_it_stopped(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = await PreparedAsync(fresh.House);
        await house.ActAsAsync(Role.HeadOfClientService);
        var bytes = await BytesAsync();
        var trial = await house.RunAsync((TryImportHandler h) => h.HandleAsync(new TryImport(ImportKind.Cases, "vecais.csv", new MemoryStream(bytes)), CancellationToken.None));
        Assert.Equal(1, await house.RunAsync((RunImportsHandler h) => h.HandleAsync(CancellationToken.None)));
        var id = await house.RunAsync((ConfirmImportHandler h) => h.HandleAsync(new ConfirmImport(ImportKind.Cases, trial), CancellationToken.None));
        Assert.Equal(id, await house.RunAsync((ConfirmImportHandler h) => h.HandleAsync(new ConfirmImport(ImportKind.Cases, trial), CancellationToken.None)));

        using var cut = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => house.RunAsync((RegisterImporter i) =>
            i.RunAsync(id, new MemoryStream(bytes), _ => cut.Cancel(), cut.Token)));
        var (cases, _) = await CountAsync(house);
        Assert.InRange(cases, 1, 1000);

        await house.RunAsync((RunImportsJob j) => j.RunAsync(CancellationToken.None));
        var run = await house.RunAsync((IServiceDeskDb db) => db.Set<ImportRun>().SingleAsync(r => r.Id == id));
        Assert.Equal((1200, 1177, 23, 7), Counts(run));
        Assert.Equal((ImportState.Done, 0), (run.State, run.AlreadyThere));
        var by = await house.RunAsync((IServiceDeskDb db) => db.Set<CaseEvent>().Where(e => e.Kind == CaseEventKind.Imported).Select(e => e.ActorName).Distinct().SingleAsync());
        Assert.Equal(house.User.Name, by);
    }

    [Fact]
    public void Units_of_the_old_register_are_found_under_the_names_of_their_heirs() =>
        Assert.All(DemoPeople.FormerUnits.Values, heir => Assert.Contains(DemoPeople.Units, u => u.Name == heir));

    private static async Task<House> PreparedAsync(House house)
    {
        house.Time.SetLocal(2026, 11, 20, 11);
        await house.RunAsync(async (IServiceDeskDb db) =>
        {
            // In the demonstration the settings name these units' heirs; here they are still there.
            foreach (var name in DemoPeople.FormerUnits.Keys)
            {
                if (!await db.Set<OrgUnit>().AnyAsync(u => u.Name == name))
                    db.Set<OrgUnit>().Add(new OrgUnit(name));
            }

            await db.SaveChangesAsync();
        });
        return house;
    }

    private static Task<byte[]> BytesAsync() => File.ReadAllBytesAsync(Path.Combine(Folder, "register-export.csv"));

    private static async Task<ImportRun> ImportAsync(House house, byte[] content, bool isTrial = false)
    {
        var id = await house.RunAsync((ImportFileHandler h) => h.HandleAsync(new ImportFile(ImportKind.Cases, "register-export.csv", new MemoryStream(content), isTrial), CancellationToken.None));
        return await house.RunAsync((IServiceDeskDb db) => db.Set<ImportRun>().AsNoTracking().SingleAsync(r => r.Id == id));
    }

    private static Task<List<ImportLine>> LinesAsync(House house, Guid id) =>
        house.RunAsync((IServiceDeskDb db) => db.Set<ImportLine>().AsNoTracking().Where(l => l.RunId == id).OrderBy(l => l.Record).ToListAsync());

    private static (int Records, int Imported, int Rejected, int Warnings) Counts(ImportRun run) => (run.Records, run.Imported, run.Rejected, run.Warnings);

    private static Task<(int Cases, int Numbers)> CountAsync(House house) => house.RunAsync(async (IServiceDeskDb db) =>
        (await db.Set<Case>().CountAsync(), await db.Set<RegisterCounter>().SumAsync(c => c.Last)));

    private sealed record Expected(int Rows, int Imported, int Rejected, int Warnings, Dictionary<int, string> RejectedRecords, Dictionary<int, string> WarnedRecords)
    {
        private static readonly JsonSerializerOptions Snake = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

        public static Expected Load() => JsonSerializer.Deserialize<Expected>(File.ReadAllText(Path.Combine(Folder, "register-export.expected.json")), Snake)!;
    }
}
