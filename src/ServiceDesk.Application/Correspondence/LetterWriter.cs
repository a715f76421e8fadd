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
public sealed class LetterWriter(LocalTime local, IOptions<ServiceDeskOptions> site, IOptions<CorrespondenceOptions> mail, IOptions<MunicipalityOptions> municipality)
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
        var text = message switch
        {
            { Letter: { } parts } => Body(item, parts),
            { PromisedOn: { } promised } => Frame(item, $"{message.Text}\n\n{Promise(item.Language, promised)}", withKey: false),
            { WantedOn: { } wanted } => Frame(item, $"{message.Text}\n\n{t["Correspondence.Letter.AnswerWanted", Dates.In(item.Language, local).DeadlineInWords(wanted)]}", withKey: false),
            { Kind: MessageKind.Question } => Frame(item, $"{message.Text}\n\n{t["Correspondence.Letter.HowToAnswer"]}", withKey: false),
            _ => Frame(item, message.Text, withKey: false),
        };
        return new OutgoingMessage(item.Id, message.Id, item.Contact.Email!, Subject(item, message.Kind), text, now, now + UndoTime)
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

    /// <summary>The subject line of a letter: its number, never what it is about.</summary>
    public string Subject(Case item, MessageKind kind) => Subject(item, kind switch
    {
        MessageKind.InterimReply => "Correspondence.Letter.InterimSubject",
        MessageKind.StatutoryExtension => "Correspondence.Letter.ExtensionSubject",
        MessageKind.Question => "Correspondence.Letter.QuestionSubject",
        MessageKind.Forwarding => "Correspondence.Letter.ForwardingSubject",
        _ => "Correspondence.Letter.ReplySubject",
    });

    /// <summary>A composed letter as the text of an e-mail: the line that tells where to follow the case stands before the signature.</summary>
    public string Body(Case item, LetterParts parts) => parts.AsText(Follow(item)) + "\n";

    /// <summary>The salutation proposed. A name is used only where it stands as the client wrote it: nothing is ever inflected (SIG 21.2.1).</summary>
    public string Salutation(string language, string? name)
    {
        var t = Texts.In(language);
        return language == "en" && name is not null ? t["Correspondence.Letter.SalutationNamed", name] : t["Correspondence.Letter.Salutation"];
    }

    /// <summary>Salutations worth choosing from.</summary>
    public IReadOnlyList<string> Salutations(string language, string? name) =>
        [.. Texts.In(language)["Correspondence.Letter.Salutations"].Split('|').Prepend(Salutation(language, name)).Distinct()];

    /// <summary>Which message of the client is answered (SIG 21.2.2).</summary>
    public string Reference(string language, string number, DateOnly receivedOn, string? clientNumber)
    {
        var (t, on) = (Texts.In(language), Dates.In(language, local).OnInWords(receivedOn));
        return clientNumber is null
            ? t["Correspondence.Letter.Reference", number, on]
            : t["Correspondence.Letter.ReferenceWithTheirs", number, on, clientNumber];
    }

    /// <summary>The same letter for the client of a case merged into another: nobody else's name, number or document stands in it.</summary>
    public LetterParts ForOther(Case item, Case survivor, LetterParts parts) => parts with
    {
        Salutation = Salutation(item.Language, null),
        Reference = Reference(item.Language, item.Number, item.ReceivedOn, clientNumber: null),
        NextSteps = parts.NextSteps?.Replace(survivor.Number, item.Number, StringComparison.Ordinal),
        ClientNumber = null,
    };

    /// <summary>By when the client hears from us.</summary>
    public string Promise(string language, DateOnly day) => Texts.In(language)["Correspondence.Letter.Promise", Dates.In(language, local).DeadlineInWords(day)];

    /// <summary>The next steps proposed (SIG 21.2.4).</summary>
    public string NextSteps(string language, string number, bool interim) =>
        Texts.In(language)[interim ? "Correspondence.Letter.NextStepsInterim" : "Correspondence.Letter.NextSteps", number];

    /// <summary>The signature: name, post, unit, institution, phone, e-mail, site (SIG 21.2.5).</summary>
    public string Signature(string language, Signatory who)
    {
        var t = Texts.In(language);
        string?[] lines =
        [
            t["Correspondence.Letter.Regards"], who.Name, who.Position,
            string.Join(", ", new[] { who.UnitName, municipality.Value.FullName }.Where(part => part.Length > 0)),
            string.Join(", ", new[] { who.Phone is { Length: > 0 } phone ? t["Correspondence.Letter.Phone", phone] : null, who.Email.Length > 0 ? who.Email : null }.OfType<string>()),
            site.Value.PublicAddress,
        ];
        return string.Join('\n', lines.Where(line => !string.IsNullOrWhiteSpace(line)));
    }

    private string Follow(Case item) => Texts.In(item.Language)["Correspondence.Letter.Follow", item.Number, $"{site.Value.PublicAddress}/track"];

    private static string Subject(Case item, string key) => Texts.In(item.Language)[key, item.Number];

    private string Frame(Case item, string body, bool withKey)
    {
        var t = Texts.In(item.Language);
        var follow = withKey
            ? t["Correspondence.Letter.FollowWithKey", item.Number, AccessKey.Show(item.AccessKey), $"{site.Value.PublicAddress}/track"]
            : Follow(item);
        return string.Join("\n\n",
            Reference(item.Language, item.Number, item.ReceivedOn, clientNumber: null),
            body.Trim(),
            follow,
            mail.Value.FromName) + "\n";
    }
}
