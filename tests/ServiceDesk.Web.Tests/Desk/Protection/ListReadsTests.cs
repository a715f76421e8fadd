using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Desk.Protection;

public class ListReadsTests(ListReadsTests.ReadSite site) : IClassFixture<ListReadsTests.ReadSite>
{
    private const string Address = "/desk/protection/access-log";

    [Theory]
    [InlineData(Role.Employee)]
    [InlineData(Role.HeadOfClientService)]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Auditor)]
    public async Task Others_may_not_enter(Role role)
    {
        var client = await site.SignInAsync(role);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync(Address)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync(Address + "/export?format=csv")).Status);
    }

    [Fact]
    public async Task The_officer_sees_who_read_what_and_why()
    {
        var page = await (await site.SignInAsync(Role.DataProtectionOfficer)).GetAsync(Address + "?by=Inga+Bērziņa");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var row = Assert.Single(page.TextsOf("tbody tr"), text => text.Contains("4.1-5/26/77", StringComparison.Ordinal));
        Assert.Contains("Inga Bērziņa", row, StringComparison.Ordinal);
        Assert.Contains("Lietas kārtošana", row, StringComparison.Ordinal);
        Assert.Contains("Lasīšanas žurnāls", page.TextsOf(".s-nav a"));
    }

    [Fact]
    public async Task Filters_narrow_the_list_and_can_be_taken_back()
    {
        var client = await site.SignInAsync(Role.DataProtectionOfficer);
        var page = await client.GetAsync(Address + "?thing=PersonalCode&purpose=Stated&way=Reveal&number=K-9&from=2020-01-01&to=2099-12-31");
        Assert.Contains("Jāsalīdzina ar pasi", Assert.Single(page.TextsOf("tbody tr")), StringComparison.Ordinal);
        var none = await client.GetAsync(Address + "?number=nav-tāda");
        Assert.Contains("Šādai atlasei", none.TextOf(".empty"), StringComparison.Ordinal);
        Assert.NotNull(none.Document.QuerySelector($"form[data-form=filter] a[href='{Address}']"));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(Address + "?after=1_2&thing=nonsense")).Status);
    }

    [Fact]
    public async Task The_log_is_taken_away_as_a_table_and_that_is_written_down()
    {
        var client = await site.SignInAsync(Role.DataProtectionOfficer);
        var file = await client.GetAsync(Address + "/export?format=csv&number=K-9");
        Assert.Equal(HttpStatusCode.OK, file.Status);
        Assert.Contains("K-9", file.Text, StringComparison.Ordinal);
        Assert.Contains("Izgūts saraksts", (await client.GetAsync(Address + "?thing=AccessLog")).TextOf("tbody"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(Address + "/export?format=exe")).Status);
    }

    public sealed class ReadSite : Site
    {
        protected override async Task FillAsync()
        {
            await using var scope = Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<IServiceDeskDb>();
            var now = Time.GetUtcNow();
            db.Set<ReadRecord>().Add(new ReadRecord(now, null, "Inga Bērziņa", ReadThing.Case, "aa", "4.1-5/26/77", ReadWay.Page, ReadPurpose.Handling));
            db.Set<ReadRecord>().Add(new ReadRecord(now, null, "Inga Bērziņa", ReadThing.PersonalCode, "bb", "K-9", ReadWay.Reveal, ReadPurpose.Stated, "Jāsalīdzina ar pasi"));
            await db.SaveChangesAsync();
        }
    }
}
