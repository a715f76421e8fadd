using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases.AboutPeople;
using ServiceDesk.Application.Cases.Links;
using ServiceDesk.Application.Protection.Notices;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Catalogue;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Cases;

/// <summary>A citizen sends the public form (SIG 25).</summary>
public sealed record SubmitCase
{
    /// <summary>The form's one-time token.</summary>
    public required Guid Token { get; init; }

    /// <summary>
    /// The case the same browser sent a moment ago, if any: who goes back and sends the same again, on a page the browser had
    /// to fetch anew, means that case.
    /// </summary>
    public Guid? PreviousId { get; init; }

    /// <summary>Complaint, suggestion, praise or question.</summary>
    public required CaseKind Kind { get; init; }

    /// <summary>What it is about.</summary>
    public Guid? TopicId { get; init; }

    /// <summary>The service meant, if any.</summary>
    public Guid? ServiceId { get; init; }

    /// <summary>Place or institution.</summary>
    public string? Place { get; init; }

    /// <summary>The text, the only thing we insist on.</summary>
    public required string Text { get; init; }

    /// <summary>Whom a complaint is about, as typed; null when it is about nobody or was not asked.</summary>
    public string? AboutEmployee { get; init; }

    /// <summary>Whom a complaint is about, chosen from the published list.</summary>
    public Guid? AboutEmployeeId { get; init; }

    /// <summary>Who writes; may be nobody.</summary>
    public Contact Contact { get; init; } = Contact.None;

    /// <summary>Language of the page: lv, en or ru.</summary>
    public required string Language { get; init; }

    /// <summary>The version of the privacy notice the form showed.</summary>
    public Guid? PrivacyNoticeId { get; init; }

    /// <summary>Files already stored.</summary>
    public IReadOnlyList<AttachedFile> Files { get; init; } = [];
}

/// <summary>What the confirmation page shows.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Registration number.</param>
/// <param name="AccessKey">Key for the tracking page, without dash.</param>
/// <param name="IsOther">The form had made this case before, with other content: what is new is not in it.</param>
public sealed record SubmittedCase(Guid CaseId, string Number, string AccessKey, bool IsOther = false);

/// <summary>Registers what a citizen sent. Sending the same form again finds the same case.</summary>
public sealed class SubmitCaseHandler(CaseRegistrar registrar, DuplicateFinder duplicates, ShowPrivacyNoticeHandler notices, EmployeesNamed named, IServiceDeskDb db)
{
    /// <summary>The kinds the public form offers.</summary>
    public static IReadOnlyList<CaseKind> Offered { get; } = [CaseKind.Complaint, CaseKind.Suggestion, CaseKind.Praise, CaseKind.Question];

    /// <summary>Registers the case. Refuses kinds the form does not offer.</summary>
    public async Task<SubmittedCase> HandleAsync(SubmitCase command, CancellationToken cancellationToken)
    {
        if (!Offered.Contains(command.Kind))
            throw new Refusal("Cases.Refusal.KindNotOffered");
        if (command.PreviousId is { } id && await FindAsync(id, cancellationToken) is { } previous && IsSame(previous, command))
            return Result(previous, isOther: false);

        var about = await AboutAsync(command, cancellationToken);
        var item = await registrar.RegisterAsync(new NewCase
        {
            UnitId = about.UnitId,
            AboutEmployeeIds = about.People,
            AboutSaid = about.Said,
            Token = command.Token,
            Kind = command.Kind,
            Channel = Channel.WebForm,
            TopicId = command.TopicId,
            ServiceId = command.ServiceId,
            Place = command.Place,
            Text = command.Text,
            Contact = command.Contact,
            Language = command.Language,
            PrivacyNoticeId = await notices.ShownAsync(CollectingPoint.Form, command.PrivacyNoticeId, cancellationToken),
            Files = command.Files,
        }, Actor.Client, cancellationToken);
        await duplicates.SuggestAsync(item.Id, [], Actor.System, cancellationToken);
        // A case found by its token comes without its messages; one registered just now has them.
        var before = item.Messages.Count > 0 ? null : await FindAsync(item.Id, cancellationToken);
        return Result(item, isOther: before is not null && !IsSame(before, command));
    }

    /// <summary>
    /// Whom a complaint is about. Whoever is found is named at once and never sees it; where nobody is found it goes to the unit that takes
    /// what fits nowhere else, so that it does not lie open in front of the person meant until somebody has read it.
    /// </summary>
    private async Task<(IReadOnlyList<Guid> People, string? Said, Guid? UnitId)> AboutAsync(SubmitCase command, CancellationToken cancellationToken)
    {
        if (command.Kind != CaseKind.Complaint || named.Question == EmployeeQuestion.No)
            return ([], null, null);
        if (command.AboutEmployeeId is { } id)
            return await named.ChosenAsync(id, cancellationToken) is { } chosen ? ([chosen.Id], chosen.Name, null) : ([], null, null);
        if (named.Question != EmployeeQuestion.Text || string.IsNullOrWhiteSpace(command.AboutEmployee))
            return ([], null, null);
        var said = command.AboutEmployee.Trim();
        if (said.Length > PublicFormOptions.MaxEmployee)
            throw new Refusal("Cases.Refusal.TextTooLong", PublicFormOptions.MaxEmployee);
        var people = await named.FindAsync(said, cancellationToken);
        var unit = people.Count > 0 ? null : await db.Set<Topic>().Where(t => t.IsFallback).Select(t => (Guid?)t.UnitId).FirstOrDefaultAsync(cancellationToken);
        return (people, said, unit);
    }

    private Task<Case?> FindAsync(Guid id, CancellationToken cancellationToken) => db.Set<Case>().AsNoTracking()
        .Include(c => c.Messages.Where(m => m.Kind == MessageKind.Submission)).SingleOrDefaultAsync(c => c.Id == id, cancellationToken);

    private static bool IsSame(Case sent, SubmitCase command) =>
        sent.Kind == command.Kind && sent.Messages[0].Text == command.Text.Trim()
        && (sent.Place ?? "") == (command.Place ?? "").Trim() && sent.Contact == command.Contact.Normalised();

    private static SubmittedCase Result(Case item, bool isOther) => new(item.Id, item.Number, item.AccessKey, isOther);
}
