using System.Net;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Documents;

/// <summary>The life of a contract as people at the desk see and tend it.</summary>
public class ContractLifePagesTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("/desk/contracts")]
    [InlineData("/desk/contracts?view=Drafts")]
    [InlineData("/desk/contracts?view=Over")]
    public async Task The_lists_render_and_others_are_turned_away(string address)
    {
        using var specialist = await site.SignInAsync(Role.ClientServiceSpecialist);
        var page = await specialist.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("[Documents.", page.Text, StringComparison.Ordinal);
        using var officer = await site.SignInAsync(Role.DataProtectionOfficer);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync(address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await specialist.GetAsync("/desk/contracts/0198f3f8-0000-7000-8000-000000000000")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await specialist.GetAsync("/desk/contracts/0198f3f8-0000-7000-8000-000000000000/terminate")).Status);
    }

    [Fact]
    public async Task A_contract_is_obliged_signed_and_terminated()
    {
        using var head = await site.SignInAsync(Role.HeadOfClientService);
        var form = (await head.GetAsync("/desk/documents/contracts")).Form("form[data-form=document]");
        var document = (await form.Fill("Head.Subject", "ielu apgaismojuma remontu").Fill("Party.Name", "SIA „Gaisma”").Fill("Contract.StartsOn", "2026-01-01").Fill("Contract.EndsOn", "2099-12-31").SendAsync()).Location!;
        var id = Guid.Parse(document[(document.LastIndexOf('/') + 1)..]);
        var life = $"/desk/contracts/{id}";
        Assert.NotNull((await head.GetAsync(document)).Document.QuerySelector($"a[href='{life}']"));
        Assert.Contains("ielu apgaismojuma remontu", (await head.GetAsync("/desk/contracts?view=Drafts")).Text, StringComparison.Ordinal);

        Assert.NotNull((await head.GetAsync(life)).Document.QuerySelector($"a[href='{document}/route']"));

        var owner = (await head.GetAsync(life)).Document.QuerySelector("[name='Owed.OwnerId'] option[value]:not([value=''])")!.GetAttribute("value")!;
        var owe = (await head.GetAsync(life)).Form("form[data-form=owe]");
        Assert.Contains("Ierakstiet, kas jāizdara.", (await owe.Fill("Owed.OwnerId", owner).SendAsync()).TextOf(".err-sum"), StringComparison.Ordinal);
        Assert.Contains("Norādiet termiņu.", (await owe.Fill("Owed.What", "Pieņemt darbus").SendAsync()).TextOf(".err-sum"), StringComparison.Ordinal);
        Assert.Equal(life, (await owe.Fill("Owed.DueOn", "2026-12-10").SendAsync()).Location);
        var done = (await head.GetAsync(life)).Form("form[data-form=done]");
        Assert.Equal(life, (await done.SendAsync()).Location);
        Assert.Equal(life, (await done.SendAsync()).Location); // pressed twice
        Assert.Contains("Izpildīta", (await head.GetAsync(life)).TextOf("[data-table=obligations]"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync(life + "/terminate")).Status); // not signed
        await SignedAsync(id);
        Assert.Contains("Spēkā", (await head.GetAsync(life)).TextOf(".bar"), StringComparison.Ordinal);
        Assert.Contains("ielu apgaismojuma remontu", (await head.GetAsync("/desk/contracts")).Text, StringComparison.Ordinal);
        var terminate = (await head.GetAsync(life + "/terminate")).Form("form[data-form=terminate]");
        Assert.Contains("Norādiet pēdējo spēkā esamības dienu.", (await terminate.Fill("Reason", "Vienošanās").SendAsync()).TextOf(".err-sum"), StringComparison.Ordinal);
        Assert.Contains("Dienai jābūt līguma termiņā.", (await terminate.Fill("On", "2020-01-01").SendAsync()).TextOf(".err-sum"), StringComparison.Ordinal);
        Assert.Equal(life, (await terminate.Fill("On", "2098-12-31").SendAsync()).Location);
        Assert.Contains("Vienošanās", (await head.GetAsync(life)).TextOf("[aria-labelledby=what]"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync(life + "/terminate")).Status);
    }

    /// <summary>Number and signature without paper: printing has its own tests.</summary>
    private async Task SignedAsync(Guid id) => await site.RunAsync(async (IServiceDeskDb db) =>
    {
        var register = await db.Set<Register>().SingleAsync(r => r.Code == "contracts");
        var document = await db.Set<Document>().SingleAsync(d => d.Id == id);
        var by = new Actor(document.AuthorId, document.Author);
        var now = site.Time.GetUtcNow();
        var today = DateOnly.FromDateTime(now.Date);
        document.Enter(register, today.Year, 9001, today, by, now);
        document.Sign(SignatureKind.Electronic, today, today, by, now);
        return await db.SaveChangesAsync(CancellationToken.None);
    });
}
