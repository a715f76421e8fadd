using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Staff;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Cases;

/// <summary>The list on real databases: each order pages without losing or repeating a row, filters add up, and an order tells nobody what they may not read.</summary>
public class ListCasesTests(Databases databases) : IClassFixture<Databases>
{
    private const int Cases = 120;

    public static TheoryData<CaseSort, bool> Orders
    {
        get
        {
            var orders = new TheoryData<CaseSort, bool>();
            foreach (var sort in Enum.GetValues<CaseSort>())
            {
                orders.Add(sort, false);
                orders.Add(sort, true);
            }

            return orders;
        }
    }

    [Theory, EachDatabase]
    public async Task Every_order_pages_through_all_cases_once_and_forward_and_back_agree(Engine engine)
    {
        await using var house = await FilledAsync(engine);
        foreach (var role in new[] { Role.HeadOfClientService, Role.ClientServiceSpecialist, Role.Employee })
        {
            await house.ActAsAsync(role);
            foreach (var closed in new[] { false, true })
                foreach (var (sort, reversed) in Orders.Select(o => o.Data))
                {
                    List<CaseRow> seen = [];
                    var query = new ListCases { View = CaseView.All, Sort = sort, Reversed = reversed, Closed = closed };
                    var total = -1;
                    for (CaseCursor? after = null; total < 0 || after is not null;)
                    {
                        var page = await house.RunAsync((ListCasesHandler h) => h.HandleAsync(query with { After = after }, TestContext.Current.CancellationToken));
                        seen.AddRange(page.Rows);
                        (after, total) = (page.Next, page.Total);
                    }

                    Assert.True(total == seen.Count && seen.DistinctBy(r => r.Id).Count() == total, $"{role} {sort} {reversed} {closed}: {seen.Count} of {total}");
                    if (total < 3 || role != Role.HeadOfClientService)
                        continue;
                    var beside = await house.RunAsync((FindNeighboursHandler h) => h.HandleAsync(seen[1].Id, query, TestContext.Current.CancellationToken));
                    Assert.Equal(new Neighbours(seen[0].Id, seen[2].Id), beside);
                    Assert.Null((await house.RunAsync((FindNeighboursHandler h) => h.HandleAsync(seen[0].Id, query, TestContext.Current.CancellationToken)))!.Previous);
                    Assert.Null((await house.RunAsync((FindNeighboursHandler h) => h.HandleAsync(seen[^1].Id, query, TestContext.Current.CancellationToken)))!.Next);
                }
        }
    }

    [Theory, EachDatabase]
    public async Task A_page_begins_after_the_place_a_row_had_when_it_was_shown(Engine engine)
    {
        await using var house = await FilledAsync(engine);
        await house.ActAsAsync(Role.HeadOfClientService);
        var query = new ListCases { View = CaseView.All };
        var first = await house.RunAsync((ListCasesHandler h) => h.HandleAsync(query, TestContext.Current.CancellationToken));
        var before = await house.RunAsync((ListCasesHandler h) => h.HandleAsync(query with { After = first.Next }, TestContext.Current.CancellationToken));
        var last = first.Rows[^1].Id;
        await house.RunAsync(async (IServiceDeskDb db) =>
        {
            (await db.Set<Case>().Include(c => c.Clocks).Include(c => c.Messages).SingleAsync(c => c.Id == last))
                .Close(CaseOutcome.Withdrawn, "Atsauca", Actor.System, house.Time.Now);
            return await db.SaveChangesAsync();
        });
        var after = await house.RunAsync((ListCasesHandler h) => h.HandleAsync(query with { After = first.Next }, TestContext.Current.CancellationToken));
        Assert.Equal(before.Rows.Select(r => r.Id), after.Rows.Select(r => r.Id));
    }

