using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;

namespace ServiceDesk.Web.Tests.Desk.Access;

/// <summary>The access table over HTTP: every page of the desk, every role, every relation to a case; and every form of a case.</summary>
public partial class AccessOverHttpTests(RoleSite site) : IClassFixture<RoleSite>
{
    private List<(string Route, CompiledPageActionDescriptor? Page)>? endpoints;

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    private List<(string Route, CompiledPageActionDescriptor? Page)> Endpoints => endpoints ??=
        [.. site.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText?.TrimStart('/').StartsWith("desk", StringComparison.Ordinal) == true && !e.RoutePattern.RawText.Contains("{*", StringComparison.Ordinal))
            .Select(e => (e.RoutePattern.RawText!.TrimStart('/'), Compiled(e))).DistinctBy(e => e.Item1)];

    [Fact]
    public void Every_page_and_file_of_the_desk_has_a_line_in_the_table()
    {
        Assert.Empty(Endpoints.Select(e => e.Route).Except(DeskPages.All.Select(p => p.Route)));
        Assert.Equal(DeskPages.All.Count, DeskPages.All.DistinctBy(p => p.Route).Count());
    }

    [Theory, MemberData(nameof(Roles))]
    public async Task A_role_enters_the_pages_the_table_gives_it_and_no_other(Role role)
    {
        var client = await site.AsAsync(role);
        List<string> faults = [];
        foreach (var page in DeskPages.All.Where(p => p.Thing is null && Exists(p)))
        {
            var answer = await client.GetAsync("/" + Concrete(page.Route));
            var may = AccessMatrix.Grants([role], page.Permission) && page.Only?.Contains(role) != false;
            if (may == (answer.Status == HttpStatusCode.Forbidden) && !(page.Route == "desk" && answer.Status == HttpStatusCode.Redirect))
                faults.Add($"{role} × {page.Route}: {answer.Status}");
            if (page.Route is not "desk" and not "desk/about-me" && (answer.Html.Contains(site.Foreign.Word, StringComparison.Ordinal) && !Reads(role, site.Foreign)))
                faults.Add($"{role} × {page.Route}: tells of a foreign case");
            if (answer.Html.Contains(site.AboutThem.Word, StringComparison.Ordinal) || (page.Route != "desk/about-me" && page.Route != "desk/notices" && Tells(answer.Html, site.AboutThem)))
                faults.Add($"{role} × {page.Route}: tells of a complaint about the person");
        }

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    [Theory, MemberData(nameof(Roles))]
    public async Task A_role_opens_the_pages_of_a_case_as_far_as_the_table_says(Role role)
    {
        var client = await site.AsAsync(role);
        List<string> faults = [];
        foreach (var item in site.CasesOf(role))
        {
            foreach (var page in DeskPages.All.Where(p => p.Thing is not null && Exists(p) && IsShown(p)))
            {
                var answer = await client.GetAsync("/" + Concrete(page.Route, item));
                var may = AccessMatrix.Grants([role], page.Permission) && May(role, page, item);
                // An address that takes forms only leads to the case itself, which is asked above.
                var isShut = answer.Status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.Found;
                if (!may && !isShut)
                    faults.Add($"{role} × {page.Route} × {Named(item)}: open, {answer.Status}");
                if (may && page.IsPlain && isShut)
                    faults.Add($"{role} × {page.Route} × {Named(item)}: shut, {answer.Status}");
                if (!Reads(role, item) && answer.Html.Contains(item.Word, StringComparison.Ordinal))
                    faults.Add($"{role} × {page.Route} × {Named(item)}: tells what is in it");
            }
        }

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    [Theory, MemberData(nameof(Roles))]
    public async Task No_form_of_a_case_changes_it_for_whom_the_table_refuses(Role role)
    {
        var client = await site.AsAsync(role);
        var token = (await client.GetAsync("/desk/account")).Form("form[data-form=language]")["__RequestVerificationToken"]!;
        List<string> faults = [];
        // One foreign case and one each may not write to for another reason.
        var shut = site.CasesOf(role).Where(c => !Writes(role, c)).DistinctBy(c => (c.Relation, c.About)).Append(site.AboutThem).ToList();
        foreach (var item in shut)
        {
            var before = await StateAsync(item.Id);
            foreach (var (address, fields) in Forms(item, token))
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields) };
                await client.SendAsync(request);
                if (await StateAsync(item.Id) is var after && after != before)
                {
                    faults.Add($"{role} × {Named(item)}: {address} changed it");
                    before = after;
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    [Theory, MemberData(nameof(Roles))]
    public async Task A_search_finds_and_shows_no_more_than_the_table_gives(Role role)
    {
        if (!AccessMatrix.Grants([role], Permission.UseDesk))
            return;
        var client = await site.AsAsync(role);
        foreach (var item in site.CasesOf(role).Append(site.AboutThem))
        {
            var reads = item != site.AboutThem && Reads(role, item);
            var byWord = await client.GetAsync($"/desk/search?q={item.Word}");
            Assert.True(byWord.Html.Contains($"/desk/cases/{item.Id}", StringComparison.Ordinal) == reads, $"{role} {Named(item)} by word");
            var byNumber = await client.GetAsync($"/desk/search?q={Uri.EscapeDataString(item.Number)}");
            Assert.True(reads || !byNumber.TextsOf("main *").Any(t => t.Contains(item.Word, StringComparison.Ordinal)), $"{role} {Named(item)} by number");
            if (item == site.AboutThem)
                Assert.DoesNotContain($"/desk/cases/{item.Id}", byNumber.Html, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Roles))]
    public async Task Those_complained_about_get_the_gist_and_no_more(Role role)
    {
        var client = await site.AsAsync(role);
        var page = await client.GetAsync("/desk/about-me");
        Assert.Contains("Darbinieks runājis nelaipni.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(DeskCases.Client, page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(DeskCases.Email, page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(site.AboutThem.Word, page.Html, StringComparison.Ordinal);
        foreach (var rest in new[] { "", "/print", $"/files/{site.AboutThem.FileId}", "/about", "/pass", "/close" })
            Assert.True((await client.GetAsync($"/desk/cases/{site.AboutThem.Id}{rest}")).Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden, $"{role} {rest}");
    }

    [Theory, MemberData(nameof(Roles))]
    public async Task Lists_taken_away_hold_no_more_than_the_pages(Role role)
    {
        if (!AccessMatrix.Grants([role], Permission.SeeMessageLog))
            return;
        var client = await site.AsAsync(role);
        var file = await client.Http.GetStringAsync("/desk/messages/export?format=csv", TestContext.Current.CancellationToken);
        var closed = AccessTable.Of(role, AccessThing.MessageLog, AccessOperation.Read) == AccessScope.Aggregate;
        foreach (var item in site.CasesOf(role))
        {
            if (!closed)
                Assert.True(Tells(file, item) == Reads(role, item), $"{role} {Named(item)}");
            else
                Assert.DoesNotContain(DeskCases.Email, file, StringComparison.Ordinal);
        }

        Assert.False(Tells(file, site.AboutThem), "a complaint about the person");
    }

    /// <summary>Whether a number stands there as a whole, not as the beginning of a longer one.</summary>
    private static bool Tells(string text, SeenCase item) => Regex.IsMatch(text, Regex.Escape(item.Number) + @"(?!\d)");

    private static string Named(SeenCase item) => $"{(item.About ? "about a person" : "ordinary")} {item.Relation}";

    private static bool May(Role role, DeskPage page, SeenCase item) => page switch
    {
        { Thing: AccessThing.CaseHead } => AccessTable.Of(role, AccessThing.CaseHead, AccessOperation.Read).HasFlag(AccessScope.All) || Reads(role, item),
        { Operation: AccessOperation.Write } => Writes(role, item) || (page.Route.EndsWith("/presence", StringComparison.Ordinal) && Reads(role, item)) || Linked(page) && Reads(role, item),
        _ => Reads(role, item),
    };

    private bool Exists(DeskPage page) => Endpoints.Exists(e => e.Route == page.Route);

    /// <summary>Some addresses take forms only.</summary>
    private bool IsShown(DeskPage page) => Endpoints.First(e => e.Route == page.Route).Page?.HandlerMethods.Any(h => h.HttpMethod == "Get") != false;

    /// <summary>Pages that who may read a case may look at; their forms ask for more.</summary>
    private static bool Linked(DeskPage page) => page.Route.EndsWith("/links", StringComparison.Ordinal);

    private static bool Reads(Role role, SeenCase item) =>
        AccessTable.Allows([role], item.About ? AccessThing.ComplaintAboutPerson : AccessThing.CaseContent, AccessOperation.Read, item.Relation);

    private static bool Writes(Role role, SeenCase item)
    {
        var thing = item.About ? AccessThing.ComplaintAboutPerson : AccessThing.CaseContent;
        return item.Relation == AccessScope.Escalated
            ? AccessTable.Of(role, thing, AccessOperation.Write).HasFlag(AccessScope.All)
            : AccessTable.Allows([role], thing, AccessOperation.Write, item.Relation);
    }

    /// <summary>Pages are compiled when they are first asked for; only then their handlers are known.</summary>
    private CompiledPageActionDescriptor? Compiled(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page
        ? site.Services.GetRequiredService<PageLoader>().LoadAsync(page, EndpointMetadataCollection.Empty).GetAwaiter().GetResult()
        : null;

    private static string Concrete(string route, SeenCase? item = null) => Parameter().Replace(route, m => m.Groups["name"].Value switch
    {
        "id" when item is not null => item.Id.ToString(),
        "fileId" when item is not null => item.FileId.ToString(),
        "year" => "2026",
        "number" => "1",
        _ when m.Value.Contains("guid", StringComparison.Ordinal) => Guid.Empty.ToString(),
        _ => "x",
    });

    /// <summary>Every handler of every page of a case, with fields that would let it through.</summary>
    private IEnumerable<(string Address, List<KeyValuePair<string, string>> Fields)> Forms(SeenCase item, string token)
    {
        var fields = new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token,
            ["Input.Text"] = "Teksts",
            ["Input.Salutation"] = "Labdien!",
            ["Input.NextSteps"] = "Nekas",
            ["Input.Reason"] = "Iemesls",
            ["reason"] = "Iemesls",
            ["Input.Delivery"] = "Phone",
            ["Input.Outcome"] = "Explained",
            ["Input.On"] = "true",
            ["Input.Token"] = Guid.NewGuid().ToString(),
            ["Input.Gist"] = "Būtība",
            ["Input.Ground"] = "Consent",
            ["Input.Basis"] = "Piekrita",
            ["Input.To"] = "EthicsCommission",
            ["Input.UntilOn"] = "2030-01-01",
            ["Input.Question"] = "Jautājums?",
            ["Input.HideReason"] = "Iemesls",
        };
        foreach (var (route, page) in Endpoints.Where(e => e.Route.StartsWith("desk/cases/", StringComparison.Ordinal)))
        {
            foreach (var handler in page?.HandlerMethods.Where(h => h.HttpMethod == "Post") ?? [])
                yield return ($"/{Concrete(route, item)}{(handler.Name is { Length: > 0 } name ? $"?handler={name}" : "")}", [.. fields.Append(new("Input.Version", "999"))]);
        }

        // The plainest of all, in every detail right: a note needs no version.
        yield return ($"/desk/cases/{item.Id}?handler=Note", [.. fields]);
    }

    private Task<CaseTrace> StateAsync(Guid id) => site.RunAsync(async (IServiceDeskDb db) =>
        await db.Set<Case>().Where(c => c.Id == id).Select(c => new CaseTrace(c.Version, c.Messages.Count, c.History.Count)).SingleAsync());

    private sealed record CaseTrace(int Version, int Messages, int History);

    [GeneratedRegex(@"\{(?<name>\w+)[^}]*\}")]
    private static partial Regex Parameter();
}
