using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Desk.Deadlines;

public class CalendarImportPagesTests(Site site) : IClassFixture<Site>
{
    private const string Address = "/desk/calendar/import";

    [Theory]
    [InlineData(Address)]
    [InlineData(Address + "/confirm")]
    [InlineData(Address + "/edit/0198f3f8-0000-7000-8000-000000000000")]
    public async Task Only_who_keeps_the_calendar_enters(string address)
    {
        using var head = await site.SignInAsync(Role.HeadOfClientService);
        var page = await head.GetAsync(address);
        Assert.Equal(HttpStatusCode.Forbidden, (page.Location is null ? page : await page.FollowAsync()).Status);
        Assert.StartsWith("/sign-in", (await site.Visitor().GetAsync(address)).Location, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Address + "?reading=0198f3f8-0000-7000-8000-000000000000")]
    [InlineData(Address + "/edit/0198f3f8-0000-7000-8000-000000000000")]
    [InlineData(Address + "/confirm?ids=0198f3f8-0000-7000-8000-000000000000")]
    public async Task What_does_not_exist_is_not_found(string address)
    {
        using var admin = await site.SignInAsync(Role.Administrator);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(address)).Status);
    }

    [Fact]
    public async Task A_file_is_read_edited_previewed_and_confirmed()
    {
        using var admin = await site.SignInAsync(Role.Administrator);
        var file = "datums;veids;nosaukums;pāris;avots\n2029-05-04;svētku diena;Likumā jau ir;;\n2029-04-30;pārcelta brīvdiena;Pirms 1. maija;2029-04-14;MK rīkojums Nr. 9\nnav datums;x;y;;\n2029-08-01;slēgts;Remonts;;\n";
        var answer = await (await admin.GetAsync(Address)).Form("form[data-form=bring]").Attach("Days", "2029.csv", Encoding.UTF8.GetBytes(file)).SendAsync("step", "bring");
        var page = await answer.FollowAsync();
        Assert.Contains("Tas nav datums.", page.TextOf("[data-table=faults]"), StringComparison.Ordinal);
        Assert.Contains("4", page.TextOf("[data-table=faults] td.num"), StringComparison.Ordinal);
        Assert.Equal(3, page.TextsOf("form[data-form=waiting] tbody tr").Count);
        Assert.Contains("Nav avota", page.TextOf("form[data-form=waiting]"), StringComparison.Ordinal);

        // The day without source is corrected by hand.
        var closed = await FindAsync(new(2029, 8, 1));
        var edit = (await admin.GetAsync($"{Address}/edit/{closed.Id}")).Form("form[data-form=edit]");
        Assert.Equal("2029-08-01", edit["On"]);
        var mistake = await edit.Fill("Source", "").SendAsync();
        Assert.Contains("Norādiet avotu", mistake.TextOf(".err-sum"), StringComparison.Ordinal);
        Assert.Equal(Address, (await mistake.Form("form[data-form=edit]").Fill("Source", "Direktora rīkojums").SendAsync()).Location);

        var confirm = await (await (await admin.GetAsync(Address)).Form("form[data-form=waiting]").SendAsync("step", "all")).FollowAsync();
        Assert.Equal(3, confirm.TextsOf("main .grid-t tbody tr").Count);
        var preview = await confirm.Form("form[data-form=confirm]").SendAsync("step", "preview");
        Assert.NotNull(preview.TextOf("#preview"));
        Assert.Equal(Address, (await preview.Form("form[data-form=confirm]").SendAsync("step", "apply")).Location);
        Assert.Equal(3, await site.RunAsync((IServiceDeskDb db) => db.Set<CalendarException>().CountAsync(e => e.On.Year == 2029 && e.WithdrawnAt == null)));
        Assert.Contains("Apstiprināts", (await admin.GetAsync(Address)).TextOf("form[data-form=decided]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_is_rejected_and_looked_at_again_and_a_choice_of_nothing_is_told()
    {
        using var admin = await site.SignInAsync(Role.Administrator);
        var page = await (await (await admin.GetAsync(Address)).Form("form[data-form=bring]").Fill("Pasted", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:z\nDTSTART;VALUE=DATE:20310203\nSUMMARY:Slēgts\nEND:VEVENT\nEND:VCALENDAR").Fill("Source", "Rīkojums").SendAsync("step", "bring")).FollowAsync();
        var day = await FindAsync(new(2031, 2, 3));
        Assert.Contains("Izvēlieties vismaz vienu dienu.", (await page.Form("form[data-form=waiting]").SendAsync("step", "chosen")).TextOf(".err-sum"), StringComparison.Ordinal);
        await page.Form("form[data-form=waiting]").SendAsync("reject", day.Id.ToString());
        Assert.Equal(ProposalState.Rejected, (await FindAsync(new(2031, 2, 3))).State);
        await (await admin.GetAsync(Address)).Form("form[data-form=decided]").SendAsync("again", day.Id.ToString());
        Assert.Equal(ProposalState.Proposed, (await FindAsync(new(2031, 2, 3))).State);
        await (await admin.GetAsync(Address)).Form("form[data-form=waiting]").SendAsync("reject", day.Id.ToString()); // leaves nothing waiting for the other tests
    }

    [Theory]
    [InlineData("", "Izvēlieties datni vai ielīmējiet tekstu")]
    [InlineData("kaut kas cits", "virsrakstam ar sleju")]
    public async Task A_text_that_holds_no_days_is_told(string text, string sentence)
    {
        using var admin = await site.SignInAsync(Role.Administrator);
        var page = await (await admin.GetAsync(Address)).Form("form[data-form=bring]").Fill("Pasted", text).SendAsync("step", "bring");
        Assert.Contains(sentence, page.TextOf(".err-sum"), StringComparison.Ordinal);
        Assert.Equal(text, page.Form("form[data-form=bring]")["Pasted"]);
    }

    private Task<CalendarProposal> FindAsync(DateOnly on) => site.RunAsync((IServiceDeskDb db) => db.Set<CalendarProposal>().AsNoTracking().SingleAsync(p => p.On == on));
}
