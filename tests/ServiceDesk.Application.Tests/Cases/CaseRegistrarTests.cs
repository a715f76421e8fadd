using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Cases;

/// <summary>Registration: numbers without gaps, one case per form, clocks by audience and form.</summary>
public class CaseRegistrarTests(Databases databases) : IClassFixture<Databases>
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static SubmitCase Form(Guid? token = null, string? email = null) => new()
    {
        Token = token ?? Guid.NewGuid(),
        Kind = CaseKind.Question,
        Text = "Kad strādā bibliotēka?",
        Contact = new Contact { Email = email },
        Language = "lv",
    };

    private static Task<SubmittedCase> SubmitAsync(House house, SubmitCase form) => house.RunAsync((SubmitCaseHandler h) => h.HandleAsync(form, None));

    [Theory, EachDatabase]
    public async Task Twenty_at_once_get_twenty_numbers_without_gaps(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        house.Time.SetLocal(2026, 6, 18, 11);
        house.ActAsNobody();
        var made = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => SubmitAsync(house, Form()))));
        var sequences = await house.RunAsync((IServiceDeskDb db) => db.Set<Case>().Select(c => c.Sequence).OrderBy(s => s).ToListAsync(None));
        Assert.Equal(20, made.Select(m => m.Number).Distinct().Count());
        Assert.Equal(Enumerable.Range(1, 20), sequences);
    }

    [Theory, EachDatabase] // a double click, the back button, a retry after a lost answer
    public async Task The_same_form_sent_many_times_at_once_makes_one_case(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        house.ActAsNobody();
        var form = Form(email: "ilze@pasts.example");
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => SubmitAsync(house, form))));
        Assert.Single(made.Distinct());
        Assert.Equal(made[0], await SubmitAsync(house, form));
        Assert.Equal(1, await house.RunAsync((IServiceDeskDb db) => db.Set<OutgoingMessage>().CountAsync(o => o.CaseId == made[0].CaseId, None)));
    }

    [Theory, EachDatabase]
    public async Task A_refused_registration_gives_its_number_back(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        house.ActAsNobody();
        await SubmitAsync(house, Form());
        await Assert.ThrowsAsync<Refusal>(() => SubmitAsync(house, Form() with { Text = "   " }));
        await SubmitAsync(house, Form());
        var sequences = await house.RunAsync((IServiceDeskDb db) => db.Set<Case>().Select(c => c.Sequence).OrderBy(s => s).ToListAsync(None));
        Assert.Equal([1, 2], sequences);
    }

    [Theory, EachDatabase] // the number's year is the year of registration
    public async Task Numbering_begins_anew_each_year(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        house.ActAsNobody();
        house.Time.SetLocal(2026, 12, 31, 23, 59);
        Assert.Equal("4.1-5/26/1", (await SubmitAsync(house, Form())).Number);
        house.Time.SetLocal(2027, 1, 1, 0, 1);
        Assert.Equal("4.1-5/27/1", (await SubmitAsync(house, Form())).Number);
    }

    [Theory, EachDatabase]
    public async Task Who_gives_no_address_is_acknowledged_on_the_confirmation_page(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        house.ActAsNobody();
        var made = await SubmitAsync(house, Form());
        var message = await house.RunAsync((IServiceDeskDb db) => db.Set<Message>().SingleAsync(m => m.CaseId == made.CaseId && m.Kind == MessageKind.Acknowledgement, None));
        Assert.Equal((Delivery.TrackingPage, DeliveryState.Sent), (message.Delivery, message.DeliveryState));
        Assert.Contains(made.Number, message.Text, StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_formal_submission_carries_the_clock_of_the_law_too(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        house.Time.SetLocal(2026, 6, 15, 10);
        await house.ActAsAsync(Role.ClientServiceSpecialist);
        var id = await house.RunAsync((RegisterCaseHandler h) => h.HandleAsync(
            new RegisterCase(Paper(formal: true)), None));
        var clocks = await house.RunAsync((IServiceDeskDb db) => db.Set<Clock>().Where(c => c.CaseId == id).OrderBy(c => c.DueOn).ToListAsync(None));
        Assert.Equal([(Layer.Service, new DateOnly(2026, 6, 18)), (Layer.Statute, new DateOnly(2026, 7, 1))], clocks.Select(c => (c.Layer, c.DueOn)));
    }

    [Theory, EachDatabase] // SIG 23.1: one working day; Friday to Monday
    public async Task A_colleagues_request_is_due_the_next_working_day(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        house.Time.SetLocal(2026, 2, 6, 10);
        await house.ActAsAsync(Role.ClientServiceSpecialist);
        var id = await house.RunAsync((RegisterCaseHandler h) => h.HandleAsync(
            new RegisterCase(Paper() with { Audience = Audience.Internal, Kind = CaseKind.InternalRequest, Channel = Channel.Internal }), None));
        var clock = await house.RunAsync((IServiceDeskDb db) => db.Set<Clock>().SingleAsync(c => c.CaseId == id, None));
        Assert.Equal(("internal-reply", new DateOnly(2026, 2, 9)), (clock.RuleId, clock.DueOn));
    }

    [Theory, EachDatabase] // the post-room stamp counts, not the day somebody typed it in
    public async Task Registering_later_does_not_move_the_receipt_day(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        house.Time.SetLocal(2026, 6, 18, 15);
        await house.ActAsAsync(Role.ClientServiceSpecialist);
        var received = house.Time.GetUtcNow().AddDays(-2);
        var id = await house.RunAsync((RegisterCaseHandler h) => h.HandleAsync(new RegisterCase(Paper() with { ReceivedAt = received }), None));
        var item = await house.RunAsync((IServiceDeskDb db) => db.Set<Case>().SingleAsync(c => c.Id == id, None));
        Assert.Equal((new DateOnly(2026, 6, 16), new DateOnly(2026, 6, 19)), (item.ReceivedOn, item.NextDueOn!.Value));
    }

    [Theory, EachDatabase]
    public async Task What_was_solved_in_the_talk_is_registered_answered_and_closed(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var me = await house.ActAsAsync(Role.ClientServiceSpecialist);
        var id = await house.RunAsync((RegisterCaseHandler h) => h.HandleAsync(
            new RegisterCase(Paper() with { Channel = Channel.Phone }, "Nosaucu darba laiku.", CaseOutcome.Explained), None));
        var item = await house.RunAsync((IServiceDeskDb db) => db.Set<Case>().Include(c => c.Clocks).SingleAsync(c => c.Id == id, None));
        Assert.Equal((CaseState.Closed, CaseOutcome.Explained, me.Id), (item.State, item.Outcome!.Value, item.AssigneeId!.Value));
        Assert.All(item.Clocks, c => Assert.Equal(ClockState.Met, c.State));
    }

    [Theory, EachDatabase]
    public async Task Only_client_service_registers_for_others(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        await house.ActAsAsync(Role.Administrator);
        var refusal = await Assert.ThrowsAsync<Refusal>(() => house.RunAsync((RegisterCaseHandler h) => h.HandleAsync(new RegisterCase(Paper()), None)));
        Assert.Equal("Cases.Refusal.NotAllowed", refusal.Key);
    }

    [Theory]
    [InlineData("Īss teksts", "Īss teksts")]
    [InlineData("Upes ielā nav izvesti atkritumi. Konteineri ir pilni.", "Upes ielā nav izvesti atkritumi")]
    [InlineData("Labdien! Vēlos ziņot par bedri Meža ielā.", "Vēlos ziņot par bedri Meža ielā")]
    [InlineData("Pirmā rinda par bedri\nOtrā rinda", "Pirmā rinda par bedri")]
    public void The_subject_is_the_first_sentence_that_says_something(string text, string subject) => Assert.Equal(subject, CaseRegistrar.SubjectOf(text));

    [Fact]
    public void A_long_beginning_is_cut_at_a_word()
    {
        var subject = CaseRegistrar.SubjectOf(string.Join(' ', Enumerable.Repeat("garāmgājējs", 20)));
        Assert.True(subject.Length <= 81);
        Assert.EndsWith("garāmgājējs…", subject, StringComparison.Ordinal);
    }

    private static NewCase Paper(bool formal = false) => new()
    {
        Token = Guid.NewGuid(),
        Kind = CaseKind.Submission,
        Channel = Channel.Paper,
        IsFormal = formal,
        Subject = "Iesniegums par zemes nomu",
        Text = "Lūdzu pagarināt zemes nomas līgumu.",
        Contact = new Contact { Name = "Aivars Zariņš" },
    };
}
