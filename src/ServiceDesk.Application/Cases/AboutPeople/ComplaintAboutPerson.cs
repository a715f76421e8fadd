using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Cases.AboutPeople;

/// <summary>Names whom a complaint is about.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="People">All of them from now on; empty takes the mark away.</param>
/// <param name="Reason">Why, when nobody is named any more.</param>
/// <param name="Seen">What the page showed.</param>
public sealed record NameSubjects(Guid CaseId, IReadOnlyList<Guid> People, string? Reason, SeenCase? Seen);

/// <summary>Tells those complained about what they need to answer.</summary>
public sealed record WriteGist(Guid CaseId, string? Text, SeenCase? Seen);

/// <summary>Lets those complained about know who complained.</summary>
public sealed record RevealIdentity(Guid CaseId, RevealGround Ground, string? Basis, SeenCase? Seen);

/// <summary>Hides the name again.</summary>
public sealed record HideIdentity(Guid CaseId, string? Reason, SeenCase? Seen);

/// <summary>What the page of a complaint about a person shows to who deals with it.</summary>
/// <param name="Subjects">Whom it is about.</param>
/// <param name="DecidedBy">Who decides in place of Client Service, or null.</param>
/// <param name="Gist">What they were told.</param>
/// <param name="GistAt">When, UTC.</param>
/// <param name="RevealedOn">On what ground they may know the name.</param>
/// <param name="RevealBasis">What it rests on.</param>
/// <param name="RevealedAt">Since when, UTC.</param>
public sealed record AboutPersonShown(
    IReadOnlyList<Choice> Subjects, CaseAuthority? DecidedBy, string? Gist, DateTimeOffset? GistAt, RevealGround? RevealedOn, string? RevealBasis, DateTimeOffset? RevealedAt);

/// <summary>Deals with the side of a complaint that concerns a person. Refused without the right to act on the case.</summary>
public sealed class ComplaintAboutPersonHandler(IServiceDeskDb db, CaseWriter writer, Impartial impartial, ICurrentUser user, TimeProvider time)
{
    /// <summary>Names whom it is about. Who is named is told nothing by that.</summary>
    public async Task HandleAsync(NameSubjects command, CancellationToken cancellationToken)
    {
        var item = await LoadAsync(command.CaseId, command.Seen, cancellationToken);
        // What was merged into it stands among its letters and can be read on its own as well.
        if (command.People.Count > 0 && await db.Set<Case>().AnyAsync(c => c.MergedIntoId == item.Id, cancellationToken))
            throw new Refusal("Cases.Refusal.MergeOfConfidential");
        await db.Set<CaseReader>().Where(r => r.CaseId == item.Id).LoadAsync(cancellationToken);
        await impartial.NameAsync(item, command.People, command.Reason, user.AsActor(), time.GetUtcNow(), cancellationToken);
        await writer.SaveAsync(command.Seen, cancellationToken);
    }

    /// <summary>Writes the gist and tells those complained about that it is there.</summary>
    public async Task HandleAsync(WriteGist command, CancellationToken cancellationToken)
    {
        var item = await LoadAsync(command.CaseId, command.Seen, cancellationToken);
        var now = time.GetUtcNow();
        item.WriteGist(command.Text, user.AsActor(), now);
        db.Set<Notice>().AddRange(item.Subjects.Select(s => new Notice(s.EmployeeId, NoticeKind.GistForYou, null, $"{item.Id:N}/{now.UtcTicks}", now, item.Number)));
        await writer.SaveAsync(command.Seen, cancellationToken);
    }

    /// <summary>Reveals the name.</summary>
    public async Task HandleAsync(RevealIdentity command, CancellationToken cancellationToken)
    {
        var item = await LoadAsync(command.CaseId, command.Seen, cancellationToken);
        item.RevealIdentity(command.Ground, command.Basis, user.AsActor(), time.GetUtcNow());
        await writer.SaveAsync(command.Seen, cancellationToken);
    }

    /// <summary>Hides it again.</summary>
    public async Task HandleAsync(HideIdentity command, CancellationToken cancellationToken)
    {
        var item = await LoadAsync(command.CaseId, command.Seen, cancellationToken);
        item.HideIdentity(command.Reason, user.AsActor(), time.GetUtcNow());
        await writer.SaveAsync(command.Seen, cancellationToken);
    }

    /// <summary>What its page shows; null when the case is not for this person to act on.</summary>
    public async Task<AboutPersonShown?> ShowAsync(Guid caseId, CancellationToken cancellationToken) =>
        user.May(Permission.HandleComplaintsAboutPeople)
            ? await db.Set<Case>().AsNoTracking().ActableBy(user).Where(c => c.Id == caseId).Select(c => new AboutPersonShown(
                c.Subjects.OrderBy(s => s.Name).Select(s => new Choice(s.EmployeeId, s.Name)).ToList(), c.DecidedBy, c.Gist, c.GistAt, c.RevealedOn, c.RevealBasis, c.RevealedAt))
                .SingleOrDefaultAsync(cancellationToken)
            : null;

