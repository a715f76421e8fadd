using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Shared.Sheets;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Protection.Breaches;

/// <summary>Which entries to list.</summary>
/// <param name="State">Only this state.</param>
/// <param name="Year">Only this year of registration.</param>
/// <param name="Page">Page, from 1.</param>
public sealed record ListDataBreaches(DataBreachState? State = null, int? Year = null, int Page = 1);

/// <summary>An entry in the list.</summary>
public sealed record DataBreachRow(
    Guid Id, string Number, DataBreachState State, string What, DateTimeOffset DiscoveredAt, DateTimeOffset DueAt, BreachRisk Risk, NotifyDecision Authority,
    DateTimeOffset? AuthorityNotifiedAt, NotifyDecision Persons, DateTimeOffset? PersonsNotifiedAt, int? PersonsAffected)
{
    /// <summary>The clock still runs.</summary>
    public bool IsClockRunning => State == DataBreachState.Open && AuthorityNotifiedAt is null && Authority != NotifyDecision.DoNotNotify;
}

/// <summary>A page of the register.</summary>
/// <param name="Rows">Open ones first, the nearest term on top; then closed ones, newest first.</param>
/// <param name="Total">Entries that fit.</param>
/// <param name="Years">Years that have entries.</param>
public sealed record DataBreachPage(IReadOnlyList<DataBreachRow> Rows, int Total, IReadOnlyList<int> Years);

/// <summary>The register of personal-data breaches, for who keeps it.</summary>
public sealed class ListDataBreachesHandler(IServiceDeskDb db, ProtectionEditor editor, LocalTime local)
{
    /// <summary>Entries on a page.</summary>
    public const int PageSize = 50;

    /// <summary>One page.</summary>
    public async Task<DataBreachPage> HandleAsync(ListDataBreaches query, CancellationToken cancellationToken)
    {
        editor.Demand(Permission.ManageDataBreaches);
        var found = Matching(query);
        var years = await db.Set<DataBreach>().Select(b => b.RegisterYear).Distinct().OrderByDescending(y => y).ToListAsync(cancellationToken);
        var total = await found.CountAsync(cancellationToken);
        var rows = await Ordered(found).Skip((Math.Max(query.Page, 1) - 1) * PageSize).Take(PageSize)
            .Select(b => new DataBreachRow(
                b.Id, b.Number, b.State, b.Told.What!, b.DiscoveredAt, b.DueAt, b.Risk, b.Authority, b.AuthorityNotifiedAt, b.Persons, b.PersonsNotifiedAt, b.Told.PersonsAffected))
            .ToListAsync(cancellationToken);
        return new DataBreachPage(rows, total, years);
    }

    /// <summary>One entry with its chain of events; null when there is none.</summary>
    public async Task<DataBreach?> ShowAsync(Guid id, CancellationToken cancellationToken)
    {
        editor.Demand(Permission.ManageDataBreaches);
        return await db.Set<DataBreach>().AsNoTracking().Include(b => b.Events.OrderBy(e => e.At).ThenBy(e => e.Id)).SingleOrDefaultAsync(b => b.Id == id, cancellationToken);
    }

    /// <summary>The register as a table.</summary>
    public async Task ExportAsync(ListDataBreaches query, ISheetWriter sheet, CancellationToken cancellationToken)
    {
        editor.Demand(Permission.ManageDataBreaches);
        var t = Texts.Current;
        var dates = Dates.In(t.Language, local);
        await sheet.WriteAsync(
            [
                t["Shared.Field.Number"], t["Protection.Breach.DiscoveredAt"], t["Protection.Breach.DueAt"], t["Protection.Breach.What"], t["Protection.Breach.PersonCategories"],
                t["Protection.Breach.DataCategories"], t["Protection.Breach.PersonsAffected"], t["Protection.Breach.RecordsAffected"], t["Protection.Breach.Consequences"], t["Protection.Breach.Measures"],
                t["Protection.Breach.Risk"], t["Protection.Breach.Authority"], t["Protection.Breach.AuthorityNotifiedAt"], t["Protection.Breach.LateReason"], t["Protection.Breach.Persons"],
                t["Protection.Breach.PersonsNotifiedAt"], t["Protection.Breach.State"],
            ], cancellationToken);
        await foreach (var b in Ordered(Matching(query)).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            await sheet.WriteAsync(
                [
                    b.Number, dates.StampWithYear(b.DiscoveredAt), dates.StampWithYear(b.DueAt), b.Told.What, b.Told.PersonCategories, b.Told.DataCategories, b.Told.PersonsAffected, b.Told.RecordsAffected,
                    b.Told.Consequences, b.Told.Measures, t.Of(b.Risk), t.Of(b.Authority), b.AuthorityNotifiedAt is { } told ? dates.StampWithYear(told) : null, b.LateReason, t.Of(b.Persons),
                    b.PersonsNotifiedAt is { } persons ? dates.StampWithYear(persons) : null, t.Of(b.State),
                ], cancellationToken);
        }
    }

    private static IQueryable<DataBreach> Ordered(IQueryable<DataBreach> found) =>
        found.OrderBy(b => b.State == DataBreachState.Open ? 0 : 1).ThenBy(b => b.State == DataBreachState.Open ? b.DueAt : DateTimeOffset.MinValue)
            .ThenByDescending(b => b.RegisterYear).ThenByDescending(b => b.Sequence);

    private IQueryable<DataBreach> Matching(ListDataBreaches query)
    {
        var found = db.Set<DataBreach>().AsNoTracking();
        if (query.State is { } state)
            found = found.Where(b => b.State == state);
        if (query.Year is { } year)
            found = found.Where(b => b.RegisterYear == year);
        return found;
    }
}
