using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Deadlines;

namespace ServiceDesk.Application.Demo;

/// <summary>A file of days somebody brought, so that the demonstration has something to confirm. Its source says that it is only an example.</summary>
public sealed class DemoCalendarSeed(IServiceDeskDb db, TimeProvider time) : IDemoSeed
{
    private const string Source = "Piemērs: rīkojuma projekts, vēl nav pieņemts";

    private static readonly SourceDay[] Days =
    [
        new("2027-06-25", new(2027, 6, 25), CalendarExceptionKind.MovedOut, "Darba diena pēc Jāņiem pārcelta uz 12. jūniju", Source, new(2027, 6, 12)),
        new("2027-06-12", new(2027, 6, 12), CalendarExceptionKind.MovedIn, "Strādā 25. jūnija vietā", Source, new(2027, 6, 25)),
        new("2027-09-03", new(2027, 9, 3), CalendarExceptionKind.Closed, "Inventarizācija, klientu apkalpošanas centrs slēgts", "", null),
    ];

    /// <inheritdoc/>
    public int Order => 1060;

    /// <inheritdoc/>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (await db.Set<CalendarReading>().AnyAsync(cancellationToken))
            return;
        var keeper = DemoPeople.All.First(p => p.Name == "Kristīne");
        var now = time.GetUtcNow();
        var reading = new CalendarReading("darba-dienas-2027.csv", isICalendar: false, $"{keeper.Name} {keeper.Surname}", now);
        reading.Finish(Days.Length, 11, 0, 0, ["6\tDeadlines.Import.NotADate\t31.06.2027."]);
        db.Set<CalendarReading>().Add(reading);
        db.Set<CalendarProposal>().AddRange(Days.Select(day => new CalendarProposal(reading.Id, day, now)));
        await db.SaveChangesAsync(cancellationToken);
    }
}
