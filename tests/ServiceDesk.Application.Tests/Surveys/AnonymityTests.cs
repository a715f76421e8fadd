using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Surveys;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Surveys;
using ServiceDesk.Infrastructure.Database;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Surveys;

/// <summary>Tries to find out who answered what, as somebody with the whole database in hands would.</summary>
public class AnonymityTests(Databases databases) : IClassFixture<Databases>
{
    private const int People = 12;

    private static readonly (string, string)[] Good = [("q1", "1"), ("q3", "1"), ("q5", "4")];

    [Theory, EachDatabase]
    public async Task Nothing_leads_from_an_invitation_to_a_response(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var wave = await house.OpenWaveAsync(change: d => d with { Modes = [SurveyMode.Personal] });
        await house.ActAsAsync(Role.HeadOfClientService);
        await house.RunAsync((InviteToSurveyHandler h) => h.AddAsync(wave.Id, string.Join('\n', Enumerable.Range(1, People).Select(i => $"p{i}.{wave.Key}@example.com")), "lv", CancellationToken.None));
        Assert.Equal(People, await house.RunAsync((InviteToSurveyHandler h) => h.SendAsync(wave.Id, CancellationToken.None)));
        var tokens = await house.RunAsync(async (IServiceDeskDb db) =>
            (await db.Set<OutgoingMessage>().Where(o => o.ToAddress.EndsWith($"{wave.Key}@example.com") && o.HoldsSecret).OrderBy(o => o.Id).Select(o => o.Body).ToListAsync())
                .ConvertAll(b => b.Split('\n').Single(l => l.Contains($"/surveys/{wave.Key}/", StringComparison.Ordinal)).Split('/')[^1].Trim()));
        house.ActAsNobody();
        List<Guid> order = [];
        foreach (var token in tokens)
        {
            var command = wave.Answers(Good) with { Mode = SurveyMode.Personal, Token = token };
            order.Add(command.ResponseId);
            Assert.True((await house.SendAsync(command)).IsAccepted);
            house.Time.Advance(TimeSpan.FromMinutes(7));
        }

        house.Time.SetLocal(2026, 6, 20, 3);
        Assert.Equal(People, (await house.RunAsync((TendSurveysHandler h) => h.HandleAsync(CancellationToken.None))).Mixed);
        var (responses, invitations) = await house.RunAsync(async (IServiceDeskDb db) =>
            (await db.Set<SurveyResponse>().Where(r => r.WaveId == wave.Id).ToListAsync(), await db.Set<SurveyInvitation>().Where(i => i.WaveId == wave.Id).ToListAsync()));
        Assert.Equal(People, responses.Count);
        Assert.All(invitations, i => Assert.Equal(InvitationState.Used, i.State));
        // Days only, and the same for all who came that day.
        Assert.Equal(SurveyKit.Today, Assert.Single(responses.Select(r => r.SubmittedOn).Distinct()));
        // No value of one table is in the other, but for the wave.
        var left = responses.SelectMany(r => new[] { r.Id, r.UnitId ?? Guid.Empty }).Where(g => g != Guid.Empty).ToHashSet();
        Assert.DoesNotContain(invitations.SelectMany(i => new[] { i.Id, i.LetterId ?? Guid.Empty }), left.Contains);
        // Keys hold no time: of a version 7 key the first six bytes are milliseconds, rising with the order of answers.
        Assert.NotEqual(order.OrderBy(g => g.ToString("n"), StringComparer.Ordinal), order);
        Assert.True(responses.Count(r => r.Id.Version == 7) < People / 2);
        Assert.True(invitations.Count(i => i.Id.Version == 7) < People / 2);
    }

    [Theory, EachDatabase]
    public async Task Rows_and_transactions_tell_no_order_after_the_night(Engine engine)
    {
        if (engine != Engine.PostgreSql)
            return;
        await using var house = await databases.OpenAsync(engine);
        var wave = await house.OpenWaveAsync();
        house.ActAsNobody();
        List<Guid> order = [];
        for (var i = 0; i < People; i++)
        {
            var command = wave.Answers(Good);
            order.Add(command.ResponseId);
            await house.SendAsync(command);
        }

        house.Time.SetLocal(2026, 6, 20, 3);
        await house.RunAsync((TendSurveysHandler h) => h.HandleAsync(CancellationToken.None));
        var rows = await house.RunAsync((IServiceDeskDb db) => db.Database
            .SqlQuery<Placed>($"""SELECT "Id", xmin::text AS "Transaction" FROM "SurveyResponses" WHERE "WaveId" = {wave.Id} ORDER BY ctid""").ToListAsync());
        Assert.Equal(People, rows.Count);
        Assert.Single(rows.Select(r => r.Transaction).Distinct());
        Assert.NotEqual(order, rows.ConvertAll(r => r.Id));
    }

