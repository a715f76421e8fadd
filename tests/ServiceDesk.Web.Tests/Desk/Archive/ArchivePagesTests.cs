using System.Net;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Archive;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Desk.Archive;

/// <summary>Nomenclatures and filing, page by page. Every test keeps to a year of its own.</summary>
public class ArchivePagesTests(Site site) : IClassFixture<Site>
{
    public static readonly TheoryData<string> Pages = ["/desk/archive", "/desk/archive/unfiled", "/desk/archive/unfiled?what=Document", "/desk/archive/acts", "/desk/archive/acts/new?kind=BetweenEmployees", "/desk/archive/acts/new?kind=ToArchives", "/desk/archive/description"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Only_the_records_keeper_enters(string address)
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
        Assert.DoesNotContain("[Archive.", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/desk/archive/1999")]
    [InlineData("/desk/archive/1999/files")]
    [InlineData("/desk/archive/1999/export?format=csv")]
    [InlineData("/desk/archive/acts/0198f3f8-0000-7000-8000-000000000000")]
    [InlineData("/desk/archive/acts/0198f3f8-0000-7000-8000-000000000000/export?format=csv")]
    [InlineData("/desk/archive/description/export?format=doc")]
    [InlineData("/desk/archive/files/0198f3f8-0000-7000-8000-000000000000")]
    public async Task What_does_not_exist_is_not_found(string address)
    {
        using var keeper = await site.SignInAsync(Role.RecordsKeeper);
        Assert.Equal(HttpStatusCode.NotFound, (await keeper.GetAsync(address)).Status);
    }

    [Fact]
    public async Task A_nomenclature_is_drawn_up_approved_and_frozen_and_copied_into_the_next_year()
    {
        using var keeper = await site.SignInAsync(Role.RecordsKeeper);
        await BeginAsync(keeper, 2101);
        var empty = await (await keeper.GetAsync("/desk/archive/2101")).Form("form[data-form=approve]").Fill("Agreement", "rīkojums Nr. 4").SendAsync("step", "approve");
        Assert.Contains("Nav nevienas lietas.", empty.TextOf(".err-sum"), StringComparison.Ordinal);
        var form = (await keeper.GetAsync("/desk/archive/2101/files")).Form("form[data-form=file]");
        Assert.Contains("Ierakstiet indeksu.", (await form.SendAsync("step", "save")).TextOf(".err-sum"), StringComparison.Ordinal);
        await AddAsync(keeper, 2101, "9.1-10", "Vēlākie", 75);
        await AddAsync(keeper, 2101, "9.1-9", "Agrākie", 5);
        var twice = await (await keeper.GetAsync("/desk/archive/2101/files")).Form("form[data-form=file]").Fill("Input.Index", "9.1-9").Fill("Input.Title", "x").Fill("Input.Basis", "x").SendAsync("step", "save");
        Assert.Contains("Indekss 9.1-9 šajā gadā jau ir.", twice.TextOf(".err-sum"), StringComparison.Ordinal);

        var page = await keeper.GetAsync("/desk/archive/2101");
        Assert.Equal(["9.1-9", "9.1-10"], page.TextsOf("table[data-table=files] td:first-child")); // numbers as numbers
        Assert.Contains("Ierakstiet apstiprinājuma pamatu.", (await page.Form("form[data-form=approve]").SendAsync("step", "approve")).TextOf(".err-sum"), StringComparison.Ordinal);
        var old = page.Form("form[data-form=approve]");
        await page.Form("form[data-form=approve]").Fill("Agreement", "Rīkojums Nr. 1.1-5/00/4").SendAsync("step", "approve");
        Assert.Contains("Kāds cits to tikko mainīja", (await old.Fill("Agreement", "y").SendAsync("step", "approve")).TextOf(".err-sum"), StringComparison.Ordinal);
        page = await keeper.GetAsync("/desk/archive/2101");
        Assert.Equal("Apstiprināta", page.TextOf(".bar .state"));
        Assert.Contains("Rīkojums Nr. 1.1-5/00/4", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(page.TextsOf("table[data-table=files] a"), text => text.StartsWith("Labot", StringComparison.Ordinal));

        var later = (await keeper.GetAsync("/desk/archive/2101/files")).Form("form[data-form=file]").Fill("Input.Index", "9.1-11").Fill("Input.Title", "Piebilde").Fill("Input.Basis", "likums");
        Assert.Contains("kāpēc lieta pievienota pēc apstiprināšanas", (await later.SendAsync("step", "save")).TextOf(".err-sum"), StringComparison.Ordinal);
        await later.Fill("Note", "Jauna joma").SendAsync("step", "save");
        Assert.Contains("pievienota pēc apstiprināšanas: Jauna joma", (await keeper.GetAsync("/desk/archive/2101")).Text, StringComparison.Ordinal);

        await BeginAsync(keeper, 2102, copy: true);
        Assert.Equal(["9.1-9", "9.1-10", "9.1-11"], (await keeper.GetAsync("/desk/archive/2102")).TextsOf("table[data-table=files] td:first-child"));
        var csv = (await keeper.GetAsync("/desk/archive/2101/export?format=csv")).Html;
        Assert.Contains("2101;9.1-9;Agrākie;", csv, StringComparison.Ordinal);
        var json = await keeper.GetAsync("/desk/archive/2101/export?format=json");
        Assert.Contains("\"Index\": \"9.1-10\"", json.Html, StringComparison.Ordinal);
        Assert.True(json.Response.Headers.Contains("Digest"));
    }

    [Fact]
    public async Task A_closed_case_is_filed_where_it_belongs_and_moved_only_with_a_reason()
    {
        var id = await ClosedAsync();
        var item = await site.RunAsync((IServiceDeskDb db) => db.Set<Case>().AsNoTracking().SingleAsync(c => c.Id == id));
        using var keeper = await site.SignInAsync(Role.RecordsKeeper);
        await BeginAsync(keeper, item.RegisterYear);
        await AddAsync(keeper, item.RegisterYear, "4.1-7", "Sūdzības", 5, FiledKind.Of(item.Kind));
        await AddAsync(keeper, item.RegisterYear, "4.1-99", "Citi", 5);
        await (await keeper.GetAsync($"/desk/archive/{item.RegisterYear}")).Form("form[data-form=approve]").Fill("Agreement", "Rīkojums").SendAsync("step", "approve");

        var list = await keeper.GetAsync("/desk/archive/unfiled");
        var row = Assert.Single(list.TextsOf("table[data-table=unfiled] tbody tr"), text => text.Contains(item.Number, StringComparison.Ordinal));
        Assert.Contains("4.1-7", row, StringComparison.Ordinal);
        Assert.DoesNotContain(item.Subject, list.Text, StringComparison.Ordinal); // heads only
        Assert.Contains("Nekas nav izvēlēts.", (await list.Form("form[data-form=unfiled]").Without("Rows").SendAsync("step", "suggested")).TextOf(".err-sum"), StringComparison.Ordinal);
        await list.Form("form[data-form=unfiled]").SendAsync("step", "suggested");
        Assert.DoesNotContain((await keeper.GetAsync("/desk/archive/unfiled")).TextsOf("table[data-table=unfiled] tbody th"), number => number == item.Number);

        var file = await FileAsync(item.RegisterYear, "4.1-7");
        var page = await keeper.GetAsync($"/desk/archive/files/{file}");
        Assert.Contains(item.Number, page.TextsOf("table[data-table=items] tbody th"));
        var itemId = await site.RunAsync((IServiceDeskDb db) => db.Set<FiledItem>().Where(i => i.RecordId == id && i.LeftAt == null).Select(i => i.Id).SingleAsync());
        var other = await FileAsync(item.RegisterYear, "4.1-99");
        var move = page.Form("form[data-form=items]").Fill("Item", itemId.ToString()).Fill("Into", other.ToString());
        Assert.Contains("Ierakstiet iemeslu.", (await move.SendAsync("step", "refile")).TextOf(".err-sum"), StringComparison.Ordinal);
        await move.Fill("Reason", "Nepareizi ievietots").SendAsync("step", "refile");
        Assert.Contains("Nepareizi ievietots", (await keeper.GetAsync($"/desk/archive/files/{file}")).Text, StringComparison.Ordinal);
        Assert.Contains(item.Number, (await keeper.GetAsync($"/desk/archive/files/{other}")).TextsOf("table[data-table=items] tbody th"));

        var held = await (await keeper.GetAsync($"/desk/archive/files/{other}")).Form("form[data-form=hold]").Fill("HoldReason", "Tiesvedība").SendAsync("step", "hold");
        Assert.Contains("Tiesvedība", (await held.FollowAsync()).Text, StringComparison.Ordinal);
        var closed = await (await keeper.GetAsync($"/desk/archive/files/{other}")).Form("form[data-form=close]").SendAsync("step", "close");
        Assert.Contains($"31.12.{item.RegisterYear + 5}.", (await closed.FollowAsync()).Text, StringComparison.Ordinal);
    }

    private async Task<Guid> ClosedAsync()
    {
        var id = await site.SubmitAsync();
        await site.CloseAsync(id);
        return id;
    }

    private static async Task BeginAsync(PageClient keeper, int year, bool copy = false) =>
        await (await keeper.GetAsync("/desk/archive")).Form("form[data-form=begin]").Fill("Year", $"{year}").Fill("Copy", copy ? "true" : "false").SendAsync();

    private static async Task AddAsync(PageClient keeper, int year, string index, string title, int years, string? takes = null)
    {
        var form = (await keeper.GetAsync($"/desk/archive/{year}/files")).Form("form[data-form=file]")
            .Fill("Input.Index", index).Fill("Input.Title", title).Fill("Input.Years", $"{years}").Fill("Input.Basis", "Arhīvu likums");
        if (takes is not null)
            form.Fill("Input.Takes", takes);
        Assert.Equal($"/desk/archive/{year}", (await form.SendAsync("step", "save")).Location);
    }

    private Task<Guid> FileAsync(int year, string index) => site.RunAsync((IServiceDeskDb db) => db.Set<ArchiveFile>().Where(f => f.Year == year && f.Index == index).Select(f => f.Id).SingleAsync());
}
