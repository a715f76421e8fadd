using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Shared.Sheets;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Operations;

public class ReadLogTests(Databases databases) : IClassFixture<Databases>
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, EachDatabase]
    public async Task Whoever_reads_a_complaint_is_written_down_once_for_readings_close_together(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        house.Time.SetLocal(2026, 6, 18, 11);
        var id = await RegisterAsync(house, CaseKind.Complaint);
        var who = await house.ActAsAsync(Role.HeadOfClientService);
        await ShowAsync(house, id);
        house.Time.Advance(TimeSpan.FromMinutes(10));
        await ShowAsync(house, id);
        house.Time.Advance(TimeSpan.FromMinutes(10));
        await ShowAsync(house, id);

        var line = Assert.Single(await LinesAsync(house, id));
        Assert.Equal((3, who.Id, who.FullName, ReadWay.Page, ReadPurpose.Handling), (line.Times, line.ById, line.ByName, line.Way, line.Purpose));
        Assert.Equal(TimeSpan.FromMinutes(20), line.LastAt - line.At);
        Assert.Equal(await house.RunAsync((IServiceDeskDb db) => db.Set<Case>().Where(c => c.Id == id).Select(c => c.Number).SingleAsync(None)), line.Label);

        house.Time.Advance(ReadRecord.Together + TimeSpan.FromSeconds(1));
        await ShowAsync(house, id);
        await house.RunAsync((ShowCaseHandler h) => h.HandleAsync(id, ReadWay.Print, None));
        Assert.Equal([ReadWay.Page, ReadWay.Page, ReadWay.Print], (await LinesAsync(house, id)).Select(l => l.Way));
    }

    [Theory, EachDatabase]
    public async Task Two_people_have_a_line_each_and_whoever_sees_the_head_only_has_none(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var id = await RegisterAsync(house, CaseKind.Complaint);
        await house.ActAsAsync(Role.HeadOfClientService);
        await ShowAsync(house, id);
        await house.ActAsAsync(Role.ClientServiceSpecialist);
        await ShowAsync(house, id);
        await house.ActAsAsync(Role.RecordsKeeper);
        Assert.False((await ShowAsync(house, id))!.MayRead);
        Assert.Equal(2, (await LinesAsync(house, id)).Select(l => l.ByName).Distinct().Count());
    }

    [Theory, EachDatabase]
    public async Task An_ordinary_case_is_read_without_a_line_until_it_is_confidential(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var id = await RegisterAsync(house, CaseKind.Submission);
        await house.ActAsAsync(Role.HeadOfClientService);
        await ShowAsync(house, id);
        Assert.Empty(await LinesAsync(house, id));
        await house.RunAsync((MarkConfidentialHandler h) => h.HandleAsync(new MarkConfidential(id, true, "Veselības dati", false, [house.User.EmployeeId!.Value], null), None));
        await ShowAsync(house, id);
        Assert.Single(await LinesAsync(house, id));
    }

    [Theory, EachDatabase]
    public async Task A_reading_with_a_reason_never_shares_a_line(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        await house.ActAsAsync(Role.ClientServiceSpecialist);
        var key = Guid.CreateVersion7();
        var reading = new Reading(ReadThing.PersonalCode, key, "K-1", ReadWay.Reveal, ReadPurpose.Stated, "  Jāsalīdzina ar pasi ", key);
        await house.RunAsync((ReadLog log) => log.NoteAsync(reading, None));
        await house.RunAsync((ReadLog log) => log.NoteAsync(reading, None));
        var lines = await LinesAsync(house, key);
        Assert.Equal(2, lines.Count);
        Assert.All(lines, l => Assert.Equal(("Jāsalīdzina ar pasi", 1, key), (l.Reason, l.Times, l.ClientId)));
    }

    [Theory, EachDatabase]
    public async Task What_a_refused_step_left_behind_is_not_saved_with_the_line(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var id = await RegisterAsync(house, CaseKind.Complaint);
        await house.ActAsAsync(Role.HeadOfClientService);
        await using var scope = house.Scope();
        var db = (IServiceDeskDb)scope.ServiceProvider.GetService(typeof(IServiceDeskDb))!;
        var item = await db.Set<Case>().SingleAsync(c => c.Id == id, None);
        item.AddNote("Half done", Actor.System, house.Time.GetUtcNow());
        await ((ReadLog)scope.ServiceProvider.GetService(typeof(ReadLog))!).NoteAsync(new Reading(ReadThing.Case, id, item.Number), None);
        Assert.Single(await LinesAsync(house, id));
        Assert.DoesNotContain((await ShowAsync(house, id))!.Messages, m => m.Text == "Half done");
    }

    [Theory, EachDatabase]
    public async Task A_list_taken_away_is_written_down_before_its_first_row(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var who = await house.ActAsAsync(Role.HeadOfClientService);
        await Assert.ThrowsAsync<IOException>(() => house.RunAsync((ExportMessagesHandler h) => h.HandleAsync(new ListMessages(), new BrokenSheet(), None)));
        Assert.Contains(
            await house.RunAsync((IServiceDeskDb db) => db.Set<ReadRecord>().AsNoTracking().Where(r => r.Thing == ReadThing.MessageList).ToListAsync(None)),
            r => r.ById == who.Id && r.Way == ReadWay.Export);
    }

    private static Task<CaseDetails?> ShowAsync(House house, Guid id) => house.RunAsync((ShowCaseHandler h) => h.HandleAsync(id, None));

    private static Task<List<ReadRecord>> LinesAsync(House house, Guid key)
    {
        var text = key.ToString("N");
        return house.RunAsync((IServiceDeskDb db) => db.Set<ReadRecord>().AsNoTracking().Where(r => r.Key == text).OrderBy(r => r.At).ThenBy(r => r.Id).ToListAsync(None));
    }

    private static async Task<Guid> RegisterAsync(House house, CaseKind kind)
    {
        await house.ActAsAsync(Role.ClientServiceSpecialist);
        return await house.RunAsync((RegisterCaseHandler h) => h.HandleAsync(new RegisterCase(new NewCase
        {
            Token = Guid.NewGuid(),
            Kind = kind,
            Channel = Channel.Phone,
            Subject = "Par apkalpošanu",
            Text = "Gaidīju stundu.",
            UnitId = house.User.UnitId!.Value,
            Contact = new Contact { Name = "Ilze Kalniņa" },
        }), None));
    }

    private sealed class BrokenSheet : ISheetWriter
    {
        public Task WriteAsync(IReadOnlyList<object?> cells, CancellationToken cancellationToken) => throw new IOException("The reader has gone.");

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
