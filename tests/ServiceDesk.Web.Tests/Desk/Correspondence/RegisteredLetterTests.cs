using System.Text;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Testing;
using ServiceDesk.Testing.Documents;

namespace ServiceDesk.Web.Tests.Desk.Correspondence;

/// <summary>Letters written in a case that leave as registered documents, their paper with the message.</summary>
public class RegisteredLetterTests(Site site) : IClassFixture<Site>
{
    private const string Answer = "Konteinerus izvedīs rīt no rīta. Atvainojamies par kavēšanos.";

    [Fact]
    public async Task A_reply_takes_its_number_and_its_paper_along_once()
    {
        var id = await site.SubmitAsync();
        using var owner = await site.SignInAsync(DeskCases.Owner);
        var page = await owner.GetAsync($"/desk/cases/{id}");
        var form = Registered(page, "reply").Fill("Input.Subject", "atkritumu izvešanu Upes ielā").Fill("Input.ClientNumber", "IK-7").Fill("Input.NextSteps", "Zvaniet mums, ja konteineri paliek pilni.")
            .Attach("Input.Files", "grafiks.pdf", Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n"), "application/pdf");
        var twice = await Task.WhenAll(form.SendAsync(), form.SendAsync());
        Assert.All(twice, answer => Assert.Equal($"/desk/cases/{id}", answer.Location));
        Assert.Contains("Vēstule reģistrēta", (await twice[0].FollowAsync()).TextOf(".notice-ok"), StringComparison.Ordinal);

        var reply = Assert.Single((await site.LoadAsync(id)).Messages, m => m.Kind == MessageKind.Reply);
        var document = Assert.Single(await DocumentsAsync(id));
        Assert.Equal((reply.Id, DocumentState.Registered), (document.Id, document.State));
        Assert.Matches(@"^4\.1-6/\d\d/\d+$", document.Number);
        var files = reply.Attachments.OrderBy(a => a.Ordinal).ToList();
        Assert.Equal([Assert.Single(document.Files).FileName, "grafiks.pdf"], files.Select(f => f.FileName));

        var paper = PdfText.Of(await owner.Http.GetByteArrayAsync($"/desk/cases/{id}/files/{files[0].Id}", TestContext.Current.CancellationToken)).All;
        string[] words =
        [
            document.Number!, "Ilzei Kalniņai", "atkritumu izvešanu Upes ielā", "IK-7", "Konteinerus izvedīs rīt no rīta", "Zvaniet mums", "grafiks",
            $"{DeskCases.Owner.Name} {DeskCases.Owner.Surname}",
        ];
        Assert.All(words, word => Assert.Contains(word, paper, StringComparison.Ordinal));
        Assert.DoesNotContain("drošu elektronisko parakstu", paper, StringComparison.Ordinal); // nobody signed it
        Assert.Contains("Vēstule-", (await owner.GetAsync($"/desk/cases/{id}")).TextOf(".msg-out"), StringComparison.Ordinal);

        site.Time.Advance(TimeSpan.FromSeconds(20));
        await site.SendOutboxAsync();
        Assert.Equal(DeliveryState.Sent, (await site.LoadAsync(id)).Messages.Single(m => m.Id == reply.Id).DeliveryState);
    }

    [Fact]
    public async Task An_interim_letter_by_post_promises_its_date_on_paper()
    {
        var id = await site.SubmitAsync();
        using var owner = await site.SignInAsync(DeskCases.Owner);
        var answer = await Registered(await owner.GetAsync($"/desk/cases/{id}?w=interim"), "interim").Fill("Input.Delivery", "Post").SendAsync();
        Assert.Equal($"/desk/cases/{id}", answer.Location);
        var letter = (await site.LoadAsync(id)).Messages[^1];
        Assert.Equal((MessageKind.InterimReply, DeliveryState.Sent), (letter.Kind, letter.DeliveryState));
        var paper = PdfText.Of(await owner.Http.GetByteArrayAsync($"/desk/cases/{id}/files/{Assert.Single(letter.Attachments).Id}", TestContext.Current.CancellationToken)).All;
        Assert.Contains(Dates.In("lv").DeadlineInWords(letter.PromisedOn!.Value).Replace('\u00A0', ' '), paper, StringComparison.Ordinal);
        Assert.Single(await DocumentsAsync(id));
    }

    [Fact]
    public async Task A_letter_taken_back_annuls_its_document_and_leaves_no_paper_in_the_draft()
    {
        var id = await site.SubmitAsync();
        await site.SendOutboxAsync();
        using var owner = await site.SignInAsync(DeskCases.Owner);
        var sent = await (await Registered(await owner.GetAsync($"/desk/cases/{id}"), "reply").SendAsync()).FollowAsync();
        var back = await (await sent.Form("form[data-form=take-back]").SendAsync()).FollowAsync();
        Assert.Equal(Answer, back.Form("form[data-form=reply]")["Input.Text"]);
        Assert.DoesNotContain("Vēstule-", back.TextOf("form[data-form=reply]"), StringComparison.Ordinal);
        var document = Assert.Single(await DocumentsAsync(id));
        Assert.Equal(DocumentState.Annulled, document.State);
        Assert.Equal("Vēstule paņemta atpakaļ, pirms tā nosūtīta.", Assert.Single(document.Events, e => e.Kind == DocumentEventKind.Annulled).Text);

        // Sent anew it is another document with another number.
        await Registered(back, "reply").SendAsync();
        Assert.Equal(2, (await DocumentsAsync(id)).Select(d => d.Number).Distinct().Count());
    }

    [Theory]
    [InlineData("Input.Addressee", "", "Ierakstiet, kam vēstule adresēta.")]
    [InlineData("Input.Subject", "", "Ierakstiet, par ko ir dokuments.")]
    [InlineData("Input.Delivery", "Phone", "Pa tālruni pateiktu atbildi")]
    public async Task What_the_paper_needs_is_said_and_nothing_is_sent(string field, string value, string sentence)
    {
        var id = await site.SubmitAsync();
        using var owner = await site.SignInAsync(DeskCases.Owner);
        var again = await Registered(await owner.GetAsync($"/desk/cases/{id}"), "reply").Fill(field, value).SendAsync();
        Assert.Contains(sentence, again.TextOf("#errors"), StringComparison.Ordinal);
        Assert.NotNull(again.Document.QuerySelector("[name='Input.Registered'][checked]"));
        Assert.Empty(await DocumentsAsync(id));
    }

    [Fact]
    public async Task Who_may_not_know_the_client_registers_no_letter()
    {
        var id = await site.SubmitAsync(unitMayKnow: false);
        using var owner = await site.SignInAsync(DeskCases.Owner);
        var page = await owner.GetAsync($"/desk/cases/{id}");
        Assert.Null(page.Document.QuerySelector("[name='Input.Registered']"));
        page.Document.QuerySelector("form[data-form=reply]")!.Insert(
            AngleSharp.Dom.AdjacentPosition.BeforeEnd, "<input name='Input.Registered' value='true'><input name='Input.Addressee' value='Kādam'><input name='Input.Subject' value='lietu'>");
        var forced = await page.Form("form[data-form=reply]").Fill("Input.Text", Answer).SendAsync();
        Assert.NotEmpty(forced.TextOf("#errors")!);
        Assert.DoesNotContain((await site.LoadAsync(id)).Messages, m => m.Kind == MessageKind.Reply);
        Assert.Empty(await DocumentsAsync(id));
    }

    [Fact]
    public async Task The_other_client_of_a_merged_case_gets_the_words_but_not_the_paper()
    {
        var (id, other) = (await site.SubmitAsync(), await site.SubmitAsync(email: "cits.cilveks@pasts.example"));
        using var service = await site.SignInAsync(DeskCases.HeadOfService);
        var merge = await service.GetAsync($"/desk/cases/{other}/merge?with={Uri.EscapeDataString((await site.LoadAsync(id)).Number)}");
        await merge.Form("form[data-form=merge]").Fill("Input.ClientsMayDiffer", "true").SendAsync();
        var survivor = (await site.LoadAsync(other)).MergedIntoId!.Value;
        var merged = survivor == id ? other : id;
        Assert.Equal($"/desk/cases/{survivor}", (await Registered(await service.GetAsync($"/desk/cases/{survivor}"), "reply").SendAsync()).Location);
        Assert.Single((await site.LoadAsync(survivor)).Messages.Single(m => m.Kind == MessageKind.Reply).Attachments);
        Assert.Empty((await site.LoadAsync(merged)).Messages.Single(m => m.Kind == MessageKind.Reply).Attachments);
        Assert.Empty(await DocumentsAsync(merged));
    }

    internal static PageForm Registered(Page page, string form) => page.Form($"form[data-form={form}]")
        .Fill("Input.Text", Answer).Fill("Input.Registered", "true").Fill("Input.Addressee", "Ilzei Kalniņai");

    private Task<List<Document>> DocumentsAsync(Guid caseId) => site.RunAsync((IServiceDeskDb db) =>
        db.Set<Document>().AsNoTracking().Include(d => d.Files).Include(d => d.Events).Where(d => d.CaseId == caseId).ToListAsync());
}

/// <summary>A site on a machine that has nothing to print with.</summary>
public sealed class SiteWithoutPrinter : Site
{
    protected override void Configure(IDictionary<string, string?> settings) => settings["ServiceDesk:Printing:Browser"] = "/nowhere/chromium";
}

/// <summary>The same where nothing can print.</summary>
public class UnprintedLetterTests(SiteWithoutPrinter site) : IClassFixture<SiteWithoutPrinter>
{
    [Theory]
    [InlineData("reply")]
    [InlineData("interim")]
    public async Task Nothing_is_sent_or_registered_and_nothing_typed_is_lost(string tab)
    {
        var id = await site.SubmitAsync();
        using var owner = await site.SignInAsync(DeskCases.Owner);
        var form = RegisteredLetterTests.Registered(await owner.GetAsync($"/desk/cases/{id}?w={tab}"), tab);
        var again = await form.SendAsync();
        Assert.Contains("Vēstule nav nosūtīta un nav reģistrēta. Šajā iekārtā nav pārlūka", again.TextOf("#errors"), StringComparison.Ordinal);
        Assert.Equal(form["Input.Text"], again.Form($"form[data-form={tab}]")["Input.Text"]);
        Assert.Equal("Ilzei Kalniņai", again.Form($"form[data-form={tab}]")["Input.Addressee"]);
        Assert.DoesNotContain((await site.LoadAsync(id)).Messages, m => m.Kind is MessageKind.Reply or MessageKind.InterimReply);
        Assert.False(await site.RunAsync((IServiceDeskDb db) => db.Set<Document>().AnyAsync(d => d.CaseId == id)));
        Assert.False(await site.RunAsync((IServiceDeskDb db) => db.Set<OutgoingMessage>().AnyAsync(o => o.CaseId == id && o.Subject.StartsWith("Atbilde"))));

        // The same letter goes without registering.
        Assert.Equal($"/desk/cases/{id}", (await again.Form($"form[data-form={tab}]").Without("Input.Registered").SendAsync()).Location);
    }
}
