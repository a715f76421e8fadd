using System.Net;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Testing;
using ServiceDesk.Testing.Documents;

namespace ServiceDesk.Web.Tests.Documents;

/// <summary>Contracts, their amendments, claims from them, and decisions on consumers' claims: from the form to the paper.</summary>
public class ContractPagesTests(Site site) : IClassFixture<Site>
{
    private const string Contracts = "/desk/documents/contracts";

    [Theory]
    [InlineData(Contracts)]
    [InlineData("/desk/documents/amendments")]
    [InlineData("/desk/documents/claims")]
    [InlineData("/desk/documents/claim-answers")]
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
    public async Task A_contract_has_every_requisite_on_its_paper_and_an_amendment_and_a_claim_begin_from_it()
    {
        using var head = await site.SignInAsync(Role.HeadOfClientService);
        var draft = (await Filled(await head.GetAsync(Contracts)).SendAsync()).Location!;
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync($"/desk/documents/claims?contract={Id(draft)}")).Status); // a draft has no number to refer to
        var (number, text) = await RegisterAsync(head, draft);
        Assert.Matches(@"^7-1/\d\d/\d+$", number);
        Assert.All(
            [
                "LĪGUMS", "Par sadzīves atkritumu izvešanu", number, "SIA „Tīrā vide”, reģ. Nr. 40000000002, adrese: Ražotāju iela 7", "kuru uz statūtu pamata pārstāv valdes loceklis Juris Strauts, turpmāk – Izpildītājs",
                "Lejasupes novada pašvaldība, reģ. Nr. 90000000000", "kuru uz pašvaldības nolikuma pamata pārstāv", "1. Līguma priekšmets", "1.1. Sadzīves atkritumu izvešana", "2. Cena un norēķini",
                "1 210,00 EUR (viens tūkstotis divi simti desmit euro un 00 centi)", "Cena bez PVN 1 000,00", "PVN 21 % 210,00", "Avanss 605,00", "3. Līguma termiņš", "līdz ceturtdienai, 2026. gada 31. decembrim (ieskaitot)",
                "4. Pušu pienākumi un tiesības", "līgumsodu 0,1 %", "ne vairāk kā 10 %", "5 darba dienu laikā no tās saņemšanas", "Pasūtītājs", "Juris Strauts",
            ], word => Assert.Contains(word, text, StringComparison.Ordinal));

        var amendment = (await head.GetAsync($"/desk/documents/amendments?contract={Id(draft)}")).Form("form[data-form=document]");
        var amended = (await amendment.Fill("Head.Subject", "līguma termiņa pagarināšanu").Fill("Amendment.Changes", "Izteikt 3.1. punktu jaunā redakcijā.").Fill("Amendment.NewEndsOn", "2027-06-30").SendAsync()).Location!;
        var (second, changes) = await RegisterAsync(head, amended);
        Assert.Matches(@"^7-2/\d\d/\d+$", second);
        Assert.All(["VIENOŠANĀS", $"līgumā Nr. {number}", "1. Izteikt 3.1. punktu jaunā redakcijā.", "2. Līgums ir spēkā līdz trešdienai, 2027. gada 30. jūnijam", "SIA „Tīrā vide”"], word => Assert.Contains(word, changes, StringComparison.Ordinal));

        var claim = (await head.GetAsync($"/desk/documents/claims?contract={Id(draft)}")).Form("form[data-form=document]");
        var claimed = (await claim.Fill("Head.Subject", "neizvestiem sadzīves atkritumiem").Fill("Claim.Body", "Atkritumi 5. un 12. novembrī nav izvesti.")
            .Fill("Claim.Demands", "līdz 2026. gada 27. novembrim atjaunot izvešanu\nsamaksāt līgumsodu").Fill("Claim.Calculation", "Nesniegta izvešana; 36; 6,40\nIzlaista reize; 2; 150")
            .Fill("Claim.PenaltyOf", "1000").Fill("Claim.PenaltyDueOn", "2026-11-05").Fill("Claim.PenaltyUntil", "2026-11-12").Fill("Claim.SetOff", "Prasījumu ieturēsim no nākamā rēķina.").SendAsync()).Location!;
        var (third, demanded) = await RegisterAsync(head, claimed);
        Assert.Matches(@"^4\.3-2/\d\d/\d+$", third);
        Assert.All(
            [
                "PRETENZIJA", "Par neizvestiem sadzīves atkritumiem", "SIA „Tīrā vide”, reģ. Nr. 40000000002", $"līgums Nr. {number}", "Prasām:", "2. samaksāt līgumsodu.", "36 6,40 230,40", "2 150,00 300,00", "7 dienas 0,1 % 7,00",
                "Kopā (pieci simti trīsdesmit septiņi euro un 40 centi) 537,40", "Atbildi lūdzam sniegt 5 darba dienu laikā", "Prasījumu ieturēsim no nākamā rēķina.",
            ], word => Assert.Contains(word, demanded, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refusal_needs_reasons_and_tells_the_consumer_where_to_turn()
    {
        using var head = await site.SignInAsync(Role.HeadOfClientService);
        var form = (await head.GetAsync("/desk/documents/claim-answers")).Form("form[data-form=document]").Fill("Head.Subject", "peldbaseina abonementu").Fill("Answer.ConsumerName", "Ilzei Kalniņai")
            .Fill("Answer.ReceivedOn", "2026-11-16").Fill("Answer.ClaimNumber", "4.1-5/26/1482").Fill("Answer.Item", "Peldbaseina abonements").Fill("Answer.Demand", "Atmaksāt 45 euro")
            .Fill("Answer.Findings", "Baseins 3. novembrī bija atvērts.").Fill("Answer.Decision", "Refused");
        var draft = (await form.SendAsync()).Location!;
        Assert.Contains("vajag pamatojumu", (await head.GetAsync(draft)).TextOf("[aria-labelledby=what]"), StringComparison.Ordinal);
        var edit = (await head.GetAsync(draft.Replace("/documents/", "/documents/claim-answers/", StringComparison.Ordinal))).Form("form[data-form=document]");
        await edit.Fill("Answer.Reasons", "Pakalpojums sniegts pilnā apjomā.").SendAsync();
        var (number, text) = await RegisterAsync(head, draft);
        Assert.Matches(@"^4\.3-3/\d\d/\d+$", number);
        Assert.All(
            ["ATBILDE UZ PATĒRĒTĀJA PRASĪJUMU", "Ilzei Kalniņai", "16.11.2026. Nr. 4.1-5/26/1482", "Peldbaseina abonements", "Jūsu prasījumu noraidīt", "Pamatojums: Pakalpojums sniegts pilnā apjomā.", "PTAC", "gada laikā"],
            word => Assert.Contains(word, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Contract.Payments", "Avanss bez summas", "„apraksts; summa”")]
    [InlineData("Contract.Price", "-1", "Summai jābūt no 0 līdz 999")]
    [InlineData("Contract.VatRate", "121", "Likmei jābūt no 0 līdz 100 %.")]
    [InlineData("Contract.EndsOn", "2020-01-01", "Beigu datums nevar būt pirms sākuma datuma.")]
    [InlineData("Contract.AnswerDays", "0", "Dienu skaitam jābūt no 1 līdz 366.")]
    [InlineData("Contract.Copies", "0", "Eksemplāru skaitam")]
    [InlineData("Head.Subject", "", "Ierakstiet, par ko ir dokuments.")]
    public async Task What_cannot_be_in_a_contract_is_said_beside_its_field(string field, string value, string sentence)
    {
        using var specialist = await site.SignInAsync(Role.ClientServiceSpecialist);
        var answer = await Filled(await specialist.GetAsync(Contracts)).Fill(field, value).SendAsync();
        Assert.Contains(sentence, answer.TextOf(".err-sum"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Claim.Calculation", "Izvešana; 36", "„apraksts; daudzums; likme”")]
    [InlineData("Claim.PenaltyUntil", "2026-11-01", "Kavējuma beigām jābūt pēc izpildes termiņa.")]
    [InlineData("Claim.PenaltyRate", "-1", "Likmei jābūt no 0 līdz 100 %.")]
    public async Task What_cannot_be_in_a_claim_is_said_beside_its_field(string field, string value, string sentence)
    {
        using var specialist = await site.SignInAsync(Role.ClientServiceSpecialist);
        var form = (await specialist.GetAsync("/desk/documents/claims")).Form("form[data-form=document]").Fill("Head.Subject", "atkritumiem").Fill("Claim.PenaltyDueOn", "2026-11-05");
        Assert.Contains(sentence, (await form.Fill(field, value).SendAsync()).TextOf(".err-sum"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contract_is_not_registered_before_its_sums_and_parties_are_whole()
    {
        using var specialist = await site.SignInAsync(Role.ClientServiceSpecialist);
        var draft = (await Filled(await specialist.GetAsync(Contracts)).Fill("Contract.Payments", "Avanss; 600,00").Fill("Party.Authority", "").Fill("Contract.EndsOn", "").SendAsync()).Location!;
        var notice = (await specialist.GetAsync(draft)).TextOf("[aria-labelledby=what]");
        Assert.All(["Maksājumu grafika summa", "uz kāda pamata rīkojas otras puses", "Nav beigu datuma"], words => Assert.Contains(words, notice, StringComparison.Ordinal));
    }

    private static PageForm Filled(Page page) => page.Form("form[data-form=document]").Fill("Head.Subject", "sadzīves atkritumu izvešanu").Fill("Party.Name", "SIA „Tīrā vide”").Fill("Party.Number", "40000000002")
        .Fill("Party.Address", "Ražotāju iela 7, Lejasupe, LV-3999").Fill("Party.Representative", "Juris Strauts").Fill("Party.Post", "valdes loceklis").Fill("Party.Authority", "statūtu")
        .Fill("Contract.Matter", "Sadzīves atkritumu izvešana Upes ielā").Fill("Contract.Price", "1000,00").Fill("Contract.VatRate", "21").Fill("Contract.Payments", "Avanss; 605,00\nPēc izpildes; 605,00")
        .Fill("Contract.StartsOn", "2026-01-01").Fill("Contract.EndsOn", "2026-12-31").Fill("Contract.PenaltyRate", "0,1").Fill("Contract.PenaltyCap", "10").Fill("Contract.AnswerDays", "5");

    private static async Task<(string Number, string Text)> RegisterAsync(PageClient person, string draft)
    {
        var registered = await (await person.GetAsync(draft)).Form("form[data-form=register]").SendAsync();
        Assert.Equal(draft, registered.Location);
        var shown = await person.GetAsync(draft);
        var file = Assert.Single(shown.Document.QuerySelectorAll("[aria-labelledby=files] a")).GetAttribute("href")!;
        return (shown.TextOf("h1 .num")!, PdfText.Of(await person.Http.GetByteArrayAsync(file)).All);
    }

    private static string Id(string address) => address[(address.LastIndexOf('/') + 1)..];
}
