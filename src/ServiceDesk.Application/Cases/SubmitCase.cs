using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Cases;

/// <summary>A citizen sends the public form (SIG 25).</summary>
public sealed record SubmitCase
{
    /// <summary>The form's one-time token.</summary>
    public required Guid Token { get; init; }

    /// <summary>Complaint, suggestion, praise or question.</summary>
    public required CaseKind Kind { get; init; }

    /// <summary>What it is about.</summary>
    public Guid? TopicId { get; init; }

    /// <summary>Place or institution.</summary>
    public string? Place { get; init; }

    /// <summary>The text, the only thing we insist on.</summary>
    public required string Text { get; init; }

    /// <summary>Who writes; may be nobody.</summary>
    public Contact Contact { get; init; } = Contact.None;

    /// <summary>Language of the page: lv, en or ru.</summary>
    public required string Language { get; init; }

    /// <summary>Files already stored.</summary>
    public IReadOnlyList<AttachedFile> Files { get; init; } = [];
}

/// <summary>What the confirmation page shows.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Registration number.</param>
/// <param name="AccessKey">Key for the tracking page, without dash.</param>
/// <param name="IsOtherText">The form had made this case before, from another text: the new words are not in it.</param>
public sealed record SubmittedCase(Guid CaseId, string Number, string AccessKey, bool IsOtherText = false);

/// <summary>Registers what a citizen sent. Sending the same form again finds the same case.</summary>
public sealed class SubmitCaseHandler(CaseRegistrar registrar, IServiceDeskDb db)
{
    /// <summary>The kinds the public form offers.</summary>
    public static IReadOnlyList<CaseKind> Offered { get; } = [CaseKind.Complaint, CaseKind.Suggestion, CaseKind.Praise, CaseKind.Question];

    /// <summary>Registers the case. Refuses kinds the form does not offer.</summary>
    public async Task<SubmittedCase> HandleAsync(SubmitCase command, CancellationToken cancellationToken)
    {
        if (!Offered.Contains(command.Kind))
            throw new Refusal("Cases.Refusal.KindNotOffered");

        var item = await registrar.RegisterAsync(new NewCase
        {
            Token = command.Token,
            Kind = command.Kind,
            Channel = Channel.WebForm,
            TopicId = command.TopicId,
            Place = command.Place,
            Text = command.Text,
            Contact = command.Contact,
            Language = command.Language,
            Files = command.Files,
        }, Actor.Client, cancellationToken);
        return new SubmittedCase(item.Id, item.Number, item.AccessKey, await IsOtherTextAsync(item, command.Text, cancellationToken));
    }

    private async Task<bool> IsOtherTextAsync(Case item, string text, CancellationToken cancellationToken)
    {
        if (item.Messages.Count > 0)
            return false; // Registered just now.
        var sent = await db.Set<Message>().Where(m => m.CaseId == item.Id && m.Kind == MessageKind.Submission).Select(m => m.Text).SingleAsync(cancellationToken);
        return sent != text.Trim();
    }
}
