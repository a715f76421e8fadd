using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Correspondence;

/// <summary>Which letters the log shows. Everything stands in the address, so a choice can be kept and sent.</summary>
public sealed record ListMessages
{
    /// <summary>Only from clients, or only to them; null for both.</summary>
    public MessageDirection? Direction { get; init; }

    /// <summary>Only this kind.</summary>
    public MessageKind? Kind { get; init; }

    /// <summary>Only this way of leaving the house.</summary>
    public Delivery? Delivery { get; init; }

    /// <summary>Only this state of delivery.</summary>
    public DeliveryState? State { get; init; }

    /// <summary>Only cases of this unit.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>First local day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last local day, included.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Where the page before ended; null is the first page.</summary>
    public MessageCursor? After { get; init; }
}

/// <summary>The last row of a page.</summary>
public sealed record MessageCursor(DateTimeOffset At, Guid Id);

/// <summary>A letter of the log: when, what, which way, what became of it. Never its text.</summary>
/// <param name="Id">The message.</param>
/// <param name="CaseId">Its case; null where the reader may not open it.</param>
/// <param name="Number">The case's number.</param>
/// <param name="UnitName">The unit that answers.</param>
/// <param name="Direction">Which way.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Channel">How the case came in.</param>
/// <param name="AuthorName">The employee who wrote; empty for the client and the system.</param>
/// <param name="Party">The other side's address, whole or masked; null when there is none.</param>
/// <param name="WrittenAt">When written, UTC.</param>
/// <param name="Delivery">How it leaves the house.</param>
/// <param name="State">Whether it has left.</param>
/// <param name="SentAt">When it left, UTC.</param>
/// <param name="Attempts">Attempts of the mail server; null when no mail was needed.</param>
/// <param name="Error">What the server said last, addresses in it masked unless the reader may know them.</param>
public sealed record MessageLogRow(
    Guid Id, Guid? CaseId, string Number, string UnitName, MessageDirection Direction, MessageKind Kind, Channel Channel, string AuthorName, string? Party,
    DateTimeOffset WrittenAt, Delivery Delivery, DeliveryState State, DateTimeOffset? SentAt, int? Attempts, string? Error);

/// <summary>A page of the log.</summary>
/// <param name="Rows">Newest first.</param>
/// <param name="Next">Where the next page begins; null at the end.</param>
/// <param name="SeesContent">Whether the reader may open the cases; who looks after the system may not.</param>
/// <param name="SeesStaffLetters">Whether the reader also sees letters to colleagues.</param>
/// <param name="Units">Units to choose from.</param>
public sealed record MessageLogPage(
    IReadOnlyList<MessageLogRow> Rows, MessageCursor? Next, bool SeesContent, bool SeesStaffLetters, IReadOnlyList<(Guid Id, string Name)> Units);

