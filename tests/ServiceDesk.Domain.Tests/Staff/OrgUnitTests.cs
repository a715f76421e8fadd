using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Domain.Tests.Staff;

public class OrgUnitTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 18, 6, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_unit_cannot_come_to_stand_below_itself_however_deep()
    {
        var top = new OrgUnit("Administrācija");
        var middle = new OrgUnit("Nodaļa", top);
        var low = new OrgUnit("Daļa", middle);
        OrgUnit[] all = [top, middle, low];

        Assert.Equal("Staff.Refusal.UnitBelowItself", Assert.Throws<Refusal>(() => top.MoveUnder(low, all)).Key);
        Assert.Equal("Staff.Refusal.UnitBelowItself", Assert.Throws<Refusal>(() => top.MoveUnder(top, all)).Key);
        low.MoveUnder(top, all);
        Assert.Equal(top.Id, low.ParentId);
        low.MoveUnder(null, all);
        Assert.Null(low.ParentId);
    }

    [Fact]
    public void Nothing_is_moved_under_a_unit_out_of_use()
    {
        var old = new OrgUnit("Vecā");
        old.Retire(Now);
        var unit = new OrgUnit("Jaunā");
        Assert.Equal("Staff.Refusal.ParentRetired", Assert.Throws<Refusal>(() => unit.MoveUnder(old, [old, unit])).Key);
    }

    [Fact]
    public void Who_has_left_heads_nothing()
    {
        var unit = new OrgUnit("Nodaļa");
        var person = new Employee("Anna", "Ozola", "Vadītāja", unit, "anna@lejasupe.example");
        person.Leave();
        Assert.Equal("Staff.Refusal.HeadHasLeft", Assert.Throws<Refusal>(() => unit.AppointHead(person)).Key);
    }

    [Fact]
    public void A_retired_unit_has_no_head_and_takes_nobody_in()
    {
        var unit = new OrgUnit("Nodaļa");
        var other = new OrgUnit("Cita");
        var person = new Employee("Anna", "Ozola", "Vadītāja", other, "anna@lejasupe.example");
        unit.AppointHead(person);
        unit.Retire(Now);
        Assert.Null(unit.HeadId);
        Assert.Equal("Staff.Refusal.UnitRetired", Assert.Throws<Refusal>(() => person.MoveTo(unit)).Key);
        unit.Restore();
        person.MoveTo(unit);
        Assert.Equal(unit.Id, person.UnitId);
    }

    [Fact]
    public void Cases_go_to_a_colleague_who_works_here_not_to_oneself()
    {
        var unit = new OrgUnit("Nodaļa");
        var person = new Employee("Anna", "Ozola", "Speciāliste", unit, "anna@lejasupe.example");
        var gone = new Employee("Juris", "Liepa", "Speciālists", unit, "juris@lejasupe.example");
        gone.Leave();
        var day = new DateOnly(2026, 6, 30);
        Assert.Throws<Refusal>(() => person.PlanLeaving(day, person));
        Assert.Throws<Refusal>(() => person.PlanLeaving(day, gone));
        Assert.Throws<Refusal>(() => gone.PlanLeaving(day, null));
        person.PlanLeaving(day, null);
        Assert.Equal(day, person.LastDay);
        person.Stay();
        Assert.Null(person.LastDay);
    }
}
