using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Tests.Protection;

public class DataBreachTests
{
    private static readonly Actor Baiba = new(Guid.CreateVersion7(), "Baiba Grava");
    private static readonly Register Breaches = new(Register.DataBreaches, "Pārkāpumi", "DAP", "{index}/{yy}/{seq}");
    private static readonly DateTimeOffset Discovered = LocalTime.Riga.ToUtc(new DateTime(2026, 6, 19, 16, 30, 0)); // Friday before Līgo

    [Fact] // hours, not working days: Friday afternoon to Monday afternoon
    public void The_term_is_72_hours_over_a_weekend() =>
        Assert.Equal(new DateTime(2026, 6, 22, 16, 30, 0), LocalTime.Riga.At(Reported().DueAt));

    [Theory] // the clocks go forward on 29.03.2026 and back on 25.10.2026: the hours stay 72
    [InlineData("2026-03-27T12:00", "2026-03-30T13:00")]
    [InlineData("2026-10-23T12:00", "2026-10-26T11:00")]
    public void The_hours_do_not_change_with_summer_time(string discovered, string due)
    {
        var at = LocalTime.Riga.ToUtc(DateTime.Parse(discovered, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(DateTime.Parse(due, System.Globalization.CultureInfo.InvariantCulture), LocalTime.Riga.At(Reported(at).DueAt));
    }

    [Theory]
    [InlineData(0, 72)]
    [InlineData(30, 71)]
    [InlineData(72 * 60, 0)]
    [InlineData((72 * 60) + 1, -1)]
    public void Whole_hours_are_counted_down(int minutesLater, int left) => Assert.Equal(left, Reported().HoursLeft(Discovered.AddMinutes(minutesLater)));

    [Fact]
    public void It_needs_to_be_said_what_happened() =>
        Refused("Protection.Refusal.WhatMissing", () => DataBreach.Report(Breaches, 2026, 1, Guid.CreateVersion7(), new BreachDescription { What = "  " }, Discovered, Baiba, Discovered));

    [Fact]
    public void It_is_not_discovered_in_the_future() =>
        Refused("Protection.Refusal.DiscoveredInFuture", () => DataBreach.Report(Breaches, 2026, 1, Guid.CreateVersion7(), Told(), Discovered.AddMinutes(1), Baiba, Discovered));

    [Fact]
    public void It_did_not_happen_after_it_was_discovered() =>
        Refused("Protection.Refusal.OccurredAfterDiscovery", () => DataBreach.Report(
            Breaches, 2026, 1, Guid.CreateVersion7(), Told() with { OccurredAt = Discovered.AddMinutes(1) }, Discovered, Baiba, Discovered.AddHours(1)));

    [Fact]
    public void Numbers_are_not_negative() => Refused("Protection.Refusal.NumberNegative", () => Reported().Describe(Told() with { PersonsAffected = -1 }, Baiba, Discovered));

    [Fact]
    public void A_corrected_discovery_moves_the_clock_and_needs_a_reason()
    {
        var item = Reported();
        Refused("Protection.Refusal.ReasonMissing", () => item.CorrectDiscovery(Discovered.AddHours(-5), " ", Baiba, Discovered));
        item.CorrectDiscovery(Discovered.AddHours(-5), "Kolēģe pamanīja jau no rīta", Baiba, Discovered);
        Assert.Equal(Discovered.AddHours(67), item.DueAt);
    }

    [Fact]
    public void Nothing_is_decided_before_the_risk_is_judged()
    {
        var item = Reported();
        Refused("Protection.Refusal.AssessFirst", () => item.DecideAuthority(true, null, Baiba, Discovered));
        Refused("Protection.Refusal.AssessFirst", () => item.DecidePersons(true, null, Baiba, Discovered));
        Refused("Protection.Refusal.RiskMissing", () => item.Assess(BreachRisk.NotAssessed, "x", Baiba, Discovered));
    }

    [Theory]
    [InlineData(BreachRisk.Risk)]
    [InlineData(BreachRisk.High)]
    public void With_a_risk_the_authority_must_be_told(BreachRisk risk)
    {
        var item = Reported();
        item.Assess(risk, "Bankas konti", Baiba, Discovered);
        Refused("Protection.Refusal.AuthorityMustBeTold", () => item.DecideAuthority(false, "Negribas", Baiba, Discovered));
    }

    [Fact]
    public void Not_telling_needs_a_reason_and_stops_the_clock_until_the_risk_rises()
    {
        var item = Reported();
        item.Assess(BreachRisk.Unlikely, "Šifrēts disks", Baiba, Discovered);
        Refused("Protection.Refusal.ReasonMissing", () => item.DecideAuthority(false, null, Baiba, Discovered));
        item.DecideAuthority(false, "Disku atvērt nevar", Baiba, Discovered);
        Assert.False(item.IsClockRunning);
        item.Assess(BreachRisk.Risk, "Atslēga bija uz lapiņas", Baiba, Discovered);
        Assert.Equal(NotifyDecision.Undecided, item.Authority);
        Assert.True(item.IsClockRunning);
    }

    [Fact]
    public void The_authority_is_told_in_time_without_a_word_and_late_with_a_reason()
    {
        var inTime = Decided();
        inTime.NotifyAuthority(inTime.DueAt, "DVI-1", null, Baiba, inTime.DueAt);
        Assert.Null(inTime.LateReason);
        Assert.False(inTime.IsClockRunning);

        var late = Decided();
        var after = late.DueAt.AddMinutes(1);
        Refused("Protection.Refusal.LateReasonMissing", () => late.NotifyAuthority(after, "DVI-2", "  ", Baiba, after));
        late.NotifyAuthority(after, "DVI-2", "Sistēma nebija pieejama", Baiba, after);
        Assert.Equal("Sistēma nebija pieejama", late.LateReason);
    }

    [Fact]
    public void Nobody_was_told_in_the_future_or_before_the_discovery()
    {
        var item = Decided();
        Refused("Protection.Refusal.ToldInFuture", () => item.NotifyAuthority(Discovered.AddHours(2), null, null, Baiba, Discovered.AddHours(1)));
        Refused("Protection.Refusal.ToldBeforeDiscovery", () => item.NotifyAuthority(Discovered.AddHours(-1), null, null, Baiba, Discovered));
    }

    [Fact]
    public void Telling_follows_a_decision()
    {
        var item = Reported();
        Refused("Protection.Refusal.DecideAuthorityFirst", () => item.NotifyAuthority(Discovered, null, null, Baiba, Discovered));
        Refused("Protection.Refusal.DecidePersonsFirst", () => item.NotifyPersons(Discovered, "E-pastā", Baiba, Discovered));
    }

    [Fact]
    public void A_high_risk_is_kept_from_the_people_only_for_a_reason()
    {
        var item = Reported();
        item.Assess(BreachRisk.High, "Veselības dati", Baiba, Discovered);
        Refused("Protection.Refusal.ReasonMissing", () => item.DecidePersons(false, "", Baiba, Discovered));
        item.DecidePersons(false, "Dati bija šifrēti (34. panta 3. punkts)", Baiba, Discovered);
        Assert.Equal(NotifyDecision.DoNotNotify, item.Persons);
    }

    [Fact]
    public void It_is_closed_when_everything_is_decided_done_and_written_down()
    {
        var item = Reported();
        var (today, now) = (new DateOnly(2026, 6, 22), Discovered.AddHours(20));
        Refused("Protection.Refusal.AssessFirst", () => item.Close(today, Baiba, now));
        item.Assess(BreachRisk.High, "Konti", Baiba, now);
        Refused("Protection.Refusal.AuthorityOpen", () => item.Close(today, Baiba, now));
        item.DecideAuthority(true, null, Baiba, now);
        Refused("Protection.Refusal.AuthorityOpen", () => item.Close(today, Baiba, now));
        item.NotifyAuthority(now, "DVI-7", null, Baiba, now);
        Refused("Protection.Refusal.PersonsOpen", () => item.Close(today, Baiba, now));
        item.DecidePersons(true, null, Baiba, now);
        Refused("Protection.Refusal.HowMissing", () => item.NotifyPersons(now, null, Baiba, now));
        item.NotifyPersons(now, "Vēstule e-pastā", Baiba, now);
        Refused("Protection.Refusal.MeasuresMissing", () => item.Close(today, Baiba, now));
        item.Describe(Told() with { Measures = "Saņēmējs vēstuli izdzēsa" }, Baiba, now);
        item.Close(today, Baiba, now);
        Assert.Equal((DataBreachState.Closed, today), (item.State, item.ClosedOn));
        Refused("Protection.Refusal.BreachClosed", () => item.Note("vēl kas", Baiba, now));
        item.Reopen("Inspekcija jautā", Baiba, now);
        Assert.Null(item.ClosedOn);
        Assert.Equal(
            [
                DataBreachEventKind.Reported, DataBreachEventKind.Assessed, DataBreachEventKind.AuthorityDecided, DataBreachEventKind.AuthorityNotified, DataBreachEventKind.PersonsDecided,
                DataBreachEventKind.PersonsNotified, DataBreachEventKind.Described, DataBreachEventKind.Closed, DataBreachEventKind.Reopened,
            ],
            item.Events.Select(e => e.Kind));
    }

    private static BreachDescription Told() => new() { What = "Vēstule nosūtīta citam", LosesConfidentiality = true };

    private static DataBreach Reported(DateTimeOffset? at = null) => DataBreach.Report(Breaches, 2026, 1, Guid.CreateVersion7(), Told(), at ?? Discovered, Baiba, at ?? Discovered);

    private static DataBreach Decided()
    {
        var item = Reported();
        item.Assess(BreachRisk.Risk, "Kontakti", Baiba, Discovered);
        item.DecideAuthority(true, null, Baiba, Discovered);
        return item;
    }

    private static void Refused(string key, Action step) => Assert.Equal(key, Assert.Throws<Refusal>(step).Key);
}
