using System.Text;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Protection.Retention;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Shared.Sheets;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Protection;

public class RetentionListsTests(Databases databases) : IClassFixture<Databases>
{
    [Theory, EachDatabase]
    public async Task Closed_cases_past_their_term_are_proposed_and_nothing_is_deleted(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        var (old, open) = (await CaseAsync(house, close: true), await CaseAsync(house, close: false));
        house.Time.SetLocal(2032, 1, 1, 3); // closed 2026: kept through 2031
        Assert.Equal(1, await ProposeAsync(house));
        Assert.Equal(0, await ProposeAsync(house));

        await house.ActAsAsync(Role.RecordsKeeper);
        var list = Assert.Single(await house.RunAsync((ListRetentionHandler h) => h.HandleAsync(CancellationToken.None)));
        Assert.Equal(("GTS/32/1", RetentionListState.Proposed, 1), (list.Number, list.State, list.Proposed));
        var row = Assert.Single((await ShowAsync(house, list.Id)).Rows);
        Assert.Equal((RecordKind.Complaint, old, new DateOnly(2031, 12, 31)), (row.Kind, row.RecordId, row.KeptThrough));
        Assert.Equal(2, await house.RunAsync((IServiceDeskDb db) => db.Set<Case>().CountAsync(c => c.Id == old || c.Id == open)));
        Assert.True(await house.RunAsync((IServiceDeskDb db) => db.Set<Notice>().AnyAsync(n => n.Kind == NoticeKind.RetentionProposed)));
    }

    [Theory, EachDatabase]
    public async Task The_day_before_the_term_ends_nothing_is_proposed(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        await CaseAsync(fresh.House, close: true);
        fresh.House.Time.SetLocal(2031, 12, 31, 23);
        Assert.Equal(0, await ProposeAsync(fresh.House));
    }

    [Theory, EachDatabase]
    public async Task A_row_taken_out_stays_out_for_a_year_and_a_hold_keeps_it_out_until_lifted(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        var (first, second, third) = (await CaseAsync(house, close: true), await CaseAsync(house, close: true), await CaseAsync(house, close: true));
        house.Time.SetLocal(2032, 1, 5, 9);
        await ProposeAsync(house);
        await house.ActAsAsync(Role.RecordsKeeper);
        var list = Assert.Single(await house.RunAsync((ListRetentionHandler h) => h.HandleAsync(CancellationToken.None)));
        var rows = (await ShowAsync(house, list.Id)).Rows.ToDictionary(r => r.RecordId, r => r.Id);
        await house.RunAsync((DecideRetentionHandler h) => h.KeepAsync(new(list.Id, [rows[first]], "Vēl vajag pētījumam"), CancellationToken.None));
        await house.RunAsync((DecideRetentionHandler h) => h.KeepAsync(new(list.Id, [rows[second]], "Tiesvedība", Hold: true), CancellationToken.None));
        Assert.Equal(1, await house.RunAsync((DecideRetentionHandler h) => h.ApproveAsync(list.Id, null, CancellationToken.None)));
        Assert.Equal(RetentionRowState.Approved, (await ShowAsync(house, list.Id)).Rows.Single(r => r.RecordId == third).State);

        Assert.Equal(0, await ProposeAsync(house));
        house.Time.SetLocal(2033, 1, 6, 9);
        Assert.Equal(1, await ProposeAsync(house)); // the one without a hold
        var hold = Assert.Single(await house.RunAsync((KeepHoldsHandler h) => h.ListAsync(CancellationToken.None)));
        await house.RunAsync((KeepHoldsHandler h) => h.LiftAsync(hold.Id, "Spriedums spēkā", CancellationToken.None));
        Assert.Equal(1, await ProposeAsync(house));
    }

    [Theory, EachDatabase]
    public async Task A_hold_placed_after_the_proposal_is_found_at_approval(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        var (held, free) = (await CaseAsync(house, close: true), await CaseAsync(house, close: true));
        house.Time.SetLocal(2032, 1, 5, 9);
        await ProposeAsync(house);
        await house.ActAsAsync(Role.RecordsKeeper);
        var number = await house.RunAsync((IServiceDeskDb db) => db.Set<Case>().Where(c => c.Id == held).Select(c => c.Number).SingleAsync());
        await house.RunAsync((KeepHoldsHandler h) => h.PlaceAsync($" {number} ", "Prokuratūras pieprasījums", CancellationToken.None));
        await RefusedAsync("Protection.Refusal.OnHold", house.RunAsync((KeepHoldsHandler h) => h.PlaceAsync(number, "vēlreiz", CancellationToken.None)));
        await RefusedAsync("Protection.Refusal.NumberUnknown", house.RunAsync((KeepHoldsHandler h) => h.PlaceAsync("9/99/9", "x", CancellationToken.None)));
        var list = Assert.Single(await house.RunAsync((ListRetentionHandler h) => h.HandleAsync(CancellationToken.None)));
        Assert.Equal(1, await house.RunAsync((DecideRetentionHandler h) => h.ApproveAsync(list.Id, list.Version, CancellationToken.None)));
        var rows = (await ShowAsync(house, list.Id)).Rows.ToDictionary(r => r.RecordId);
        Assert.Equal((RetentionRowState.Kept, "Prokuratūras pieprasījums"), (rows[held].State, rows[held].KeptReason));
        Assert.Equal(RetentionRowState.Approved, rows[free].State);
        await RefusedAsync("Protection.Refusal.ListNotProposed", house.RunAsync((DecideRetentionHandler h) => h.ApproveAsync(list.Id, null, CancellationToken.None)));
    }

