using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;

namespace ServiceDesk.Application.Cases.Links;

/// <summary>What is about to be registered, as far as it is typed.</summary>
/// <param name="Contact">Who the client is.</param>
/// <param name="Subject">Subject.</param>
/// <param name="Text">Text.</param>
/// <param name="Token">The form's one-time token: what this very form has registered is no duplicate of it.</param>
public sealed record FindDuplicates(Contact Contact, string? Subject, string? Text, Guid? Token = null);

/// <summary>A case that may be the same.</summary>
/// <param name="Id">Key.</param>
/// <param name="Number">Number.</param>
/// <param name="Subject">Subject; null when the person may see the head only.</param>
/// <param name="Kind">Kind.</param>
/// <param name="State">Where it stands.</param>
/// <param name="ReceivedOn">Local receipt day.</param>
/// <param name="UnitName">The unit that answers.</param>
/// <param name="By">By what the client is the same.</param>
/// <param name="IsOpen">Whether something can still be added to it.</param>
public sealed record DuplicateRow(
    Guid Id, string Number, string? Subject, CaseKind Kind, CaseState State, DateOnly ReceivedOn, string UnitName, ClientMatch By, bool IsOpen);

/// <summary>Suggests cases of the same client about the same, received in the last days. Suggests only: nothing is ever held back by it.</summary>
public sealed class FindDuplicatesHandler(DuplicateFinder finder, ICurrentUser user)
{
    /// <summary>At most three, the surest first.</summary>
    public async Task<IReadOnlyList<DuplicateRow>> HandleAsync(FindDuplicates query, CancellationToken cancellationToken)
    {
        if (!user.May(Permission.RegisterCases))
            return [];
        return await finder.FindAsync(query, user, cancellationToken);
    }
}

/// <summary>
/// The same client (see <see cref="SameClient"/>) with a like subject (see <see cref="Likeness"/>) in the last days. The database picks by contact,
/// which is exact but for blanks and case; likeness is judged here, over the few rows left.
/// </summary>
public sealed class DuplicateFinder(IServiceDeskDb db, IOptions<CaseLinkOptions> options, TimeProvider time)
{
    private const int Most = 3;
    private const int LongestBeginning = 400;

    /// <summary>What staff are shown while registering.</summary>
    internal async Task<IReadOnlyList<DuplicateRow>> FindAsync(FindDuplicates query, ICurrentUser user, CancellationToken cancellationToken)
    {
        var visible = db.Set<Case>().AsNoTracking().HeadsVisibleTo(user);
        var readable = db.Set<Case>().AsNoTracking().ReadableBy(user);
        var found = await LikeAsync(visible, query, null, cancellationToken);
        if (found.Count == 0)
            return [];
        var ids = found.Select(f => f.Id).ToList();
        var rows = await visible.Where(c => ids.Contains(c.Id)).Select(c => new
        {
            c.Id,
            c.Number,
            c.Subject,
            c.Kind,
            c.State,
            c.ReceivedOn,
            Unit = db.Set<Domain.Staff.OrgUnit>().Where(u => u.Id == c.UnitId).Select(u => u.Name).First(),
            MayRead = readable.Any(r => r.Id == c.Id),
        }).ToListAsync(cancellationToken);
        return
        [
            .. found.Join(rows, f => f.Id, r => r.Id, (f, r) => new DuplicateRow(
                r.Id, r.Number, r.MayRead ? r.Subject : null, r.Kind, r.State, r.ReceivedOn, r.Unit, f.By, r.State != CaseState.Closed)),
        ];
    }