    [Fact]
    public void A_response_has_no_column_that_could_tell()
    {
        var model = new DbContextOptionsBuilder<PostgreSqlDbContext>().UseNpgsql("Host=nowhere");
        using var db = new PostgreSqlDbContext(model.Options);
        var response = db.Model.FindEntityType(typeof(SurveyResponse))!;
        var text = db.Model.FindEntityType(typeof(SurveyText))!;
        Assert.DoesNotContain(response.GetProperties().Concat(text.GetProperties()), p => p.ClrType == typeof(DateTimeOffset) || p.ClrType == typeof(DateTime) || p.Name is "Version" or "ById" or "Email" or "Hash" or "Address");
        Assert.DoesNotContain(response.GetForeignKeys().Concat(text.GetForeignKeys()), k => k.PrincipalEntityType.ClrType == typeof(SurveyInvitation));
        Assert.DoesNotContain(db.Model.FindEntityType(typeof(SurveyInvitation))!.GetForeignKeys(), k => k.PrincipalEntityType.ClrType == typeof(SurveyResponse));
        Assert.DoesNotContain(db.Model.FindEntityType(typeof(SurveyInvitation))!.GetProperties(), p => p.ClrType == typeof(DateTimeOffset));
    }

    [Theory, EachDatabase]
    public async Task Closing_forgets_addresses_and_keeps_two_numbers(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var wave = await house.OpenWaveAsync(change: d => d with { Modes = [SurveyMode.Personal] });
        await house.ActAsAsync(Role.HeadOfClientService);
        await house.RunAsync((InviteToSurveyHandler h) => h.AddAsync(wave.Id, $"a.{wave.Key}@example.com, B.{wave.Key}@example.com, c.{wave.Key}@example.com", "en", CancellationToken.None));
        await house.RunAsync((InviteToSurveyHandler h) => h.SendAsync(wave.Id, CancellationToken.None));
        await house.RunAsync(async (IServiceDeskDb db) =>
        {
            var letter = await db.Set<OutgoingMessage>().SingleAsync(o => o.ToAddress == $"a.{wave.Key}@example.com");
            letter.MarkFailed("no such address", isFinal: true, house.Time.GetUtcNow());
            return await db.SaveChangesAsync();
        });
        var numbers = await house.RunAsync((InviteToSurveyHandler h) => h.ShowAsync(wave.Id, CancellationToken.None));
        Assert.Equal((2, 0, $"a.{wave.Key}@example.com"), (numbers.Delivered, numbers.Used, Assert.Single(numbers.Bounced)));
        house.Time.SetLocal(2026, 6, 23, 9);
        Assert.Equal(2, await house.RunAsync((InviteToSurveyHandler h) => h.RemindAsync(wave.Id, CancellationToken.None)));
        Assert.Equal(0, await house.RunAsync((InviteToSurveyHandler h) => h.RemindAsync(wave.Id, CancellationToken.None)));
        house.Time.SetLocal(2026, 7, 3, 1);
        await house.RunAsync((TendSurveysHandler h) => h.HandleAsync(CancellationToken.None));
        var (closed, left) = await house.RunAsync(async (IServiceDeskDb db) => (await db.Set<SurveyWave>().SingleAsync(w => w.Id == wave.Id), await db.Set<SurveyInvitation>().CountAsync(i => i.WaveId == wave.Id)));
        Assert.Equal((WaveState.Closed, 3, 1, 0), (closed.State, closed.Invited, closed.Bounced, left));
    }

    [Theory, EachDatabase]
    public async Task A_tenth_of_the_paper_is_read_twice_and_compared(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var wave = await house.OpenWaveAsync(change: d => d with { Modes = [SurveyMode.Paper] });
        await house.ActAsAsync(Role.ClientServiceSpecialist);
        Guid drawn, other;
        do
            drawn = SurveyResponse.NewKey();
        while (!SurveyReading.Draws(drawn));
        do
            other = SurveyResponse.NewKey();
        while (SurveyReading.Draws(other));
        await house.SendAsync(wave.Answers(Good) with { Mode = SurveyMode.Paper, SheetNumber = 1, ResponseId = drawn });
        await house.SendAsync(wave.Answers(("q2", "1")) with { Mode = SurveyMode.Paper, SheetNumber = 2, ResponseId = other });
        var paper = await house.RunAsync((ReadPaperAgainHandler h) => h.ShowAsync(wave.Id, CancellationToken.None));
        Assert.Equal((2, 1, 3), (paper.Sheets, Assert.Single(paper.ToRead), paper.NextSheet));
        Assert.Equal(1, await house.RunAsync((ReadPaperAgainHandler h) => h.HandleAsync(wave.Id, 1, f => f == "q1" ? ["1"] : f == "q3" ? ["1"] : f == "q5" ? ["5"] : [], CancellationToken.None)));
        Assert.Equal("Surveys.Refusal.SheetNotDrawn", (await Assert.ThrowsAsync<Refusal>(() => house.RunAsync((ReadPaperAgainHandler h) => h.HandleAsync(wave.Id, 2, _ => [], CancellationToken.None)))).Key);
        Assert.Equal("Surveys.Refusal.SheetMissing", (await Assert.ThrowsAsync<Refusal>(() => house.SendAsync(wave.Answers(Good) with { Mode = SurveyMode.Paper }))).Key);
    }

    private sealed class Placed
    {
        public Guid Id { get; set; }

        public string Transaction { get; set; } = "";
    }
}
