using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Bodies;
using ServiceDesk.Domain.Documents.Claims;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Tests.Documents;

/// <summary>What becomes of claims.</summary>
public class ClaimCourseTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly Actor Me = new(Guid.CreateVersion7(), "Andris Bērziņš");

    [Fact]
    public void A_claim_of_the_house_waits_for_its_answer_then_for_its_money()
    {
        var claim = Ours(500);
        Assert.Equal((ClaimState.AwaitingAnswer, new DateOnly(2026, 12, 10)), (claim.State, claim.DueOn));
        claim.Note(new(ClaimStepKind.Answered, Today) { Decision = ClaimDecision.Partly, Amount = 300, SettleBy = new(2026, 12, 1) }, Me, Today, At);
        Assert.Equal((ClaimState.ToSettle, new DateOnly(2026, 12, 1)), (claim.State, claim.DueOn));
        claim.Note(new(ClaimStepKind.PartSettled, Today) { Amount = 100 }, Me, Today, At);
        Assert.Equal((ClaimState.ToSettle, 100m), (claim.State, claim.Settled));
        claim.Note(new(ClaimStepKind.Settled, Today), Me, Today, At);
        // All that was admitted, not all that was asked.
        Assert.Equal((ClaimState.Settled, 300m, (DateOnly?)null), (claim.State, claim.Settled, claim.DueOn));
        Assert.Equal([ClaimStepKind.Reopened], claim.Possible);
        claim.Note(new(ClaimStepKind.Reopened, Today) { Text = "Maksājums atgriezts" }, Me, Today, At);
        Assert.Equal(ClaimState.ToSettle, claim.State);
    }

    [Fact]
    public void A_refused_claim_goes_to_court_or_ends_with_a_reason()
    {
        var claim = Ours(500);
        claim.Note(new(ClaimStepKind.Answered, Today) { Decision = ClaimDecision.Refused, Text = "Nepārvarama vara" }, Me, Today, At);
        Assert.Equal((ClaimState.Refused, (DateOnly?)null), (claim.State, claim.DueOn));
        Refused("Documents.Refusal.ClaimForum", () => claim.Note(new(ClaimStepKind.Disputed, Today) { Forum = ClaimForum.Ptac }, Me, Today, At));
        claim.Note(new(ClaimStepKind.Disputed, Today) { Forum = ClaimForum.Court, Number = "C30123426" }, Me, Today, At);
        Assert.Equal(ClaimState.Disputed, claim.State);
        Refused("Cases.Refusal.ReasonMissing", () => claim.Note(new(ClaimStepKind.Dropped, Today), Me, Today, At));
        claim.Note(new(ClaimStepKind.Dropped, Today) { Text = "Izlīgums" }, Me, Today, At);
        claim.Note(new(ClaimStepKind.Reopened, Today) { Text = "Izlīgums nav izpildīts" }, Me, Today, At);
        Assert.Equal(ClaimState.Disputed, claim.State);
    }

    [Fact]
    public void What_was_promised_to_a_consumer_is_due_and_a_refusal_leaves_a_year_to_dispute()
    {
        var promised = Consumers(ClaimDecision.Partly, 12.5m);
        Assert.Equal((ClaimState.ToSettle, new DateOnly(2026, 12, 4), 12.5m), (promised.State, promised.DueOn, promised.Total));
        Assert.Equal(new DateOnly(2027, 11, 2), promised.DisputableUntil);
        Assert.DoesNotContain(ClaimStepKind.Answered, promised.Possible);
        promised.Note(new(ClaimStepKind.Settled, Today) { Number = "MU-118" }, Me, Today, At);
        Assert.Equal(12.5m, promised.Settled);
        var refused = Consumers(ClaimDecision.Refused, null);
        Assert.Equal((ClaimState.Refused, (DateOnly?)null, 0m), (refused.State, refused.DueOn, refused.Total));
        refused.Note(new(ClaimStepKind.Disputed, Today) { Forum = ClaimForum.Ptac }, Me, Today, At);
        Assert.Equal(ClaimState.Disputed, refused.State);
    }

    [Fact]
    public void What_is_missing_or_cannot_be_is_refused_and_changes_nothing()
    {
        var claim = Ours(500);
        Refused("Documents.Refusal.ClaimDayMissing", () => claim.Note(new(ClaimStepKind.Settled, null), Me, Today, At));
        Refused("Documents.Refusal.ClaimDay", () => claim.Note(new(ClaimStepKind.Settled, Today.AddDays(1)), Me, Today, At));
        Refused("Documents.Refusal.ClaimDay", () => claim.Note(new(ClaimStepKind.Settled, Today.AddDays(-4)), Me, Today, At));
        Refused("Documents.Refusal.ClaimDecisionMissing", () => claim.Note(new(ClaimStepKind.Answered, Today), Me, Today, At));
        Refused("Documents.Refusal.ClaimAmountMissing", () => claim.Note(new(ClaimStepKind.Answered, Today) { Decision = ClaimDecision.Partly }, Me, Today, At));
        Refused("Cases.Refusal.ReasonMissing", () => claim.Note(new(ClaimStepKind.Answered, Today) { Decision = ClaimDecision.Refused }, Me, Today, At));
        Refused("Documents.Refusal.ClaimSettleBy", () => claim.Note(new(ClaimStepKind.Answered, Today) { Decision = ClaimDecision.Agreed, SettleBy = Today.AddDays(-1) }, Me, Today, At));
        Refused("Documents.Refusal.ClaimAmountMissing", () => claim.Note(new(ClaimStepKind.PartSettled, Today), Me, Today, At));
        Refused("Documents.Refusal.ClaimAmount", () => claim.Note(new(ClaimStepKind.Settled, Today) { Amount = -1 }, Me, Today, At));
        Refused("Documents.Refusal.ClaimForumMissing", () => claim.Note(new(ClaimStepKind.Disputed, Today), Me, Today, At));
        Refused("Documents.Refusal.ClaimStep", () => claim.Note(new(ClaimStepKind.Reopened, Today), Me, Today, At));
        Assert.Equal((ClaimState.AwaitingAnswer, 0), (claim.State, claim.Steps.Count));
    }

    [Fact]
    public void An_annulled_claim_is_void_and_a_corrected_one_keeps_what_happened()
    {
        var document = Registered(DocumentKind.Claim);
        var claim = ClaimCourse.Of(document);
        claim.Follow(document, new ClaimBody { RespondentName = "SIA „Tīrā vide”\nvaldei" }, new(2026, 12, 10));
        Assert.Equal("SIA „Tīrā vide”", claim.PartyName);
        claim.Note(new(ClaimStepKind.Answered, Today) { Decision = ClaimDecision.Agreed }, Me, Today, At);
        claim.Follow(document, new ClaimBody { RespondentName = "SIA „Tīrā vide”" }, new(2026, 12, 12));
        Assert.Equal(ClaimState.ToSettle, claim.State);
        document.Annul("Kļūda", Me, At);
        claim.Follow(document, new ClaimBody(), new(2026, 12, 12));
        Assert.Equal((ClaimState.Void, 0), (claim.State, claim.Possible.Count));
    }

    private static ClaimCourse Ours(decimal total)
    {
        var document = Registered(DocumentKind.Claim);
        var claim = ClaimCourse.Of(document);
        claim.Follow(document, new ClaimBody { RespondentName = "SIA „Tīrā vide”", Calculation = [new("Līgumsods", 1, total)] }, new(2026, 12, 10));
        return claim;
    }

    private static ClaimCourse Consumers(ClaimDecision decision, decimal? amount)
    {
        var document = Registered(DocumentKind.ClaimAnswer);
        var claim = ClaimCourse.Of(document);
        claim.Follow(document, new ClaimAnswerBody { ReceivedOn = new(2026, 11, 2), Decision = decision, Amount = amount, DoneBy = new(2026, 12, 4) });
        return claim;
    }

    private static Document Registered(DocumentKind kind)
    {
        var document = Document.Begin(
            Guid.CreateVersion7(), kind, new DocumentHead { Subject = "atkritumiem", UnitId = Guid.CreateVersion7(), SignatoryName = "Sarmīte Grava", SignatoryPost = "Vadītāja" }, new DocumentText("{}", ""), null, null, Me, At);
        document.Enter(new Register("claims", "Pretenziju reģistrs", "4.3-2", "{index}/{yy}/{seq}"), 2026, 1, new(2026, 11, 18), Me, At);
        return document;
    }

    private static void Refused(string key, Action step) => Assert.Equal(key, Assert.Throws<Refusal>(step).Key);
}
