using System.Text;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Deadlines.Imports;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Deadlines.Imports;

/// <summary>Days from files become exceptions only by somebody's word.</summary>
public class ImportCalendarTests
{
    private const string Table = "datums;veids;nosaukums;pāris;avots\n2027-05-03;pārcelta brīvdiena;Pirms 4. maija;2027-05-15;MK rīkojums Nr. 1\n2027-11-18;svētku diena;Proklamēšana;;Likums\n2026-06-22;pārcelta brīvdiena;Līgo;;MK\n";
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, EachDatabase]
    public async Task A_file_is_proposed_confirmed_and_read_again_without_doing_anything_twice(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        await house.ActAsAsync(Role.Administrator);
        var number = (await SettingsAsync(house)).CalendarNumber;

        var reading = await ReadAsync(house, Table);
        Assert.Equal((2, 2, 0, 0), (reading.Proposed, reading.Known, reading.Unchanged, reading.Changed));
        Assert.Equal(number, (await SettingsAsync(house)).CalendarNumber);
        var waiting = (await ShowAsync(house)).Waiting;
        Assert.Equal([new(2027, 5, 3), new(2027, 5, 15)], waiting.Select(r => r.Proposal.On));
        Assert.All(waiting, r => Assert.Empty(r.Remarks));

        await ConfirmAsync(house, [.. waiting.Select(r => r.Proposal.Id)]);
        var days = await house.RunAsync((IServiceDeskDb db) => db.Set<CalendarException>().Where(e => e.On.Year == 2027).OrderBy(e => e.On).ToListAsync());
        Assert.Equal([CalendarExceptionKind.MovedOut, CalendarExceptionKind.MovedIn], days.Select(d => d.Kind));
        Assert.Equal(("MK rīkojums Nr. 1", "Pirms 4. maija"), (days[0].Source, days[0].Reason));
        var decided = (await ShowAsync(house)).Decided;
        Assert.Equal(days.Select(d => (Guid?)d.Id).Order(), decided.Select(d => d.Proposal.ExceptionId).Order());

        reading = await ReadAsync(house, Table);
        Assert.Equal((0, 2, 2, 0), (reading.Proposed, reading.Known, reading.Unchanged, reading.Changed));
        Assert.Empty((await ShowAsync(house)).Waiting);

        // The file moves the Saturday: the confirmed day stays, the new words are shown.
        reading = await ReadAsync(house, Table.Replace("2027-05-15", "2027-05-08", StringComparison.Ordinal));
        Assert.Equal((1, 1), (reading.Proposed, reading.Changed));
        var difference = Assert.Single((await ShowAsync(house)).Differences);
        Assert.Equal((new DateOnly(2027, 5, 15), new DateOnly(2027, 5, 8)), (difference.Proposal.PairOn, difference.Proposal.Now!.PairOn));
    }

    [Fact]
    public async Task A_rejected_day_stays_rejected_and_a_withdrawn_one_can_be_looked_at_again()
    {
        await using var fresh = await Databases.OpenFreshAsync(Engine.PostgreSql);
        var house = fresh.House;
        await house.ActAsAsync(Role.Administrator);
        await ReadAsync(house, Table);
        var waiting = (await ShowAsync(house)).Waiting;
        await DecideAsync(house, waiting[0].Proposal.Id, ProposalDecision.Reject);
        await ReadAsync(house, Table);
        Assert.Equal(ProposalRemark.PairMissing, Assert.Single(Assert.Single((await ShowAsync(house)).Waiting).Remarks));

        await ConfirmAsync(house, [waiting[1].Proposal.Id]);
        await Assert.ThrowsAsync<Refusal>(() => DecideAsync(house, waiting[1].Proposal.Id, ProposalDecision.Reconsider));
        var exception = await house.RunAsync((IServiceDeskDb db) => db.Set<CalendarException>().SingleAsync(e => e.On == new DateOnly(2027, 5, 15)));
        await house.RunAsync(async (ChangeCalendarHandler h) =>
            await h.HandleAsync(new(new WithdrawCalendarException(exception.Id, "Kļūda"), (await SettingsAsync(house)).Version), None));
        Assert.True((await ShowAsync(house)).Decided.Single(d => d.Proposal.ExceptionId == exception.Id).IsWithdrawn);
        await DecideAsync(house, waiting[1].Proposal.Id, ProposalDecision.Reconsider);
        Assert.Equal(ProposalState.Proposed, (await house.RunAsync((ShowProposalsHandler h) => h.FindAsync(waiting[1].Proposal.Id, None)))!.State);
    }

    [Fact]
    public async Task A_day_with_another_entry_is_replaced_only_on_request_and_then_keeps_the_old_one_as_withdrawn()
    {
        await using var fresh = await Databases.OpenFreshAsync(Engine.PostgreSql);
        var house = fresh.House;
        await house.ActAsAsync(Role.Administrator);
        await ReadAsync(house, "2026-06-22;slēgts;Avārija;;Rīkojums Nr. 2\n2026-11-18;pārcelta darba diena;Nevar;;Rīkojums\n2027-02-01;svētku diena;Bez avota");
        var rows = (await ShowAsync(house)).Waiting;
        Assert.Equal([false, false, false], rows.Select(r => r.IsPlain));
        Assert.Equal([true, false, false], rows.Select(r => r.CanConfirm));
        Assert.Empty(await house.RunAsync((ShowProposalsHandler h) => h.ChosenAsync([], None)));

        Assert.Equal("Deadlines.Refusal.DateHasException", (await Assert.ThrowsAsync<Refusal>(() => ConfirmAsync(house, [rows[0].Proposal.Id]))).Key);
        Assert.Equal("Deadlines.Refusal.ProposalWithoutSource", (await Assert.ThrowsAsync<Refusal>(() => ConfirmAsync(house, [rows[2].Proposal.Id]))).Key);
        await ConfirmAsync(house, [rows[0].Proposal.Id], replaces: true);
        var there = await house.RunAsync((IServiceDeskDb db) => db.Set<CalendarException>().Where(e => e.On == new DateOnly(2026, 6, 22)).OrderBy(e => e.AddedAt).ToListAsync());
        Assert.Equal([(CalendarExceptionKind.MovedOut, false), (CalendarExceptionKind.Closed, true)], there.Select(e => (e.Kind, e.IsInForce)));
    }

    [Fact]
    public async Task The_preview_counts_the_clocks_and_changes_nothing()
    {
        await using var fresh = await Databases.OpenFreshAsync(Engine.PostgreSql);
        var house = fresh.House;
        house.Time.SetLocal(2026, 6, 18, 11);
        await house.CaseAsync(); // due on Friday the 26th
        await house.ActAsAsync(Role.Administrator);
        await ReadAsync(house, "2026-06-25;slēgts;Avārija;;Rīkojums Nr. 12");
        var rows = await house.RunAsync((ShowProposalsHandler h) => h.ChosenAsync([], None));
        var preview = await house.RunAsync((PreviewCalendarChangeHandler h) => h.HandleAsync(new ConfirmProposedDays([.. rows.Select(r => r.Proposal)], false, "Avārija"), None));
        Assert.Equal((1, new DateOnly(2026, 6, 27)), (preview.Moved, preview.First[0].NewDueOn));
        Assert.Single((await ShowAsync(house)).Waiting);
    }

    [Fact]
    public async Task Older_code_pages_are_recognised_and_what_is_no_text_is_refused()
    {
        await using var fresh = await Databases.OpenFreshAsync(Engine.PostgreSql);
        var house = fresh.House;
        await house.ActAsAsync(Role.Administrator);
        var baltic = CodePagesEncodingProvider.Instance.GetEncoding(1257)!;
        await ReadAsync(house, "datums;veids;nosaukums;avots\n2027-05-03;svētku diena;Šūpoļu diena;Ādažu lēmums", baltic);
        Assert.Equal("Šūpoļu diena", Assert.Single((await ShowAsync(house)).Waiting).Proposal.Name);
        var reading = await ReadAsync(house, "datums;veids;nosaukums;avots\n2027-05-03;svētku diena;Šūpoļu diena;Ādažu lēmums", Encoding.Unicode);
        Assert.Equal((0, 1), (reading.Proposed, reading.Unchanged));
        Assert.Equal("Deadlines.Import.NoText", (await Assert.ThrowsAsync<Refusal>(() => ReadAsync(house, "a\0b", Encoding.UTF8))).Key);
        await house.ActAsAsync(Role.UnitHead);
        Assert.Equal("Cases.Refusal.NotAllowed", (await Assert.ThrowsAsync<Refusal>(() => ReadAsync(house, Table))).Key);
    }

    [Fact]
    public async Task From_the_first_of_August_who_keeps_the_calendar_is_reminded_once_a_week_until_the_year_is_confirmed()
    {
        await using var fresh = await Databases.OpenFreshAsync(Engine.PostgreSql);
        var house = fresh.House;
        house.Time.SetLocal(2026, 7, 31, 10);
        Assert.Equal(0, await RemindAsync(house));
        house.Time.SetLocal(2026, 8, 1, 10); // a Saturday
        Assert.Equal(0, await RemindAsync(house));
        house.Time.SetLocal(2026, 8, 3, 10);
        Assert.Equal(1, await RemindAsync(house));
        Assert.Equal(0, await RemindAsync(house));
        house.Time.SetLocal(2026, 8, 7, 10);
        Assert.Equal(0, await RemindAsync(house));
        house.Time.SetLocal(2026, 8, 10, 10);
        Assert.Equal(1, await RemindAsync(house));
        var notices = await house.RunAsync((IServiceDeskDb db) => db.Set<Notice>().Where(n => n.Kind == NoticeKind.CalendarYearMissing).ToListAsync());
        Assert.All(notices, n => Assert.Equal(["2027"], n.Arguments));
        Assert.Equal(2, await house.RunAsync((IServiceDeskDb db) => db.Set<OutgoingMessage>().CountAsync(o => o.CaseId == null && o.Subject.Contains("2027"))));

        await house.ActAsAsync(Role.Administrator);
        await house.RunAsync(async (ChangeCalendarHandler h) => await h.HandleAsync(new(new ConfirmCalendarYear(2027, "Rīkojums ievadīts"), (await SettingsAsync(house)).Version), None));
        house.Time.SetLocal(2026, 8, 17, 10);
        Assert.Equal(0, await RemindAsync(house));
    }

    private static async Task<CalendarReading> ReadAsync(House house, string text, Encoding? encoding = null)
    {
        var code = encoding ?? Encoding.UTF8;
        using var content = new MemoryStream([.. code is UTF8Encoding ? [] : code.GetPreamble(), .. code.GetBytes(text)]);
        var id = await house.RunAsync((ImportCalendarHandler h) => h.HandleAsync(new("dienas.csv", content, null), None));
        return (await house.RunAsync((ShowProposalsHandler h) => h.HandleAsync(id, None))).Reading!;
    }

    private static Task<ProposalsView> ShowAsync(House house) => house.RunAsync((ShowProposalsHandler h) => h.HandleAsync(null, None));

    private static Task<DeadlineSettings> SettingsAsync(House house) => house.RunAsync((ReadDeadlineSettingsHandler h) => h.HandleAsync(None));

    private static Task<int> DecideAsync(House house, Guid id, ProposalDecision decision) => house.RunAsync((DecideProposalHandler h) => h.HandleAsync(new DecideProposal([id], decision), None));

    private static Task<int> RemindAsync(House house) => house.RunAsync((RemindOfCalendarHandler h) => h.HandleAsync(None));

    private static async Task ConfirmAsync(House house, IReadOnlyCollection<Guid> ids, bool replaces = false)
    {
        var version = (await SettingsAsync(house)).Version;
        await house.RunAsync((ConfirmProposalsHandler h) => h.HandleAsync(new(ids, replaces, "Ministru kabineta rīkojums", version), None));
    }
}
