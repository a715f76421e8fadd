using System.Net;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Desk.Deadlines;

public class StandardPagesTests(Site site) : IClassFixture<Site>
{
    public static readonly TheoryData<string> Pages =
        ["/desk/standard", "/desk/standard/term/external-reply", "/desk/standard/duty/praise", "/desk/standard/counting", "/desk/standard/compare"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Only_who_manages_the_standard_enters(string address)
    {
        using var specialist = await site.SignInAsync(Role.ClientServiceSpecialist);
        var page = await specialist.GetAsync(address);
        Assert.Equal(HttpStatusCode.Forbidden, (page.Location is null ? page : await page.FollowAsync()).Status);
        Assert.StartsWith("/sign-in", (await site.Visitor().GetAsync(address)).Location, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_pages_render(string address)
    {
        using var head = await site.SignInAsync(Role.HeadOfClientService);
        var page = await head.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("[Deadlines.", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/desk/standard/term/none")]
    [InlineData("/desk/standard/duty/none")]
    [InlineData("/desk/standard/restore/99")]
    [InlineData("/desk/standard/compare?from=1&to=99")]
    public async Task What_does_not_exist_is_not_found(string address)
    {
        using var head = await site.SignInAsync(Role.HeadOfClientService);
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync(address)).Status);
    }

    [Fact]
    public async Task The_standard_shows_rules_duties_versions_and_the_law()
    {
        using var head = await site.SignInAsync(Role.HeadOfClientService);
        var page = await head.GetAsync("/desk/standard");
        Assert.Contains("SIG 21.1", page.Text, StringComparison.Ordinal);
        Assert.Contains("SIG 33", page.Text, StringComparison.Ordinal);
        Assert.Contains("28.02.2026.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_term_a_duty_and_the_counting_are_changed_in_two_steps()
    {
        using var head = await site.SignInAsync(Role.HeadOfClientService);
        await ChangeAsync(head, "/desk/standard/term/external-reply", f => f.Fill("Count", "2").Fill("From", "2026-07-01"));
        await ChangeAsync(head, "/desk/standard/duty/ethics-commission", f => f.Fill("From", "2026-07-01"));
        await ChangeAsync(head, "/desk/standard/counting", f => f.Fill("AfterHours", "NextWorkingDay").Fill("From", "2026-07-01"));
        var overview = await site.RunAsync((ShowStandardHandler h) => h.HandleAsync(TestContext.Current.CancellationToken));
        Assert.Equal((1, 4), (overview.Current.Version, overview.Newest.Version));
        Assert.Equal(2, overview.Newest.Find("external-reply")!.Term.Count);
        Assert.False(overview.Newest.Demands("ethics-commission"));

        // The last change is shown field by field and taken back by one more version.
        var page = await head.GetAsync("/desk/standard/compare");
        Assert.Contains("Pēc darba laika saņemtais", page.TextOf("[data-table=differences]"), StringComparison.Ordinal);
        var undo = (await head.GetAsync("/desk/standard")).Document.QuerySelector("a[href='/desk/standard/restore/3']");
        Assert.NotNull(undo);
        await ChangeAsync(head, "/desk/standard/restore/3", f => f);
        overview = await site.RunAsync((ShowStandardHandler h) => h.HandleAsync(TestContext.Current.CancellationToken));
        Assert.Equal((5, Domain.Deadlines.AfterHoursReceipt.ArrivalDay), (overview.Newest.Version, overview.Newest.Settings.AfterHoursReceipt));
    }

    [Theory]
    [InlineData("0", "2026-07-10", "Iemesls", "no 1 līdz 366")]
    [InlineData("5", "", "Iemesls", "Norādiet datumu.")]
    [InlineData("5", "2020-01-01", "Iemesls", "agrāk nekā pēdējā redakcija")]
    [InlineData("5", "2026-07-10", "", "Uzrakstiet pamatojumu.")]
    public async Task Every_mistake_has_its_sentence(string count, string from, string reason, string sentence)
    {
        using var head = await site.SignInAsync(Role.HeadOfClientService);
        var page = await (await head.GetAsync("/desk/standard/term/internal-reply")).Form("form.narrow-form")
            .Fill("Count", count).Fill("From", from).Fill("Reason", reason).SendAsync("step", "preview");
        Assert.Contains(sentence, page.TextOf(".err-sum"), StringComparison.Ordinal);
    }

    private static async Task ChangeAsync(PageClient head, string address, Func<PageForm, PageForm> fill)
    {
        var preview = await fill((await head.GetAsync(address)).Form("form.narrow-form")).Fill("Reason", "Domes lēmums").SendAsync("step", "preview");
        Assert.NotNull(preview.TextOf("#preview"));
        Assert.Equal("/desk/standard", (await preview.Form("form.narrow-form").SendAsync("step", "apply")).Location);
    }
}
