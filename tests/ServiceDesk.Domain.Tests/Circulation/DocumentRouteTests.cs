using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Circulation;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Tests.Circulation;

public class DocumentRouteTests
{
    private static readonly Actor Anna = new(Guid.NewGuid(), "Anna");
    private static readonly Actor Law = new(Guid.NewGuid(), "Jurists");
    private static readonly Actor Money = new(Guid.NewGuid(), "Finansiste");
    private static readonly DateTimeOffset At = new(2026, 11, 20, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void In_order_the_next_one_is_asked_when_the_one_before_has_approved()
    {
        var (document, route) = Sent(false);
        Assert.Equal([RouteStepState.Waiting, RouteStepState.Ahead], route.Steps.Select(s => s.State));
        Assert.Equal(new DateOnly(2026, 11, 22), route.Steps[0].DueOn);
        Assert.Null(route.Steps[1].DueOn);
        Assert.Equal("Circulation.Refusal.NotWaiting", Key(() => Answer(route, 1, true, document, Money)));
        Answer(route, 0, true, document, Law);
        Assert.Equal([RouteStepState.Approved, RouteStepState.Waiting], route.Steps.Select(s => s.State));
        Assert.True(route.HoldsRegistration);
        Answer(route, 1, true, document, Money);
        Assert.Equal((RouteState.Finished, false), (route.State, route.HoldsRegistration));
    }

    [Fact]
    public void Side_by_side_all_are_asked_at_once_and_one_return_sends_it_back()
    {
        var (document, route) = Sent(true);
        Assert.All(route.Steps, s => Assert.Equal(RouteStepState.Waiting, s.State));
        Answer(route, 1, true, document, Money);
        Assert.Equal("Circulation.Refusal.ReturnReason", Key(() => Answer(route, 0, false, document, Law, " ")));
        Answer(route, 0, false, document, Law, "Precizēt 3.1. punktu");
        Assert.Equal((RouteState.Returned, true), (route.State, route.HoldsRegistration));
        Assert.Equal("Circulation.Refusal.NotWaiting", Key(() => Answer(route, 0, true, document, Law)));
        route.SendAgain(document, null, At.AddHours(1), Due);
        // Nothing was edited: what is approved stays approved.
        Assert.Equal([RouteStepState.Waiting, RouteStepState.Approved], route.Steps.Select(s => s.State));
        Answer(route, 0, true, document, Law);
        Assert.Equal(RouteState.Finished, route.State);
    }

    [Fact]
    public void An_edit_voids_the_visas_given_and_a_save_of_the_same_words_does_not()
    {
        var (document, route) = Sent(false);
        Write(document, "Pavisam citi vārdi");
        Assert.Equal((0, RouteState.Running), (route.Follow(document, At), route.State)); // nobody has approved yet
        Answer(route, 0, true, document, Law);
        Write(document, "Pavisam citi vārdi");
        Assert.Equal(0, route.Follow(document, At));
        Write(document, "Atkal citi vārdi");
        Assert.Equal((1, RouteState.Changed), (route.Follow(document, At), route.State));
        Assert.NotNull(Assert.Single(route.Answers).VoidedAt);
        Assert.True(route.HoldsRegistration);
        Assert.Equal("Circulation.Refusal.NotWaiting", Key(() => Answer(route, 1, true, document, Money)));
        route.SendAgain(document, "Izlabots", At.AddHours(1), Due);
        Assert.Equal([RouteStepState.Waiting, RouteStepState.Ahead], route.Steps.Select(s => s.State));
        Answer(route, 0, true, document, Law);
        Answer(route, 1, true, document, Money);
        Write(document, "Pēdējie vārdi");
        Assert.Equal((2, RouteState.Changed), (route.Follow(document, At), route.State)); // even a finished one
    }

    [Fact]
    public void Nobody_approves_what_they_wrote_or_sent()
    {
        var document = Draft();
        Assert.Equal("Circulation.Refusal.OwnWork", Key(() => Send(document, [Step(Anna)])));
        Assert.Equal("Circulation.Refusal.OwnWork", Key(() => Send(document, [Step(Law)], Law)));
        var route = Send(document, [new PlannedStep(new RouteRecipient(null, Guid.NewGuid()), RouteTask.Visa, 2)]);
        Assert.Equal("Circulation.Refusal.OwnWork", Key(() => Answer(route, 0, true, document, Anna)));
        Answer(route, 0, true, document, Law);
    }

    [Fact]
    public void A_route_needs_people_once_each_and_days()
    {
        var document = Draft();
        Assert.Equal("Circulation.Refusal.NobodyAsked", Key(() => Send(document, [])));
        Assert.Equal("Circulation.Refusal.Twice", Key(() => Send(document, [Step(Law), Step(Law)])));
        Assert.Equal("Circulation.Refusal.Days", Key(() => Send(document, [Step(Law) with { Days = 0 }])));
        Assert.Equal("Circulation.Refusal.Days", Key(() => Send(document, [Step(Law) with { Days = RouteStep.MaxDays + 1 }])));
        Assert.Equal("Circulation.Refusal.TooMany", Key(() => Send(document, [.. Enumerable.Range(0, DocumentRoute.MaxSteps + 1).Select(_ => Step(new Actor(Guid.NewGuid(), "Kāds")))])));
    }

    [Fact]
    public void A_withdrawn_route_holds_nothing_and_asks_nobody()
    {
        var (document, route) = Sent(false);
        Assert.Equal("Cases.Refusal.ReasonMissing", Key(() => route.Withdraw(" ", At)));
        Answer(route, 0, true, document, Law);
        route.Withdraw("Līgums nav vajadzīgs", At);
        Assert.Equal([RouteStepState.Approved, RouteStepState.Dropped], route.Steps.Select(s => s.State));
        Assert.False(route.HoldsRegistration);
        Assert.Equal("Circulation.Refusal.NotToWithdraw", Key(() => route.Withdraw("Vēlreiz", At)));
        Assert.Equal("Circulation.Refusal.NotToSend", Key(() => route.SendAgain(document, null, At, Due)));
    }

    private static (Document Document, DocumentRoute Route) Sent(bool isParallel)
    {
        var document = Draft();
        return (document, Send(document, [Step(Law), Step(Money)], isParallel: isParallel));
    }

    private static DocumentRoute Send(Document document, IReadOnlyList<PlannedStep> plan, Actor? by = null, bool isParallel = false) =>
        DocumentRoute.Send(Guid.CreateVersion7(), document, plan, isParallel, true, null, by ?? Anna, At, Due);

    private static PlannedStep Step(Actor who) => new(new RouteRecipient(who.EmployeeId, null), RouteTask.Visa, 2);

    private static DateOnly Due(int days) => new DateOnly(2026, 11, 20).AddDays(days);

    private static void Answer(DocumentRoute route, int place, bool isApproved, Document document, Actor by, string? remark = null) =>
        route.Answer(route.Steps[place].Id, isApproved, remark, document, by, At, Due);

    private static Document Draft() => Document.Begin(Guid.CreateVersion7(), DocumentKind.Letter, Head(), new DocumentText("{}", ""), null, null, Anna, At);

    private static void Write(Document document, string text) => document.Write(Head(), new DocumentText($"\"{text}\"", text), Anna, At);

    private static DocumentHead Head() => new() { Subject = "atkritumu izvešanu", UnitId = Guid.Empty };

    private static string Key(Action step) => Assert.Throws<Refusal>(step).Key;
}
