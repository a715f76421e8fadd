using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Quality;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Tests.Quality;

public class ImprovementTests
{
    private static readonly Actor Head = new(Guid.CreateVersion7(), "Jānis Kalniņš");
    private static readonly Actor Owner = new(Guid.CreateVersion7(), "Līga Zariņa");
    private static readonly DateTimeOffset At = new(2026, 6, 18, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 6, 18);

    private static readonly ImprovementPlan Plan = new() { Title = "Rinda", Goal = "Īsāka rinda", Measure = "Gaida, %", Baseline = 31, Target = 10 };

    [Fact]
    public void A_task_goes_from_a_proposal_to_a_proven_effect()
    {
        var item = Proposed();
        item.Agree(Owner.EmployeeId!.Value, Today.AddDays(30), null, Today, Head, At);
        item.Start(null, Owner, At);
        item.AddLink("https://lejasupe.example/grafiks", null, Owner, At);
        item.Finish("Otrs speciālists", Today.AddDays(90), Today, Owner, At);
        Assert.Equal((ImprovementState.Done, false), (item.State, item.IsOpen));
        item.Check(true, 12, "Gaida 12 %", Today.AddDays(90), Head, At);
        Assert.Equal((ImprovementState.Effective, Today.AddDays(90)), (item.State, item.ClosedOn));
        Assert.Equal(90, item.Plan.ProgressAt(item.Measured));
        Assert.Equal(6, item.Events.Count);
        item.Reopen(Today.AddDays(120), "Rinda atkal gara", Today.AddDays(100), Head, At);
        Assert.Equal((ImprovementState.Running, (DateOnly?)null, (decimal?)null), (item.State, item.ClosedOn, item.Measured));
    }

    [Fact]
    public void Whoever_does_the_work_does_not_judge_its_effect()
    {
        var item = Done();
        Refused("Quality.Refusal.OwnWorkIsNotChecked", () => item.Check(true, 9, "Labi", Today, Owner, At));
        Refused("Quality.Refusal.MeasuredMissing", () => item.Check(true, null, "Labi", Today, Head, At));
        Refused("Quality.Refusal.FindingMissing", () => item.Check(true, 9, " ", Today, Head, At));
        item.Check(false, 30, "Nekas nav mainījies", Today, Head, At);
        Assert.Equal(ImprovementState.NotEffective, item.State);
    }

    [Theory]
    [InlineData("", "Mērķis", null, null, null, "Quality.Refusal.TitleMissing")]
    [InlineData("Rinda", " ", null, null, null, "Quality.Refusal.GoalMissing")]
    [InlineData("Rinda", "Mērķis", null, 3, null, "Quality.Refusal.MeasureMissing")]
    [InlineData("Rinda", "Mērķis", "Gaida, %", 3, 3, "Quality.Refusal.TargetIsBaseline")]
    public void A_plan_says_what_to_which_end_and_by_what(string title, string goal, string? measure, int? baseline, int? target, string refusal) =>
        Refused(refusal, () => Proposed(new() { Title = title, Goal = goal, Measure = measure, Baseline = baseline, Target = target }));

    [Fact]
    public void Steps_are_taken_in_their_order_with_reasons_and_days_to_come()
    {
        var item = Proposed();
        Refused("Quality.Refusal.NotNow", () => item.Start(null, Owner, At));
        Refused("Quality.Refusal.NotNow", () => item.Finish("x", Today, Today, Owner, At));
        Refused("Quality.Refusal.NotNow", () => item.Reopen(Today, "x", Today, Head, At));
        Refused("Quality.Refusal.DayIsOver", () => item.Agree(Owner.EmployeeId!.Value, Today.AddDays(-1), null, Today, Head, At));
        item.Agree(Owner.EmployeeId!.Value, Today, null, Today, Head, At);
        Refused("Quality.Refusal.ReasonMissing", () => item.Postpone(Today.AddDays(5), null, Today, Head, At));
        Refused("Quality.Refusal.OwnerIsTheSame", () => item.HandOver(Owner.EmployeeId!.Value, "x", Head, At));
        Refused("Quality.Refusal.DoneMissing", () => item.Finish(null, Today, Today, Owner, At));
        Refused("Quality.Refusal.TextMissing", () => item.Note(" ", Owner, At));
        Refused("Quality.Refusal.ReasonMissing", () => item.Drop(null, Today, Head, At));
        item.Drop("Nevajag", Today, Head, At);
        Refused("Quality.Refusal.NotNow", () => item.Describe(Plan, item.UnitId, false, Head, At));
    }

    [Theory]
    [InlineData(null, "Quality.Refusal.AddressMissing")]
    [InlineData("lejasupe.example", "Quality.Refusal.AddressWrong")]
    [InlineData("javascript:alert(1)", "Quality.Refusal.AddressWrong")]
    [InlineData("file:///etc/passwd", "Quality.Refusal.AddressWrong")]
    public void A_link_is_a_web_address(string? address, string refusal) => Refused(refusal, () => Proposed().AddLink(address, null, Owner, At));

    [Fact]
    public void The_public_is_told_in_its_language_and_nothing_of_what_is_restricted()
    {
        var item = Proposed();
        Refused("Quality.Refusal.PublicTextMissing", () => item.TellPublic(new() { IsShown = true, En = "Done" }, Head, At));
        item.TellPublic(new() { IsShown = true, Lv = "Izdarījām", En = "Done" }, Head, At);
        Assert.Equal(("Izdarījām", "Done", "Izdarījām"), (item.Public.In("lv"), item.Public.In("en"), item.Public.In("ru")));
        item.TellPublic(item.Public with { IsShown = false }, Head, At);
        Assert.Null(item.Public.In("lv"));
        var secret = Proposed(restricted: true);
        Refused("Quality.Refusal.RestrictedIsNotPublic", () => secret.TellPublic(new() { IsShown = true, Lv = "x" }, Head, At));
    }

    private static Improvement Proposed(ImprovementPlan? plan = null, bool restricted = false) => Improvement.Propose(
        new Register("improvements", "Uzlabojumi", "UZ", "{index}/{yy}/{seq}"), 2026, 1, Guid.CreateVersion7(), new ImprovementSource(ImprovementOrigin.Observation), Guid.CreateVersion7(), plan ?? Plan, restricted, Owner, At);

    private static Improvement Done()
    {
        var item = Proposed();
        item.Agree(Owner.EmployeeId!.Value, Today, null, Today, Head, At);
        item.Finish("Darīts", Today, Today, Owner, At);
        return item;
    }

    private static void Refused(string key, Action step) => Assert.Equal(key, Assert.Throws<Refusal>(step).Key);
}
