using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Tests.Deadlines;

public class RulebookTests
{
    private static readonly StatutoryTerm Old = new(new(2008, 1, 1), new(2026, 2, 28), "Iesniegumu likums", "A", Latvia.Law(1, TermUnit.Months));
    private static readonly StatutoryTerm New = new(new(2026, 3, 1), null, "Iesniegumu likums", "A", Latvia.Law(10, TermUnit.WorkingDays));
    private static readonly Rulebook Book = new(Latvia.Standard, [Old, New]);

    [Theory] // the law changed on 1 March 2026; the receipt day decides
    [InlineData("2026-02-28", 1, TermUnit.Months)]
    [InlineData("2026-03-01", 10, TermUnit.WorkingDays)]
    public void The_law_in_force_on_the_day_of_receipt_counts(string receivedOn, int count, TermUnit unit) =>
        Assert.Equal(new Term(count, unit), Book.Find("submission", Latvia.Day(receivedOn))!.Term);

    [Theory] // only formal submissions carry the statutory clock
    [InlineData(true, "external-reply submission")]
    [InlineData(false, "external-reply")]
    public void Only_a_formal_submission_carries_the_laws_clock(bool formal, string rules) =>
        Assert.Equal(rules, string.Join(' ', Book.StartedBy(new(Audience.External, "Email", "Submission", formal), new(2026, 3, 2)).Select(r => r.Id)));

    [Fact] // SIG 23.1
    public void A_colleagues_question_carries_the_internal_rule_only() =>
        Assert.Equal("internal-reply", Assert.Single(Book.StartedBy(new(Audience.Internal, "Internal", "InternalRequest", false), new(2026, 3, 2))).Id);

    [Fact]
    public void Two_rows_of_the_law_for_one_day_are_refused() =>
        Assert.Equal("Deadlines.Refusal.StatuteOverlap", Assert.Throws<Refusal>(() => new Rulebook(Latvia.Standard, [Old with { ValidTo = null }, New])).Key);

    [Fact]
    public void A_rule_nobody_wrote_is_not_found() => Assert.Null(Book.Find("reply", new(2026, 3, 2)));
}
