using Microsoft.Extensions.Options;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Correspondence;

/// <summary>
/// Puts letters into words: salutation, reference to the client's message, body, next step, how to follow the case
/// (SIG 21.2). Subject lines hold the number only, never what the case is about.
/// </summary>
public sealed class LetterWriter(LocalTime local, IOptions<ServiceDeskOptions> site, IOptions<CorrespondenceOptions> mail)
{
    /// <summary>Undo time: a letter stays this long in the outbox before it leaves.</summary>
    public static readonly TimeSpan UndoTime = TimeSpan.FromSeconds(15);

    /// <summary>The acknowledgement: number, unit and term (Jelgava 20.1 is met by it).</summary>
    public string AcknowledgementText(Case item, OrgUnit unit, string? splitFrom = null)
    {
        var t = Texts.In(item.Language);
        var dates = Dates.In(item.Language, local);
        var text = item.NextDueOn is { } due
            ? t["Correspondence.Acknowledgement.Text", item.Number, unit.Name, dates.DeadlineInWords(due)]
            : t["Correspondence.Acknowledgement.NoReplyOwed", item.Number, unit.Name];
        return splitFrom is null ? text : $"{t["Correspondence.Acknowledgement.Split", splitFrom, item.Subject]}\n\n{text}";
    }

    /// <summary>The acknowledgement as an e-mail; it alone carries the key.</summary>
    public OutgoingMessage Acknowledgement(Case item, Message message, DateTimeOffset now) =>
        new(item.Id, message.Id, item.Contact.Email!, Subject(item, "Correspondence.Acknowledgement.Subject"),
            Frame(item, message.Text, withKey: true), now, now);

    /// <summary>A reply, interim reply or notice as an e-mail that threads under the first letter of the case.</summary>
    public OutgoingMessage Letter(Case item, Message message, Guid? earlier, DateTimeOffset now)
    {
        var t = Texts.In(item.Language);
        var dates = Dates.In(item.Language, local);
        var body = message switch
        {
            { PromisedOn: { } promised } => $"{message.Text}\n\n{t["Correspondence.Letter.Promise", dates.DeadlineInWords(promised)]}",
            { WantedOn: { } wanted } => $"{message.Text}\n\n{t["Correspondence.Letter.AnswerWanted", dates.DeadlineInWords(wanted)]}",
            { Kind: MessageKind.Question } => $"{message.Text}\n\n{t["Correspondence.Letter.HowToAnswer"]}",
            _ => message.Text,
        };
        var subject = message.Kind switch
        {
            MessageKind.InterimReply => "Correspondence.Letter.InterimSubject",
            MessageKind.StatutoryExtension => "Correspondence.Letter.ExtensionSubject",
            MessageKind.Question => "Correspondence.Letter.QuestionSubject",
            MessageKind.Forwarding => "Correspondence.Letter.ForwardingSubject",
            _ => "Correspondence.Letter.ReplySubject",
        };
        return new OutgoingMessage(item.Id, message.Id, item.Contact.Email!, Subject(item, subject), Frame(item, body, withKey: false), now, now + UndoTime)
            .Answering(earlier, mail.Value.MessageDomain);
    }

    /// <summary>What the case keeps of a letter to another body: the letter, and what went along; never who the client is.</summary>
    public string ReferralText(string text, IReadOnlyList<Message> quoted, bool namesClient)
    {
        var t = Texts.In("lv");
        List<string> along = [.. quoted.Select(m => t["Correspondence.Referral.MessageOf", local.DateOf(m.WrittenAt)])];
        if (namesClient)
            along.Add(t["Correspondence.Referral.Contact"]);
        return along.Count == 0 ? text.Trim() : $"{text.Trim()}\n\n{t["Correspondence.Referral.Along", string.Join("; ", along)]}";
    }

    /// <summary>A letter to another body as an e-mail, in Latvian: the letter, the client's messages chosen and, where it was decided so, who the client is.</summary>
    public OutgoingMessage Referral(Case item, Message letter, string text, IReadOnlyList<Message> quoted, bool namesClient, DateTimeOffset now)
    {
        var t = Texts.In("lv");
        List<string> parts = [t["Correspondence.Referral.Reference", item.Number, item.ReceivedOn], text.Trim()];
        parts.AddRange(quoted.Select(m => $"{t["Correspondence.Referral.MessageHead", local.DateOf(m.WrittenAt)]}\n{m.Text}"));
        if (namesClient)
        {
            string?[] contact = [item.Contact.Name, item.Contact.Email, item.Contact.Phone, item.Contact.Address];
            parts.Add($"{t["Correspondence.Referral.ContactHead"]}\n{string.Join('\n', contact.OfType<string>())}");
        }

        parts.Add(mail.Value.FromName);
        return new OutgoingMessage(item.Id, letter.Id, letter.AddresseeContact!, t["Correspondence.Referral.Subject", item.Number], string.Join("\n\n", parts) + "\n", now, now + UndoTime);
    }

    private static string Subject(Case item, string key) => Texts.In(item.Language)[key, item.Number];

    private string Frame(Case item, string body, bool withKey)
    {
        var t = Texts.In(item.Language);
        var dates = Dates.In(item.Language, local);
        var follow = withKey
            ? t["Correspondence.Letter.FollowWithKey", item.Number, AccessKey.Show(item.AccessKey), $"{site.Value.PublicAddress}/track"]
            : t["Correspondence.Letter.Follow", item.Number, $"{site.Value.PublicAddress}/track"];
        return string.Join("\n\n",
            t["Correspondence.Letter.Reference", item.Number, dates.OnInWords(item.ReceivedOn)],
            body.Trim(),
            follow,
            mail.Value.FromName) + "\n";
    }
}
