using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Correspondence;

/// <summary>The outbox as staff see it.</summary>
/// <param name="State">Which rows; null shows failed first, then waiting.</param>
/// <param name="After">Key of the last row of the page before; null is the first page.</param>
public sealed record ListOutbox(OutgoingState? State = null, Guid? After = null);

/// <summary>One letter in the list.</summary>
/// <param name="Id">Row.</param>
/// <param name="CaseId">Case, if any.</param>
/// <param name="MessageId">Message of the case, if any.</param>
/// <param name="Number">Case number.</param>
/// <param name="Subject">Subject line.</param>
/// <param name="ToAddress">Address in full; only for who may read the case, else masked.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Attempts">Attempts so far.</param>
/// <param name="LastError">What the transport said.</param>
/// <param name="CreatedAt">When written.</param>
/// <param name="NotBefore">Next attempt not before.</param>
/// <param name="SentAt">When taken.</param>
public sealed record OutboxRow(
    Guid Id, Guid? CaseId, Guid? MessageId, string? Number, string Subject, string ToAddress, OutgoingState State, int Attempts, string? LastError,
    DateTimeOffset CreatedAt, DateTimeOffset NotBefore, DateTimeOffset? SentAt);

/// <summary>A page of the outbox.</summary>
/// <param name="Rows">Newest first.</param>
/// <param name="Next">Key for the next page; null at the end.</param>
/// <param name="Failed">How many failed in all.</param>
/// <param name="Queued">How many wait in all.</param>
public sealed record OutboxPage(IReadOnlyList<OutboxRow> Rows, Guid? Next, int Failed, int Queued);

/// <summary>Lists letters of the cases the person may read.</summary>
public sealed class ListOutboxHandler(IServiceDeskDb db, ICurrentUser user)
{
    private const int PageSize = 50;

    /// <summary>One page.</summary>
    public async Task<OutboxPage> HandleAsync(ListOutbox query, CancellationToken cancellationToken)
    {
        if (!user.May(Permission.ManageOutbox))
            throw new Refusal("Cases.Refusal.NotAllowed");
        var cases = db.Set<Case>().AsNoTracking().ReadableBy(user);
        var mine = from letter in db.Set<OutgoingMessage>().AsNoTracking()
                   join item in cases on letter.CaseId equals item.Id
                   select new { letter, item.Number, item.Contact.UnitMayKnow, item.Audience };

        var state = query.State ?? OutgoingState.Failed;
        var page = mine.Where(x => x.letter.State == state);
        if (query.After is { } after)
        {
            var written = db.Set<OutgoingMessage>().Where(o => o.Id == after).Select(o => o.CreatedAt);
            page = page.Where(x => x.letter.CreatedAt < written.First() || (x.letter.CreatedAt == written.First() && x.letter.Id.CompareTo(after) < 0));
        }

        var rows = await page.OrderByDescending(x => x.letter.CreatedAt).ThenByDescending(x => x.letter.Id).Take(PageSize + 1)
            .Select(x => new
            {
                Row = new OutboxRow(x.letter.Id, x.letter.CaseId, x.letter.MessageId, x.Number, x.letter.Subject, x.letter.ToAddress, x.letter.State,
                    x.letter.Attempts, x.letter.LastError, x.letter.CreatedAt, x.letter.NotBefore, x.letter.SentAt),
                x.UnitMayKnow,
                x.Audience,
            }).ToListAsync(cancellationToken);
        var counts = await mine.GroupBy(_ => 1).Select(g => new
        {
            Failed = g.Count(x => x.letter.State == OutgoingState.Failed),
            Queued = g.Count(x => x.letter.State == OutgoingState.Queued),
        }).SingleOrDefaultAsync(cancellationToken);

        var shown = rows.Take(PageSize).Select(x => user.MayKnowClient(x.UnitMayKnow, x.Audience == Domain.Deadlines.Audience.Internal)
            ? x.Row
            : x.Row with { ToAddress = new Contact { Email = x.Row.ToAddress }.MaskedEmail ?? "" }).ToList();
        return new OutboxPage(shown, rows.Count > PageSize ? shown[^1].Id : null, counts?.Failed ?? 0, counts?.Queued ?? 0);
    }
}
