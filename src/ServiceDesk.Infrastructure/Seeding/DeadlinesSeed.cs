using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Deadlines;

namespace ServiceDesk.Infrastructure.Seeding;

/// <summary>
/// Calendar, standards and statutory terms of the files under <c>seeds/</c>. Only what is missing is added: an exception an official
/// entered or withdrew for a date stays as it is, and so does every stored version of a standard.
/// </summary>
internal sealed class DeadlinesSeed(IServiceDeskDb db, TimeProvider time) : ISeed
{
    private const string Author = "ServiceDesk";

    public int Order => 10;

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var settings = await db.Set<DeadlineSettings>().SingleOrDefaultAsync(cancellationToken);
        var isNew = settings is null;
        var calendar = StandardFiles.Calendar();
        if (settings is null)
        {
            settings = new(WeekPattern.Usual, calendar.ConfirmedYears);
            db.Set<DeadlineSettings>().Add(settings);
        }

        var dates = await db.Set<CalendarException>().Select(e => e.On).ToHashSetAsync(cancellationToken);
        var exceptions = calendar.ToExceptions(Author, now).Where(e => !dates.Contains(e.On)).ToList();
        db.Set<CalendarException>().AddRange(exceptions);
        if (exceptions.Count > 0 && !isNew)
            settings.ExceptionsChanged();

        var known = await db.Set<StandardVersion>().Select(v => v.StandardId).ToHashSetAsync(cancellationToken);
        var standards = StandardFiles.Known.Where(id => !known.Contains(id)).Select(StandardFiles.Standard).ToList();
        db.Set<StandardVersion>().AddRange(standards.Select(s => new StandardVersion(s, StandardJson.Write(s), s.Adopted, Author, now)));

        var rows = await db.Set<StatuteRow>().Select(r => new { r.RuleId, r.ValidFrom }).ToListAsync(cancellationToken);
        var terms = StandardFiles.Statute().Where(t => !rows.Any(r => r.RuleId == t.Rule.Id && r.ValidFrom == t.ValidFrom)).ToList();
        db.Set<StatuteRow>().AddRange(terms.Select(t => new StatuteRow(t, StandardJson.Write(t))));
        if (standards.Count + terms.Count > 0 && !isNew)
            settings.RulesChanged();

        await db.SaveChangesAsync(cancellationToken);
    }
}
