using System.Net;
using System.Text;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Public.Cases;

public class SubmitTests(Site site) : IClassFixture<Site>
{
    private static readonly byte[] Pdf = "%PDF-1.7\nteksts"u8.ToArray();

    [Fact]
    public async Task The_form_shows_by_when_we_answer_before_anybody_writes()
    {
        site.Time.SetLocal(2026, 11, 19, 10);
        var page = await site.Visitor().GetAsync("/submit");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("Rakstīt pašvaldībai", page.TextOf("h1"));
        Assert.Equal("otrdienai, 24. novembrim", page.TextOf("#answer-date .d"));
        Assert.Contains("otrdienai, 2026. gada 24. novembrim (ieskaitot)", page.TextOf("#answer-line"), StringComparison.Ordinal);
        Assert.Equal(5, page.Document.QuerySelectorAll("#answer-date .strip li").Length);
        Assert.DoesNotContain("style=", page.TextOf("main"), StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("a[href='/privacy']"));
        Assert.False(page.Response.Headers.CacheControl?.NoStore); // "back" brings the typed text back
    }

    [Theory]
    [InlineData("praise", "Praise")]
    [InlineData("SUGGESTION", "Suggestion")]
    [InlineData("internalrequest", "Complaint")]
    [InlineData("muļķības", "Complaint")]
    public async Task An_address_chooses_the_kind(string kind, string chosen)
    {
        var page = await site.Visitor().GetAsync($"/submit?kind={Uri.EscapeDataString(kind)}");
        Assert.Equal(chosen, page.Form("form[data-form=submit]")["Input.Kind"]);
    }

    [Fact]
    public async Task A_script_gets_the_date_of_another_kind_with_the_sentence_above_the_button()
    {
        var part = await site.Visitor().GetAsync("/submit?handler=Date&Input.Kind=Question");
        Assert.Equal(HttpStatusCode.OK, part.Status);
        Assert.NotNull(part.Document.QuerySelector(".strip"));
        Assert.Equal("true", part.Document.QuerySelector("#answer-line")?.GetAttribute("hx-swap-oob"));
        Assert.Null(part.Document.QuerySelector("h1"));
    }

    [Fact]
    public async Task A_form_with_everything_becomes_a_case_with_everything()
    {
        using var visitor = site.Visitor();
        var (number, key) = await site.SubmitAsync(visitor, f => f
            .Fill("Input.Kind", "Question").Fill("Input.Place", "Upes iela 4").Fill("Input.Name", "Ilze Kalniņa")
            .Fill("Input.Phone", "2000 0001").Fill("Input.Email", "ilze.kalnina@pasts.example").Fill("Input.UnitMayKnow", "true")
            .Attach("Input.Files", "C:\\foto\\konteineri.exe", Pdf));

        var item = await site.LoadAsync(number);
        Assert.Equal(CaseKind.Question, item.Kind);
        Assert.Equal(Channel.WebForm, item.Channel);
        Assert.Equal("Upes iela 4", item.Place);
        Assert.Equal(new Contact { Name = "Ilze Kalniņa", Phone = "2000 0001", Email = "ilze.kalnina@pasts.example", UnitMayKnow = true }, item.Contact);
        Assert.Equal(AccessKey.Clean(key), item.AccessKey);
        var file = Assert.Single(item.Submission().Attachments);
        Assert.Equal(("konteineri.pdf", "application/pdf", (long)Pdf.Length), (file.FileName, file.ContentType, file.Size));
    }

    [Fact]
    public async Task Only_the_text_is_needed_and_nobody_has_to_say_who_they_are()
    {
        using var visitor = site.Visitor();
        var (number, _) = await site.SubmitAsync(visitor);
        Assert.True((await site.LoadAsync(number)).Contact.IsAnonymous);
    }

    [Fact]
    public async Task The_same_form_sent_again_leads_to_the_same_case()
    {
        using var visitor = site.Visitor();
        var form = (await site.OpenFormAsync(visitor)).Fill("Input.Text", Citizen.Words);
        var before = await site.CountCasesAsync();

        var first = await (await form.SendAsync()).FollowAsync();
        site.Time.Advance(TimeSpan.FromMinutes(5));
        var second = await (await form.SendAsync()).FollowAsync();

        Assert.Equal(first.TextOf(".slip dd.num"), second.TextOf(".slip dd.num"));
        Assert.Equal(before + 1, await site.CountCasesAsync());
    }

