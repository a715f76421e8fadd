using Microsoft.Extensions.Options;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Protection.Consents;

/// <summary>Letters sent by consent. Each carries the way to withdraw: a link in its text, and for mail programs a header (RFC 8058).</summary>
public sealed class ConsentLetters(IServiceDeskDb db, IOptions<ServiceDeskOptions> site, IOptions<CorrespondenceOptions> mail, LocalTime local)
{
    private string Site => site.Value.PublicAddress.TrimEnd('/');

    /// <summary>Name of a purpose in a language.</summary>
    public static string NameOf(ConsentPurpose purpose, string language) => language switch { "en" => purpose.NameEn, "ru" => purpose.NameRu, _ => purpose.NameLv };

    /// <summary>Text of a version in a language.</summary>
    public static string TextOf(ConsentText text, string language) => language switch { "en" => text.TextEn, "ru" => text.TextRu, _ => text.TextLv };

    /// <summary>The page behind the link that withdraws.</summary>
    public static string WithdrawAddress(string site, string key) => $"{site.TrimEnd('/')}/subscribe/withdraw/{key}";

    /// <summary>Asks whoever reads the address to confirm. Adds a row; whoever calls saves.</summary>
    public void AskToConfirm(Consent consent, ConsentPurpose purpose, ConsentText text, DateTimeOffset now)
    {
        var t = Texts.In(consent.Language);
        Write(consent, t["Protection.ConsentLetter.ConfirmSubject", NameOf(purpose, consent.Language)], t[
            "Protection.ConsentLetter.Confirm", NameOf(purpose, consent.Language), TextOf(text, consent.Language), $"{Site}/subscribe/confirm/{consent.ConfirmKey}",
            Dates.In(t.Language, local).StampWithYear(consent.ConfirmBefore), mail.Value.FromName], now, withdrawable: false);
        consent.LetterWritten(now);
    }

    /// <summary>Says that it is confirmed and how to withdraw. Adds a row; whoever calls saves.</summary>
    public void Welcome(Consent consent, ConsentPurpose purpose, DateTimeOffset now)
    {
        var t = Texts.In(consent.Language);
        Write(consent, t["Protection.ConsentLetter.WelcomeSubject", NameOf(purpose, consent.Language)], t[
            "Protection.ConsentLetter.Welcome", NameOf(purpose, consent.Language), mail.Value.FromName], now, withdrawable: true);
    }

    private void Write(Consent consent, string subject, string body, DateTimeOffset now, bool withdrawable)
    {
        var text = withdrawable ? $"{body}\n\n{Texts.In(consent.Language)["Protection.ConsentLetter.Withdraw", WithdrawAddress(Site, consent.WithdrawKey)]}\n" : body + "\n";
        db.Set<OutgoingMessage>().Add(new OutgoingMessage(null, null, consent.Email, subject, text, now, now).AsSecret().ByConsent(consent.Id));
    }
}
