using System.Net.Mail;
using System.Text;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Shared;

namespace ServiceDesk.Infrastructure.Mail;

/// <summary>
/// Writes every letter as an <c>.eml</c> file into <c>mail/</c> of the data folder, from where a mail server or a person can
/// take it. The default of a fresh installation: nothing reaches anybody by accident. A letter handed over twice is one file.
/// </summary>
internal sealed class PickupFolderTransport(IFileStore files, IOptions<ServiceDeskOptions> site, IOptions<CorrespondenceOptions> mail) : IMailTransport
{
    private string Folder => Path.Combine(site.Value.DataFolder, "mail");

    public async Task SendAsync(MailLetter letter, CancellationToken cancellationToken)
    {
        var draft = Path.Combine(Folder, ".drafts", letter.Id.ToString("N"));
        try
        {
            Directory.CreateDirectory(draft);
            using (var message = Message(letter))
            using (var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = draft })
                await client.SendMailAsync(message, cancellationToken);
            // Appears whole or not at all.
            File.Move(Directory.GetFiles(draft).Single(), Path.Combine(Folder, $"{letter.Id:N}.eml"), overwrite: true);
        }
        catch (FormatException wrong)
        {
            throw new MailRefused("The address cannot be written to.", isFinal: true, wrong);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or SmtpException)
        {
            throw new MailRefused($"The letter could not be written to the mail folder ({failed.GetType().Name}).", isFinal: false, failed);
        }
        finally
        {
            if (Directory.Exists(draft))
                Directory.Delete(draft, recursive: true);
        }
    }

    private MailMessage Message(MailLetter letter)
    {
        var message = new MailMessage
        {
            From = new MailAddress(mail.Value.FromAddress, mail.Value.FromName, Encoding.UTF8),
            Subject = letter.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = letter.Body,
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = System.Net.Mime.TransferEncoding.QuotedPrintable,
        };
        message.To.Add(new MailAddress(letter.ToAddress));
        message.Headers.Add("Message-ID", letter.MessageId);
        if (letter.InReplyTo is { } earlier)
        {
            message.Headers.Add("In-Reply-To", earlier);
            message.Headers.Add("References", earlier);
        }

        if (letter.UnsubscribeAddress is { } unsubscribe)
        {
            message.Headers.Add("List-Unsubscribe", $"<{unsubscribe}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        // Other people's machines must not answer ours.
        if (letter.IsAutomatic)
            message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", letter.IsAutomatic ? "All" : "OOF, AutoReply");
        foreach (var file in letter.Attachments)
        {
            var content = files.Open(file.Hash) ?? throw new MailRefused($"The content of an attached file is missing ({file.Hash[..8]}).", isFinal: true);
            message.Attachments.Add(new Attachment(content, file.FileName, file.ContentType) { NameEncoding = Encoding.UTF8 });
        }

        return message;
    }
}
