using System.Net;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Desk.Protection;

public class RetentionPagesTests(RetentionPagesTests.OldSite site) : IClassFixture<RetentionPagesTests.OldSite>
{
    public static readonly TheoryData<string> Pages =
        ["/desk/protection/retention", "/desk/protection/retention/terms", "/desk/protection/retention/terms/Complaint", "/desk/protection/retention/holds"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Only_who_approves_enters(string address)
    {
        using var specialist = await site.SignInAsync(Role.ClientServiceSpecialist);
        Assert.Equal(HttpStatusCode.Forbidden, (await specialist.GetAsync(address)).Status);
        Assert.StartsWith("/sign-in", (await site.Visitor().GetAsync(address)).Location, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_pages_render(string address)
    {
        using var keeper = await site.SignInAsync(Role.RecordsKeeper);
        var page = await keeper.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("[Protection.", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/desk/protection/retention/0198f3f8-0000-7000-8000-000000000000")]
    [InlineData("/desk/protection/retention/0198f3f8-0000-7000-8000-000000000000/export?format=csv")]
    [InlineData("/desk/protection/retention/terms/Nothing")]
    [InlineData("/desk/protection/retention/terms/77")]
    public async Task What_does_not_exist_is_not_found(string address)
    {
        using var keeper = await site.SignInAsync(Role.RecordsKeeper);
        Assert.Equal(HttpStatusCode.NotFound, (await keeper.GetAsync(address)).Status);
    }

    [Fact]
    public async Task A_list_is_looked_for_thinned_out_approved_and_taken_along_as_a_file()
    {
        using var keeper = await site.SignInAsync(Role.RecordsKeeper);
        await (await keeper.GetAsync("/desk/protection/retention")).Form("form[data-form=propose]").SendAsync();
        var listed = await keeper.GetAsync("/desk/protection/retention");
        var address = listed.Document.QuerySelector("table[data-table=lists] a")!.GetAttribute("href")!;
        var list = await keeper.GetAsync(address);
        var (kept, goes) = (RowOf(list, "2009"), RowOf(list, "2011"));

        var none = await list.Form("form[data-form=rows]").Fill("Reason", "Vajag").SendAsync("step", "keep");
        Assert.Contains("Atzīmējiet vismaz vienu ierakstu.", none.TextOf(".err-sum"), StringComparison.Ordinal);
        var noReason = await list.Form("form[data-form=rows]").Fill("Rows", kept).SendAsync("step", "keep");
        Assert.Contains("Ierakstiet iemeslu.", noReason.TextOf(".err-sum"), StringComparison.Ordinal);
        Assert.Equal(kept, noReason.Form("form[data-form=rows]")["Rows"]);
        var past = await list.Form("form[data-form=rows]").Fill("Rows", kept).Fill("Reason", "Vajag").Fill("NotBefore", "2020-01-01").SendAsync("step", "keep");
        Assert.Contains("Dienai jābūt nākotnē.", past.TextOf(".err-sum"), StringComparison.Ordinal);
        Assert.Equal(address, (await list.Form("form[data-form=rows]").Fill("Rows", kept).Fill("Reason", "Vajag revīzijai").SendAsync("step", "keep")).Location);

        list = await keeper.GetAsync(address);
        var unsure = await list.Form("form[data-form=approve]").SendAsync("step", "approve");
        Assert.Contains("Atzīmējiet, ka esat pārskatījis sarakstu.", unsure.TextOf(".err-sum"), StringComparison.Ordinal);
        await list.Form("form[data-form=approve]").Fill("Sure", "true").SendAsync("step", "approve");
        list = await keeper.GetAsync(address);
        Assert.Equal("Apstiprināts", list.TextOf(".bar .state"));
        Assert.Null(list.Document.QuerySelector("form[data-form=approve]"));
        var csv = (await keeper.GetAsync(address + "/export?format=csv")).Html;
        Assert.Contains("Vajag revīzijai", csv, StringComparison.Ordinal);
        Assert.Equal(RetentionRowState.Approved, await site.RunAsync((IServiceDeskDb db) => db.Set<RetentionRow>().Where(r => r.Id == Guid.Parse(goes)).Select(r => r.State).SingleAsync()));
    }

    [Fact]
    public async Task A_term_is_changed_with_its_history_below()
    {
        using var keeper = await site.SignInAsync(Role.RecordsKeeper);
        const string address = "/desk/protection/retention/terms/PersonRequest";
        var tooLong = await (await keeper.GetAsync(address)).Form("form[data-form=term]").Fill("Input.Years", "500").SendAsync();
        Assert.Contains("Termiņš ir no 1 līdz 100 gadiem vai tukšs.", tooLong.TextOf(".err-sum"), StringComparison.Ordinal);
        var noBasis = await (await keeper.GetAsync(address)).Form("form[data-form=term]").Fill("Input.Basis", "").SendAsync();
        Assert.Contains("Norādiet termiņa pamatu.", noBasis.TextOf(".err-sum"), StringComparison.Ordinal);
        var old = (await keeper.GetAsync(address)).Form("form[data-form=term]");
        await (await keeper.GetAsync(address)).Form("form[data-form=term]").Fill("Input.Years", "7").Fill("Input.Reason", "Jauna nomenklatūra").SendAsync();
        var page = await keeper.GetAsync(address);
        Assert.Contains("Jauna nomenklatūra", page.TextOf(".changes"), StringComparison.Ordinal);
        Assert.Contains("Kāds cits to tikmēr mainīja", (await old.Fill("Input.Years", "9").SendAsync()).TextOf(".err-sum"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hold_is_refused_without_a_number_or_a_reason()
    {
        using var keeper = await site.SignInAsync(Role.RecordsKeeper);
        var form = (await keeper.GetAsync("/desk/protection/retention/holds")).Form("form[data-form=hold]");
        Assert.Contains("Ierakstiet reģistrācijas numuru.", (await form.Fill("Reason", "x").SendAsync()).TextOf(".err-sum"), StringComparison.Ordinal);
        Assert.Contains("nav ne lietu, ne pārkāpumu reģistrā", (await form.Fill("Number", "9/99").SendAsync()).TextOf(".err-sum"), StringComparison.Ordinal);
    }

    private static string RowOf(Page list, string label) =>
        list.Document.QuerySelectorAll("table[data-table=rows] tbody tr").Single(r => r.QuerySelector("th")!.TextContent.Trim() == label).QuerySelector("input")!.GetAttribute("value")!;

    /// <summary>A house whose log of changes goes back further than it must be kept.</summary>
    public sealed class OldSite : Site
    {
        protected override Task FillAsync() => RunAsync((IServiceDeskDb db) =>
        {
            foreach (var year in new[] { 2009, 2011 })
                db.Set<ChangeRecord>().Add(new ChangeRecord(new(year, 5, 1, 0, 0, 0, TimeSpan.Zero), null, "", ChangedThing.Unit, "x", "x", ChangeAction.Created, "", "", null));
            return db.SaveChangesAsync();
        });
    }
}