    [Theory, EachDatabase]
    public async Task Filters_with_several_values_add_up(Engine engine)
    {
        await using var house = await FilledAsync(engine);
        await house.ActAsAsync(Role.HeadOfClientService);
        var all = await AllAsync(house, new ListCases { View = CaseView.All });
        var two = await AllAsync(house, new ListCases { View = CaseView.All, Kinds = [CaseKind.Complaint, CaseKind.Praise] });
        Assert.Equal(all.Count(r => r.Kind is CaseKind.Complaint or CaseKind.Praise), two.Count);
        Assert.All(two, r => Assert.True(r.Kind is CaseKind.Complaint or CaseKind.Praise));
        Assert.All(await AllAsync(house, new ListCases { View = CaseView.All, Channels = [Channel.Phone] }), r => Assert.Equal(Channel.Phone, r.Channel));
        var mixed = await AllAsync(house, new ListCases { View = CaseView.All, States = [CaseState.New, CaseState.Closed] });
        Assert.Contains(mixed, r => r.State == CaseState.Closed);
        Assert.DoesNotContain(mixed, r => r.State == CaseState.InProgress);
        Assert.All(await AllAsync(house, new ListCases { View = CaseView.All, Unassigned = true }), r => Assert.Null(r.AssigneeName));
        var day = all[0].ReceivedOn;
        Assert.All(await AllAsync(house, new ListCases { View = CaseView.All, ReceivedFrom = day, ReceivedTo = day }), r => Assert.Equal(day, r.ReceivedOn));
        Assert.All(await AllAsync(house, new ListCases { View = CaseView.All, Due = DueFilter.None }), r => Assert.Null(r.DueOn));
        Assert.All(await AllAsync(house, new ListCases { View = CaseView.All, DueTo = new DateOnly(2026, 6, 19) }), r => Assert.True(r.DueOn <= new DateOnly(2026, 6, 19)));
        var formal = await AllAsync(house, new ListCases { View = CaseView.All, Formal = true });
        Assert.Equal(all.Count, formal.Count + (await AllAsync(house, new ListCases { View = CaseView.All, Formal = false })).Count);
    }

    [Theory, EachDatabase]
    public async Task An_order_by_subject_or_client_tells_nothing_about_cases_one_may_not_read(Engine engine)
    {
        await using var house = await FilledAsync(engine);
        await house.ActAsAsync(Role.Auditor);
        foreach (var sort in new[] { CaseSort.Subject, CaseSort.Client })
        {
            var up = await AllAsync(house, new ListCases { View = CaseView.All, Sort = sort });
            Assert.All(up, r => Assert.Null(r.Subject));
            // All are equal to who may read none: the order is that of the keys, and backwards its mirror.
            Assert.Equal(up.Select(r => r.Id), (await AllAsync(house, new ListCases { View = CaseView.All, Sort = sort, Reversed = true })).Select(r => r.Id).Reverse());
            var keys = await house.RunAsync((IServiceDeskDb db) => db.Set<Case>().Where(c => c.State != CaseState.Closed).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync());
            Assert.Equal(keys, up.Select(r => r.Id));
        }
    }

    private static async Task<List<CaseRow>> AllAsync(House house, ListCases query)
    {
        List<CaseRow> rows = [];
        CaseCursor? after = null;
        do
        {
            var page = await house.RunAsync((ListCasesHandler h) => h.HandleAsync(query with { After = after }, TestContext.Current.CancellationToken));
            rows.AddRange(page.Rows);
            after = page.Next;
        }
        while (after is not null);
        return rows;
    }

    private async Task<House> FilledAsync(Engine engine)
    {
        var house = await databases.OpenAsync(engine);
        house.Time.SetLocal(2026, 6, 18, 11);
        await house.RunAsync(async (IServiceDeskDb db) =>
        {
            if (await db.Set<Case>().AnyAsync())
                return 0;
            var register = await db.Set<Register>().SingleAsync(r => r.Code == Register.Cases);
            var units = await db.Set<OrgUnit>().OrderBy(u => u.Name).ToListAsync();
            var people = await db.Set<Employee>().OrderBy(e => e.Email).ToListAsync();
            for (var i = 1; i <= Cases; i++)
            {
                var receivedAt = house.Time.Now.AddDays(-(i % 9)).AddMinutes(-(i % 4));
                var unit = units[i % units.Count];
                var item = Case.Receive(new Receipt
                {
                    Register = register,
                    Year = 2026,
                    Sequence = i,
                    Kind = Enum.GetValues<CaseKind>()[i % 6],
                    Channel = i % 3 == 0 ? Channel.Phone : Channel.WebForm,
                    IsFormal = i % 5 == 0,
                    Subject = $"{(char)('a' + (i % 7))} Žogs un {(i % 11 == 0 ? "Ābele" : "ceļš")}",
                    Text = "Lūdzu pārbaudiet.",
                    UnitId = unit.Id,
                    AssigneeId = i % 4 == 0 ? null : people.FirstOrDefault(p => p.UnitId == unit.Id)?.Id,
                    Contact = new Contact { Name = i % 6 == 0 ? null : $"Klients {i % 13}", UnitMayKnow = i % 2 == 0 },
                    RegisteredBy = Actor.Client,
                    ReceivedAt = receivedAt,
                    ReceivedOn = DateOnly.FromDateTime(receivedAt.UtcDateTime),
                    RegisteredAt = house.Time.Now,
                });
                if (i % 2 == 0)
                    item.Close(CaseOutcome.Withdrawn, "Atsauca", Actor.System, house.Time.Now.AddMinutes(-(i % 5)));
                db.Set<Case>().Add(item);
            }

            return await db.SaveChangesAsync();
        });
        return house;
    }
}
