using System.Net;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Testing;
using ServiceDesk.Testing.Documents;

namespace ServiceDesk.Web.Tests.Documents;

/// <summary>Minutes, acts and orders, from the form to the paper.</summary>
public class MeetingPagesTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("/desk/documents/minutes")]
    [InlineData("/desk/documents/acts")]
    [InlineData("/desk/documents/orders")]
    public async Task The_forms_render_and_others_are_turned_away(string address)
    {
        using var specialist = await site.SignInAsync(Role.ClientServiceSpecialist);
        var page = await specialist.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("[Documents.", page.Text, StringComparison.Ordinal);
        using var officer = await site.SignInAsync(Role.DataProtectionOfficer);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync(address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await specialist.GetAsync(address + "/0198f3f8-0000-7000-8000-000000000000")).Status);
    }

    [Fact]
    public async Task Minutes_take_one_more_item_without_losing_a_word_and_have_every_requisite_on_their_paper()
    {
        using var head = await site.SignInAsync(Role.HeadOfClientService);
        var more = await (await head.GetAsync("/desk/documents/minutes")).Form("form[data-form=document]").Fill("Head.Subject", "rudens darbiem").Fill("Minutes.HeldOn", "2026-11-18").Fill("Minutes.OpenedAt", "14:00")
            .Fill("Minutes.Items[0].Title", "Par bērnu laukuma remontu").Fill("Minutes.Items[0].For", "pieci").Fill("Minutes.Items[0].DueOn", "2026-12-18").SendAsync("AddItem", "true");
        Assert.Equal(HttpStatusCode.OK, more.Status);
        Assert.Null(more.TextOf(".err-sum"));
        Assert.Equal(3, more.Document.QuerySelectorAll("fieldset[data-item]").Length);
        Assert.NotNull(more.Document.QuerySelector("[name='Minutes.Items[2].Title'][autofocus]"));
        var form = more.Form("form[data-form=document]");
        Assert.Equal(("rudens darbiem", "2026-11-18", "14:00", "Par bērnu laukuma remontu", "pieci", "2026-12-18"),
            (form["Head.Subject"], form["Minutes.HeldOn"], form["Minutes.OpenedAt"], form["Minutes.Items[0].Title"], form["Minutes.Items[0].For"], form["Minutes.Items[0].DueOn"]));

        var draft = (await form.Fill("Minutes.Body", "Labiekārtošanas komisija").Fill("Minutes.MeetingNumber", "8").Fill("Minutes.Place", "Parka iela 3, 2. stāva zāle").Fill("Minutes.ClosedAt", "15:20")
            .Fill("Minutes.MinuteTaker", "Ilze Kalniņa").Fill("Minutes.MinuteTakerPost", "sekretāre").Fill("Minutes.Present", "Jānis Bērziņš, komisijas loceklis\nDace Liepa, komisijas locekle")
            .Fill("Minutes.Absent", "Oskars Ozols; atvaļinājumā").Fill("Minutes.Invited", "Ruta Egle, SIA „Laukumi”").Fill("Minutes.Recording", "lietvedības sistēmā")
            .Fill("Minutes.Items[0].Speakers", "Jānis Bērziņš").Fill("Minutes.Items[0].Gist", "Šūpoles ir nolietotas.").Fill("Minutes.Items[0].Proposals", "Nomainīt šūpoles.")
            .Fill("Minutes.Items[0].For", "2").Fill("Minutes.Items[0].Against", "0").Fill("Minutes.Items[0].Abstained", "1").Fill("Minutes.Items[0].Decision", "Uzdot nomainīt šūpoles.")
            .Fill("Minutes.Items[0].Responsible", "Dace Liepa").Fill("Minutes.Items[2].Title", "Par ziemas dežūrām").Fill("Minutes.Items[2].Gist", "Informāciju pieņem zināšanai.").SendAsync()).Location!;
        var (number, text) = await RegisterAsync(head, draft);
        Assert.Matches(@"^1\.1-3/\d\d/\d+$", number);
        Assert.All(
            [
                "PROTOKOLS", number, "Labiekārtošanas komisija, sēde Nr. 8", "Parka iela 3, 2. stāva zāle", "2026. gada 18. novembrī; sēdi atklāj plkst. 14.00, slēdz plkst. 15.20", "Ilze Kalniņa, sekretāre",
                "Jānis Bērziņš, komisijas loceklis Dace Liepa, komisijas locekle", "Oskars Ozols – atvaļinājumā", "Ruta Egle, SIA „Laukumi”", "Darba kārtība", "1. § Par bērnu laukuma remontu", "Ziņo un izsakās: Jānis Bērziņš",
                "Šūpoles ir nolietotas.", "Priekšlikumi: Nomainīt šūpoles.", "Balsojums: par – 2, pret – 0, atturas – 1", "Nolemj: Uzdot nomainīt šūpoles.", "Atbildīgais par izpildi: Dace Liepa",
                "Izpildes termiņš: līdz piektdienai, 2026. gada 18. decembrim (ieskaitot)", "2. § Par ziemas dežūrām", "Informāciju pieņem zināšanai.", "Sēdes ieraksts: lietvedības sistēmā", "Sēdi vada", "Protokolē",
            ], word => Assert.Contains(word, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_cannot_be_in_minutes_is_said_beside_its_field()
    {
        using var specialist = await site.SignInAsync(Role.ClientServiceSpecialist);
        var answer = await (await specialist.GetAsync("/desk/documents/minutes")).Form("form[data-form=document]").Fill("Head.Subject", "darbiem").Fill("Minutes.Items[1].Against", "-1").SendAsync();
        Assert.Contains("Balsu skaitam jābūt no 0 līdz 1000.", answer.TextOf(".err-sum"), StringComparison.Ordinal);
        Assert.Equal("true", answer.Document.QuerySelector("[name='Minutes.Items[1].Against']")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task An_act_has_every_requisite_on_its_paper_and_no_signature_of_who_refused()
    {
        using var head = await site.SignInAsync(Role.HeadOfClientService);
        var draft = (await (await head.GetAsync("/desk/documents/acts")).Form("form[data-form=document]").Fill("Head.Subject", "telpu atslēgu nodošanu").Fill("Act.Type", "HandOver").Fill("Act.Basis", "03.01.2026. līgums Nr. 7-1/26/4")
            .Fill("Act.FirstRole", "Nodevējs").Fill("Act.Members", "Dace Liepa; valdes priekšsēdētāja; Pieņēmējs\nOskars Ozols; apsargs; klātesošais").Fill("Act.Refusals", "Oskars Ozols; neesot skaitījis")
            .Fill("Act.Place", "Parka iela 3").Fill("Act.FromOn", "2026-11-17").Fill("Act.ToOn", "2026-11-18").Fill("Act.Findings", "Telpas ir tīras.").Fill("Act.Conclusion", "Telpas pieņemtas bez iebildumiem.")
            .Fill("Act.List", "Atslēgu komplekts; 2 gab.; ieejas durvis\nKrēsls; 12 gab.").Fill("Act.Copies", "2").Fill("Act.Holders", "pašvaldība\nbiedrība").SendAsync()).Location!;
        var (number, text) = await RegisterAsync(head, draft);
        Assert.Contains("PIEŅEMŠANAS–NODOŠANAS AKTS", text, StringComparison.Ordinal);
        Assert.Matches(@"^1\.1-7/\d\d/\d+$", number);
        Assert.All(
            [
                number, "telpu atslēgu nodošanu", "03.01.2026. līgums Nr. 7-1/26/4", "Parka iela 3", "17.11.2026.–18.11.2026.", "Pieņēmējs: Dace Liepa, valdes priekšsēdētāja", "Telpas ir tīras.",
                "1. Atslēgu komplekts 2 gab. ieejas durvis", "2. Krēsls 12 gab.", "Secinājums: Telpas pieņemtas bez iebildumiem.", "2 eksemplāros", "pašvaldība, biedrība", "Parakstīt atteicās: Oskars Ozols – neesot skaitījis",
            ], word => Assert.Contains(word, text, StringComparison.Ordinal));
        var signatures = text[text.IndexOf("Parakstīt atteicās", StringComparison.Ordinal)..];
        Assert.Contains("Nodevējs", signatures, StringComparison.Ordinal);
        Assert.Contains("Dace Liepa", signatures, StringComparison.Ordinal);
        Assert.DoesNotContain("apsargs", signatures, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_has_every_requisite_on_its_paper()
    {
        using var head = await site.SignInAsync(Role.HeadOfClientService);
        var draft = (await (await head.GetAsync("/desk/documents/orders")).Form("form[data-form=document]").Fill("Head.Subject", "dežūrām svētkos").Fill("Order.Basis", "Pamatojoties uz pašvaldības nolikuma 12. punktu:")
            .Fill("Order.Body", "Noteikt dežūras.\n- centrā\nPaziņot iedzīvotājiem.").Fill("Order.Lead", "Oskars Krūms").Fill("Order.Executors", "Dace Liepa\nJuris Strauts").Fill("Order.DueOn", "2026-12-18")
            .Fill("Order.IsControlled", "true").Fill("Order.Controller", "Ruta Egle").SendAsync()).Location!;
        var (number, text) = await RegisterAsync(head, draft);
        Assert.Matches(@"^1\.1-5/\d\d/\d+$", number);
        Assert.All(
            [
                "RĪKOJUMS", number, "dežūrām svētkos", "Pamatojoties uz pašvaldības nolikuma 12. punktu:", "1. Noteikt dežūras.", "1.1. centrā", "2. Paziņot iedzīvotājiem.", "Oskars Krūms", "Dace Liepa Juris Strauts",
                "līdz piektdienai, 2026. gada 18. decembrim (ieskaitot)", "Izpildi kontrolē: Ruta Egle",
            ], word => Assert.Contains(word, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Act.List", "Krēsls bez skaita", "„kas; daudzums; piezīme”")]
    [InlineData("Act.ToOn", "2020-01-01", "Beigu datums nevar būt pirms sākuma datuma.")]
    [InlineData("Act.Copies", "0", "Eksemplāru skaitam")]
    public async Task What_cannot_be_in_an_act_is_said_beside_its_field(string field, string value, string sentence)
    {
        using var specialist = await site.SignInAsync(Role.ClientServiceSpecialist);
        var form = (await specialist.GetAsync("/desk/documents/acts")).Form("form[data-form=document]").Fill("Head.Subject", "telpām").Fill(field, value);
        Assert.Contains(sentence, (await form.SendAsync()).TextOf(".err-sum"), StringComparison.Ordinal);
    }

    private static async Task<(string Number, string Text)> RegisterAsync(PageClient person, string draft)
    {
        var registered = await (await person.GetAsync(draft)).Form("form[data-form=register]").SendAsync();
        Assert.Equal(draft, registered.Location);
        var shown = await person.GetAsync(draft);
        var file = Assert.Single(shown.Document.QuerySelectorAll("[aria-labelledby=files] a")).GetAttribute("href")!;
        return (shown.TextOf("h1 .num")!, PdfText.Of(await person.Http.GetByteArrayAsync(file)).All);
    }
}
