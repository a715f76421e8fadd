using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Protection;
using ServiceDesk.Application.Protection.Requests;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Protection;

public class PersonRequestRemindersTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, EachDatabase]
    public async Task The_officer_is_reminded_seven_and_two_working_days_before_and_when_it_is_late_once_each(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        house.Time.SetLocal(2026, 9, 1, 11);
        var officer = await house.ActAsAsync(Role.DataProtectionOfficer);
        var id = await PersonRequestTests.RegisterAsync(house); // due on Thursday 1 October
        List<(int Day, int Told)> told = [];
        foreach (var day in new[] { 21, 22, 23, 28, 29, 30 })
        {
            house.Time.SetLocal(2026, 9, day, 11);
            told.Add((day, await RemindAsync(house)));
            told.Add((day, await RemindAsync(house)));
        }

        house.Time.SetLocal(2026, 10, 1, 11);
        Assert.Equal(0, await RemindAsync(house));
        house.Time.SetLocal(2026, 10, 2, 11);
        Assert.Equal(1, await RemindAsync(house));
        Assert.Equal(0, await RemindAsync(house));
        Assert.Equal([(22, 1), (29, 1)], told.Where(t => t.Told > 0)); // seven and two working days before

        var number = (await PersonRequestTests.ShowAsync(house, id)).Request.Number;
        var notices = await house.RunAsync((IServiceDeskDb db) => db.Set<Notice>().Where(n => n.EmployeeId == officer.Id).OrderBy(n => n.CreatedAt).ToListAsync(None));
        Assert.Equal([NoticeKind.PersonRequestDue, NoticeKind.PersonRequestDue, NoticeKind.PersonRequestLate], notices.Select(n => n.Kind));
        Assert.All(notices, n => Assert.Equal([number, id.ToString(), "2026-10-01"], n.Arguments));
        var letters = await house.RunAsync((IServiceDeskDb db) => db.Set<OutgoingMessage>().Where(o => o.ToAddress == officer.Email).ToListAsync(None));
        Assert.Equal(3, letters.Count);
        Assert.All(letters, l => Assert.Contains($"/desk/protection/requests/{id}", l.Body, StringComparison.Ordinal));
        Assert.All(letters, l => Assert.DoesNotContain("Priede", l.Subject + l.Body, StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task Days_off_are_left_alone_an_answer_ends_it_and_an_extension_reminds_anew(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        house.Time.SetLocal(2026, 9, 1, 11);
        await house.ActAsAsync(Role.DataProtectionOfficer);
        var id = await PersonRequestTests.RegisterAsync(house);
        house.Time.SetLocal(2026, 9, 26, 11); // Saturday
        Assert.Equal(0, await RemindAsync(house));
        house.Time.SetLocal(2026, 9, 28, 5); // before the house opens
        Assert.Equal(0, await RemindAsync(house));
        house.Time.SetLocal(2026, 9, 28, 11);
        Assert.Equal(1, await RemindAsync(house));
        await PersonRequestTests.TendAsync(house, id, (h, seen) => h.ExtendAsync(id, seen, "Trīs sistēmas", None));
        Assert.Equal(0, await RemindAsync(house));
        house.Time.SetLocal(2026, 11, 26, 11);
        Assert.Equal(1, await RemindAsync(house));
        await PersonRequestTests.TendAsync(house, id, (h, seen) => h.WithdrawAsync(id, seen, null, None));
        house.Time.SetLocal(2026, 12, 15, 11);
        Assert.Equal(0, await RemindAsync(house));
    }

    [Theory, EachDatabase]
    public async Task The_register_and_the_start_page_say_how_many_days_are_left_and_what_is_late(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        house.Time.SetLocal(2026, 9, 1, 11);
        await house.ActAsAsync(Role.DataProtectionOfficer);
        var late = await PersonRequestTests.RegisterAsync(house, receivedOn: new DateOnly(2026, 8, 20));
        var near = await PersonRequestTests.RegisterAsync(house, receivedOn: new DateOnly(2026, 8, 27));
        var far = await PersonRequestTests.RegisterAsync(house);
        house.Time.SetLocal(2026, 9, 22, 11);
        var page = await house.RunAsync((ListPersonRequestsHandler h) => h.HandleAsync(new(), None));
        Assert.Equal((1, 2), (page.Late, page.Near));
        Assert.Equal([(late, null), (near, 4), (far, 7)], page.Rows.Select(r => (r.Id, r.DaysLeft)));
        var start = await house.RunAsync((ShowProtectionHandler h) => h.HandleAsync(None));
        Assert.Equal([(late, DueState.Overdue, null), (near, DueState.InTime, 4), (far, DueState.InTime, 7)], start.Requests.Select(r => (r.Id, r.Badge.State, r.DaysLeft)));
    }

    private static Task<int> RemindAsync(House house) => house.RunAsync((RemindOfPersonRequestsHandler h) => h.HandleAsync(None));
}
