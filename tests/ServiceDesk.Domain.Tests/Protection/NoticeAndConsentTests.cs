using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Tests.Protection;

public class NoticeAndConsentTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 18, 8, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 6, 18);
    private static readonly Actor Baiba = new(Guid.CreateVersion7(), "Baiba Grava");

    [Fact]
    public void A_notice_is_published_once_with_its_places_filled_and_then_stays()
    {
        var notice = new PrivacyNotice(CollectingPoint.Form, Words(), null, Baiba, Now);
        Refused("Protection.Refusal.ValidFromPast", () => notice.Publish(1, Today.AddDays(-1), Today, ["lv"], t => t, Baiba, Now));
        notice.Publish(1, Today, Today, ["lv", "en"], t => t.Replace("{controller}", "Lejasupe", StringComparison.Ordinal), Baiba, Now);
        Assert.Equal("Pārzinis: Lejasupe", notice.Words.BodyLv);
        Refused("Protection.Refusal.NoticePublished", () => notice.Write(Words(), null, Baiba, Now));
        Refused("Protection.Refusal.NoticePublished", () => notice.Publish(2, Today, Today, ["lv"], t => t, Baiba, Now));
    }

    [Theory]
    [InlineData("ru")]
    [InlineData("lv")]
    public void A_language_the_public_pages_offer_must_have_its_text(string language)
    {
        var words = language == "lv" ? Words() with { ShortLv = " " } : Words();
        var notice = new PrivacyNotice(CollectingPoint.Form, words, null, Baiba, Now);
        Refused($"Protection.Refusal.NoticeLacks{language}", () => notice.Publish(1, Today, Today, ["lv", "en", "ru"], t => t, Baiba, Now));
    }

    [Fact]
    public void A_language_without_text_reads_the_latvian_one() => Assert.Equal("lv", Words().In("ru").Language);

    [Fact]
    public void A_text_that_changes_is_a_version_and_the_same_text_is_none()
    {
        var purpose = new ConsentPurpose(ConsentKind.Newsletter, "Ziņas", "News", null, "Reizi mēnesī", "Monthly", null, Baiba, Now);
        purpose.Write("Reizi mēnesī", "Monthly", " ", Baiba, Now);
        purpose.Write("Reizi nedēļā", "Weekly", null, Baiba, Now);
        Assert.Equal([1, 2], purpose.Texts.Select(t => t.Number));
        Assert.Equal("Ziņas", purpose.NameRu);
        Refused("Protection.Refusal.PurposeNameMissing", () => purpose.Name("Ziņas", " ", null));
        Refused("Protection.Refusal.PurposeTextMissing", () => purpose.Write("x", null, null, Baiba, Now));
    }

    [Fact]
    public void A_consent_is_confirmed_within_seven_days_and_twice_is_once()
    {
        var late = Asked();
        Refused("Protection.Refusal.ConfirmTooLate", () => late.Confirm(Now.AddDays(7).AddMinutes(1)));
        var inTime = Asked();
        inTime.Confirm(Now.AddDays(7));
        inTime.Confirm(Now.AddDays(9));
        Assert.Equal((ConsentState.Active, Now.AddDays(7)), (inTime.State, inTime.ConfirmedAt));
    }

    [Fact]
    public void What_was_withdrawn_stays_withdrawn_and_keeps_the_first_moment()
    {
        var consent = Asked();
        consent.Confirm(Now);
        consent.Withdraw(WithdrawalWay.OneClick, Today, Now.AddHours(1));
        consent.Withdraw(WithdrawalWay.Desk, Today.AddDays(1), Now.AddDays(1));
        Assert.Equal((ConsentState.Withdrawn, WithdrawalWay.OneClick, Today), (consent.State, consent.WithdrawnBy, consent.EndedOn));
        Refused("Protection.Refusal.ConfirmTooLate", () => consent.Confirm(Now.AddHours(2)));
    }

    [Fact]
    public void An_address_nobody_confirmed_is_forgotten_but_not_too_early()
    {
        var consent = Asked();
        consent.Lapse(Today, Now.AddDays(7));
        Assert.Equal("a@b.example", consent.Email);
        consent.Lapse(Today.AddDays(8), Now.AddDays(8));
        Assert.Equal((ConsentState.Lapsed, "", ""), (consent.State, consent.Email, consent.WithdrawKey));
    }

    private static NoticeWords Words() => new() { ShortLv = "Īsi", BodyLv = "Pārzinis: {controller}", ShortEn = "Short", BodyEn = "Controller: {controller}" };

    private static Consent Asked() => new(Guid.CreateVersion7(), Guid.CreateVersion7(), "a@b.example", "lv", ConsentChannel.PublicPage, "c", "w", Now);

    private static void Refused(string key, Action step) => Assert.Equal(key, Assert.Throws<Refusal>(step).Key);
}
