using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Cases.Search;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Protection.Rights;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Protection;

public class ErasePersonTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, EachDatabase]
    public async Task While_the_law_obliges_to_keep_nothing_goes_and_the_plan_says_until_when(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        house.Time.SetLocal(2026, 6, 18, 11);
        var (card, number) = await PersonRequestTests.PersonAsync(house, "Anna Priede", "29777888", null);
        await house.ActAsAsync(Role.DataProtectionOfficer);
        var id = await PersonRequestTests.ReadyAsync(house, card);

        var open = Assert.Single((await PlanAsync(house, id)).Cases);
        Assert.True(open.Block!.IsOpen);
        Assert.Equal("Protection.Refusal.NothingToErase", (await Assert.ThrowsAsync<Refusal>(() => EraseAsync(house, id))).Key);

        await CloseAsync(house, number);
        await house.ActAsAsync(Role.DataProtectionOfficer);
        var plan = await PlanAsync(house, id);
        Assert.Equal((new DateOnly(2031, 12, 31), false, false), (plan.Cases[0].Block!.KeptThrough, plan.CardGoes, plan.IsPossible));
        Assert.Contains("Arhīvu likums", plan.Cases[0].Block!.Basis, StringComparison.Ordinal);
        Assert.Equal("Protection.Refusal.NothingToErase", (await Assert.ThrowsAsync<Refusal>(() => EraseAsync(house, id))).Key);
    }

    [Theory, EachDatabase]
    public async Task After_the_term_the_person_goes_and_the_case_and_all_numbers_stay(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        house.Time.SetLocal(2026, 6, 18, 11);
        var (card, number) = await PersonRequestTests.PersonAsync(house, "Anna Priede", "29777888", "160275-10302");
        await CloseAsync(house, number);
        house.Time.SetLocal(2032, 1, 2, 11);
        await house.ActAsAsync(Role.DataProtectionOfficer);
        var id = await PersonRequestTests.ReadyAsync(house, card);
        var before = await NumbersAsync(house);
        var head = await HeadAsync(house, number);
        var hash = await house.RunAsync((IServiceDeskDb db) => db.Set<Attachment>().Where(a => db.Set<Case>().Any(c => c.Id == a.CaseId && c.Number == number)).Select(a => a.Hash).SingleAsync(None));
        // The stranger's case holds the same content under another name: the file must outlive this erasure.
        var shared = await house.RunAsync((IFileStore files) => files.SaveAsync(new MemoryStream("kopīgs"u8.ToArray()), None));

        await house.ActAsAsync(Role.DataProtectionOfficer);
        await EraseAsync(house, id);

        Assert.Equal(before, await NumbersAsync(house));
        Assert.Equal(head, await HeadAsync(house, number));
        var item = await house.RunAsync((IServiceDeskDb db) => db.Set<Case>().Include(c => c.Messages).ThenInclude(m => m.Attachments).Include(c => c.History).SingleAsync(c => c.Number == number, None));
        Assert.Equal("[dzēsts]", item.Subject);
        Assert.True(item.Contact.IsAnonymous);
        Assert.All(item.Messages, m => Assert.Equal("[dzēsts]", m.Text));
        Assert.All(item.Messages, m => Assert.Empty(m.Attachments));
        Assert.Contains(item.History, e => e.Kind == CaseEventKind.Anonymised);
        Assert.NotEqual(card, Guid.Empty);
        var emptied = await house.RunAsync((IServiceDeskDb db) => db.Set<Client>().Include(c => c.Reaches).Include(c => c.Codes).SingleAsync(c => c.Id == card, None));
        Assert.Equal((ClientState.Erased, "[dzēsts]", 0, 0), (emptied.State, emptied.Name, emptied.Reaches.Count, emptied.Codes.Count));
        Assert.False(await house.RunAsync((IFileStore files) => Task.FromResult(files.Open(hash) is { } stream && Gone(stream))));
        Assert.NotNull(await house.RunAsync((IFileStore files) => Task.FromResult(files.Open(shared.Hash))));

        await house.ActAsAsync(Role.HeadOfClientService);
        Assert.Empty((await house.RunAsync((SearchCasesHandler h) => h.HandleAsync(new SearchCases { Text = "trokšņo" }, None))).Hits);
        Assert.Equal("Protection.Refusal.NothingToErase", (await AgainAsync(house, id)).Key);
    }

    [Theory, EachDatabase]
    public async Task What_was_not_read_is_not_erased(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        house.Time.SetLocal(2026, 6, 18, 11);
        var (card, number) = await PersonRequestTests.PersonAsync(house, "Anna Priede", "29777888", null);
        await CloseAsync(house, number);
        house.Time.SetLocal(2032, 1, 2, 11);
        await house.ActAsAsync(Role.DataProtectionOfficer);
        var id = await PersonRequestTests.ReadyAsync(house, card);
        Assert.Equal("Protection.Refusal.ChangedMeanwhile", (await Assert.ThrowsAsync<Refusal>(() => house.RunAsync((ErasePersonHandler h) => h.EraseAsync(id, "cits", None)))).Key);
        var seen = (await PersonRequestTests.ShowAsync(house, id)).Request.Version;
        await house.RunAsync((RestrictPersonHandler h) => h.HandleAsync(id, seen, true, "Vajadzīgs tiesai", None));
        Assert.Equal("Protection.Refusal.RestrictedStays", (await Assert.ThrowsAsync<Refusal>(() => EraseAsync(house, id))).Key);
        Assert.NotEqual("[dzēsts]", await house.RunAsync((IServiceDeskDb db) => db.Set<Case>().Where(c => c.Number == number).Select(c => c.Subject).SingleAsync(None)));
    }

    private static bool Gone(Stream stream)
    {
        stream.Dispose();
        return true;
    }

    private static async Task<ErasurePlan> PlanAsync(House house, Guid id) => (await house.RunAsync((ErasePersonHandler h) => h.PreviewAsync(id, None)))!;

    private static async Task EraseAsync(House house, Guid id)
    {
        var seen = (await PlanAsync(house, id)).Fingerprint;
        await house.RunAsync((ErasePersonHandler h) => h.EraseAsync(id, seen, None));
    }

    private static async Task<Refusal> AgainAsync(House house, Guid id)
    {
        await house.ActAsAsync(Role.DataProtectionOfficer);
        return await Assert.ThrowsAsync<Refusal>(() => EraseAsync(house, id));
    }

    /// <summary>What reports count by: number, days, unit, kind, state, outcome, clocks.</summary>
    private static async Task<string> HeadAsync(House house, string number)
    {
        var item = await house.RunAsync((IServiceDeskDb db) => db.Set<Case>().Include(c => c.Clocks).AsNoTracking().SingleAsync(c => c.Number == number, None));
        return string.Join('|', item.Number, item.Kind, item.Channel, item.UnitId, item.TopicId, item.ReceivedOn, item.State, item.Outcome, item.AnsweredAt, item.ClosedAt,
            string.Join(',', item.Clocks.OrderBy(c => c.RuleId).Select(c => $"{c.RuleId} {c.DueOn} {c.State} {c.SettledAt}")));
    }

    /// <summary>The figures of the reports and the counts of the lists.</summary>
    private static async Task<string> NumbersAsync(House house)
    {
        await house.ActAsAsync(Role.HeadOfClientService);
        var report = await house.RunAsync((ReportBreachesHandler h) => h.HandleAsync(new ReportBreaches(new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31)), None));
        var closed = await house.RunAsync((ListCasesHandler h) => h.HandleAsync(new ListCases { View = CaseView.All, Closed = true }, None));
        var letters = await house.RunAsync((IServiceDeskDb db) => db.Set<Message>().GroupBy(m => new { m.Kind, m.DeliveryState }).Select(g => g.Key.Kind + "/" + g.Key.DeliveryState + g.Count()).ToListAsync(None));
        await house.ActAsAsync(Role.DataProtectionOfficer);
        return System.Text.Json.JsonSerializer.Serialize(report) + closed.Rows.Count + string.Join(',', letters.Order(StringComparer.Ordinal));
    }

    private static async Task CloseAsync(House house, string number)
    {
        await house.ActAsAsync(Role.ClientServiceSpecialist);
        var id = await house.RunAsync((IServiceDeskDb db) => db.Set<Case>().Where(c => c.Number == number).Select(c => c.Id).SingleAsync(None));
        await house.RunAsync((CloseCaseHandler h) => h.HandleAsync(new CloseCase(id, CaseOutcome.Withdrawn, "Klients atsauca", null), None));
    }
}