    private async Task<Case> LoadAsync(Guid caseId, SeenCase? seen, CancellationToken cancellationToken)
    {
        if (!user.May(Permission.HandleComplaintsAboutPeople))
            throw new Refusal("Cases.Refusal.NotAllowed");
        var item = await writer.LoadForActingAsync(caseId, seen, cancellationToken);
        await db.Set<CaseSubject>().Where(s => s.CaseId == caseId).LoadAsync(cancellationToken);
        return item;
    }
}

/// <summary>A complaint as those it is about see it.</summary>
/// <param name="Key">The complaint; opens nothing but this.</param>
/// <param name="Number">Number.</param>
/// <param name="Gist">What it says.</param>
/// <param name="ToldAt">When they were told, UTC.</param>
/// <param name="IsOpen">Whether an explanation is still of use.</param>
/// <param name="Complainant">The client's name, where a ground to reveal it stands in the record.</param>
/// <param name="Ground">That ground.</param>
/// <param name="For">For whom the person stands in; null for a complaint about oneself.</param>
/// <param name="Explanations">What the person has answered, oldest first.</param>
public sealed record GistRow(
    Guid Key, string Number, string Gist, DateTimeOffset ToldAt, bool IsOpen, string? Complainant, RevealGround? Ground, string? For, IReadOnlyList<Explanation> Explanations);

/// <summary>What somebody complained about answered.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Text">The words.</param>
public sealed record Explanation(DateTimeOffset At, string Text);

/// <summary>An answer to the gist.</summary>
/// <param name="Key">Which complaint.</param>
/// <param name="Text">The words.</param>
/// <param name="Token">Made once per form.</param>
public sealed record ExplainGist(Guid Key, string? Text, Guid Token);

/// <summary>
/// The one window those complained about have: the gist, and the name only where a ground to reveal it is recorded. Nothing else of the
/// case is read here, so nothing else can leak.
/// </summary>
public sealed class ListGistsHandler(IServiceDeskDb db, CaseWriter writer, ICurrentUser user, TimeProvider time)
{
    /// <summary>Longest explanation, characters.</summary>
    public const int MaxLength = 8000;

    /// <summary>Complaints about the person and those the person stands in for, of which the gist was written. The newest first.</summary>
    public async Task<IReadOnlyList<GistRow>> HandleAsync(CancellationToken cancellationToken)
    {
        var me = user.EmployeeId;
        var rows = await db.Set<Case>().AsNoTracking().About(user).Where(c => c.Gist != null).OrderByDescending(c => c.GistAt).Select(c => new
        {
            c.Id,
            c.Number,
            c.Gist,
            c.GistAt,
            c.State,
            c.RevealedOn,
            Name = c.RevealedOn != null ? c.Contact.Name : null,
            Mine = c.Subjects.Any(s => s.EmployeeId == me),
            Other = c.Subjects.Where(s => s.EmployeeId != me).OrderBy(s => s.Name).Select(s => s.Name).FirstOrDefault(),
            Explanations = c.Messages.Where(m => m.Kind == MessageKind.Note && m.AuthorId == me && m.WrittenAt >= c.GistAt).OrderBy(m => m.WrittenAt)
                .Select(m => new Explanation(m.WrittenAt, m.Text)).ToList(),
        }).ToListAsync(cancellationToken);
        return [.. rows.Select(r => new GistRow(r.Id, r.Number, r.Gist!, r.GistAt!.Value, r.State != CaseState.Closed, r.Name, r.RevealedOn, r.Mine ? null : r.Other, r.Explanations))];
    }

    /// <summary>Writes the explanation into the case, where those who deal with it read it.</summary>
    public async Task HandleAsync(ExplainGist command, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(command.Text))
            throw new Refusal("Cases.Refusal.TextMissing");
        if (command.Text.Trim().Length > MaxLength)
            throw new Refusal("Cases.Refusal.TextTooLong", MaxLength);
        if (!await db.Set<Case>().About(user).AnyAsync(c => c.Id == command.Key && c.Gist != null && c.State != CaseState.Closed, cancellationToken))
            throw new Refusal("Cases.Refusal.NotAllowed");
        var text = command.Text.Trim();
        await writer.OnceAsync(command.Token, text, seen: null, async () =>
        {
            var item = await writer.LoadAsync(command.Key, cancellationToken);
            var now = time.GetUtcNow();
            item.AddNote(text, user.AsActor(), now, command.Token);
            if (item.AssigneeId is { } owner)
                db.Set<Notice>().Add(new Notice(owner, NoticeKind.ColleagueAnswered, item.Id, $"{item.Id:N}/{now.UtcTicks}", now, item.Number, user.Name));
            await writer.SaveAsync(seen: null, cancellationToken);
        }, cancellationToken);
    }
}
