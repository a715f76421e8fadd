using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Tests.Deadlines;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Correspondence;

public class SendOutboxTests(Databases databases) : IClassFixture<Databases>
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, EachDatabase]
    public async Task A_letter_is_tried_again_with_growing_pauses_then_turns_the_case_red_until_somebody_deals_with_it(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var id = await AnsweredByEmailAsync(house);
        var refusing = new Transport(_ => throw new MailRefused("450 busy", isFinal: false));
        List<double> pauses = [];
        for (var attempt = 1; attempt <= OutgoingMessage.MaxAttempts; attempt++)
        {
            Assert.Equal(new OutboxRun(0, 1), await SendAsync(house, refusing));
            Assert.Equal(new OutboxRun(0, 0), await SendAsync(house, refusing)); // Not before its time.
            var row = await RowAsync(house, id);
            if (attempt == OutgoingMessage.MaxAttempts)
                break;
            pauses.Add((row.NotBefore - house.Time.Now).TotalMinutes);
            house.Time.Now = row.NotBefore;
        }

        Assert.Equal([1, 4, 16, 64, 256], pauses);
        var failed = await RowAsync(house, id);
        Assert.Equal((OutgoingState.Failed, OutgoingMessage.MaxAttempts, "450 busy"), (failed.State, failed.Attempts, failed.LastError));
        var item = await house.LoadAsync(id);
        Assert.True(item.HasFailedMessage);
        Assert.Equal(ClockState.Running, Assert.Single(item.Clocks).State); // What did not leave meets nothing.
        var owner = await house.EmployeeAsync(Given.Line);
        Assert.Equal(owner, (await house.RunAsync((IServiceDeskDb db) => db.Set<Notice>().SingleAsync(n => n.CaseId == id && n.Kind == NoticeKind.LetterFailed))).EmployeeId);

        await house.ActAsAsync(Role.HeadOfClientService);
        await house.RunAsync((ResolveFailedLetterHandler h) => h.HandleAsync(new ResolveFailedLetter(id, failed.MessageId!.Value, "jauna.adrese@pasts.example", null), None));
        var taking = new Transport();
        Assert.Equal(new OutboxRun(1, 0), await SendAsync(house, taking));
        Assert.Equal("jauna.adrese@pasts.example", Assert.Single(taking.Taken).ToAddress);
        item = await house.LoadAsync(id);
        Assert.False(item.HasFailedMessage);
        Assert.Equal(ClockState.Met, Assert.Single(item.Clocks).State);
    }

    [Fact]
    public async Task A_final_refusal_is_not_repeated_and_may_be_given_up_with_a_reason()
    {
        await using var house = await databases.OpenAsync(Engine.PostgreSql);
        var id = await AnsweredByEmailAsync(house);
        Assert.Equal(new OutboxRun(0, 1), await SendAsync(house, new Transport(_ => throw new MailRefused("550 no such mailbox", isFinal: true))));
        var row = await RowAsync(house, id);
        Assert.Equal((OutgoingState.Failed, 1), (row.State, row.Attempts));

        await house.ActAsAsync(Role.HeadOfClientService);
        await house.RunAsync((ResolveFailedLetterHandler h) => h.HandleAsync(new ResolveFailedLetter(id, row.MessageId!.Value, null, "Izstāstīts pa tālruni."), None));
        Assert.Equal(OutgoingState.Cancelled, (await RowAsync(house, id)).State);
        Assert.False((await house.LoadAsync(id)).HasFailedMessage);
        Assert.Equal(new OutboxRun(0, 0), await SendAsync(house, new Transport()));
    }

    [Fact]
    public async Task A_letter_that_cannot_even_be_made_keeps_no_other_in_the_house()
    {
        await using var house = await databases.OpenAsync(Engine.PostgreSql);
        var broken = await AnsweredByEmailAsync(house, "pirmais@pasts.example");
        var fine = await AnsweredByEmailAsync(house, "otrais@pasts.example");
        house.Time.Advance(TimeSpan.FromSeconds(30));
        var transport = new Transport(letter =>
        {
            if (letter.ToAddress.StartsWith("pirmais", StringComparison.Ordinal))
                throw new InvalidOperationException("secret detail");
        });

        Assert.Equal(new OutboxRun(1, 1), await SendAsync(house, transport));
        Assert.DoesNotContain("secret", (await RowAsync(house, broken)).LastError, StringComparison.Ordinal);
        Assert.Equal(OutgoingState.Sent, (await RowAsync(house, fine)).State);
        await SettleAsync(house);
    }

    [Fact]
    public async Task Rows_of_a_node_that_died_after_claiming_them_leave_when_the_claim_runs_out()
    {
        await using var house = await databases.OpenAsync(Engine.PostgreSql);
        var id = await AnsweredByEmailAsync(house);
        DateTimeOffset? claimed = house.Time.Now.AddMinutes(5);
        await house.RunAsync((IServiceDeskDb db) => db.Set<OutgoingMessage>().Where(o => o.CaseId == id).ExecuteUpdateAsync(s => s.SetProperty(o => o.ClaimedUntil, claimed)));
        var transport = new Transport();

        Assert.Equal(new OutboxRun(0, 0), await SendAsync(house, transport));
        house.Time.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(new OutboxRun(1, 0), await SendAsync(house, transport));
        Assert.Single(transport.Taken);
    }

    [Fact]
    public async Task A_letter_counts_from_the_moment_it_left_even_when_it_was_recorded_on_the_next_day()
    {
        await using var house = await databases.OpenAsync(Engine.PostgreSql);
        var id = await AnsweredByEmailAsync(house);
        house.Time.SetLocal(2026, 9, 4, 23, 59);
        var left = house.Time.Now;
        await SendAsync(house, new Transport());
        house.Time.SetLocal(2026, 9, 5, 8);
        await house.DetectAsync();

        var clock = Assert.Single((await house.LoadAsync(id)).Clocks);
        Assert.Equal((ClockState.Met, left), (clock.State, clock.SettledAt));
    }

    [Fact]
    public async Task Two_senders_at_once_send_each_letter_once()
    {
        await using var house = await databases.OpenAsync(Engine.PostgreSql);
        for (var i = 0; i < 8; i++)
            await AnsweredByEmailAsync(house);
        var transport = new Transport(slowly: true);

        var runs = await Task.WhenAll(SendAsync(house, transport), SendAsync(house, transport), SendAsync(house, transport));

        Assert.Equal(8, runs.Sum(r => r.Sent));
        Assert.Equal(8, transport.Taken.DistinctBy(l => l.Id).Count());
        Assert.Equal(8, transport.Taken.Count);
    }

    private static async Task<Guid> AnsweredByEmailAsync(House house, string email = "peteris.kalejs@pasts.example")
    {
        house.Time.SetLocal(2026, 9, 1, 10);
        var id = await house.CaseAsync(email: email);
        await house.AnswerAsync(id, closes: null, delivery: Delivery.Email);
        house.Time.Advance(TimeSpan.FromSeconds(20));
        return id;
    }

    private static async Task<OutboxRun> SendAsync(House house, IMailTransport transport)
    {
        await using var scope = house.Scope();
        return await ActivatorUtilities.CreateInstance<SendOutboxHandler>(scope.ServiceProvider, transport).HandleAsync(None);
    }

    private static async Task SettleAsync(House house)
    {
        house.Time.Advance(TimeSpan.FromMinutes(10));
        await SendAsync(house, new Transport());
    }

    private static Task<OutgoingMessage> RowAsync(House house, Guid caseId) =>
        house.RunAsync((IServiceDeskDb db) => db.Set<OutgoingMessage>().AsNoTracking().SingleAsync(o => o.CaseId == caseId));

    private sealed class Transport(Action<MailLetter>? on = null, bool slowly = false) : IMailTransport
    {
        public ConcurrentBag<MailLetter> Taken { get; } = [];

        public async Task SendAsync(MailLetter letter, CancellationToken cancellationToken)
        {
            if (slowly)
                await Task.Delay(TimeSpan.FromMilliseconds(15), TimeProvider.System, cancellationToken);
            on?.Invoke(letter);
            Taken.Add(letter);
        }
    }
}
