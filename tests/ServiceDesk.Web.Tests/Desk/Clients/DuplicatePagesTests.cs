using System.Net;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Clients.Duplicates;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Clients.Companies;
using ServiceDesk.Domain.Clients.Duplicates;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Desk.Clients;

public class DuplicatePagesTests(Site site) : IClassFixture<Site>
{
    private const string List = "/desk/clients/duplicates";

    [Fact]
    public async Task Only_those_who_may_merge_enter()
    {
        var (one, other) = (await AddAsync("Zane Slēgtā", "21000001"), await AddAsync("Zane Slēgtā", "21000001"));
        Assert.Equal(HttpStatusCode.Redirect, (await site.Visitor().GetAsync(List)).Status);
        foreach (var person in new[] { DeskCases.Owner, DeskCases.Head, DeskCases.Outsider, DeskCases.Auditor })
        {
            var client = await site.SignInAsync(person);
            Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync(List)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync($"/desk/clients/merge/{one}/{other}")).Status);
        }

        var specialist = await site.SignInAsync(Role.ClientServiceSpecialist);
        Assert.Equal("Iespējamie dublikāti", (await specialist.GetAsync(List)).TextOf("h1"));
        Assert.Equal(HttpStatusCode.NotFound, (await specialist.GetAsync($"/desk/clients/merge/{one}/{Guid.NewGuid()}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await specialist.GetAsync($"/desk/clients/merge/{one}/{one}")).Status);
    }

    [Fact]
    public async Task A_pair_is_found_compared_merged_and_parted_again()
    {
        var (one, other) = (await AddAsync("Skaidrite Pare", "21000002"), await AddAsync("Skaidrīte Pāre", "21000002"));
        await site.RunAsync((FindDuplicatesJob job) => job.RunAsync(CancellationToken.None));
        var specialist = await site.SignInAsync(Role.ClientServiceSpecialist);
        var pair = await PairAsync(one, other);
        var list = await specialist.GetAsync(List);
        var row = list.Document.QuerySelector($"tr[data-pair='{pair}']")!;
        Assert.Contains("+ tas pats tālrunis", row.TextContent, StringComparison.Ordinal);
        Assert.NotNull(row.QuerySelector($"a[href='/desk/clients/merge/{row.QuerySelector("a.t1")!.GetAttribute("href")!.Split('/')[^1]}/{row.QuerySelectorAll("a.t1")[1].GetAttribute("href")!.Split('/')[^1]}']"));

        var page = await specialist.GetAsync($"/desk/clients/merge/{one}/{other}?ordered=true");
        // The name with its marks is suggested.
        Assert.True(page.Document.QuerySelector("input[name='take[Name]'][value=true]")!.HasAttribute("checked"));
        var merged = await page.Form("form[data-form=merge]").SendAsync();
        Assert.Equal($"/desk/clients/{one}", merged.Location);
        Assert.Equal(("Skaidrīte Pāre", ClientState.Active), await CardAsync(one));
        Assert.Equal(ClientState.Merged, (await CardAsync(other)).Item2);

        // The address of the card taken in leads to the one that stays.
        Assert.Equal($"/desk/clients/{one}", (await specialist.GetAsync($"/desk/clients/{other}")).Location);
        var again = await page.Form("form[data-form=merge]").SendAsync();
        Assert.Equal(HttpStatusCode.NotFound, again.Status);

        var mergeId = await site.RunAsync((IServiceDeskDb db) => db.Set<ClientMerge>().Where(m => m.MergedId == other).Select(m => m.Id).SingleAsync());
        var done = await specialist.GetAsync($"{List}?state=Merged");
        var undone = await done.Form($"tr[data-merge='{mergeId}'] form").Fill("areTwoClients", "true").SendAsync();
        Assert.Contains("Apvienošana ir atsaukta", (await undone.FollowAsync()).Text, StringComparison.Ordinal);
        Assert.Equal(("Skaidrite Pare", ClientState.Active), await CardAsync(one));
        Assert.Equal(("Skaidrīte Pāre", ClientState.Active), await CardAsync(other));

        var remembered = await specialist.GetAsync($"{List}?state=NotSame");
        var reopened = await remembered.Form($"tr[data-pair='{pair}'] form").SendAsync();
        Assert.Contains("Pāris atkal ir sarakstā", (await reopened.FollowAsync()).Text, StringComparison.Ordinal);
        var dismissed = await (await specialist.GetAsync(List)).Form($"tr[data-pair='{pair}'] form").SendAsync();
        Assert.Contains("Paliks atmiņā", (await dismissed.FollowAsync()).Text, StringComparison.Ordinal);
        Assert.Null((await specialist.GetAsync(List)).Document.QuerySelector($"tr[data-pair='{pair}']"));
        Assert.Contains("atzītas par diviem dažādiem", (await specialist.GetAsync($"/desk/clients/merge/{one}/{other}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_changed_meanwhile_and_a_person_beside_a_firm_are_refused_and_the_choices_stay()
    {
        var (one, other) = (await AddAsync("Vija Mainīgā", "21000003"), await AddAsync("Vija Mainigā", "21000003"));
        var firm = await AddAsync("SIA \"Vija\"", "21000003", ClientKind.LegalPerson);
        var specialist = await site.SignInAsync(Role.ClientServiceSpecialist);
        var page = await specialist.GetAsync($"/desk/clients/merge/{one}/{other}?ordered=true");
        await site.RunAsync(async (IServiceDeskDb db) =>
        {
            (await db.Set<Client>().SingleAsync(c => c.Id == other)).AddNote("Pa to laiku", Actor.System, site.Time.GetUtcNow());
            return await db.SaveChangesAsync();
        });
        var stale = await page.Form("form[data-form=merge]").Fill("take[Name]", "true").SendAsync();
        Assert.Contains("pa to laiku ir mainījis", stale.TextOf("#errors"), StringComparison.Ordinal);
        Assert.True(stale.Document.QuerySelector("input[name='take[Name]'][value=true]")!.HasAttribute("checked"));
        Assert.Equal($"/desk/clients/{one}", (await stale.Form("form[data-form=merge]").SendAsync()).Location);

        var mixed = await specialist.GetAsync($"/desk/clients/merge/{one}/{firm}?ordered=true");
        Assert.Contains("Personas un uzņēmuma", (await mixed.Form("form[data-form=merge]").SendAsync()).TextOf("#errors"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_firm_is_checked_on_its_page_and_nobody_else_sees_it()
    {
        var firm = await AddAsync("SIA \"Nepārbaudītā\"", "21000004", ClientKind.LegalPerson);
        var person = await AddAsync("Aija Bezfirmas", "21000005");
        var specialist = await site.SignInAsync(Role.ClientServiceSpecialist);
        Assert.Contains("nav reģistrācijas numura", (await specialist.GetAsync($"/desk/clients/{firm}/company")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await specialist.GetAsync($"/desk/clients/{person}/company")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignInAsync(DeskCases.Owner)).GetAsync($"/desk/clients/{firm}/company")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignInAsync(DeskCases.Outsider)).GetAsync($"/desk/clients/{firm}/company")).Status);

        await site.RunAsync(async (IServiceDeskDb db) =>
        {
            var client = await db.Set<Client>().Include(c => c.Names).SingleAsync(c => c.Id == firm);
            client.Describe(new ClientFacts { Kind = ClientKind.LegalPerson, RegistrationNumber = "40003032949" }, Actor.System, site.Time.GetUtcNow());
            var now = site.Time.GetUtcNow();
            db.Set<CompanyCheck>().Add(new CompanyCheck(client, null, [], now, isOld: false, new DateOnly(2026, 6, 18), Actor.System, now));
            return await db.SaveChangesAsync();
        });
        var page = await specialist.GetAsync($"/desk/clients/{firm}/company");
        Assert.Contains("Reģistrā tāda numura nav", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("form[data-form=check]"));
    }

    [Fact]
    public async Task Whoever_writes_a_client_down_a_second_time_is_shown_the_first_card_and_may_insist()
    {
        var known = await AddAsync("Rasma Divreiz", "21000006");
        var specialist = await site.SignInAsync(Role.ClientServiceSpecialist);
        var form = await specialist.GetAsync("/desk/clients/new");
        var asked = await form.Form("form[data-form=client]").Fill("Input.Name", "RASMA DIVREIZ").Fill("Input.Phone", "21000006").SendAsync();
        Assert.NotNull(asked.Document.QuerySelector($"#candidates a[href='/desk/clients/{known}']"));
        Assert.Contains("+ tas pats tālrunis", asked.TextOf("#candidates"), StringComparison.Ordinal);
        Assert.Equal("RASMA DIVREIZ", asked.Document.QuerySelector("input[name='Input.Name']")!.GetAttribute("value"));
        var made = await asked.Form("form[data-form=client]").Fill("IsAnother", "true").SendAsync();
        Assert.StartsWith("/desk/clients/", made.Location, StringComparison.Ordinal);
        Assert.NotEqual($"/desk/clients/{known}", made.Location);
    }

    [Fact]
    public async Task A_change_that_makes_a_card_look_like_another_names_that_one_first_and_not_when_they_are_known_to_be_two()
    {
        var (known, changed) = (await AddAsync("Silva Otrreize", "21000007"), await AddAsync("Pavisam Cita", "21000007"));
        var specialist = await site.SignInAsync(Role.ClientServiceSpecialist);
        var form = await specialist.GetAsync($"/desk/clients/{changed}/edit");
        var asked = await form.Form("form[data-form=client]").Fill("Input.Name", "Silva Otrreize").SendAsync();
        Assert.NotNull(asked.Document.QuerySelector($"#candidates a[href='/desk/clients/{known}']"));
        Assert.Equal("Silva Otrreize", asked.Form("form[data-form=client]")["Input.Name"]);
        Assert.Equal("Pavisam Cita", (await CardAsync(changed)).Item1);
        Assert.Equal($"/desk/clients/{changed}", (await asked.Form("form[data-form=client]").Fill("IsAnother", "true").SendAsync()).Location);

        // What does not tell who the client is asks nothing.
        var language = await (await specialist.GetAsync($"/desk/clients/{changed}/edit")).Form("form[data-form=client]").Fill("Input.Language", "en").SendAsync();
        Assert.Equal($"/desk/clients/{changed}", language.Location);
        await site.RunAsync((FindDuplicatesJob job) => job.RunAsync(CancellationToken.None));
        var pair = await PairAsync(known, changed);
        await site.RunAsync(async (IServiceDeskDb db) =>
        {
            (await db.Set<ClientDuplicate>().SingleAsync(d => d.Id == pair)).SayNotSame(Actor.System, site.Time.GetUtcNow());
            return await db.SaveChangesAsync();
        });
        var born = await (await specialist.GetAsync($"/desk/clients/{changed}/edit")).Form("form[data-form=client]").Fill("Input.BirthDate", "1980-05-05").SendAsync();
        Assert.Equal($"/desk/clients/{changed}", born.Location);
    }

    private Task<Guid> AddAsync(string name, string phone, ClientKind kind = ClientKind.Person) => site.RunAsync(async (IServiceDeskDb db) =>
    {
        var client = Client.Register(kind, name, Actor.System, site.Time.GetUtcNow());
        client.AddReach(ReachValue.Check(ClientReachKind.Phone, phone, new DateOnly(2026, 6, 18)).Value!, null, Actor.System, site.Time.GetUtcNow());
        db.Set<Client>().Add(client);
        await db.SaveChangesAsync();
        return client.Id;
    });

    private Task<Guid> PairAsync(Guid one, Guid other) => site.RunAsync((IServiceDeskDb db) =>
        db.Set<ClientDuplicate>().Where(d => (d.FirstId == one && d.SecondId == other) || (d.FirstId == other && d.SecondId == one)).Select(d => d.Id).SingleAsync());

    private Task<(string, ClientState)> CardAsync(Guid id) => site.RunAsync(async (IServiceDeskDb db) =>
    {
        var card = await db.Set<Client>().AsNoTracking().SingleAsync(c => c.Id == id);
        return (card.Name, card.State);
    });
}
