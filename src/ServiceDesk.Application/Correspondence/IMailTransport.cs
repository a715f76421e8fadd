namespace ServiceDesk.Application.Correspondence;

/// <summary>Takes a letter out of the house. A letter is taken or the call throws <see cref="MailRefused"/>; there is no third way.</summary>
public interface IMailTransport
{
    /// <summary>Hands the letter over. Handing over the same <see cref="MailLetter.Id"/> twice must not make two letters where the transport can tell.</summary>
    Task SendAsync(MailLetter letter, CancellationToken cancellationToken);
}

/// <summary>A letter ready to leave.</summary>
/// <param name="Id">Row in the outbox.</param>
/// <param name="ToAddress">E-mail address.</param>
/// <param name="Subject">Subject line.</param>
/// <param name="Body">Plain text, UTF-8.</param>
/// <param name="MessageId">Message-ID header with angle brackets.</param>
/// <param name="InReplyTo">Message-ID of the letter answered, or null.</param>
/// <param name="Attachments">Files.</param>
/// <param name="UnsubscribeAddress">Where one press withdraws the consent the letter rests on (RFC 8058); null for all other letters.</param>
/// <param name="IsAutomatic">Nobody wrote it: other people's machines must not answer it (RFC 3834).</param>
public sealed record MailLetter(
    Guid Id, string ToAddress, string Subject, string Body, string MessageId, string? InReplyTo, IReadOnlyList<MailAttachment> Attachments, bool IsAutomatic, string? UnsubscribeAddress = null);

/// <summary>A file of a letter.</summary>
/// <param name="FileName">Name shown.</param>
/// <param name="ContentType">Media type.</param>
/// <param name="Hash">Where the file store keeps it.</param>
public sealed record MailAttachment(string FileName, string ContentType, string Hash);

/// <summary>The transport did not take a letter.</summary>
/// <param name="message">What it said, fit for staff; no personal data.</param>
/// <param name="isFinal">Repeating will not help, for example an impossible address.</param>
/// <param name="inner">Cause.</param>
public sealed class MailRefused(string message, bool isFinal, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Repeating will not help.</summary>
    public bool IsFinal { get; } = isFinal;
}
