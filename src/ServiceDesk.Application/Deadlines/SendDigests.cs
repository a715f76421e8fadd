using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Deadlines;

/// <summary>
/// On the first working morning of the week each head gets one message about the week before: how promises were kept, what is owed an
/// explanation, what is due this week. Numbers of cases, never a client. After a standstill one message tells of all weeks missed.
/// </summary>
public sealed class SendDigestsHandler(
    IServiceDeskDb db, CalendarProvider calendars, IOptions<DigestOptions> options, IOptions<ServiceDeskOptions> site, LocalTime local, TimeProvider time)
{
    /// <summary>Weeks a message looks back at most.</summary>
    public const int MostWeeks = 8;

    /// <summary>Cases named in each list; the rest is told as a number.</summary>
    public const int Named = 15;

    private const string Subject = "week/";

    /// <summary>Sends what is due this week and has not been sent; the number of messages.</summary>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var at = local.At(now);
        var today = DateOnly.FromDateTime(at);
        var calendar = await calendars.GetAsync(cancellationToken);
        if (!options.Value.Weekly || calendar.Hours(today) is not { } hours || TimeOnly.FromDateTime(at) < hours.Opens || TimeOnly.FromDateTime(at) >= hours.Closes)
            return 0;

        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var units = await db.Set<OrgUnit>().AsNoTracking().ToListAsync(cancellationToken);
        var headIds = units.Select(u => u.HeadId).OfType<Guid>().Distinct().ToList();
        var heads = await db.Set<Employee>().AsNoTracking().Where(e => headIds.Contains(e.Id) && e.IsActive)
            .Select(e => new { e.Id, e.Email }).ToListAsync(cancellationToken);
        var last = (await db.Set<Notice>().AsNoTracking().Where(n => n.Kind == NoticeKind.WeeklyDigest && headIds.Contains(n.EmployeeId))
            .GroupBy(n => n.EmployeeId).Select(g => new { g.Key, Subject = g.Max(n => n.Subject)! }).ToListAsync(cancellationToken))
            .ToDictionary(x => x.Key, x => DateOnly.ParseExact(x.Subject[Subject.Length..], "yyyy-MM-dd", CultureInfo.InvariantCulture));
        var sent = 0;
        foreach (var head in heads)
        {
            var told = last.TryGetValue(head.Id, out var week) ? week : monday.AddDays(-7);
            if (told >= monday)
                continue;
            var from = told < monday.AddDays(-7 * MostWeeks) ? monday.AddDays(-7 * MostWeeks) : told;
            var digest = await ReadAsync(UnitsOf(head.Id, units), from, monday, today, cancellationToken);
            db.Set<Notice>().Add(new Notice(head.Id, NoticeKind.WeeklyDigest, null, $"{Subject}{monday:yyyy-MM-dd}", now, Arguments(digest)));
            db.Set<OutgoingMessage>().Add(Letter(digest, head.Email, now));
            sent++;
        }

        // All in one save: another node that was faster has told everybody already, by the unique notice.
        await db.SaveChangesAsync(cancellationToken);
        return sent;
    }

    private async Task<Digest> ReadAsync(HashSet<Guid> units, DateOnly from, DateOnly monday, DateOnly today, CancellationToken cancellationToken)
    {
        var sunday = monday.AddDays(6);
        var clocks = await db.Set<Clock>().AsNoTracking()
            .Where(c => c.Layer == Layer.Service && c.DueOn >= from && c.DueOn < monday && c.State != ClockState.Running && c.State != ClockState.Released)
            .Where(c => db.Set<Case>().Any(i => i.Id == c.CaseId && units.Contains(i.UnitId)))
            .GroupBy(c => c.State == ClockState.Breached).Select(g => new { IsLate = g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        var breaches = await db.Set<Breach>().AsNoTracking().Where(b => units.Contains(b.UnitId) && b.DueOn >= from && b.DueOn < monday)
            .GroupBy(b => b.Layer == Layer.Statute).Select(g => new { IsLaw = g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        var owed = db.Set<Breach>().AsNoTracking().Where(b => units.Contains(b.UnitId) && (b.State == BreachState.AwaitingExplanation || b.State == BreachState.Returned))
            .Join(db.Set<Case>(), b => b.CaseId, c => c.Id, (b, c) => new { b.DueOn, c.Number });
        var due = db.Set<Case>().AsNoTracking().Where(c => units.Contains(c.UnitId) && c.State != CaseState.Closed && c.NextDueOn >= today && c.NextDueOn <= sunday);
        var late = await db.Set<Case>().CountAsync(c => units.Contains(c.UnitId) && c.State != CaseState.Closed && c.NextDueOn < today, cancellationToken);
        return new Digest(
            from, monday.AddDays(-1),
            new Rate(clocks.Where(c => !c.IsLate).Sum(c => c.Count), clocks.Sum(c => c.Count)),
            breaches.Where(b => !b.IsLaw).Sum(b => b.Count),
            breaches.Where(b => b.IsLaw).Sum(b => b.Count),
            await owed.CountAsync(cancellationToken),
            [.. (await owed.OrderBy(b => b.DueOn).ThenBy(b => b.Number).Take(Named).ToListAsync(cancellationToken)).Select(b => new DigestLine(b.Number, b.DueOn))],
            await due.CountAsync(cancellationToken),
            [.. (await due.OrderBy(c => c.NextDueOn).ThenBy(c => c.Number).Take(Named).Select(c => new { c.Number, c.NextDueOn }).ToListAsync(cancellationToken))
                .Select(c => new DigestLine(c.Number, c.NextDueOn!.Value))],
            late);
    }

    private static string[] Arguments(Digest digest) =>
    [
        $"{digest.From:yyyy-MM-dd}", $"{digest.To:yyyy-MM-dd}", $"{digest.OnTime.Count}", $"{digest.OnTime.Of}", $"{digest.Owed}", $"{digest.Due}",
    ];

    private OutgoingMessage Letter(Digest digest, string address, DateTimeOffset now)
    {
        var t = Texts.In("lv");
        var period = (From: Dates.In("lv", local).Numeric(digest.From), To: Dates.In("lv", local).Numeric(digest.To));
        var body = new StringBuilder()
            .Append(t["Breaches.Digest.Intro", period.From, period.To]).Append("\n\n")
            .Append("– ").Append(t["Breaches.Digest.OnTime", digest.OnTime.Count, digest.OnTime.Of]).Append('\n')
            .Append("– ").Append(t["Breaches.Digest.Broken", digest.Broken]).Append('\n')
            .Append("– ").Append(t["Breaches.Digest.Law", digest.Law]).Append('\n')
            .Append("– ").Append(t["Breaches.Digest.Late", digest.Late]).Append("\n\n");
        List(body, t["Breaches.Digest.Owed", digest.Owed], digest.Owed, digest.OwedCases, t);
        List(body, t["Breaches.Digest.Due", digest.Due], digest.Due, digest.DueCases, t);
        body.Append(t["Breaches.Digest.Link", $"{site.Value.PublicAddress}/desk/breaches?from={digest.From:yyyy-MM-dd}&to={digest.To:yyyy-MM-dd}"]);
        return new OutgoingMessage(null, null, address, t["Breaches.Digest.Subject", period.From, period.To], body.ToString(), now, now);
    }

    private void List(StringBuilder body, string title, int count, IReadOnlyList<DigestLine> lines, Texts t)
    {
        body.Append(title).Append('\n');
        foreach (var line in lines)
            body.Append("– ").Append(t["Breaches.Digest.Case", line.Number, Dates.In("lv", local).Numeric(line.DueOn)]).Append('\n');
        if (count > lines.Count)
            body.Append("– ").Append(t["Breaches.Digest.More", count - lines.Count]).Append('\n');
        body.Append('\n');
    }

    /// <summary>The units a person heads, with all units below them.</summary>
    private static HashSet<Guid> UnitsOf(Guid head, List<OrgUnit> units)
    {
        HashSet<Guid> headed = [.. units.Where(u => u.HeadId == head).Select(u => u.Id)];
        while (units.Where(u => u.ParentId is { } parent && headed.Contains(parent) && !headed.Contains(u.Id)).Select(u => u.Id).ToList() is { Count: > 0 } below)
            headed.UnionWith(below);
        return headed;
    }

    private sealed record DigestLine(string Number, DateOnly DueOn);

    private sealed record Digest(
        DateOnly From, DateOnly To, Rate OnTime, int Broken, int Law, int Owed, IReadOnlyList<DigestLine> OwedCases, int Due, IReadOnlyList<DigestLine> DueCases, int Late);
}
