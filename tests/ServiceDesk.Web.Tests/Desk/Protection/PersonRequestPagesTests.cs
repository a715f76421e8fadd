using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Desk.Protection;

public class PersonRequestPagesTests(PersonRequestPagesTests.RequestSite site) : IClassFixture<PersonRequestPagesTests.RequestSite>
{
    private const string Home = "/desk/protection/requests";

    [Theory]
    [InlineData(Role.HeadOfClientService)]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.ClientServiceSpecialist)]
    public async Task Others_may_not_enter(Role role)
    {
        var client = await site.SignInAsync(role);
        foreach (var address in new[] { Home, Home + "/new", $"{Home}/{Guid.NewGuid()}" })
            Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync(address)).Status);
    }

    [Fact]
    public async Task A_request_that_is_not_there_is_not_found() =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignInAsync(Role.DataProtectionOfficer)).GetAsync($"{Home}/{Guid.NewGuid()}")).Status);

    [Fact]
    public async Task Each_missing_thing_has_its_sentence_and_what_was_typed_stays()
    {
        var client = await site.SignInAsync(Role.DataProtectionOfficer);
        var page = await client.GetAsync(Home + "/new");
        var again = await page.Form("form[data-form=request]").Fill("Input.ReceivedOn", "").Fill("Input.Email", "nav pasts").Fill("Input.Address", "Upes iela 1").SendAsync();
        foreach (var sentence in new[] { "Izvēlieties, ko cilvēks lūdz.", "Norādiet saņemšanas dienu.", "Ierakstiet, kas lūdz: vārdu un uzvārdu.", "Ierakstiet, ko cilvēks vēlas, viņa vārdiem." })
            Assert.Contains(sentence, again.Text, StringComparison.Ordinal);
        Assert.Equal("Upes iela 1", again.Form("form[data-form=request]")["Input.Address"]);
        var future = await (await client.GetAsync(Home + "/new")).Form("form[data-form=request]").Fill("Input.Kind", "Access").Fill("Input.Name", "Anna").Fill("Input.Wish", "Visu")
            .Fill("Input.ReceivedOn", "2099-01-01").SendAsync();
        Assert.Contains("Saņemšanas diena nevar būt nākotnē.", future.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_goes_from_registration_through_the_card_and_the_check_to_the_archive_and_the_answer()
    {
        var client = await site.SignInAsync(Role.DataProtectionOfficer);
        var page = await RegisterAsync(client, "Lūdzu visu par mani");
        var address = page.Response.RequestMessage!.RequestUri!.PathAndQuery;
        Assert.Contains("Lūdzu visu par mani", page.Text, StringComparison.Ordinal);

        var nothing = await page.Form("form[data-form=find]").Fill("Words", "Tāda Nav").SendAsync();
        Assert.Contains("Nekas nav atrasts.", nothing.Text, StringComparison.Ordinal);
        var found = await nothing.Form("form[data-form=find]").Fill("Words", "Skaidrīte Rozentāle").SendAsync();
        page = await (await found.Form("form[data-form=card]").SendAsync()).FollowAsync();
        Assert.Contains("Skaidrīte Rozentāle", page.TextOf("#card"), StringComparison.Ordinal);

        var early = await page.Form("form[data-form=answer]").Fill("Answer", "Pielikumā viss.").SendAsync();
        Assert.Contains("Vispirms pārbaudiet", early.Text, StringComparison.Ordinal);
        Assert.Equal("Pielikumā viss.", early.Form("form[data-form=answer]")["Answer"]);
        page = await (await early.Form("form[data-form=identity]").Fill("Identity", "Document").SendAsync()).FollowAsync();

        var file = await page.Form("form[data-form=export]").SendAsync();
        Assert.Equal(HttpStatusCode.OK, file.Status);

        page = await (await client.GetAsync(address)).Form("form[data-form=answer]").Fill("Answer", "Pielikumā viss.").Fill("Way", "Post").SendAsync();
        page = await page.FollowAsync();
        Assert.Contains("Izpildīts", page.TextOf(".bar"), StringComparison.Ordinal);
        Assert.Contains("Pielikumā viss.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Sagatavots viss par cilvēku", page.TextOf("aside"), StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("form[data-form=answer]"));
    }

    [Fact]
    public async Task A_page_older_than_the_request_says_so_and_keeps_what_was_typed()
    {
        var client = await site.SignInAsync(Role.DataProtectionOfficer);
        var page = await RegisterAsync(client, "Lūdzu labot");
        await page.Form("form[data-form=note]").Fill("Note", "Zvanīju").SendAsync();
        var stale = await page.Form("form[data-form=answer]").Fill("Answer", "Izlabots.").SendAsync();
        Assert.Contains(Texts.In("lv")["Protection.Refusal.ChangedMeanwhile"], stale.Text, StringComparison.Ordinal);
        Assert.Equal("Izlabots.", stale.Form("form[data-form=answer]")["Answer"]);
    }

    [Fact]
    public async Task The_register_lists_open_requests_and_finished_ones_on_request()
    {
        var client = await site.SignInAsync(Role.DataProtectionOfficer);
        var page = await RegisterAsync(client, "Atsaukšu");
        var number = page.TextOf("h1")!.Split(' ')[^1];
        Assert.Contains((await client.GetAsync(Home)).TextsOf("tbody tr"), row => row.Contains(number, StringComparison.Ordinal));
        var button = page.Document.QuerySelector("form[data-form=note] button[formaction]")!;
        await page.Form("form[data-form=note]").SendToAsync(button.GetAttribute("formaction")!);
        Assert.DoesNotContain((await client.GetAsync(Home)).TextsOf("tbody tr"), row => row.Contains(number + " ", StringComparison.Ordinal));
        Assert.Contains((await client.GetAsync(Home + "?all=true&kind=Access")).TextsOf("tbody tr"), row => row.Contains(number, StringComparison.Ordinal) && row.Contains("Atsaukts", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Erasure_shows_what_goes_asks_for_a_tick_and_empties_the_card()
    {
        var client = await site.SignInAsync(Role.DataProtectionOfficer);
        var page = await RegisterAsync(client, "Lūdzu dzēst");
        var address = page.Response.RequestMessage!.RequestUri!.PathAndQuery;
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(address + "/erase")).Status); // no card yet
        var found = await page.Form("form[data-form=find]").Fill("Words", "Aizmirsta Persona").SendAsync();
        page = await (await found.Form("form[data-form=card]").SendAsync()).FollowAsync();
        var early = await client.GetAsync(address + "/erase");
        Assert.Contains("Vispirms pārbaudiet", early.Text, StringComparison.Ordinal);
        Assert.Null(early.Document.QuerySelector("form[data-form=erase]"));
        await page.Form("form[data-form=identity]").SendAsync();

        var plan = await client.GetAsync(address + "/erase");
        Assert.Contains("Aizmirsta Persona", plan.Text, StringComparison.Ordinal);
        Assert.Contains("Kartīte tiks iztukšota", plan.Text, StringComparison.Ordinal);
        var unticked = await plan.Form("form[data-form=erase]").SendAsync();
        Assert.Contains("Atzīmējiet, ka esat izlasījis", unticked.Text, StringComparison.Ordinal);
        var done = await (await unticked.Form("form[data-form=erase]").Fill("Confirmed", "true").SendAsync()).FollowAsync();
        Assert.Contains("Dati dzēsti", done.TextOf("aside"), StringComparison.Ordinal);
        Assert.DoesNotContain("Aizmirsta", done.TextOf("#card"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignInAsync(Role.Administrator)).GetAsync(address + "/erase")).Status);
    }

    private static async Task<Page> RegisterAsync(PageClient client, string wish)
    {
        var page = await client.GetAsync(Home + "/new");
        return await (await page.Form("form[data-form=request]").Fill("Input.Kind", "Access").Fill("Input.Name", "Skaidrīte Rozentāle").Fill("Input.Wish", wish).SendAsync()).FollowAsync();
    }

    public sealed class RequestSite : Site
    {
        protected override async Task FillAsync()
        {
            await using var scope = Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<IServiceDeskDb>();
            db.Set<Client>().Add(Client.Register(ClientKind.Person, "Skaidrīte Rozentāle", Actor.System, Time.GetUtcNow()));
            db.Set<Client>().Add(Client.Register(ClientKind.Person, "Aizmirsta Persona", Actor.System, Time.GetUtcNow()));
            await db.SaveChangesAsync();
        }
    }
}
