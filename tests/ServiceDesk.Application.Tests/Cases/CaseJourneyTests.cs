using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Cases;

/// <summary>The whole way of a case on a real database: complaint, interim reply, lapse, breach, explanation.</summary>
public class CaseJourneyTests(Databases databases) : IClassFixture<Databases>
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, EachDatabase]
    public async Task A_complaint_is_answered_by_an_interim_reply_lapses_and_is_explained(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        house.Time.SetLocal(2026, 6, 18, 11);
        house.ActAsNobody();
        var submitted = await house.RunAsync((SubmitCaseHandler h) => h.HandleAsync(new SubmitCase
        {
            Token = Guid.NewGuid(),
            Kind = CaseKind.Complaint,
            Text = "Upes ielā jau divas nedēļas nav izvesti atkritumi. Konteineri ir pilni.",
            Contact = new Contact { Name = "Ilze Kalniņa", Email = "ilze.kalnina@pasts.example" },
            Language = "lv",
        }, None));

        var item = await LoadAsync(house, submitted.CaseId);
        Assert.Equal("Upes ielā jau divas nedēļas nav izvesti atkritumi", item.Subject);
        // 19, 25, 26 June: Mon 22 moved out, 23 and 24 holidays.
        Assert.Equal(new DateOnly(2026, 6, 26), item.NextDueOn);

        // The acknowledgement leaves, but Sigulda's reply clock is not met by it.
        Assert.Equal(new OutboxRun(1, 0), await house.RunAsync((SendOutboxHandler h) => h.HandleAsync(None)));
        item = await LoadAsync(house, submitted.CaseId);
        Assert.Equal(DeliveryState.Sent, Assert.Single(item.Messages, m => m.Kind == MessageKind.Acknowledgement).DeliveryState);
        Assert.Equal(ClockState.Running, Assert.Single(item.Clocks).State);

        // Interim reply on the due day, promising Friday 3 July.
        house.Time.SetLocal(2026, 6, 26, 16);
        await house.ActAsAsync(Role.HeadOfClientService);
        await house.RunAsync((SendInterimReplyHandler h) => h.HandleAsync(
            new SendInterimReply(item.Id, "Gaidām pārvadātāja atbildi.", new DateOnly(2026, 7, 3), Delivery.Email, new SeenCase(item.Version, item.ChangedAt)), None));
        Assert.Equal(0, (await house.RunAsync((SendOutboxHandler h) => h.HandleAsync(None))).Sent); // 15 seconds to take it back
        house.Time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(1, (await house.RunAsync((SendOutboxHandler h) => h.HandleAsync(None))).Sent);
        item = await LoadAsync(house, submitted.CaseId);
        Assert.Equal(ClockState.MetByInterim, item.Clocks.Single(c => c.Layer == Layer.Service).State);
        Assert.Equal(new DateOnly(2026, 7, 3), item.NextDueOn);
        Assert.Equal(Layer.PersonalPromise, item.NextDueLayer);

        // Friday itself is still in time; on Monday the promise is broken, with the true day although nobody looked on Saturday.
        house.Time.SetLocal(2026, 7, 3, 23, 59);
        Assert.Equal(0, (await house.RunAsync((DetectBreachesHandler h) => h.HandleAsync(None))).Breaches);
        house.Time.SetLocal(2026, 7, 6, 9);
        Assert.Equal(1, (await house.RunAsync((DetectBreachesHandler h) => h.HandleAsync(None))).Breaches);
        Assert.Equal(0, (await house.RunAsync((DetectBreachesHandler h) => h.HandleAsync(None))).Breaches);
        var breach = await house.RunAsync((IServiceDeskDb db) => db.Set<Breach>().SingleAsync(b => b.CaseId == item.Id, None));
        Assert.Equal(new DateOnly(2026, 7, 4), breach.BreachedOn);

        var told = await house.RunAsync((EscalateBreachesHandler h) => h.HandleAsync(None));
        Assert.True(told > 0);
        Assert.Equal(0, await house.RunAsync((EscalateBreachesHandler h) => h.HandleAsync(None)));

        await house.RunAsync(async (ExplainBreachHandler h) =>
        {
            await h.HandleAsync(new ExplainBreach(breach.Id, BreachCause.AwaitedThirdParty, "Pārvadātājs atbildēja vēlu.", breach.Version + 1), None);
            return 0;
        });
        var report = await house.RunAsync((ReportBreachesHandler h) => h.HandleAsync(new ReportBreaches(new(2026, 6, 1), new(2026, 7, 31)), None));
        Assert.Equal(1, report.Breaches);
        Assert.Equal(new Rate(1, 1), report.OnTime);
        Assert.Equal(new Rate(0, 1), report.PromisesKept);
    }

    private static Task<Case> LoadAsync(House house, Guid id) =>
        house.RunAsync((IServiceDeskDb db) => db.Set<Case>().AsNoTracking().Include(c => c.Clocks).Include(c => c.Messages).SingleAsync(c => c.Id == id, None));
}
