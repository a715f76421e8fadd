using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Clients.Timeline;
using ServiceDesk.Application.Documents;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Bodies;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Documents;

/// <summary>Numbers and papers come together or not at all.</summary>
public class RegistrationTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, EachDatabase]
    public async Task Eight_at_once_leave_no_gap_and_give_no_number_twice(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        var drafts = await DraftsAsync(house, 24);
        await Parallel.ForEachAsync(drafts, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (id, token) =>
            await house.RunAsync((TendDocumentHandler h) => h.RegisterAsync(id, null, token)));
        var entered = await house.RunAsync((IServiceDeskDb db) => db.Set<Document>().Include(d => d.Files).Where(d => drafts.Contains(d.Id)).OrderBy(d => d.Sequence).ToListAsync());
        Assert.Equal(Enumerable.Range(1, 24), entered.Select(d => d.Sequence!.Value));
        Assert.All(entered, d => Assert.Equal(DocumentFileRole.Printed, Assert.Single(d.Files).Role));
        Assert.All(entered, d => Assert.NotNull(Opened(house, d)));
    }

    [Theory, EachDatabase]
    public async Task A_step_that_fails_gives_its_number_back(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        var drafts = await DraftsAsync(house, 2);
        using (var stop = new CancellationTokenSource())
        {
            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => house.RunAsync((TendDocumentHandler h) => h.RegisterAsync(drafts[0], null, stop.Token)));
        }

        Assert.Equal("4.1-6/26/1", await house.RunAsync((TendDocumentHandler h) => h.RegisterAsync(drafts[1], null, None)));
        Assert.Equal("4.1-6/26/2", await house.RunAsync((TendDocumentHandler h) => h.RegisterAsync(drafts[0], null, None)));
        Assert.Equal("4.1-6/26/2", await house.RunAsync((TendDocumentHandler h) => h.RegisterAsync(drafts[0], null, None))); // again changes nothing
    }

    [Theory, EachDatabase]
    public async Task A_registered_document_stands_in_the_timeline_of_its_client(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        house.Time.SetLocal(2026, 11, 20, 11);
        await house.ActAsAsync(Role.ClientServiceSpecialist);
        var client = await house.RunAsync(async (IServiceDeskDb db) =>
        {
            var card = Client.Register(ClientKind.Person, "Ilze Kalniņa", Actor.System, house.Time.GetUtcNow());
            db.Set<Client>().Add(card);
            await db.SaveChangesAsync();
            return card.Id;
        });
        var drafts = await DraftsAsync(house, 2, client);
        var number = await house.RunAsync((TendDocumentHandler h) => h.RegisterAsync(drafts[0], null, None));
        var timeline = await house.RunAsync((ShowTimelineHandler h) => h.HandleAsync(new ShowTimeline { ClientId = client, Kinds = [TimelineKind.Document] }, None));
        var entry = Assert.Single(timeline!.Entries); // the draft is not told
        Assert.Equal((number, TimelineEvent.DocumentRegistered, $"/desk/documents/{drafts[0]}"), (entry.Number, entry.Event, entry.Href));
    }

    private static async Task<List<Guid>> DraftsAsync(House house, int count, Guid? client = null)
    {
        house.Time.SetLocal(2026, 11, 20, 11);
        var me = await house.ActAsAsync(Role.ClientServiceSpecialist);
        List<Guid> ids = [];
        for (var i = 0; i < count; i++)
        {
            ids.Add(await house.RunAsync((WriteDocumentHandler h) => h.HandleAsync(
                new(Guid.CreateVersion7(), DocumentKind.Letter, new DocumentHead { Subject = "žogu", UnitId = me.UnitId, SignatoryName = "Sarmīte Grava", SignatoryPost = "Vadītāja" },
                    new LetterBody { AddresseeName = "Ilzei Kalniņai", Body = "Atbildam." }, null, ClientId: client), None)));
        }

        return ids;
    }

    private static Stream? Opened(House house, Document document)
    {
        using var scope = house.Scope();
        using var content = ((IFileStore)scope.ServiceProvider.GetService(typeof(IFileStore))!).Open(document.Files[0].Hash);
        return content;
    }
}
