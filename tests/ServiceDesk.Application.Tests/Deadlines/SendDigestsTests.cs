using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Staff;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Deadlines;

public class SendDigestsTests
{
    [Fact]
    public async Task On_Monday_morning_each_head_is_told_once_about_the_week_before()
    {
        await using var fresh = await Databases.OpenFreshAsync(Engine.PostgreSql);
        var house = fresh.House;
        var late = await WeekAsync(house);

        house.Time.SetLocal(2026, 9, 7, 7, 30);
        Assert.Equal(0, await SendAsync(house));
        house.Time.SetLocal(2026, 9, 7, 8, 5);
        var heads = await house.RunAsync((IServiceDeskDb db) =>
            db.Set<OrgUnit>().Where(u => db.Set<Employee>().Any(e => e.Id == u.HeadId && e.IsActive)).Select(u => u.HeadId).Distinct().CountAsync());
        Assert.Equal(heads, await SendAsync(house));
        Assert.Equal(0, await SendAsync(house));
        house.Time.SetLocal(2026, 9, 10, 12);
        Assert.Equal(0, await SendAsync(house));

        // Three were due on 4 September: one answered, two late and owed an explanation; two more are due this week.
        var notice = await NoticeAsync(house);
        Assert.Equal(["2026-08-31", "2026-09-06", "1", "3", "2", "2"], notice.Arguments);
        Assert.Null(notice.CaseId);
        var letter = Assert.Single(await LettersAsync(house));
        Assert.Contains("31.08.2026.–06.09.2026.", letter.Subject, StringComparison.Ordinal);
        Assert.Contains("atbildēts laikā: 1 no 3", letter.Body, StringComparison.Ordinal);
        Assert.Contains("Jāpaskaidro: 2", letter.Body, StringComparison.Ordinal);
        Assert.Contains("Šonedēļ jāatbild: 2", letter.Body, StringComparison.Ordinal);
        Assert.Contains($"{(await house.LoadAsync(late)).Number}, termiņš 04.09.2026.", letter.Body, StringComparison.Ordinal);
        foreach (var secret in new[] { "Kalēj", "Slepens", "pasts.example", "[" })
            Assert.DoesNotContain(secret, letter.Subject + letter.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_standstill_one_message_tells_of_all_weeks_missed()
    {
        await using var fresh = await Databases.OpenFreshAsync(Engine.PostgreSql);
        var house = fresh.House;
        await WeekAsync(house);
        house.Time.SetLocal(2026, 9, 7, 9);
        await SendAsync(house);
        house.Time.SetLocal(2026, 10, 1, 14); // a Thursday three weeks later
        Assert.NotEqual(0, await SendAsync(house));
        Assert.Equal(0, await SendAsync(house));

        Assert.Equal(2, (await LettersAsync(house)).Count);
        Assert.Equal(["2026-09-07", "2026-09-27"], (await NoticeAsync(house)).Arguments.Take(2));
        house.Time.SetLocal(2026, 10, 5, 9);
        await SendAsync(house);
        Assert.Equal(["2026-09-28", "2026-10-04"], (await NoticeAsync(house)).Arguments.Take(2));
    }

    [Fact]
    public async Task When_Monday_is_a_holiday_it_comes_on_Tuesday()
    {
        await using var fresh = await Databases.OpenFreshAsync(Engine.PostgreSql);
        var house = fresh.House;
        house.Time.SetLocal(2026, 5, 4, 10);
        Assert.Equal(0, await SendAsync(house));
        house.Time.SetLocal(2026, 5, 5, 8, 10);
        Assert.NotEqual(0, await SendAsync(house));
        Assert.Equal(["2026-04-27", "2026-05-03"], (await NoticeAsync(house)).Arguments.Take(2));
    }

    [Fact]
    public async Task Switched_off_nobody_is_told()
    {
        await using var fresh = await Databases.OpenFreshAsync(Engine.PostgreSql);
        fresh.House.Time.SetLocal(2026, 9, 7, 9);
        await using var scope = fresh.House.Scope();
        var off = ActivatorUtilities.CreateInstance<SendDigestsHandler>(scope.ServiceProvider, Options.Create(new DigestOptions { Weekly = false }));
        Assert.Equal(0, await off.HandleAsync(CancellationToken.None));
        Assert.Empty(await LettersAsync(fresh.House));
    }

    /// <summary>Three cases due on Friday 4 September, one of them answered in time, and two due on the Wednesday after. Returns a late one.</summary>
    private static async Task<Guid> WeekAsync(House house)
    {
        house.Time.SetLocal(2026, 9, 1, 10);
        var cases = await house.CasesAsync(3, email: "peteris.kalejs@pasts.example");
        house.Time.SetLocal(2026, 9, 3, 12);
        await house.AnswerAsync(cases[0]);
        house.Time.SetLocal(2026, 9, 4, 10);
        await house.CasesAsync(2);
        house.Time.SetLocal(2026, 9, 5, 1);
        await house.DetectAsync();
        return cases[1];
    }

    private static Task<int> SendAsync(House house) => house.RunAsync((SendDigestsHandler h) => h.HandleAsync(CancellationToken.None));

    /// <summary>The last message to the head of the utilities.</summary>
    private static async Task<Notice> NoticeAsync(House house)
    {
        var head = await house.EmployeeAsync(Given.Head);
        return await house.RunAsync((IServiceDeskDb db) =>
            db.Set<Notice>().AsNoTracking().Where(n => n.EmployeeId == head && n.Kind == NoticeKind.WeeklyDigest).OrderByDescending(n => n.CreatedAt).FirstAsync());
    }

    private static Task<List<OutgoingMessage>> LettersAsync(House house) => house.RunAsync((IServiceDeskDb db) =>
        db.Set<OutgoingMessage>().AsNoTracking().Where(m => m.ToAddress == "janis.kalnins@lejasupe.example").ToListAsync());
}
