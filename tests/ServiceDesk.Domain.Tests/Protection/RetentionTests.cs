using FsCheck;
using FsCheck.Fluent;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Tests.Protection;

public class RetentionTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 18, 8, 0, 0, TimeSpan.Zero);
    private static readonly Actor Vija = new(Guid.CreateVersion7(), "Vija Mežale");
    private static readonly Register Lists = new(Register.RetentionLists, "Saraksti", "GTS", "{index}/{yy}/{seq}");

    [Theory]
    [InlineData(RetentionStart.YearAfterClosing, 5, "2026-03-10", "2031-12-31")]
    [InlineData(RetentionStart.YearAfterClosing, 5, "2026-12-31", "2031-12-31")]
    [InlineData(RetentionStart.YearAfterClosing, 1, "2026-01-01", "2027-12-31")]
    [InlineData(RetentionStart.DayAfterClosing, 5, "2026-03-10", "2031-03-10")]
    [InlineData(RetentionStart.DayAfterClosing, 1, "2028-02-29", "2029-02-28")]
    public void A_record_is_kept_through_the_last_day_of_its_term(RetentionStart start, int years, string closed, string through) =>
        Assert.Equal(DateOnly.Parse(through, System.Globalization.CultureInfo.InvariantCulture), new RetentionRule(RecordKind.Submission, years, start, "Nomenklatūra", null).KeptThrough(DateOnly.Parse(closed, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void What_is_kept_for_ever_never_goes()
    {
        var rule = new RetentionRule(RecordKind.Submission, null, RetentionStart.YearAfterClosing, "Nomenklatūra", "1-1");
        Assert.Null(rule.KeptThrough(new DateOnly(1990, 1, 1)));
        Assert.Null(rule.MayGoIfClosedBy(new DateOnly(2990, 1, 1)));
        Assert.Equal(RetentionClass.Permanent, rule.Class);
    }

    [Theory]
    [InlineData(10, RetentionClass.Temporary)]
    [InlineData(11, RetentionClass.Long)]
    public void Terms_over_ten_years_are_long(int years, RetentionClass expected) =>
        Assert.Equal(expected, new RetentionRule(RecordKind.Submission, years, RetentionStart.DayAfterClosing, "Nomenklatūra", null).Class);

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void A_term_out_of_range_is_refused(int years) =>
        Assert.Equal("Protection.Refusal.YearsOutOfRange", Assert.Throws<Refusal>(() => new RetentionRule(RecordKind.Submission, years, RetentionStart.DayAfterClosing, "x", null)).Key);

    [Fact]
    public void A_term_without_a_basis_is_refused() =>
        Assert.Equal("Protection.Refusal.BasisMissing", Assert.Throws<Refusal>(() => new RetentionRule(RecordKind.Submission, 5, RetentionStart.DayAfterClosing, " ", null)).Key);

    [Fact] // the question "may it go today?" and the question "until when is it kept?" have one answer
    public void A_record_may_go_exactly_when_its_last_day_is_over() => Prop.ForAll(
        ArbMap.Default.ArbFor<int>().Generator.Select(n => new DateOnly(2000, 1, 1).AddDays(Math.Abs(n % 20000))).ToArbitrary(),
        Gen.Choose(1, 100).SelectMany(y => Gen.Elements(Enum.GetValues<RetentionStart>()).Select(s => (Years: y, Start: s))).ToArbitrary(),
        (today, term) =>
        {
            var rule = new RetentionRule(RecordKind.Submission, term.Years, term.Start, "x", null);
            var last = rule.MayGoIfClosedBy(today)!.Value;
            return rule.KeptThrough(last) < today && rule.KeptThrough(last.AddDays(1)) >= today;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_row_taken_out_needs_a_reason_and_can_be_put_back()
    {
        var row = Row();
        Assert.Equal("Protection.Refusal.ReasonMissing", Assert.Throws<Refusal>(() => row.Keep("  ", new DateOnly(2027, 1, 1), Vija, Now)).Key);
        row.Keep(" Strīds tiesā ", new DateOnly(2027, 1, 1), Vija, Now);
        Assert.Equal((RetentionRowState.Kept, "Strīds tiesā", "Vija Mežale"), (row.State, row.KeptReason, row.KeptBy));
        Assert.Equal("Protection.Refusal.RowDecided", Assert.Throws<Refusal>(row.Approve).Key);
        row.PutBack();
        Assert.Equal((RetentionRowState.Proposed, null, null), (row.State, row.KeptReason, row.NotBefore));
        Assert.Equal("Protection.Refusal.RowNotKept", Assert.Throws<Refusal>(row.PutBack).Key);
    }

    [Fact]
    public void A_list_is_approved_once_and_then_taken_over_by_an_act()
    {
        var list = new RetentionList(Lists, 2026, 3, Now);
        Assert.Equal("GTS/26/3", list.Number);
        Assert.Equal("Protection.Refusal.ListNotApproved", Assert.Throws<Refusal>(() => list.TakeOver("IA-1", Now)).Key);
        Assert.Equal("Protection.Refusal.ListEmpty", Assert.Throws<Refusal>(() => list.Approve(0, Vija, Now)).Key);
        list.Approve(12, Vija, Now);
        Assert.Equal("Protection.Refusal.ListNotProposed", Assert.Throws<Refusal>(() => list.Approve(12, Vija, Now)).Key);
        Assert.Equal("Protection.Refusal.ActNumberMissing", Assert.Throws<Refusal>(() => list.TakeOver(" ", Now)).Key);
        list.TakeOver("IA-1/26", Now);
        Assert.Equal((RetentionListState.TakenOver, "IA-1/26"), (list.State, list.ActNumber));
        Assert.Equal("Protection.Refusal.ListNotApproved", Assert.Throws<Refusal>(() => list.TakeOver("IA-2", Now)).Key);
    }

    [Fact]
    public void A_hold_is_lifted_once_with_a_reason()
    {
        Assert.Equal("Protection.Refusal.ReasonMissing", Assert.Throws<Refusal>(() => new LegalHold(RecordKind.Complaint, Guid.CreateVersion7(), "4.1-5/26/1", null, Vija, Now)).Key);
        var hold = new LegalHold(RecordKind.Complaint, Guid.CreateVersion7(), "4.1-5/26/1", "Tiesvedība", Vija, Now);
        hold.Lift("Spriedums spēkā", Vija, Now);
        Assert.Equal("Protection.Refusal.HoldLifted", Assert.Throws<Refusal>(() => hold.Lift("vēlreiz", Vija, Now)).Key);
    }

    private static RetentionRow Row() => new(Guid.CreateVersion7(), RecordKind.Submission, Guid.CreateVersion7(), "4.1-5/20/7", 1, new DateOnly(2020, 3, 1), new DateOnly(2025, 12, 31), "Nomenklatūra");
}
