using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Cases.Passing;

/// <summary>An administrator opens one case in need.</summary>
/// <param name="Number">Number of the case.</param>
/// <param name="Reason">Why.</param>
/// <param name="Hours">For how long, 1 to 8 hours.</param>
public sealed record BreakGlass(string? Number, string? Reason, int Hours);

/// <summary>Ends an opening before its time.</summary>
public sealed record CloseGlass(Guid OpeningId);

/// <summary>An opening in the list.</summary>
/// <param name="Id">Key.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="ByName">Who.</param>
/// <param name="Reason">Why.</param>
/// <param name="OpenedAt">When, UTC.</param>
/// <param name="EndsAt">When it is or was over, UTC.</param>
/// <param name="IsOpen">Whether it is open now.</param>
/// <param name="IsMine">Whether it is the person's own.</param>
public sealed record OpeningRow(Guid Id, Guid CaseId, string Number, string ByName, string Reason, DateTimeOffset OpenedAt, DateTimeOffset EndsAt, bool IsOpen, bool IsMine);

/// <summary>
/// The way an administrator reads a case: one case, with the reason, for some hours, and the data-protection officer is told at once, by
/// notice and by letter. Where nobody holds that office the glass stays whole: nobody would see it broken.
/// </summary>
public sealed class BreakGlassHandler(
    IServiceDeskDb db, CaseWriter writer, IRoleHolders holders, ICurrentUser user, IOptions<ServiceDeskOptions> site, LocalTime local, TimeProvider time)
{
    private const int MostRows = 200;

    /// <summary>Opens the case; its key.</summary>
    public async Task<Guid> HandleAsync(BreakGlass command, CancellationToken cancellationToken)
    {
        if (!user.May(Permission.BreakGlass) || user.AccountId is not { } account)
            throw new Refusal("Operations.Refusal.NotAllowed");
        if (string.IsNullOrWhiteSpace(command.Reason))
            throw new Refusal("Cases.Refusal.ReasonMissing");
        var number = command.Number?.Trim();
        var id = await db.Set<Case>().NotAbout(user).Where(c => c.Number == number).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(cancellationToken)
            ?? throw new Refusal("Cases.Refusal.NumberUnknown", number ?? "");
        // Who is complained about is not told of the complaint this way either.
        var subjects = await db.Set<CaseSubject>().Where(s => s.CaseId == id).Select(s => s.EmployeeId).ToListAsync(cancellationToken);
        var officers = (await holders.EmployeesInAsync(Role.DataProtectionOfficer, cancellationToken)).Except(subjects).Where(p => p != user.EmployeeId).ToList();
        if (officers.Count == 0)
            throw new Refusal("Cases.Refusal.NobodyToTell");
        var item = await writer.LoadAsync(id, cancellationToken);
        await db.Set<CaseOpening>().Where(o => o.CaseId == id).LoadAsync(cancellationToken);
        var now = time.GetUtcNow();
        var opening = item.BreakGlass(account, command.Reason, now.AddHours(command.Hours), user.AsActor(), now);

        db.Set<Notice>().AddRange(officers.Select(p => new Notice(p, NoticeKind.GlassBroken, null, $"{opening.Id:N}", now, item.Number, user.Name)));
        var addresses = await db.Set<Employee>().Where(e => officers.Contains(e.Id)).Select(e => e.Email).ToListAsync(cancellationToken);
        var t = Texts.In("lv");
        db.Set<OutgoingMessage>().AddRange(addresses.Select(address => new OutgoingMessage(
            null, null, address, t["Desk.BreakGlass.LetterSubject", item.Number],
            t["Desk.BreakGlass.LetterText", user.Name, item.Number, opening.Reason, Dates.In("lv", local).StampWithYear(opening.EndsAt), $"{site.Value.PublicAddress}/desk/break-glass"], now, now)));
        await writer.SaveAsync(seen: null, cancellationToken);
        return id;
    }

    /// <summary>Ends an own opening.</summary>
    public async Task HandleAsync(CloseGlass command, CancellationToken cancellationToken)
    {
        var account = user.AccountId;
        var found = await db.Set<CaseOpening>().SingleOrDefaultAsync(o => o.Id == command.OpeningId && o.AccountId == account, cancellationToken)
            ?? throw new Refusal("Cases.Refusal.NotOpened");
        var item = await writer.LoadAsync(found.CaseId, cancellationToken);
        item.CloseGlass(found.Id, user.AsActor(), time.GetUtcNow());
        await writer.SaveAsync(seen: null, cancellationToken);
    }

    /// <summary>Openings, the newest first: all for the data-protection officer, own ones for an administrator.</summary>
    public async Task<IReadOnlyList<OpeningRow>> ListAsync(CancellationToken cancellationToken)
    {
        if (!user.May(Permission.SeeGlassBroken))
            throw new Refusal("Operations.Refusal.NotAllowed");
        var (account, now, all) = (user.AccountId, time.GetUtcNow(), !user.May(Permission.BreakGlass));
        return await db.Set<CaseOpening>().AsNoTracking().Where(o => all || o.AccountId == account)
            .Join(db.Set<Case>().NotAbout(user), o => o.CaseId, c => c.Id, (o, c) => new { o, c.Number }).OrderByDescending(x => x.o.OpenedAt).Take(MostRows)
            .Select(x => new OpeningRow(
                x.o.Id, x.o.CaseId, x.Number, x.o.OpenedByName, x.o.Reason, x.o.OpenedAt, x.o.EndedAt ?? x.o.EndsAt, x.o.EndedAt == null && x.o.EndsAt > now, x.o.AccountId == account))
            .ToListAsync(cancellationToken);
    }
}