    [Theory, EachDatabase]
    public async Task The_terms_answer_what_stands_against_erasing(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        var (closed, open) = (await CaseAsync(house, close: true), await CaseAsync(house, close: false));
        var blocks = await house.RunAsync((RetentionTerms t) => t.BlocksOfCasesAsync([closed, open], CancellationToken.None));
        Assert.Equal(new DateOnly(2031, 12, 31), blocks.Single(b => b.RecordId == closed).KeptThrough);
        Assert.True(blocks.Single(b => b.RecordId == open).IsOpen);
        house.Time.SetLocal(2032, 1, 1, 0);
        Assert.Equal([open], (await house.RunAsync((RetentionTerms t) => t.BlocksOfCasesAsync([closed, open], CancellationToken.None))).Select(b => b.RecordId));
    }

    [Theory, EachDatabase]
    public async Task Years_of_the_log_of_changes_are_one_row_each(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        await house.RunAsync(async (IServiceDeskDb db) =>
        {
            foreach (var year in new[] { 2010, 2010, 2012 })
                db.Set<ChangeRecord>().Add(new ChangeRecord(new(year, 5, 1, 0, 0, 0, TimeSpan.Zero), null, "", ChangedThing.Unit, "x", "x", ChangeAction.Created, "", "", null));
            await db.SaveChangesAsync();
        });
        house.Time.SetLocal(2026, 6, 18, 9);
        await ProposeAsync(house);
        await house.ActAsAsync(Role.RecordsKeeper);
        var list = Assert.Single(await house.RunAsync((ListRetentionHandler h) => h.HandleAsync(CancellationToken.None)));
        Assert.Equal([("2010", 2), ("2012", 1)], (await ShowAsync(house, list.Id)).Rows.Select(r => (r.Label, r.Quantity)));
        using var file = new MemoryStream();
        await using (var sheet = new CsvSheet(file))
            await house.RunAsync((ListRetentionHandler h) => h.ExportAsync(list.Id, sheet, CancellationToken.None));
        var lines = Encoding.UTF8.GetString(file.ToArray()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.Contains(";2010;2;31.12.2010;10;31.12.2020;", lines[1], StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_term_changes_with_its_history_and_not_from_an_old_page(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        await house.ActAsAsync(Role.RecordsKeeper);
        await house.RunAsync((SaveRetentionRuleHandler h) => h.HandleAsync(new(RecordKind.Inquiry, 4, RetentionStart.YearAfterClosing, "Nomenklatūra 2026", "1-2", "Jauna nomenklatūra", 0), CancellationToken.None));
        var record = await house.RunAsync((IServiceDeskDb db) => db.Set<ChangeRecord>().SingleAsync(c => c.Thing == ChangedThing.RetentionTerm));
        Assert.Equal("Jauna nomenklatūra", record.Reason);
        await RefusedAsync("Protection.Refusal.ChangedMeanwhile", house.RunAsync((SaveRetentionRuleHandler h) =>
            h.HandleAsync(new(RecordKind.Inquiry, 9, RetentionStart.YearAfterClosing, "x", null, null, 0), CancellationToken.None)));
    }

    [Theory, EachDatabase]
    public async Task Who_may_not_approve_sees_nothing(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        await house.ActAsAsync(Role.ClientServiceSpecialist);
        await RefusedAsync("Cases.Refusal.NotAllowed", house.RunAsync((ListRetentionHandler h) => h.HandleAsync(CancellationToken.None)));
        await RefusedAsync("Cases.Refusal.NotAllowed", house.RunAsync((DecideRetentionHandler h) => h.ApproveAsync(Guid.Empty, null, CancellationToken.None)));
        await RefusedAsync("Cases.Refusal.NotAllowed", house.RunAsync((KeepHoldsHandler h) => h.ListAsync(CancellationToken.None)));
        await RefusedAsync("Cases.Refusal.NotAllowed", house.RunAsync((SaveRetentionRuleHandler h) => h.ListAsync(CancellationToken.None)));
    }

    private static Task<int> ProposeAsync(House house) => house.RunAsync((ProposeRetentionHandler h) => h.HandleAsync(CancellationToken.None));

    private static async Task<RetentionPage> ShowAsync(House house, Guid list) =>
        (await house.RunAsync((ListRetentionHandler h) => h.ShowAsync(new(list), CancellationToken.None)))!;

    private static async Task RefusedAsync(string key, Task step) => Assert.Equal(key, (await Assert.ThrowsAsync<Refusal>(() => step)).Key);

    private static async Task<Guid> CaseAsync(House house, bool close)
    {
        house.Time.SetLocal(2026, 6, 18, 11);
        await house.ActAsAsync(Role.HeadOfClientService);
        var id = await house.RunAsync((RegisterCaseHandler h) => h.HandleAsync(
            new RegisterCase(
                new NewCase { Token = Guid.CreateVersion7(), Kind = CaseKind.Complaint, Channel = Channel.Phone, Text = "Pie skolas neiededzas laterna." },
                close ? "Laterna salabota." : null, close ? CaseOutcome.Explained : null),
            CancellationToken.None));
        if (close)
            Assert.Equal(CaseState.Closed, await house.RunAsync((IServiceDeskDb db) => db.Set<Case>().Where(c => c.Id == id).Select(c => c.State).SingleAsync()));
        return id;
    }
}
