using System.Net;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Desk.Views;

/// <summary>Saved views through their pages: saved from the list, found in the menu, changed, arranged, deleted and brought back.</summary>
public class ViewPagesTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("/desk/views")]
    [InlineData("/desk/views/new?view=all")]
    public async Task Who_may_not_enter_the_desk_gets_403(string address) =>
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignInAsync(DeskCases.Outsider)).GetAsync(address)).Status);

    [Fact]
    public async Task A_view_that_is_not_there_is_not_found() =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignInAsync(DeskCases.Owner)).GetAsync($"/desk/views/{Guid.NewGuid()}")).Status);

    [Fact]
    public async Task The_present_list_is_saved_found_in_the_menu_and_shown_again()
    {
        var client = await site.SignInAsync(DeskCases.Owner);
        await site.SubmitAsync();
        var list = await client.GetAsync("/desk?view=unit&kind=Complaint&sort=-received");
        var form = await client.GetAsync(list.Document.QuerySelector("a[href^='/desk/views/new']")!.GetAttribute("href")!);
        Assert.Equal("Saglabāt skatu", form.TextOf("h1"));
        Assert.Contains("Sūdzība", form.TextsOf(".chips .tag"));
        var saved = await form.Form("form[data-form=view]").Fill("Input.Name", "Sūdzības, jaunākās").SendAsync();
        var shown = await saved.FollowAsync();
        Assert.Equal("Sūdzības, jaunākās", shown.TextOf("h1"));
        Assert.Equal("descending", shown.Document.QuerySelector("th.x-in")!.GetAttribute("aria-sort"));
        Assert.Contains("Sūdzība", shown.TextOf(".chips"), StringComparison.Ordinal);
        var link = shown.Document.QuerySelector(".s-nav a[aria-current=page]")!;
        Assert.Contains("Sūdzības, jaunākās", link.TextContent, StringComparison.Ordinal);
        Assert.Matches("[0-9]+", link.QuerySelector(".c")!.TextContent);
        Assert.DoesNotContain("Saglabāt izmaiņas skatā", shown.TextsOf(".bar a"));

        // A chip taken away changes the list, and the view when its owner wants so.
        var changed = await client.GetAsync(shown.Document.QuerySelectorAll("a.chip-on")[^1].GetAttribute("href")!);
        Assert.Equal("Sūdzības, jaunākās", changed.TextOf("h1"));
        var edit = await client.GetAsync(changed.Document.QuerySelectorAll(".bar a").Single(a => a.TextContent.Contains("izmaiņas", StringComparison.Ordinal)).GetAttribute("href")!);
        var kept = await (await edit.Form("form[data-form=view]").Fill("Input.Name", "Jaunākās").Fill("Input.Sharing", "Unit").SendAsync()).FollowAsync();
        Assert.Equal("Jaunākās", kept.TextOf("h1"));
        Assert.Single(kept.Document.QuerySelectorAll("a.chip-on"));

        // The head of the unit finds it too, and may change what the unit shares.
        Assert.Contains("Jaunākās", (await (await site.SignInAsync(DeskCases.Head)).GetAsync("/desk/views")).TextsOf(".view-name a"));
        Assert.DoesNotContain("Jaunākās", (await (await site.SignInAsync(DeskCases.Stranger)).GetAsync("/desk/views")).TextsOf(".view-name a"));
    }

    [Fact]
    public async Task A_shared_view_shows_what_its_reader_may_see()
    {
        var id = await site.SubmitAsync(text: "Pilns konteiners pie 14. mājas.");
        var head = await site.SignInAsync(DeskCases.HeadOfService);
        var form = await head.GetAsync("/desk/views/new?view=all&q=konteiners");
        var saved = await form.Form("form[data-form=view]").Fill("Input.Name", "Konteineri").Fill("Input.Sharing", "Everybody").SendAsync();
        Assert.Contains(id.ToString(), (await saved.FollowAsync()).Html, StringComparison.Ordinal);
        var auditor = await (await site.SignInAsync(DeskCases.Auditor)).GetAsync(saved.Location!);
        Assert.Equal("Konteineri", auditor.TextOf("h1"));
        Assert.DoesNotContain(id.ToString(), auditor.Html, StringComparison.Ordinal);
        Assert.Equal("0", auditor.Document.QuerySelector(".s-nav a[aria-current=page] .c")!.TextContent.Trim());
    }

    [Fact]
    public async Task Views_are_arranged_hidden_deleted_and_brought_back()
    {
        var client = await site.SignInAsync(DeskCases.Person("Elīna"));
        foreach (var name in new[] { "Viens", "Divi" })
            await (await client.GetAsync("/desk/views/new?view=mine")).Form("form[data-form=view]").Fill("Input.Name", name).SendAsync();
        // Views that others share with everybody stand in the list too, so every step is taken in the row of its own view.
        var page = await client.GetAsync("/desk/views");
        page = await (await Row(page, "arrange", "Viens").SendAsync("move", "Down")).FollowAsync();
        Assert.Equal(["Divi", "Viens"], page.TextsOf(".view-name a").Where(n => n is "Viens" or "Divi"));
        page = await (await Row(page, "arrange", "Divi").SendAsync("move", "Hide")).FollowAsync();
        Assert.Contains("nav izvēlnē", page.TextOf(".views li.off"), StringComparison.Ordinal);
        page = await (await Row(page, "delete", "Divi").SendAsync()).FollowAsync();
        Assert.Contains("Skats ir izdzēsts", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Divi", page.TextsOf(".view-name a"));
        page = await (await page.Form("form[data-form=restore]").SendAsync()).FollowAsync();
        Assert.Contains("Divi", page.TextsOf(".view-name a"));
        var refused = await Row(page, "arrange", "Viens").Fill("id", Guid.NewGuid().ToString()).SendAsync("move", "Hide");
        Assert.Contains("Skats nav atrasts", refused.TextOf("#errors"), StringComparison.Ordinal);
    }

    private static PageForm Row(Page page, string form, string view)
    {
        var id = page.Document.QuerySelectorAll(".view-name a").Single(a => a.TextContent == view).GetAttribute("href")!.Split('/', '=')[^1];
        return page.Form($"form[data-form={form}]:has(input[value='{id}'])");
    }

    [Fact]
    public async Task A_view_without_a_name_is_not_saved()
    {
        var form = await (await site.SignInAsync(DeskCases.Owner)).GetAsync("/desk/views/new?view=unit");
        Assert.Contains("Ierakstiet skata nosaukumu", (await form.Form("form[data-form=view]").Fill("Input.Name", "").SendAsync()).TextOf("#errors"), StringComparison.Ordinal);
        Assert.Contains("par garu", (await form.Form("form[data-form=view]").Fill("Input.Name", new string('a', 61)).SendAsync()).TextOf("#errors"), StringComparison.Ordinal);
        var wide = await form.Form("form[data-form=view]").Fill("Input.Name", "Visiem").Fill("Input.Sharing", "Everybody").SendAsync();
        Assert.Contains("Klientu apkalpošanas centra vadītājs", wide.TextOf("#errors"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Single_keys_are_listed_on_a_page_and_switched_off_by_who_does_not_want_them()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignInAsync(DeskCases.Outsider)).GetAsync("/desk/keys")).Status);
        var client = await site.SignInAsync(DeskCases.Person("Sanita"));
        var page = await client.GetAsync("/desk/keys");
        Assert.Contains("nākamā vai iepriekšējā lieta", page.Text, StringComparison.Ordinal);
        var off = await (await page.Form("form[data-form=single-keys]").SendAsync()).FollowAsync();
        Assert.Equal("off", off.Document.Body!.GetAttribute("data-single-keys"));
        Assert.Contains("Jums ir izslēgti", off.Text, StringComparison.Ordinal);
        var on = await (await off.Form("form[data-form=single-keys]").SendAsync()).FollowAsync();
        Assert.NotEqual("off", on.Document.Body!.GetAttribute("data-single-keys"));
    }
}