/// <summary>
/// Lists letters in and out: of the cases the reader may read; for who looks after the system of all cases, with nothing that tells
/// who the client is or what it is about.
/// </summary>
public sealed partial class ListMessagesHandler(IServiceDeskDb db, ICurrentUser user, LocalTime local)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 50;

    /// <summary>Whether the reader opens cases; else the log is all that is seen of them.</summary>
    private bool SeesContent => user.May(Permission.ManageOutbox);

    /// <summary>Whether the reader sees letters to colleagues too.</summary>
    public bool SeesStaffLetters => user.May(Permission.SeeMessageLog) && (!SeesContent || user.May(Permission.ReadAllCases));

    /// <summary>One page.</summary>
    public async Task<MessageLogPage> HandleAsync(ListMessages query, CancellationToken cancellationToken)
    {
        var (rows, next) = await PortionAsync(query, PageSize, cancellationToken);
        var units = await db.Set<OrgUnit>().AsNoTracking().OrderBy(u => u.Name).Select(u => new { u.Id, u.Name }).ToListAsync(cancellationToken);
        return new(rows, next, SeesContent, SeesStaffLetters, [.. units.Select(u => (u.Id, u.Name))]);
    }

    /// <summary>So many rows after a place, for pages and files.</summary>
    public async Task<(IReadOnlyList<MessageLogRow> Rows, MessageCursor? Next)> PortionAsync(ListMessages query, int size, CancellationToken cancellationToken)
    {
        if (!user.May(Permission.SeeMessageLog))
            throw new Refusal("Cases.Refusal.NotAllowed");
        var cases = SeesContent ? db.Set<Case>().AsNoTracking().ReadableBy(user) : db.Set<Case>().AsNoTracking().NotAbout(user);
        if (query.UnitId is { } unit)
            cases = cases.Where(c => c.UnitId == unit);
        var messages = Filter(query);
        if (query.After is { } after)
            messages = messages.Where(m => m.WrittenAt < after.At || (m.WrittenAt == after.At && m.Id.CompareTo(after.Id) < 0));
        var found = await messages.Join(cases, m => m.CaseId, c => c.Id, (m, c) => new { m, c })
            .OrderByDescending(x => x.m.WrittenAt).ThenByDescending(x => x.m.Id).Take(size + 1)
            .Select(x => new
            {
                Row = new MessageLogRow(
                    x.m.Id, x.c.Id, x.c.Number, db.Set<OrgUnit>().Where(u => u.Id == x.c.UnitId).Select(u => u.Name).First(), x.m.Direction, x.m.Kind, x.c.Channel,
                    x.m.AuthorName, x.c.Contact.Email, x.m.WrittenAt, x.m.Delivery, x.m.DeliveryState, x.m.SentAt, null, x.m.DeliveryError),
                Mail = db.Set<OutgoingMessage>().Where(o => o.MessageId == x.m.Id).Select(o => new { o.ToAddress, o.Attempts, o.LastError }).FirstOrDefault(),
                x.c.Contact.UnitMayKnow,
                x.c.Audience,
            }).ToListAsync(cancellationToken);
        var rows = found.Take(size).Select(x =>
        {
            var mayKnow = SeesContent && user.MayKnowClient(x.UnitMayKnow, x.Audience == Audience.Internal);
            var party = x.Mail?.ToAddress ?? x.Row.Party;
            var error = x.Mail?.LastError ?? x.Row.Error;
            return x.Row with
            {
                CaseId = SeesContent ? x.Row.CaseId : null,
                Party = mayKnow ? party : Mask(party),
                Attempts = x.Mail?.Attempts,
                Error = mayKnow || error is null ? error : Addresses().Replace(error, a => Mask(a.Value) ?? ""),
            };
        }).ToList();
        return (rows, found.Count > size ? new MessageCursor(rows[^1].WrittenAt, rows[^1].Id) : null);
    }

    internal static string? Mask(string? email) => new Contact { Email = email }.MaskedEmail;

    [GeneratedRegex(@"[^\s<>""'();:,]+@[^\s<>""'();:,]+", RegexOptions.CultureInvariant)]
    private static partial Regex Addresses();

    private IQueryable<Message> Filter(ListMessages query)
    {
        var messages = db.Set<Message>().AsNoTracking();
        messages = query.Direction is { } direction and not MessageDirection.Internal
            ? messages.Where(m => m.Direction == direction)
            : messages.Where(m => m.Direction != MessageDirection.Internal);
        if (query.Kind is { } kind)
            messages = messages.Where(m => m.Kind == kind);
        if (query.Delivery is { } delivery)
            messages = messages.Where(m => m.Delivery == delivery);
        if (query.State is { } state)
            messages = messages.Where(m => m.DeliveryState == state);
        if (query.From is { } from)
        {
            var start = local.StartOf(from);
            messages = messages.Where(m => m.WrittenAt >= start);
        }

        if (query.To is { } to)
        {
            var end = local.EndOf(to);
            messages = messages.Where(m => m.WrittenAt < end);
        }

        return messages;
    }
}
