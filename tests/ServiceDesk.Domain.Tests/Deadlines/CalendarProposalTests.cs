using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Tests.Deadlines;

/// <summary>A day read from a file keeps what people decided about it.</summary>
public class CalendarProposalTests
{
    private static readonly DateTimeOffset At = new(2026, 8, 3, 7, 0, 0, TimeSpan.Zero);
    private static readonly SourceDay Day = new("2027-05-03", new(2027, 5, 3), CalendarExceptionKind.MovedOut, "Pirms 4. maija", "MK rīkojums", new(2027, 5, 15));

    private static CalendarProposal Given() => new(Guid.NewGuid(), Day, At);

    [Fact]
    public void What_nobody_touched_follows_the_file()
    {
        var proposal = Given();
        Assert.False(proposal.SeenAgain(Guid.NewGuid(), Day with { Key = "another" }, At));
        Assert.True(proposal.SeenAgain(Guid.NewGuid(), Day with { PairOn = new(2027, 5, 8) }, At));
        Assert.Equal((new DateOnly(2027, 5, 8), false), (proposal.PairOn!.Value, proposal.HasDifference));
    }

    [Fact]
    public void What_somebody_edited_stays_and_the_new_words_stand_beside_it()
    {
        var proposal = Given();
        proposal.Edit(new(2027, 5, 3), CalendarExceptionKind.Closed, "Slēgts", "Rīkojums", null, "Kristīne", At);
        Assert.False(proposal.SeenAgain(Guid.NewGuid(), Day, At));
        Assert.Equal((CalendarExceptionKind.Closed, "Slēgts"), (proposal.Kind, proposal.Name));
        Assert.True(proposal.SeenAgain(Guid.NewGuid(), Day with { Name = "Cits" }, At));
        Assert.Equal(("Slēgts", "Cits"), (proposal.Name, proposal.Now!.Name));
        proposal.KeepDecision("Kristīne", At);
        Assert.False(proposal.SeenAgain(Guid.NewGuid(), Day with { Name = "Cits" }, At));
        Assert.Null(proposal.Now);
    }

    [Fact]
    public void A_rejected_day_is_not_proposed_again_until_somebody_wants_it()
    {
        var proposal = Given();
        proposal.Reject("Kristīne", At);
        Assert.False(proposal.SeenAgain(Guid.NewGuid(), Day, At));
        Assert.Equal(ProposalState.Rejected, proposal.State);
        Assert.Throws<Refusal>(() => proposal.Confirm(Guid.NewGuid(), "Kristīne", At));
        proposal.Reconsider("Kristīne", At);
        proposal.Confirm(Guid.NewGuid(), "Kristīne", At);
        Assert.Throws<Refusal>(() => proposal.Reject("Kristīne", At));
        Assert.Throws<Refusal>(() => proposal.Edit(Day.On, Day.Kind, "x", "y", null, "Kristīne", At));
    }

    [Fact]
    public void A_confirmed_day_told_otherwise_must_be_confirmed_anew()
    {
        var proposal = Given();
        proposal.Confirm(Guid.NewGuid(), "Kristīne", At);
        Assert.True(proposal.SeenAgain(Guid.NewGuid(), Day with { On = new(2027, 5, 7) }, At));
        Assert.Equal(Day.On, proposal.On);
        proposal.TakeDifference("Kristīne", At);
        Assert.Equal((new DateOnly(2027, 5, 7), ProposalState.Proposed, null), (proposal.On, proposal.State, proposal.ExceptionId));
    }

    [Theory]
    [InlineData("", "Rīkojums", "Deadlines.Refusal.ExceptionReason")]
    [InlineData("Nosaukums", " ", "Deadlines.Refusal.ExceptionSource")]
    public void A_correction_needs_reason_and_source(string name, string source, string refusal) =>
        Assert.Equal(refusal, Assert.Throws<Refusal>(() => Given().Edit(Day.On, Day.Kind, name, source, null, "K", At)).Key);

    [Fact]
    public void A_day_without_source_is_not_confirmed() => Assert.Equal(
        "Deadlines.Refusal.ProposalWithoutSource",
        Assert.Throws<Refusal>(() => new CalendarProposal(Guid.NewGuid(), Day with { Source = "" }, At).Confirm(Guid.NewGuid(), "K", At)).Key);

    [Theory] // the order is due by 1 July; from 1 August its absence is told, also in the year itself
    [InlineData(2026, 7, 31, null)]
    [InlineData(2026, 8, 1, 2027)]
    [InlineData(2026, 12, 31, 2027)]
    [InlineData(2027, 1, 1, 2027)]
    public void A_missing_year_is_told_from_the_first_of_August(int year, int month, int day, int? missing) =>
        Assert.Equal(missing, new DeadlineSettings(WeekPattern.Usual, [2025, 2026]).MissingYear(new(year, month, day)));
}