    /// <summary>Notes on a case just registered which earlier ones look like it, for whoever opens it; what somebody declined already is left out.</summary>
    public async Task SuggestAsync(Guid caseId, IReadOnlyCollection<Guid> declined, Actor by, CancellationToken cancellationToken)
    {
        var item = await db.Set<Case>().AsNoTracking().Include(c => c.Messages.Where(m => m.Kind == Domain.Correspondence.MessageKind.Submission)).SingleAsync(c => c.Id == caseId, cancellationToken);
        var found = await LikeAsync(db.Set<Case>().AsNoTracking(), new FindDuplicates(item.Contact, item.Subject, item.Messages[0].Text), item.Id, cancellationToken);
        if (found.Count == 0 && declined.Count == 0)
            return;
        var known = await db.Set<CaseLink>().AsNoTracking().Where(l => l.FromId == caseId || l.ToId == caseId).Select(l => l.FromId == caseId ? l.ToId : l.FromId).ToListAsync(cancellationToken);
        var now = time.GetUtcNow();
        foreach (var other in found.Select(f => f.Id).Except(known))
        {
            var link = CaseLink.Suggest(other, caseId, now);
            if (declined.Contains(other))
                link.Remove(by, now);
            db.Set<CaseLink>().Add(link);
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            db.Forget(); // the same form sent twice noted it at the same moment
        }
    }

    private async Task<List<Found>> LikeAsync(IQueryable<Case> cases, FindDuplicates query, Guid? except, CancellationToken cancellationToken)
    {
        var contact = Trimmed(query.Contact);
        if (!options.Value.SuggestDuplicates || contact.IsAnonymous)
            return [];
        var since = time.GetUtcNow() - TimeSpan.FromDays(options.Value.DuplicateDays);
        var (email, name, phone) = (contact.Email?.ToLowerInvariant(), contact.Name?.ToLowerInvariant(), SameClient.Digits(contact.Phone));
#pragma warning disable CA1304, CA1311, CA1862 // becomes LOWER in SQL; no culture of this machine is asked
        var rows = await cases.Where(c => c.ReceivedAt >= since && c.MergedIntoId == null && c.Id != except && (query.Token == null || c.SubmissionToken != query.Token))
            .Where(c => (email != null && c.Contact.Email != null && c.Contact.Email.ToLower() == email)
                || (name != null && c.Contact.Name != null && c.Contact.Name.ToLower() == name)
                || (phone != null && c.Contact.Phone != null && c.Contact.Phone.Replace(" ", "").Replace("-", "").Replace("(", "").Replace(")", "").EndsWith(phone)))
            .OrderByDescending(c => c.ReceivedAt).Take(50)
            .Select(c => new
            {
                c.Id,
                c.Subject,
                c.Contact,
                Text = db.Set<Domain.Correspondence.Message>().Where(m => m.CaseId == c.Id && m.Kind == Domain.Correspondence.MessageKind.Submission)
                    .Select(m => m.Text.Substring(0, LongestBeginning)).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
#pragma warning restore CA1304, CA1311, CA1862
        var (subject, text) = (query.Subject ?? "", Beginning(query.Text));
        return
        [
            .. rows.Select(r => new Found(r.Id, SameClient.Match(contact, r.Contact), Math.Max(Links.Likeness.Of(subject, r.Subject), Links.Likeness.Of($"{subject} {text}", $"{r.Subject} {r.Text}"))))
                .Where(f => f.By != ClientMatch.None && f.Likeness >= Links.Likeness.OfSubjects)
                .OrderByDescending(f => f.By).ThenByDescending(f => f.Likeness).Take(Most),
        ];
    }

    private static Contact Trimmed(Contact contact) => contact with
    {
        Name = string.IsNullOrWhiteSpace(contact.Name) ? null : contact.Name.Trim(),
        Email = string.IsNullOrWhiteSpace(contact.Email) ? null : contact.Email.Trim(),
        Phone = string.IsNullOrWhiteSpace(contact.Phone) ? null : contact.Phone.Trim(),
        Address = null,
    };

    private static string Beginning(string? text) => text is null ? "" : text.Length > LongestBeginning ? text[..LongestBeginning] : text;

    private sealed record Found(Guid Id, ClientMatch By, double Likeness);
}