    [Fact]
    public async Task A_form_sent_twice_at_the_same_moment_makes_one_case()
    {
        using var visitor = site.Visitor();
        var form = (await site.OpenFormAsync(visitor)).Fill("Input.Text", Citizen.Words).Attach("Input.Files", "a.pdf", Pdf);
        var before = await site.CountCasesAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => form.SendAsync()));

        Assert.All(answers, a => Assert.Equal("/submit/done", a.Location));
        Assert.Equal(before + 1, await site.CountCasesAsync());
    }

    [Fact]
    public async Task The_same_words_from_a_page_fetched_anew_lead_to_the_same_case_and_other_contacts_to_a_new_one()
    {
        using var visitor = site.Visitor();
        var (number, _) = await site.SubmitAsync(visitor, f => f.Fill("Input.Email", "ilze@pasts.example"));
        var (again, _) = await site.SubmitAsync(visitor, f => f.Fill("Input.Email", "ilze@pasts.example"));
        var (corrected, _) = await site.SubmitAsync(visitor, f => f.Fill("Input.Email", "ilze.kalnina@pasts.example"));
        var (elsewhere, _) = await site.SubmitAsync(site.Visitor(), f => f.Fill("Input.Email", "ilze@pasts.example"));
        Assert.Equal(number, again);
        Assert.Equal(3, new[] { number, corrected, elsewhere }.Distinct().Count());
    }

    [Fact]
    public async Task Other_words_in_a_form_already_sent_are_not_lost_in_silence()
    {
        using var visitor = site.Visitor();
        var form = (await site.OpenFormAsync(visitor)).Fill("Input.Text", Citizen.Words);
        var number = (await (await form.SendAsync()).FollowAsync()).TextOf(".slip dd.num")!;

        var again = await form.Fill("Input.Text", "Pavisam cita lieta.").SendAsync();
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Contains(number, again.TextOf(".notice"), StringComparison.Ordinal);
        Assert.Equal("Pavisam cita lieta.", again.Form("form[data-form=submit]")["Input.Text"]);

        site.Time.Advance(TimeSpan.FromSeconds(10));
        var sent = await (await again.Form("form[data-form=submit]").SendAsync()).FollowAsync();
        Assert.NotEqual(number, sent.TextOf(".slip dd.num"));
    }

    [Theory]
    [InlineData("Input.Text", " ", "Uzrakstiet, kas noticis. Pietiek ar vienu teikumu.")]
    [InlineData("Input.Text", "x*20001", "Saīsiniet tekstu: drīkst būt 20 000 rakstzīmes, tagad ir 20 001. Garāku tekstu pievienojiet kā failu.")]
    [InlineData("Input.Place", "x*301", "Saīsiniet vietas nosaukumu līdz 300 rakstzīmēm.")]
    [InlineData("Input.Name", "x*201", "Saīsiniet vārdu un uzvārdu līdz 200 rakstzīmēm.")]
    [InlineData("Input.Phone", "0*41", "Saīsiniet tālruņa numuru līdz 40 rakstzīmēm.")]
    [InlineData("Input.Email", "ilze.example", "E-pasta adresē trūkst zīmes @. Piemērs: vards@piemers.lv")]
    [InlineData("Input.Email", "ilze@", "Pārbaudiet e-pasta adresi. Piemērs: vards@piemers.lv")]
    [InlineData("Input.Kind", "InternalRequest", "Izvēlieties, ko vēlaties mums teikt.")]
    [InlineData("Input.Website", "http://spam.example", "Pārlūks aizpildīja lauku, kas jāatstāj tukšs. Iztukšojām to. Nosūtiet vēlreiz.")]
    public async Task A_fault_is_said_in_the_summary_and_at_its_field_and_nothing_typed_is_lost(string field, string value, string sentence)
    {
        using var visitor = site.Visitor();
        var before = await site.CountCasesAsync();
        var form = (await site.OpenFormAsync(visitor)).Fill("Input.Text", Citizen.Words).Fill("Input.Place", "Upes iela 4");
        if (value.Split('*') is [var letter, var times])
            value = new string(letter[0], int.Parse(times, System.Globalization.CultureInfo.InvariantCulture));

        var page = await form.Fill(field, value).SendAsync();

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.StartsWith("Kļūda: ", page.Document.Title, StringComparison.Ordinal);
        Assert.Equal(sentence, page.TextOf($".err-sum a[href='#{field.Replace('.', '_')}']")?.Replace('\u00A0', ' '));
        Assert.NotNull(page.Document.GetElementById(field.Replace('.', '_')));
        var shown = page.Form("form[data-form=submit]");
        Assert.Equal(field == "Input.Place" ? value : "Upes iela 4", shown["Input.Place"]);
        Assert.Equal(field == "Input.Text" ? value : Citizen.Words, shown["Input.Text"]);
        Assert.Equal("", shown["Input.Website"]);
        Assert.Equal(before, await site.CountCasesAsync());
    }

    [Fact]
    public async Task A_topic_nobody_offers_is_refused_and_the_text_stays()
    {
        using var visitor = site.Visitor();
        var page = await (await site.OpenFormAsync(visitor)).Fill("Input.Text", Citizen.Words).Fill("Input.TopicId", Guid.NewGuid().ToString()).SendAsync();
        Assert.Equal("Tādas jomas nav. Izvēlieties no saraksta.", page.TextOf(".err-sum li"));
        Assert.Equal(Citizen.Words, page.Form("form[data-form=submit]")["Input.Text"]);
    }

    [Fact]
    public async Task A_form_faster_than_a_person_is_asked_for_once_more_and_then_taken()
    {
        using var visitor = site.Visitor();
        var form = (await visitor.GetAsync("/submit")).Form("form[data-form=submit]").Fill("Input.Text", Citizen.Words);
        site.Time.Advance(TimeSpan.FromSeconds(2));

        var page = await form.SendAsync();
        Assert.Contains("ātrāk, nekā cilvēks", page.TextOf(".err-sum"), StringComparison.Ordinal);

        site.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("/submit/done", (await page.Form("form[data-form=submit]").SendAsync()).Location);
    }

    [Fact]
    public async Task A_form_older_than_a_day_keeps_its_text_and_its_token()
    {
        using var visitor = site.Visitor();
        var form = (await site.OpenFormAsync(visitor)).Fill("Input.Text", Citizen.Words);
        var number = (await (await form.SendAsync()).FollowAsync()).TextOf(".slip dd.num");
        site.Time.Advance(TimeSpan.FromHours(25));

        var page = await form.SendAsync();
        Assert.Contains("Lapa bija atvērta ilgi", page.TextOf(".err-sum"), StringComparison.Ordinal);
        Assert.Equal(Citizen.Words, page.Form("form[data-form=submit]")["Input.Text"]);

        site.Time.Advance(TimeSpan.FromSeconds(10));
        var done = await (await page.Form("form[data-form=submit]").SendAsync()).FollowAsync();
        Assert.Equal(number, done.TextOf(".slip dd.num"));
    }

    [Theory]
    [InlineData("Input.Ticket", "izdomāts")]
    [InlineData("__RequestVerificationToken", "izdomāts")]
    public async Task A_forged_form_is_not_taken_but_its_text_is_shown(string field, string value)
    {
        using var visitor = site.Visitor();
        var page = await (await site.OpenFormAsync(visitor)).Fill("Input.Text", Citizen.Words).Fill(field, value).SendAsync();
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Lapa bija atvērta ilgi", page.TextOf(".err-sum"), StringComparison.Ordinal);
        Assert.Equal(Citizen.Words, page.Form("form[data-form=submit]")["Input.Text"]);
    }

    [Theory]
    [InlineData("vīruss.exe", "MZ\u0090")]
    [InlineData("palaist.bat", "@echo off")]
    [InlineData("skripts.sh", "#!/bin/sh")]
    [InlineData("lapa.html", "<!doctype html>")]
    [InlineData("zīme.svg", "<svg/>")]
    [InlineData("arhīvs.zip", "PK\u0003\u0004")]
    public async Task A_file_we_do_not_take_is_named_and_the_others_stay(string name, string content)
    {
        using var visitor = site.Visitor();
        var form = (await site.OpenFormAsync(visitor)).Fill("Input.Text", Citizen.Words)
            .Attach("Input.Files", "labs.pdf", Pdf).Attach("Input.Files", name, Encoding.Latin1.GetBytes(content));

        var page = await form.SendAsync();
        Assert.Contains($"Failu „{name}” nepieņemam.", page.TextOf(".err-sum a[href='#Input_Files']"), StringComparison.Ordinal);
        Assert.Contains("labs.pdf", page.TextOf(".kept"), StringComparison.Ordinal);
        Assert.Equal(Citizen.Words, page.Form("form[data-form=submit]")["Input.Text"]);

        var number = (await (await page.Form("form[data-form=submit]").SendAsync()).FollowAsync()).TextOf(".slip dd.num")!;
        Assert.Equal("labs.pdf", Assert.Single((await site.LoadAsync(number)).Submission().Attachments).FileName);
    }

    [Fact]
    public async Task A_file_over_20_MB_and_an_empty_one_are_refused_and_the_text_stays()
    {
        using var visitor = site.Visitor();
        var large = new byte[AttachedFile.MaxSize + 1];
        Pdf.CopyTo(large, 0);
        var page = await (await site.OpenFormAsync(visitor)).Fill("Input.Text", Citizen.Words)
            .Attach("Input.Files", "liels.pdf", large).Attach("Input.Files", "tukšs.pdf", []).SendAsync();

        Assert.Equal(
            ["Fails „liels.pdf” ir lielāks par 20 MB. Samaziniet to vai sadaliet vairākos failos.", "Fails „tukšs.pdf” ir tukšs. Pārbaudiet to un pievienojiet vēlreiz."],
            page.TextsOf(".err-sum li").Select(t => t.Replace('\u00A0', ' ')));
        Assert.Equal(Citizen.Words, page.Form("form[data-form=submit]")["Input.Text"]);
        Assert.Empty(Directory.GetFiles(Path.Combine(site.DataFolder, "files", "incoming")));
    }

    [Fact]
    public async Task Ten_files_are_kept_and_the_eleventh_is_refused()
    {
        using var visitor = site.Visitor();
        var form = (await site.OpenFormAsync(visitor)).Fill("Input.Text", Citizen.Words);
        for (var i = 0; i < 11; i++)
            form.Attach("Input.Files", $"f{i}.pdf", [.. Pdf, (byte)i]);

        var page = await form.SendAsync();
        Assert.Equal("Var pievienot ne vairāk kā 10 failus.", page.TextOf(".err-sum li"));
        Assert.Equal(10, page.Document.QuerySelectorAll(".kept li").Length);
    }

    [Fact]
    public async Task Files_survive_a_correction_and_can_be_taken_out()
    {
        using var visitor = site.Visitor();
        var form = (await site.OpenFormAsync(visitor)).Attach("Input.Files", "viens.pdf", Pdf).Attach("Input.Files", "divi.txt", "divi"u8.ToArray());
        var page = await form.SendAsync();
        Assert.Equal(2, page.Document.QuerySelectorAll(".kept li").Length);

        // The page client ticks one box of several by the values sent.
        var corrected = page.Form("form[data-form=submit]").Fill("Input.Text", Citizen.Words).Fill("Input.Removed", "0");
        var number = (await (await corrected.SendAsync()).FollowAsync()).TextOf(".slip dd.num")!;
        Assert.Equal("divi.txt", Assert.Single((await site.LoadAsync(number)).Submission().Attachments).FileName);
    }

    [Fact]
    public async Task A_forged_reference_to_a_file_attaches_nothing()
    {
        using var visitor = site.Visitor();
        var page = await (await site.OpenFormAsync(visitor)).Attach("Input.Files", "viens.pdf", Pdf).SendAsync();
        var form = page.Form("form[data-form=submit]").Fill("Input.Text", Citizen.Words).Fill("Input.Kept", "izdomāts");
        var number = (await (await form.SendAsync()).FollowAsync()).TextOf(".slip dd.num")!;
        Assert.Empty((await site.LoadAsync(number)).Submission().Attachments);
    }

    [Fact]
    public async Task A_body_that_is_no_form_is_refused_without_a_fault_of_ours()
    {
        using var content = new StringContent("--x\r\nno form at all", Encoding.ASCII);
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/submit") { Content = content };
        Assert.Equal(HttpStatusCode.BadRequest, (await site.Visitor().SendAsync(request)).Status);
    }

    [Fact]
    public async Task English_speakers_read_english()
    {
        using var visitor = site.Visitor();
        await visitor.GetAsync("/language/en?back=/submit");
        var page = await (await site.OpenFormAsync(visitor)).SendAsync();
        Assert.Equal("Write what happened. One sentence is enough.", page.TextOf(".err-sum li"));
    }

    [Fact]
    public async Task Showing_the_form_asks_the_database_for_the_rules_number_the_topics_the_services_and_the_privacy_notice()
    {
        using var visitor = site.Visitor();
        await visitor.GetAsync("/submit");
        site.Queries.Reset();
        await visitor.GetAsync("/submit");
        Assert.True(site.Queries.Count == 4, site.Queries.Text);
    }
}

/// <summary>Ten forms in ten minutes from one address.</summary>
public class SubmitBrakeTests(SubmitBrakeTests.BrakedSite site) : IClassFixture<SubmitBrakeTests.BrakedSite>
{
    [Fact]
    public async Task Who_sends_too_much_waits()
    {
        using var visitor = site.Visitor();
        await site.SubmitAsync(visitor);
        await site.SubmitAsync(visitor);
        var form = (await site.OpenFormAsync(visitor)).Fill("Input.Text", Citizen.Words);
        var answer = await form.SendAsync();
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status);
        Assert.NotNull(answer.Response.Headers.RetryAfter);
    }

    public sealed class BrakedSite : Site
    {
        protected override void Configure(IDictionary<string, string?> settings) => settings["ServiceDesk:RateLimits:Submit:Permits"] = "2";
    }
}
