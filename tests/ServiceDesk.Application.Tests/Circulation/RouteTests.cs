using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Circulation;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Desk;
using ServiceDesk.Application.Documents;
using ServiceDesk.Application.Documents.Contracts;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Circulation;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Bodies;
using ServiceDesk.Domain.Documents.Contracts;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Circulation;

/// <summary>Drafts go to those who approve them, and only they read them on that ground.</summary>
public class RouteTests(Databases databases) : IClassFixture<Databases>
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, EachDatabase]
    public async Task Who_is_asked_reads_the_draft_has_it_in_the_list_and_loses_it_with_the_route(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        house.Time.SetLocal(2026, 11, 20, 11);
        var (writer, id) = await DraftAsync(house);
        var asked = await ActAsync(house, "Sanita");
        Assert.Null(await ShowAsync(house, id));
        await ActAsync(house, "Līga");
        await SendAsync(house, id, false, asked.Id);
        await ActAsync(house, "Sanita");
        var shown = await ShowAsync(house, id);
        Assert.False(shown!.MayWrite);
        var row = Assert.Single((await ListAsync(house)).ForMe, r => r.Id == id);
        Assert.Equal((new DateOnly(2026, 11, 24), writer.FullName, false), (row.DueOn, row.From, row.IsLate)); // Friday and two working days
        Assert.True((await house.RunAsync((CountDeskMenuHandler h) => h.HandleAsync(None))).Routes > 0);
        await ActAsync(house, "Agnese");
        Assert.Null(await ShowAsync(house, id)); // nobody else
        await ActAsync(house, "Līga");
        Assert.Equal(asked.FullName, Assert.Single((await ListAsync(house)).Sent, r => r.Id == id).With);
        await house.RunAsync(async (CirculateDocumentHandler h) => { await h.WithdrawAsync(id, null, "Nav vajadzīgs", None); return 0; });
        await ActAsync(house, "Sanita");
        Assert.Null(await ShowAsync(house, id));
        Assert.DoesNotContain((await ListAsync(house)).ForMe, r => r.Id == id);
    }

    [Theory, EachDatabase]
    public async Task A_contract_is_returned_corrected_and_approved_by_the_people_themselves(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        house.Time.SetLocal(2026, 11, 20, 11);
        var (writer, id) = await DraftAsync(house, DocumentKind.Contract);
        var (one, two) = (await ActAsync(house, "Sanita"), await ActAsync(house, "Agnese"));
        await ActAsync(house, "Līga");
        await SendAsync(house, id, true, one.Id, two.Id);
        Assert.Equal(ContractState.InApproval, await StateAsync(house, id));
        await RefusedAsync("Circulation.Refusal.OnItsWay", () => SendAsync(house, id, true, one.Id));
        await RefusedAsync("Circulation.Refusal.NotFinished", () => house.RunAsync((TendDocumentHandler h) => h.RegisterAsync(id, null, None)));
        await RefusedAsync("Circulation.Refusal.NotWaiting", () => AnswerAsync(house, id, true)); // the writer is not asked
        await ActAsync(house, "Sanita");
        await AnswerAsync(house, id, true);
        await RefusedAsync("Circulation.Refusal.NotWaiting", () => AnswerAsync(house, id, true)); // only one's own step, and once
        var agnese = await ActAsync(house, "Agnese");
        var read = (await RoutesAsync(house, id)).Fingerprint;
        await ActAsync(house, "Līga");
        await WriteAsync(house, id, writer.UnitId, DocumentKind.Contract, "atkritumu izvešanu rudenī");
        Assert.Equal((RouteState.Changed, ContractState.Draft), ((await RoutesAsync(house, id)).Current!.Route.State, await StateAsync(house, id)));
        await AgainAsync(house, id);
        await ActAsync(house, "Agnese");
        await RefusedAsync("Circulation.Refusal.ReadsOtherwise", () => AnswerAsync(house, id, true, read: read));
        await AnswerAsync(house, id, false, "Precizēt cenu");
        Assert.Contains(NoticeKind.DocumentReturned, await KindsAsync(house, writer.Id, id));
        await ActAsync(house, "Līga");
        Assert.Single((await ListAsync(house)).Back, r => r.Id == id);
        await WriteAsync(house, id, writer.UnitId, DocumentKind.Contract, "atkritumu izvešanu rudenī un ziemā");
        await AgainAsync(house, id);
        foreach (var name in new[] { "Sanita", "Agnese" })
        {
            await ActAsync(house, name);
            await AnswerAsync(house, id, true);
        }

        Assert.Contains(NoticeKind.DocumentApproved, await KindsAsync(house, writer.Id, id));
        Assert.Contains(NoticeKind.DocumentToApprove, await KindsAsync(house, agnese.Id, id));
        var routes = await RoutesAsync(house, id);
        Assert.Equal((RouteState.Finished, 2), (routes.Current!.Route.State, routes.Approvals));
        var draft = await house.RunAsync((IServiceDeskDb db) => db.Set<Document>().AsNoTracking().SingleAsync(d => d.Id == id));
        await house.RunAsync(async (RouteGate gate) => { await gate.DemandAsync(draft, None); return 0; });
    }

    [Theory, EachDatabase]
    public async Task A_step_for_a_unit_is_answered_by_anybody_there_and_one_for_its_head_by_the_head(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        house.Time.SetLocal(2026, 11, 20, 11);
        var (_, id) = await DraftAsync(house);
        var (person, head) = (await ActAsync(house, "Sanita"), await ActAsync(house, "Kārlis"));
        await ActAsync(house, "Līga");
        await SendAsync(house, id, true, [new RouteRecipient(null, person.UnitId), new RouteRecipient(null, head.UnitId, true)]);
        await ActAsync(house, "Agnese"); // of the unit, not its head
        Assert.Null(await ShowAsync(house, id));
        await ActAsync(house, "Sanita");
        await AnswerAsync(house, id, true);
        await ActAsync(house, "Kārlis");
        await AnswerAsync(house, id, true);
        Assert.Equal(RouteState.Finished, (await RoutesAsync(house, id)).Current!.Route.State);
        var (_, other) = await DraftAsync(house);
        await RefusedAsync("Circulation.Refusal.NobodyThere", () => SendAsync(house, other, true, [new RouteRecipient(null, Guid.CreateVersion7())]));
        await ActAsync(house, "Sanita");
        await RefusedAsync("Cases.Refusal.NotAllowed", () => SendAsync(house, other, true, head.Id));
    }

    [Theory, EachDatabase]
    public async Task Who_is_late_and_who_sent_it_are_told_once(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        house.Time.SetLocal(2026, 11, 20, 11);
        var (writer, id) = await DraftAsync(house);
        var asked = await ActAsync(house, "Sanita");
        await ActAsync(house, "Līga");
        await SendAsync(house, id, false, asked.Id);
        foreach (var day in new[] { 24, 25, 26 })
        {
            house.Time.SetLocal(2026, 11, day, 11);
            await house.RunAsync((RemindOfRoutesJob j) => j.RunAsync(None));
            Assert.Equal(day > 24 ? 1 : 0, (await KindsAsync(house, asked.Id, id)).Count(k => k == NoticeKind.DocumentLate));
            Assert.Equal(day > 24 ? 1 : 0, (await KindsAsync(house, writer.Id, id)).Count(k => k == NoticeKind.DocumentLateWithOthers));
        }

        await ActAsync(house, "Sanita");
        Assert.True(Assert.Single((await ListAsync(house)).ForMe, r => r.Id == id).IsLate);
    }

    private static Task<Employee> ActAsync(House house, string name) => house.ActAsAsync(DemoPeople.All.First(p => p.Name == name));

    private static async Task<(Employee Writer, Guid Id)> DraftAsync(House house, DocumentKind kind = DocumentKind.Letter)
    {
        var writer = await ActAsync(house, "Līga");
        var id = Guid.CreateVersion7();
        await WriteAsync(house, id, writer.UnitId, kind, "atkritumu izvešanu");
        return (writer, id);
    }

    private static Task<Guid> WriteAsync(House house, Guid id, Guid unitId, DocumentKind kind, string subject) => house.RunAsync((WriteDocumentHandler h) => h.HandleAsync(
        new(id, kind, new DocumentHead { Subject = subject, UnitId = unitId, SignatoryName = "Jānis Kalniņš", SignatoryPost = "Vadītājs" },
            kind == DocumentKind.Contract ? new ContractBody { Party = new ContractParty { Name = "SIA „Tīrā vide”" } } : new LetterBody { AddresseeName = "Ilzei", Body = "Labdien" }, null), None));

    private static Task SendAsync(House house, Guid id, bool isParallel, params Guid[] people) => SendAsync(house, id, isParallel, [.. people.Select(p => new RouteRecipient(p, null))]);

    private static async Task SendAsync(House house, Guid id, bool isParallel, IReadOnlyList<RouteRecipient> asked) => await house.RunAsync(async (CirculateDocumentHandler h) =>
    {
        await h.SendAsync(new CirculateDocument(Guid.CreateVersion7(), id, [.. asked.Select(a => new PlannedStep(a, RouteTask.Visa, 2))], isParallel, true, null), None);
        return 0;
    });

    private static async Task AgainAsync(House house, Guid id) => await house.RunAsync(async (CirculateDocumentHandler h) => { await h.SendAgainAsync(id, null, null, None); return 0; });

    /// <summary>Answers at the person's step; at any other when none is theirs.</summary>
    private static async Task AnswerAsync(House house, Guid id, bool isApproved, string? remark = null, string? read = null)
    {
        var step = (await RoutesAsync(house, id)).Mine?.Id ?? await house.RunAsync((IServiceDeskDb db) => db.Set<RouteStep>().Where(s => s.DocumentId == id).Select(s => s.Id).FirstAsync());
        await house.RunAsync((CirculateDocumentHandler h) => h.AnswerAsync(step, read, isApproved, remark, None));
    }

    private static Task<RoutesView> RoutesAsync(House house, Guid id) => house.RunAsync(async (ShowRoutesHandler h) =>
        await h.HandleAsync(await house.RunAsync((IServiceDeskDb db) => db.Set<Document>().AsNoTracking().SingleAsync(d => d.Id == id)), None));

    private static Task<DocumentView?> ShowAsync(House house, Guid id) => house.RunAsync((ShowDocumentHandler h) => h.HandleAsync(id, None));

    private static Task<WaitingLists> ListAsync(House house) => house.RunAsync((ListWaitingHandler h) => h.HandleAsync(None));

    private static async Task<ContractState> StateAsync(House house, Guid id) => (await house.RunAsync((ShowContractHandler h) => h.HandleAsync(id, None)))!.State;

    private static async Task<List<NoticeKind>> KindsAsync(House house, Guid person, Guid id)
    {
        var notices = await house.RunAsync((IServiceDeskDb db) => db.Set<Notice>().AsNoTracking().Where(n => n.EmployeeId == person && n.CaseId == null).ToListAsync());
        return [.. notices.Where(n => n.Arguments.Contains($"{id}")).Select(n => n.Kind)];
    }

    private static async Task RefusedAsync(string key, Func<Task> step) => Assert.Equal(key, (await Assert.ThrowsAsync<Refusal>(step)).Key);
}
