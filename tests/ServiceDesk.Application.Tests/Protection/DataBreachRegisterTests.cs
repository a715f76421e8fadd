using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Protection.Breaches;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Protection;

public class DataBreachRegisterTests(Databases databases) : IClassFixture<Databases>
{
    [Theory, EachDatabase]
    public async Task Numbers_have_no_gaps_and_a_form_sent_twice_makes_one_entry(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        house.Time.SetLocal(2026, 6, 18, 11);
        await house.ActAsAsync(Role.Employee);
        var token = Guid.CreateVersion7();
        var first = await ReportAsync(house, "Vēstule citam", token);
        Assert.Equal(first, await ReportAsync(house, "Vēstule citam", token));
        await Assert.ThrowsAsync<Refusal>(() => ReportAsync(house, "  "));
        var second = await ReportAsync(house, "Pazudis dators");
        Assert.Equal(("DAP/26/1", "DAP/26/2"), (first.Number, second.Number));
    }

    [Theory, EachDatabase]
    public async Task The_officer_is_told_at_once_with_a_number_and_no_content(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        house.Time.SetLocal(2026, 6, 18, 11);
        await house.ActAsAsync(Role.Employee);
        var (id, number) = await ReportAsync(house, "Slepenais teikums par Annu");
        var officer = await house.ActAsAsync(Role.DataProtectionOfficer);
        var notice = await house.RunAsync((IServiceDeskDb db) => db.Set<Notice>().SingleAsync(n => n.EmployeeId == officer.Id));
        Assert.Equal((NoticeKind.DataBreachReported, number, id.ToString()), (notice.Kind, notice.Arguments[0], notice.Arguments[1]));
        var letter = await house.RunAsync((IServiceDeskDb db) => db.Set<OutgoingMessage>().SingleAsync(o => o.ToAddress == officer.Email));
        Assert.Contains($"/desk/protection/breaches/{id}", letter.Body, StringComparison.Ordinal);
        Assert.Contains("21.06.2026. 11:00", letter.Body.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.DoesNotContain("Slepenais", letter.Subject + letter.Body, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task Each_level_of_the_72_hours_reminds_once_at_any_hour_until_the_authority_is_told(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        house.Time.SetLocal(2026, 6, 18, 11);
        await house.ActAsAsync(Role.DataProtectionOfficer);
        var (id, _) = await ReportAsync(house, "Pazudis dators");
        List<int> told = [];
        foreach (var hours in new[] { 23.0, 1.1, 0.5, 24, 18, 6.5, 1 }) // 23 → 24.1 → 24.6 → 48.6 → 66.6 → 73.1 → 74.1 hours on
        {
            house.Time.Advance(TimeSpan.FromHours(hours));
            told.Add(await house.RunAsync((RemindOfDataBreachesHandler h) => h.HandleAsync(CancellationToken.None)));
        }

        Assert.Equal([0, 1, 0, 1, 1, 1, 0], told);
        var kinds = await house.RunAsync((IServiceDeskDb db) => db.Set<Notice>().OrderBy(n => n.CreatedAt).Select(n => n.Kind).ToListAsync());
        Assert.Equal([NoticeKind.DataBreachReported, NoticeKind.DataBreachDue, NoticeKind.DataBreachDue, NoticeKind.DataBreachDue, NoticeKind.DataBreachLate], kinds);

        // A discovery corrected begins a new term; once the authority is told nothing reminds.
        await StepAsync(house, id, DataBreachStep.Assess, new(id, null) { Risk = BreachRisk.Risk, Reason = "Kontakti" });
        await StepAsync(house, id, DataBreachStep.DecideAuthority, new(id, null) { Notify = true });
        await StepAsync(house, id, DataBreachStep.NotifyAuthority, new(id, null) { ToldAt = house.Time.GetUtcNow(), How = "DVI-1", Reason = "Pamanīja vēlu" });
        Assert.Equal(0, await house.RunAsync((RemindOfDataBreachesHandler h) => h.HandleAsync(CancellationToken.None)));
    }

    [Theory, EachDatabase]
    public async Task Open_entries_come_first_by_their_term_and_an_old_page_is_refused(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        house.Time.SetLocal(2026, 6, 18, 11);
        await house.ActAsAsync(Role.DataProtectionOfficer);
        var (first, _) = await ReportAsync(house, "Pirmais");
        house.Time.Advance(TimeSpan.FromHours(1));
        var (second, _) = await ReportAsync(house, "Otrais");
        await StepAsync(house, first, DataBreachStep.Note, new(first, 0) { Reason = "Saņēmējs sazvanīts" });
        var stale = await Assert.ThrowsAsync<Refusal>(() => StepAsync(house, first, DataBreachStep.Note, new(first, 0) { Reason = "No vecas lapas" }));
        Assert.Equal("Protection.Refusal.ChangedMeanwhile", stale.Key);
        var list = await house.RunAsync((ListDataBreachesHandler h) => h.HandleAsync(new(), CancellationToken.None));
        Assert.Equal([first, second], list.Rows.Select(r => r.Id));
        Assert.Equal([2026], list.Years);
        var shown = await house.RunAsync((ListDataBreachesHandler h) => h.ShowAsync(first, CancellationToken.None));
        Assert.Equal([DataBreachEventKind.Reported, DataBreachEventKind.Noted], shown!.Events.Select(e => e.Kind));
    }

    [Theory, EachDatabase]
    public async Task Every_employee_reports_but_only_the_keeper_reads(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        await house.ActAsAsync(Role.HeadOfClientService);
        var (id, _) = await ReportAsync(house, "Pamanīts logā");
        foreach (var role in new[] { Role.HeadOfClientService, Role.Administrator, Role.Auditor, Role.RecordsKeeper })
        {
            await house.ActAsAsync(role);
            Assert.Equal("Cases.Refusal.NotAllowed", (await Assert.ThrowsAsync<Refusal>(() => house.RunAsync((ListDataBreachesHandler h) => h.HandleAsync(new(), CancellationToken.None)))).Key);
            Assert.Equal("Cases.Refusal.NotAllowed", (await Assert.ThrowsAsync<Refusal>(() => house.RunAsync((ListDataBreachesHandler h) => h.ShowAsync(id, CancellationToken.None)))).Key);
            Assert.Equal("Cases.Refusal.NotAllowed", (await Assert.ThrowsAsync<Refusal>(() => StepAsync(house, id, DataBreachStep.Note, new(id, null) { Reason = "x" }))).Key);
        }

        house.ActAsNobody();
        await Assert.ThrowsAsync<Refusal>(() => ReportAsync(house, "Svešs"));
    }

    private static Task<(Guid Id, string Number)> ReportAsync(House house, string what, Guid? token = null) => house.RunAsync((ReportDataBreachHandler h) =>
        h.HandleAsync(new(token ?? Guid.CreateVersion7(), null, new BreachDescription { What = what }), CancellationToken.None));

    private static Task StepAsync(House house, Guid id, DataBreachStep step, HandleDataBreach command)
    {
        Assert.Equal(id, command.Id);
        return house.RunAsync((HandleDataBreachHandler h) => h.HandleAsync(step, command, CancellationToken.None));
    }
}
