using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Desk.Operations.ListChanges;

public class ListChangesTests(ListChangesTests.ChangedSite site) : IClassFixture<ListChangesTests.ChangedSite>
{
    [Theory]
    [InlineData(Role.Employee)]
    [InlineData(Role.HeadOfClientService)]
    [InlineData(Role.InformationTechnology)]
    public async Task Others_may_not_enter(Role role) =>
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignInAsync(role)).GetAsync("/desk/changes")).Status);

    [Theory]
    [InlineData(Role.Administrator)]
    [InlineData(Role.DataProtectionOfficer)]
    [InlineData(Role.Auditor)]
    public async Task The_difference_is_shown_field_by_field_in_words(Role role)
    {
        var page = await (await site.SignInAsync(role)).GetAsync("/desk/changes");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        var changed = Assert.Single(page.TextsOf(".change"), text => text.Contains("Ceļu daļa", StringComparison.Ordinal));
        Assert.Contains("Apkalpo klientus nē jā", changed, StringComparison.Ordinal);
        Assert.Contains("Tālrunis nav norādīts 64100101", changed, StringComparison.Ordinal);
        Assert.Contains("Pamatojums: jauns tālrunis", changed, StringComparison.Ordinal);
        Assert.Contains("Izmaiņu žurnāls", page.TextsOf(".s-nav a"));
    }

    [Fact]
    public async Task A_filter_that_finds_nothing_says_so_and_can_be_taken_back()
    {
        var page = await (await site.SignInAsync(Role.Administrator)).GetAsync("/desk/changes?thing=Template&from=2026-06-01&to=2026-06-30");
        Assert.Contains("Šādu izmaiņu nav.", page.TextOf(".empty"), StringComparison.Ordinal);
        Assert.Equal("2026-06-01", page.Form("form[data-form=filter]")["from"]);
        Assert.NotNull(page.Document.QuerySelector("form[data-form=filter] a[href='/desk/changes']"));
    }

    [Fact]
    public async Task A_made_up_place_in_the_list_is_the_first_page() =>
        Assert.Equal(HttpStatusCode.OK, (await (await site.SignInAsync(Role.Administrator)).GetAsync("/desk/changes?after=1_2&thing=nonsense")).Status);

    public sealed class ChangedSite : Site
    {
        protected override async Task FillAsync()
        {
            await using var scope = Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<ChangeLog>().Record(
                ChangedThing.Unit, Guid.CreateVersion7(), "Ceļu daļa",
                new ChangeValues().With(ChangedField.ServesClients, false),
                new ChangeValues().With(ChangedField.ServesClients, true).With(ChangedField.Phone, "64100101"),
                "jauns tālrunis", by: "Kristīne Vanaga");
            await scope.ServiceProvider.GetRequiredService<IServiceDeskDb>().SaveChangesAsync();
        }
    }
}
