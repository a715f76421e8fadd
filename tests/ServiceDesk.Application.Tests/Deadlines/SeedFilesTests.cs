using ServiceDesk.Application.Deadlines;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Infrastructure.Seeding;

namespace ServiceDesk.Application.Tests.Deadlines;

/// <summary>The files under <c>seeds/</c>: readable, complete, and saying what the standards and the law say.</summary>
public class SeedFilesTests
{
    [Theory]
    [InlineData("sigulda", "external-reply internal-reply")]
    [InlineData("jelgava", "acknowledge internal-reply")]
    [InlineData("bremen", "reply")]
    public void A_standard_has_its_rules(string id, string rules)
    {
        var standard = StandardFiles.Standard(id);
        Assert.Equal(rules, string.Join(' ', standard.Rules.Select(r => r.Id)));
        Assert.All(standard.Rules, r => Assert.False(string.IsNullOrWhiteSpace(r.Clause)));
        Assert.NotEmpty(standard.Promises);
        Assert.All(standard.Promises.Where(p => p.RuleId is not null), p => Assert.NotNull(standard.Find(p.RuleId!)));
    }

    [Fact] // what Sigulda promises and Jelgava does not must be there to be switched off
    public void Every_standard_knows_every_duty()
    {
        var duties = StandardFiles.Known.Select(id => StandardFiles.Standard(id).Duties.Select(d => d.Id).Order().ToList()).ToList();
        Assert.Equal(3, duties.Count);
        Assert.All(duties, d => Assert.Equal(duties[0], d));
        Assert.True(StandardFiles.Standard("sigulda").Demands("ethics-commission"));
        Assert.False(StandardFiles.Standard("jelgava").Demands("ethics-commission"));
    }

    [Theory]
    [InlineData("submission", "2026-02-28", 1, TermUnit.Months)]
    [InlineData("submission", "2026-03-01", 10, TermUnit.WorkingDays)]
    [InlineData("submission-complex", "2026-03-01", 1, TermUnit.Months)]
    [InlineData("forward", "2026-02-28", 7, TermUnit.WorkingDays)]
    [InlineData("forward", "2026-03-01", 5, TermUnit.WorkingDays)]
    [InlineData("consumer-claim", "2025-04-28", 15, TermUnit.WorkingDays)]
    public void The_law_is_the_one_of_the_receipt_day(string rule, string receivedOn, int count, TermUnit unit)
    {
        var book = new Rulebook(StandardFiles.Standard("sigulda"), StandardFiles.Statute());
        Assert.Equal(new Term(count, unit), book.Find(rule, DateOnly.Parse(receivedOn, null))!.Term);
    }

    [Fact] // a misspelt channel or kind would silently start no clock
    public void Channels_and_kinds_of_the_rules_exist()
    {
        var rules = StandardFiles.Known.SelectMany(id => StandardFiles.Standard(id).Rules).Concat(StandardFiles.Statute().Select(s => s.Rule)).ToList();
        Assert.All(rules.SelectMany(r => r.Channels), c => Assert.True(Enum.TryParse<Channel>(c, out _), c));
        string[] later = ["InformationRequest", "DataSubjectRequest"]; // kinds the register will have
        Assert.All(rules.SelectMany(r => r.Kinds).Except(later), k => Assert.True(Enum.TryParse<CaseKind>(k, out _), k));
    }

    [Fact]
    public void Every_exception_of_the_calendar_has_a_source()
    {
        var calendar = StandardFiles.Calendar();
        Assert.All(calendar.Exceptions, e => Assert.False(string.IsNullOrWhiteSpace(e.Source)));
        Assert.Equal([2023, 2024, 2025, 2026], calendar.ConfirmedYears);
        Assert.Equal(7, calendar.Exceptions.Count(e => e.Kind == CalendarExceptionKind.MovedOut));
        Assert.Equal(7, calendar.Exceptions.Count(e => e.Kind == CalendarExceptionKind.MovedIn));
    }

    [Fact]
    public void A_standard_survives_the_way_through_the_database()
    {
        var standard = StandardFiles.Standard("sigulda");
        Assert.Equal(StandardJson.Write(standard), StandardJson.Write(StandardJson.Read<ServiceStandard>(StandardJson.Write(standard))));
    }

    [Fact]
    public void Opening_hours_survive_the_way_through_the_database() =>
        Assert.Equal(WeekPattern.Usual, WeekJson.Read(WeekJson.Write(WeekPattern.Usual)));
}
