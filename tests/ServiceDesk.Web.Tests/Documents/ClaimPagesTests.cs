using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Application.Documents.Contracts;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Documents;

/// <summary>What becomes of a claim, as people at the desk see and note it.</summary>
public class ClaimPagesTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("/desk/claims")]
    [InlineData("/desk/claims?view=Drafts&side=Ours")]
    [InlineData("/desk/claims?view=Over&side=Consumers")]
    public async Task The_lists_render_and_others_are_turned_away(string address)
    {
        using var specialist = await site.SignInAsync(Role.ClientServiceSpecialist);
        var page = await specialist.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("[Documents.", page.Text, StringComparison.Ordinal);
        using var officer = await site.SignInAsync(Role.DataProtectionOfficer);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync(address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await specialist.GetAsync("/desk/claims/0198f3f8-0000-7000-8000-000000000000")).Status);
    }

    [Fact]
    public async Task A_claim_is_answered_and_settled_and_what_was_typed_survives_a_mistake()
    {
        using var head = await site.SignInAsync(Role.HeadOfClientService);
        var form = (await head.GetAsync("/desk/documents/claims")).Form("form[data-form=document]");
        var document = (await form.Fill("Head.Subject", "neizvestiem atkritumiem Upes ielā").SendAsync()).Location!;
        var id = Guid.Parse(document[(document.LastIndexOf('/') + 1)..]);
        var course = $"/desk/claims/{id}";
        Assert.NotNull((await head.GetAsync(document)).Document.QuerySelector($"a[href='{course}']"));
        Assert.Contains("neizvestiem atkritumiem Upes ielā", (await head.GetAsync("/desk/claims?view=Drafts")).Text, StringComparison.Ordinal);
        Assert.Empty((await head.GetAsync(course)).Document.QuerySelectorAll("a[href*='step=']"));
        await RegisteredAsync(id);

        var shown = await head.GetAsync(course);
        Assert.Contains("Gaida atbildi", shown.TextOf(".bar"), StringComparison.Ordinal);
        Assert.NotNull(shown.Document.QuerySelector($"a[href='{course}?step=Answered#step']"));
        var step = (await head.GetAsync(course + "?step=Answered")).Form("form[data-form=step]");
        var mistake = await step.Fill("News.Number", "5-1/77").SendAsync();
        Assert.Contains("Norādiet, ko otra puse atbildēja.", mistake.TextOf(".err-sum"), StringComparison.Ordinal);
        Assert.Equal("5-1/77", mistake.Document.QuerySelector("[name='News.Number']")!.GetAttribute("value")!);
        Assert.Contains("Norādiet summu.", (await step.Fill("News.Decision", "Partly").SendAsync()).TextOf(".err-sum"), StringComparison.Ordinal);
        Assert.Equal(course, (await step.Fill("News.Amount", "120,50").SendAsync()).Location);
        Assert.Contains("120,50 EUR", (await head.GetAsync(course)).TextOf("[data-list=steps]")!.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("Kāds šo dokumentu", (await step.SendAsync()).TextOf(".err-sum"), StringComparison.Ordinal); // pressed twice

        Assert.Equal(course, (await (await head.GetAsync(course + "?step=Settled")).Form("form[data-form=step]").SendAsync()).Location);
        Assert.Contains("Izpildīta", (await head.GetAsync(course)).TextOf(".bar"), StringComparison.Ordinal);
        Assert.Equal(course, (await head.GetAsync(course + "?step=Answered")).Location); // no longer possible
    }

    /// <summary>A number without paper: printing has its own tests.</summary>
    private async Task RegisteredAsync(Guid id) => await site.RunAsync(async (IServiceProvider services) =>
    {
        var db = services.GetRequiredService<IServiceDeskDb>();
        var register = await db.Set<Register>().SingleAsync(r => r.Code == "claims");
        var document = await db.Set<Document>().SingleAsync(d => d.Id == id);
        var now = site.Time.GetUtcNow();
        var today = DateOnly.FromDateTime(now.Date);
        document.Enter(register, today.Year, 9002, today, new Actor(document.AuthorId, document.Author), now);
        foreach (var follower in services.GetServices<IFollowsDocument>())
            await follower.FollowAsync(document, CancellationToken.None);
        return await db.SaveChangesAsync(CancellationToken.None);
    });
}
