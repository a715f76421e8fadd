using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Demo;

public class DemoLinksSeedTests
{
    [Fact]
    public async Task Cases_that_belong_together_are_there_once_however_often_the_site_starts()
    {
        await using var fresh = await Databases.OpenFreshAsync(Engine.PostgreSql);
        var house = fresh.House;
        house.Time.SetLocal(2026, 6, 18, 9);
        for (var start = 0; start < 2; start++)
            await house.RunAsync((DemoLinksSeed seed) => seed.SeedAsync(CancellationToken.None));

        await house.RunAsync(async (IServiceDeskDb db) =>
        {
            var links = await db.Set<CaseLink>().ToListAsync();
            Assert.Equal([CaseLinkKind.Related, CaseLinkKind.Duplicate, CaseLinkKind.Merged, CaseLinkKind.Split], links.Select(l => l.Kind).Order());
            Assert.Equal(CaseLinkState.Suggested, links.Single(l => l.Kind == CaseLinkKind.Duplicate).State);
            Assert.Equal(6, await db.Set<Case>().CountAsync());
            return 0;
        });
    }
}
