using System.Net;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Desk.Clients;

public class ClientPagesTests(Site site) : IClassFixture<Site>
{
    private const string Nobody = "0190a000-0000-7000-8000-000000000001";

    private static DemoPerson Only(Role role) => DemoPeople.All.First(p => p.Roles.Contains(role) && (role != Role.Employee || p.Roles.Count == 1));

    private async Task<Page> NewAsync(string kind = "Person") => await (await site.SignInAsync(Role.ClientServiceSpecialist)).GetAsync($"/desk/clients/new?kind={kind}");

    /// <summary>A card made on the page, as a person would; the address of the card.</summary>
    private async Task<Page> MadeAsync(string name, params (string Field, string Value)[] fields)
    {
        var form = (await NewAsync()).Form("form[data-form=client]").Fill("Input.Name", name);
        foreach (var (field, value) in fields)
            form = form.Fill("Input." + field, value);
        return await (await form.SendAsync()).FollowAsync();
    }

    [Theory]
    [InlineData(Role.Employee, "/desk/clients/new")]
    [InlineData(Role.Employee, "/desk/clients/" + Nobody + "/edit")]
    [InlineData(Role.Employee, "/desk/clients/" + Nobody + "/codes")]
    [InlineData(Role.Employee, "/desk/clients/heard-from")]
    [InlineData(Role.UnitHead, "/desk/clients/" + Nobody + "/contacts")]
    [InlineData(Role.UnitHead, "/desk/clients/" + Nobody + "/representatives")]
    public async Task Who_lacks_the_right_may_not_enter(Role role, string address) =>
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignInAsync(Only(role))).GetAsync(address)).Status);

    [Theory]
    [InlineData("")]
    [InlineData("/edit")]
    [InlineData("/contacts")]
    [InlineData("/codes")]
    [InlineData("/representatives")]
    public async Task A_card_there_is_not_is_not_found(string page) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignInAsync(Role.ClientServiceSpecialist)).GetAsync($"/desk/clients/{Nobody}{page}")).Status);

    [Fact]
    public async Task An_employee_does_not_find_a_card_that_belongs_to_none_of_their_cases()
    {
        var card = await MadeAsync("Signe Svešiniece");
        var address = card.Response.RequestMessage!.RequestUri!.AbsolutePath;
        var employee = await site.SignInAsync(Only(Role.Employee));
        Assert.Equal(HttpStatusCode.NotFound, (await employee.GetAsync(address)).Status);
        var list = await employee.GetAsync("/desk/clients?letter=S");
        Assert.DoesNotContain("Svešiniece", list.Text, StringComparison.Ordinal);
        Assert.Contains("Redzami to lietu klienti", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_is_registered_with_everything_and_stands_in_the_list_by_surname()
    {
        var card = await MadeAsync("Zenta Žagare", ("PersonalCode", "161175-19997"), ("Phone", "(371) 29 10 29 38"), ("PhoneLabel", "tikai vakaros"), ("Email", "Zenta@Pasts.example"),
            ("Address.Street", "Pils iela"), ("Address.House", "16"), ("Address.Flat", "5"), ("Address.Town", "Sigulda"), ("Address.Municipality", "Siguldas nov."), ("Address.PostalCode", "2150"));
        Assert.Contains("Zenta Žagare", card.TextOf("h1")!, StringComparison.Ordinal);
        Assert.Contains("29102938", card.Text, StringComparison.Ordinal);
        Assert.Contains("tikai vakaros", card.Text, StringComparison.Ordinal);
        Assert.Contains("Pils iela 16 - 5, Sigulda, Siguldas nov., LV-2150", card.Text, StringComparison.Ordinal);
        Assert.Contains("••••••-•9997", card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("161175", card.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Žagare", card.Document.Title!, StringComparison.Ordinal);
        Assert.Contains("Zenta Žagare", (await (await site.SignInAsync(Role.ClientServiceSpecialist)).GetAsync("/desk/clients?letter=%C5%BD")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Person", "PersonalCode", "161375-19997", "sākas ar datumu, kāda nav")]
    [InlineData("Person", "PersonalCode", "1611", "Personas kodā ir 11 cipari")]
    [InlineData("Person", "PersonalCode", "40003521600", "nevis personas kods")]
    [InlineData("Person", "PersonalCode", "kods", "tikai cipari un defise")]
    [InlineData("Person", "Phone", "123", "ir 8 cipari")]
    [InlineData("Person", "Phone", "zvans", "tikai cipari, atstarpes")]
    [InlineData("Person", "Email", "nekas", "neko nevar nosūtīt")]
    [InlineData("Person", "Iban", "LV70TEST0000000000001", "kontrolcipari neatbilst")]
    [InlineData("Person", "EAddress", "nekas", "E-adrese ir _DEFAULT@")]
    [InlineData("Person", "Address.PostalCode", "21500", "Pasta indekss ir LV")]
    [InlineData("Person", "BirthDate", "2126-01-01", "vēl nav pienācis")]
    [InlineData("Person", "BirthDate", "1626-01-01", "Tik sena dzimšanas datuma")]
    [InlineData("Person", "VatNumber", "LV123", "PVN numurs ir LV un 11 cipari")]
    [InlineData("LegalPerson", "RegistrationNumber", "123", "Reģistrācijas numurā ir 11 cipari")]
    [InlineData("LegalPerson", "RegistrationNumber", "16117519997", "sākas ar 4, 5 vai 9")]
    public async Task What_is_wrong_is_said_beside_the_field_and_what_was_typed_stays(string kind, string field, string value, string sentence)
    {
        var answer = await (await NewAsync(kind)).Form("form[data-form=client]").Fill("Input.Name", "Nepareizā Paula").Fill("Input." + field, value).SendAsync();
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains(sentence, answer.TextOf(".has-err .err")!, StringComparison.Ordinal);
        Assert.Equal(value, answer.Form("form[data-form=client]")["Input." + field]);
        Assert.Equal("Nepareizā Paula", answer.Form("form[data-form=client]")["Input.Name"]);
    }

    [Fact]
    public async Task A_client_needs_a_name()
    {
        var answer = await (await NewAsync()).Form("form[data-form=client]").SendAsync();
        Assert.Contains("Ierakstiet klienta vārdu", answer.TextOf(".has-err .err")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_known_only_by_a_number_gets_a_card_under_it()
    {
        var answer = await (await NewAsync("Unknown")).Form("form[data-form=client]").Fill("Input.Phone", "20111999").SendAsync();
        Assert.Contains("20111999", (await answer.FollowAsync()).TextOf("h1")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_digit_that_differs_is_a_warning_that_can_be_overridden()
    {
        var warned = await (await NewAsync("LegalPerson")).Form("form[data-form=client]").Fill("Input.Name", "SIA \"Kļūda\"").Fill("Input.RegistrationNumber", "40003521601").SendAsync();
        Assert.Equal(HttpStatusCode.OK, warned.Status);
        Assert.Contains("kontrolcipars neatbilst", warned.TextOf("#warnings")!, StringComparison.Ordinal);
        var saved = await (await warned.Form("form[data-form=client]").Fill("Input.Insist", "true").SendAsync()).FollowAsync();
        Assert.Contains("40003521601", saved.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_sent_twice_makes_one_card()
    {
        var form = (await NewAsync()).Form("form[data-form=client]").Fill("Input.Name", "Divreiz Sūtīta");
        var (first, second) = (await form.SendAsync(), await form.SendAsync());
        Assert.Equal(first.Location, second.Location);
        Assert.Equal(1, await site.RunAsync((IServiceDeskDb db) => db.Set<Client>().CountAsync(c => c.Name == "Divreiz Sūtīta")));
    }

    [Theory]
    [InlineData("Иван 🙂 Петров")]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("<script>alert(1)</script>")]
    public async Task A_name_of_any_kind_is_kept_and_shown_as_text(string name)
    {
        var card = await MadeAsync(name);
        Assert.Contains(name, card.TextOf("h1")!, StringComparison.Ordinal);
        Assert.Empty(card.Document.QuerySelectorAll("h1 script"));
    }

    [Fact]
    public async Task A_name_of_301_characters_is_refused_with_a_sentence()
    {
        var answer = await (await NewAsync()).Form("form[data-form=client]").Fill("Input.Name", new string('ā', 301)).SendAsync();
        Assert.Contains("garāks par 300 zīmēm", answer.TextOf(".has-err .err")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_name_leaves_the_former_one_and_a_stale_form_is_refused()
    {
        var card = await MadeAsync("Laura Pirmā");
        var address = card.Response.RequestMessage!.RequestUri!.AbsolutePath;
        var client = await site.SignInAsync(Role.ClientServiceSpecialist);
        var edit = await client.GetAsync(address + "/edit");
        var stale = edit.Form("form[data-form=client]").Fill("Input.Name", "Laura Trešā");
        card = await (await edit.Form("form[data-form=client]").Fill("Input.Name", "Laura Otrā").Fill("Input.NameChange", "NewName").Fill("Input.NameFrom", "2026-02-01").SendAsync()).FollowAsync();
        Assert.Contains("Laura Otrā", card.TextOf("h1")!, StringComparison.Ordinal);
        Assert.Contains("Laura Pirmā agrākais · līdz 31.01.2026.", card.Text, StringComparison.Ordinal);
        var refused = await stale.SendAsync();
        Assert.Contains("kartīti izmainīja kāds cits", refused.Text, StringComparison.Ordinal);
        Assert.Equal("Laura Trešā", refused.Form("form[data-form=client]")["Input.Name"]);
        card = await (await (await client.GetAsync(address + "/edit")).Form("form[data-form=name]").Fill("Other.Name", "Laurīte").Fill("Other.Kind", "Trade").SendAsync()).FollowAsync();
        Assert.Contains("Laurīte", card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contact_points_are_added_made_the_main_one_and_retired()
    {
        var card = await MadeAsync("Kontaktu Katrīna", ("Phone", "20000001"));
        var address = card.Response.RequestMessage!.RequestUri!.AbsolutePath;
        var client = await site.SignInAsync(Role.ClientServiceSpecialist);
        var page = await client.GetAsync(address + "/contacts");
        var wrong = await page.Form("form[data-form=reach]").Fill("Input.Kind", "Phone").Fill("Input.Text", "12").SendAsync();
        Assert.Contains("ir 8 cipari", wrong.TextOf(".has-err .err")!, StringComparison.Ordinal);
        var warned = await wrong.Form("form[data-form=reach]").Fill("Input.Text", "90001234").SendAsync();
        Assert.Contains("paaugstinātas maksas", warned.TextOf("#warnings")!, StringComparison.Ordinal);
        page = await (await warned.Form("form[data-form=reach]").Fill("Input.Text", "20000002").Fill("Input.Label", "darbā").SendAsync()).FollowAsync();
        var second = page.Document.QuerySelectorAll("form[data-form^=primary-]").Single().GetAttribute("data-form");
        page = await (await page.Form($"form[data-form={second}]").SendAsync()).FollowAsync();
        var first = await site.RunAsync((IServiceDeskDb db) => db.Set<ClientReach>().Where(r => r.Value == "+37120000001").Select(r => r.Id).SingleAsync());
        page = await (await page.Form($"form[data-form=retire-{first}]").SendAsync()).FollowAsync();
        Assert.Contains("20000001 vairs nelieto", page.Text, StringComparison.Ordinal);
        page = await (await page.Form("form[data-form=address]").Fill("Address.HouseName", "Liepas").Fill("Address.Parish", "Mores pagasts").SendAsync()).FollowAsync();
        Assert.Contains("\"Liepas\", Mores pag.", page.Text, StringComparison.Ordinal);
        var empty = await page.Form("form[data-form=address]").SendAsync();
        Assert.Contains("Ierakstiet adresi.", empty.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_personal_code_is_shown_for_a_reason_that_stays_in_the_log_and_old_codes_are_found()
    {
        var card = await MadeAsync("Kodu Karīna", ("PersonalCode", "328673-00679"));
        var address = card.Response.RequestMessage!.RequestUri!.AbsolutePath;
        var id = Guid.Parse(address.Split('/')[^1]);
        var client = await site.SignInAsync(Role.ClientServiceSpecialist);
        var page = await client.GetAsync(address + "/codes");
        var unexplained = await page.Form("form[data-form=reveal]").SendAsync();
        Assert.Contains("kāpēc vajadzīgs pilns kods", unexplained.TextOf(".has-err .err")!, StringComparison.Ordinal);
        Assert.Null(unexplained.Document.QuerySelector("[data-revealed]"));
        var shown = await page.Form("form[data-form=reveal]").Fill("Reveal.Reason", "Izziņa Nr. 12").SendAsync();
        Assert.Equal("328673-00679", shown.TextOf("[data-revealed]"));
        Assert.Contains("no-store", shown.Response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        var line = await site.RunAsync((IServiceDeskDb db) => db.Set<ReadRecord>().SingleAsync(r => r.Thing == ReadThing.PersonalCode && r.ClientId == id && r.Way == ReadWay.Reveal));
        Assert.Equal(("Izziņa Nr. 12", ReadPurpose.Stated), (line.Reason, line.Purpose));

        // From the page that shows the code, whose own address leads to the showing.
        var changed = await (await shown.Form("form[data-form=code]").Fill("Input.Text", "340000-00007").SendAsync()).FollowAsync();
        Assert.Contains("••••••-•0007", changed.Text, StringComparison.Ordinal);
        var list = await client.GetAsync("/desk/clients");
        foreach (var code in new[] { "328673-00679", "34000000007" })
            Assert.Equal(address, (await list.Form("form[data-form=code]").Fill("Code", code).SendAsync()).Location);
        Assert.Contains("nav", (await list.Form("form[data-form=code]").Fill("Code", "320000-00008").SendAsync()).TextOf(".has-err .err")!, StringComparison.Ordinal);
        Assert.Contains("11 cipari", (await list.Form("form[data-form=code]").Fill("Code", "3200").SendAsync()).TextOf(".has-err .err")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_representative_is_found_chosen_and_ended()
    {
        await MadeAsync("Juris Pārstāvis");
        var card = await MadeAsync("Velta Pārstāvamā");
        var address = card.Response.RequestMessage!.RequestUri!.AbsolutePath;
        var page = await (await site.SignInAsync(Role.ClientServiceSpecialist)).GetAsync(address + "/representatives");
        var unchosen = await page.Form("form[data-form=representative]").Fill("Input.Document", "Pilnvara").SendAsync();
        Assert.Contains("Atrodiet un izvēlieties", unchosen.Text, StringComparison.Ordinal);
        var found = await page.Form("form[data-form=representative]").Fill("Input.Words", "Juris Pārs").Fill("Input.Document", "Pilnvara Nr. 7").SendAsync("step", "find");
        Assert.Contains("Juris Pārstāvis", found.Text, StringComparison.Ordinal);
        Assert.Equal("Pilnvara Nr. 7", found.Form("form[data-form=representative]")["Input.Document"]);
        var saved = await (await found.Form("form[data-form=representative]").SendAsync()).FollowAsync();
        Assert.Contains("Pilnvara Nr. 7", saved.TextOf("aside")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_bears_its_author_and_an_empty_one_is_refused()
    {
        var card = await MadeAsync("Piezīmju Pauls");
        var empty = await card.Form("form[data-form=note]").SendAsync();
        Assert.Contains("Uzrakstiet piezīmi.", empty.Text, StringComparison.Ordinal);
        var noted = await (await card.Form("form[data-form=note]").Fill("Input.Text", "Zvanīt vakaros.").SendAsync()).FollowAsync();
        Assert.Contains("Zvanīt vakaros.Inga Ozola", noted.TextOf("#notes")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_clients_learnt_of_us_is_counted()
    {
        var form = (await NewAsync()).Form("form[data-form=client]").Fill("Input.Name", "Ekskursante Elza").Fill("Input.HeardFrom", "Tour");
        await form.SendAsync();
        var page = await (await site.SignInAsync(Role.HeadOfClientService)).GetAsync("/desk/clients/heard-from");
        Assert.Contains("Ekskursijā vai atvērto durvju dienā", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/desk/clients?shelf=Restricted")]
    [InlineData("/desk/clients?shelf=Unreachable&kind=LegalPerson&sort=Newest")]
    [InlineData("/desk/clients?letter=*&page=9")]
    [InlineData("/desk/clients?letter=Q&group=" + Nobody)]
    public async Task Every_filter_answers(string address) =>
        Assert.Equal(HttpStatusCode.OK, (await (await site.SignInAsync(Role.HeadOfClientService)).GetAsync(address)).Status);
}
