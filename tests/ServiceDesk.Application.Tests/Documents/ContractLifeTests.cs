using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Documents;
using ServiceDesk.Application.Documents.Contracts;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Bodies;
using ServiceDesk.Domain.Documents.Contracts;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Documents;

/// <summary>The life of a contract follows its document, and reminds who looks after it. Papers are printed where a browser is.</summary>
public class ContractLifeTests(Databases databases) : IClassFixture<Databases>
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, EachDatabase]
    public async Task A_contract_lives_beside_its_document_and_an_amendment_moves_its_end_until_it_is_annulled(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        house.Time.SetLocal(2026, 11, 20, 11);
        var me = await house.ActAsAsync(Role.ClientServiceSpecialist);
        var id = await WriteAsync(house, me.UnitId, DocumentKind.Contract, Data(new(2026, 12, 31)));
        Assert.Equal((ContractState.Draft, me.Id, 121m), await StateAsync(house, id));
        Assert.Contains((await ListAsync(house, ContractsView.Drafts)).Rows, r => r.Id == id);
        await EnterAsync(house, id, "contracts", sign: true);
        Assert.Equal(ContractState.InForce, (await StateAsync(house, id)).State);
        Assert.Contains((await ListAsync(house, ContractsView.Current)).Rows, r => r.Id == id && r.EndsOn == new DateOnly(2026, 12, 31));

        var amendment = await WriteAsync(house, me.UnitId, DocumentKind.Amendment, new AmendmentBody { ContractId = id, StartsOn = new(2026, 11, 20), NewEndsOn = new(2027, 6, 30) });
        Assert.Equal(new DateOnly(2026, 12, 31), (await ShowAsync(house, id))!.Life.EndsOn);
        await EnterAsync(house, amendment, "amendments", sign: false);
        Assert.Equal(new DateOnly(2027, 6, 30), (await ShowAsync(house, id))!.Life.EndsOn);
        await house.RunAsync(async (TendDocumentHandler h) => { await h.AnnulAsync(amendment, null, "Kļūda", None); return 0; });
        var shown = (await ShowAsync(house, id))!;
        Assert.Equal(new DateOnly(2026, 12, 31), shown.Life.EndsOn);
        Assert.Equal(amendment, Assert.Single(shown.Papers).Id);

        await TendAsync(house, id, (h, seen) => h.TerminateAsync(id, seen, new DateOnly(2026, 11, 20), "Vienošanās", None));
        house.Time.SetLocal(2026, 11, 21, 11);
        Assert.Equal(ContractState.Terminated, (await StateAsync(house, id)).State);
        Assert.Contains((await ListAsync(house, ContractsView.Over)).Rows, r => r.Id == id);
    }

    [Theory, EachDatabase]
    public async Task A_claim_shows_when_its_answer_is_due(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        house.Time.SetLocal(2026, 11, 24, 11);
        var me = await house.ActAsAsync(Role.ClientServiceSpecialist);
        var id = await WriteAsync(house, me.UnitId, DocumentKind.Contract, Data(new(2027, 12, 31)));
        var claim = await WriteAsync(house, me.UnitId, DocumentKind.Claim, new ClaimBody { ContractId = id, AnswerDays = 10 });
        await EnterAsync(house, claim, "claims", sign: false);
        Assert.Equal(new DateOnly(2026, 12, 10), Assert.Single((await ShowAsync(house, id))!.Papers).AnswerDueOn);
    }

    [Theory, EachDatabase]
    public async Task Owners_are_reminded_90_30_and_7_days_before_and_of_late_obligations_each_once(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        house.Time.SetLocal(2026, 9, 1, 11);
        var me = await house.ActAsAsync(Role.ClientServiceSpecialist);
        var id = await WriteAsync(house, me.UnitId, DocumentKind.Contract, Data(new(2026, 12, 31)));
        await TendAsync(house, id, (h, seen) => h.OweAsync(id, seen, "Pieņemt darbus", me.Id, new DateOnly(2026, 12, 10), None));
        await RemindAsync(house, new(2026, 10, 2)); // a draft runs towards nothing
        Assert.Empty(await KindsAsync(house, id));
        await EnterAsync(house, id, "contracts", sign: true);
        foreach (var day in new DateOnly[] { new(2026, 9, 10), new(2026, 9, 12), new(2026, 10, 2), new(2026, 10, 3), new(2026, 11, 10), new(2026, 12, 1), new(2026, 12, 3), new(2026, 12, 11), new(2026, 12, 12), new(2026, 12, 24) })
            await RemindAsync(house, day);
        Assert.Equal(
            [
                NoticeKind.ContractObligationDue, NoticeKind.ContractEnds, NoticeKind.ContractObligationDue, NoticeKind.ContractEnds, NoticeKind.ContractObligationDue, NoticeKind.ContractObligationLate, NoticeKind.ContractEnds,
            ],
            await KindsAsync(house, id));
    }

    [Theory, EachDatabase]
    public async Task Who_does_not_see_the_document_neither_sees_nor_tends_its_contract(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        house.Time.SetLocal(2026, 11, 20, 11);
        var author = await house.ActAsAsync(DemoPeople.All.First(p => p.Roles.SequenceEqual([Role.Employee])));
        var id = await WriteAsync(house, author.UnitId, DocumentKind.Contract, Data(new(2027, 12, 31)));
        await TendAsync(house, id, (h, seen) => h.OweAsync(id, seen, "Samaksāt", author.Id, new DateOnly(2026, 12, 1), None));
        var owed = Assert.Single((await ShowAsync(house, id))!.Life.Obligations).Id;
        var stranger = await house.ActAsAsync(DemoPeople.All.First(p => p.Roles.SequenceEqual([Role.Employee]) && p.Unit != DemoPeople.All.First(a => a.Roles.SequenceEqual([Role.Employee])).Unit));
        Assert.Null(await ShowAsync(house, id));
        Assert.DoesNotContain((await ListAsync(house, ContractsView.Drafts)).Rows, r => r.Id == id);
        await RefusedAsync("Cases.Refusal.NotAllowed", () => TendAsync(house, id, (h, _) => h.GiveAsync(id, null, stranger.Id, None)));
        await RefusedAsync("Cases.Refusal.NotAllowed", () => TendAsync(house, id, (h, _) => h.DoneAsync(id, owed, None)));
        await house.ActAsAsync(DemoPeople.All.First(p => p.Roles.SequenceEqual([Role.Employee])));
        await RefusedAsync("Documents.Refusal.OwnerMissing", () => TendAsync(house, id, (h, seen) => h.GiveAsync(id, seen, stranger.Id, None))); // who does not see it is not reminded of it
        await RefusedAsync("Documents.Refusal.ChangedMeanwhile", () => TendAsync(house, id, (h, seen) => h.GiveAsync(id, seen - 1, author.Id, None)));
        await TendAsync(house, id, (h, _) => h.DoneAsync(id, owed, None));
        Assert.Equal(new DateOnly(2026, 11, 20), Assert.Single((await ShowAsync(house, id))!.Life.Obligations).DoneOn);
    }

    private static ContractBody Data(DateOnly ends) => new() { Party = new ContractParty { Name = "SIA „Tīrā vide”" }, Price = 100, VatRate = 21, StartsOn = new(2026, 1, 1), EndsOn = ends };

    private static Task<Guid> WriteAsync(House house, Guid unitId, DocumentKind kind, DocumentBody content) => house.RunAsync((WriteDocumentHandler h) => h.HandleAsync(
        new(Guid.CreateVersion7(), kind, new DocumentHead { Subject = "atkritumu izvešanu", UnitId = unitId, SignatoryName = "Sarmīte Grava", SignatoryPost = "Vadītāja" }, content, null), None));

    /// <summary>Registration without its paper.</summary>
    private static async Task EnterAsync(House house, Guid id, string code, bool sign)
    {
        var register = await house.RunAsync((IServiceDeskDb db) => db.Set<Register>().AsNoTracking().SingleAsync(r => r.Code == code));
        var sequence = await house.RunAsync((IServiceDeskDb db) => db.Set<Document>().CountAsync(d => d.RegisterId == register.Id)) + 1;
        await house.RunAsync(async (DocumentDesk desk) =>
        {
            var document = await desk.LoadAsync(id, null, None);
            document.Enter(register, 2026, sequence, desk.Today, desk.Actor, desk.Now);
            if (sign)
                document.Sign(SignatureKind.Electronic, desk.Today, desk.Today, desk.Actor, desk.Now);
            await desk.SaveAsync(document, None);
            return 0;
        });
    }

    private static async Task TendAsync(House house, Guid id, Func<TendContractHandler, int?, Task> step)
    {
        var seen = (await ShowAsync(house, id))?.Life.Version;
        await house.RunAsync(async (TendContractHandler h) => { await step(h, seen); return 0; });
    }

    private static async Task RemindAsync(House house, DateOnly day)
    {
        house.Time.SetLocal(day.Year, day.Month, day.Day, 11);
        await house.RunAsync((RemindOfContractsJob j) => j.RunAsync(None));
        await house.RunAsync((RemindOfContractsJob j) => j.RunAsync(None));
    }

    private static async Task<List<NoticeKind>> KindsAsync(House house, Guid id)
    {
        var notices = await house.RunAsync((IServiceDeskDb db) => db.Set<Notice>().AsNoTracking().Where(n => n.Kind == NoticeKind.ContractEnds || n.Kind == NoticeKind.ContractObligationDue || n.Kind == NoticeKind.ContractObligationLate).ToListAsync());
        return [.. notices.Where(n => n.Arguments[1] == $"{id}").OrderBy(n => n.CreatedAt).ThenBy(n => n.Kind).Select(n => n.Kind)];
    }

    private static async Task<(ContractState State, Guid? Owner, decimal Total)> StateAsync(House house, Guid id) => await ShowAsync(house, id) is { } shown ? (shown.State, shown.Life.OwnerId, shown.Life.Total) : default;

    private static Task<ContractView?> ShowAsync(House house, Guid id) => house.RunAsync((ShowContractHandler h) => h.HandleAsync(id, None));

    private static Task<ContractPage> ListAsync(House house, ContractsView view) => house.RunAsync((ListContractsHandler h) => h.HandleAsync(view, 1, None));

    private static async Task RefusedAsync(string key, Func<Task> step) => Assert.Equal(key, (await Assert.ThrowsAsync<Refusal>(step)).Key);
}
