using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Documents;
using ServiceDesk.Application.Documents.Claims;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Bodies;
using ServiceDesk.Domain.Documents.Claims;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Documents;

/// <summary>The course of a claim follows its document, is noted step by step and reminds who wrote it.</summary>
public class ClaimCourseTests(Databases databases) : IClassFixture<Databases>
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, EachDatabase]
    public async Task A_claim_is_answered_and_settled_and_nobody_overwrites_what_another_noted(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        house.Time.SetLocal(2026, 11, 24, 11);
        var me = await house.ActAsAsync(Role.ClientServiceSpecialist);
        var id = await WriteAsync(house, me.UnitId, DocumentKind.Claim, Ours());
        Assert.Contains((await ListAsync(house, ClaimsView.Drafts, ClaimsSide.Ours)).Rows, r => r.Id == id && r.PartyName == "SIA „Tīrā vide”");
        await EnterAsync(house, id, "claims");
        Assert.Contains((await ListAsync(house, ClaimsView.Open, ClaimsSide.Ours)).Rows, r => r.Id == id && r.DueOn == new DateOnly(2026, 12, 10));
        Assert.DoesNotContain((await ListAsync(house, ClaimsView.Open, ClaimsSide.Consumers)).Rows, r => r.Id == id);

        var seen = (await ShowAsync(house, id))!.Course.Version;
        await NoteAsync(house, id, seen, new(ClaimStepKind.Answered, new(2026, 11, 24)) { Decision = ClaimDecision.Agreed, SettleBy = new(2026, 12, 1) });
        await RefusedAsync("Documents.Refusal.ChangedMeanwhile", () => NoteAsync(house, id, seen, new(ClaimStepKind.Dropped, new(2026, 11, 24)) { Text = "Kļūda" }));
        await NoteAsync(house, id, null, new(ClaimStepKind.Settled, new(2026, 11, 24)) { Number = "MU-7" });
        var shown = (await ShowAsync(house, id))!;
        Assert.Equal((ClaimState.Settled, 150m, 2), (shown.Course.State, shown.Course.Settled, shown.Course.Steps.Count));
        Assert.Contains((await ListAsync(house, ClaimsView.Over, ClaimsSide.Both)).Rows, r => r.Id == id);
    }

    [Theory, EachDatabase]
    public async Task Who_does_not_see_the_document_sees_and_notes_nothing(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        house.Time.SetLocal(2026, 11, 24, 11);
        var author = DemoPeople.All.First(p => p.Roles.SequenceEqual([Role.Employee]));
        var me = await house.ActAsAsync(author);
        var id = await WriteAsync(house, me.UnitId, DocumentKind.Claim, Ours());
        await EnterAsync(house, id, "claims");
        await house.ActAsAsync(DemoPeople.All.First(p => p.Roles.SequenceEqual([Role.Employee]) && p.Unit != author.Unit));
        Assert.Null(await ShowAsync(house, id));
        Assert.DoesNotContain((await ListAsync(house, ClaimsView.Open, ClaimsSide.Both)).Rows, r => r.Id == id);
        await RefusedAsync("Cases.Refusal.NotAllowed", () => NoteAsync(house, id, null, new(ClaimStepKind.Settled, new(2026, 11, 24))));
    }

    [Theory, EachDatabase]
    public async Task The_author_is_told_three_days_before_and_once_when_it_is_late_and_old_claims_get_a_course(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        house.Time.SetLocal(2026, 11, 24, 11);
        var me = await house.ActAsAsync(Role.ClientServiceSpecialist);
        var id = await WriteAsync(house, me.UnitId, DocumentKind.ClaimAnswer, new ClaimAnswerBody { ConsumerName = "Ilzei Kalniņai", ReceivedOn = new(2026, 11, 20), Decision = ClaimDecision.Agreed, Amount = 5, DoneBy = new(2026, 12, 7) });
        await EnterAsync(house, id, "claim-answers");
        await house.RunAsync((IServiceDeskDb db) => db.Set<ClaimCourse>().Where(c => c.Id == id).ExecuteDeleteAsync());
        foreach (var day in (int[])[2, 4, 6, 8, 9])
        {
            house.Time.SetLocal(2026, 12, day, 11);
            await house.RunAsync((RemindOfClaimsJob j) => j.RunAsync(None));
            await house.RunAsync((RemindOfClaimsJob j) => j.RunAsync(None));
        }

        var notices = await house.RunAsync((IServiceDeskDb db) => db.Set<Notice>().AsNoTracking().Where(n => n.Kind == NoticeKind.ClaimDue || n.Kind == NoticeKind.ClaimLate).ToListAsync());
        Assert.Equal([(NoticeKind.ClaimDue, me.Id), (NoticeKind.ClaimLate, me.Id)], notices.Where(n => n.Arguments[1] == $"{id}").OrderBy(n => n.CreatedAt).Select(n => (n.Kind, n.EmployeeId)));
    }

    private static ClaimBody Ours() => new() { RespondentName = "SIA „Tīrā vide”", Calculation = [new("Līgumsods", 1, 150)], AnswerDays = 10 };

    private static Task<Guid> WriteAsync(House house, Guid unitId, DocumentKind kind, DocumentBody content) => house.RunAsync((WriteDocumentHandler h) => h.HandleAsync(
        new(Guid.CreateVersion7(), kind, new DocumentHead { Subject = "neizvestiem atkritumiem", UnitId = unitId, SignatoryName = "Sarmīte Grava", SignatoryPost = "Vadītāja" }, content, null), None));

    /// <summary>Registration without its paper.</summary>
    private static async Task EnterAsync(House house, Guid id, string code)
    {
        var register = await house.RunAsync((IServiceDeskDb db) => db.Set<Register>().AsNoTracking().SingleAsync(r => r.Code == code));
        var sequence = await house.RunAsync((IServiceDeskDb db) => db.Set<Document>().CountAsync(d => d.RegisterId == register.Id)) + 1;
        await house.RunAsync(async (DocumentDesk desk) =>
        {
            var document = await desk.LoadAsync(id, null, None);
            document.Enter(register, 2026, sequence, desk.Today, desk.Actor, desk.Now);
            await desk.SaveAsync(document, None);
            return 0;
        });
    }

    private static async Task NoteAsync(House house, Guid id, int? seen, ClaimNews news) => await house.RunAsync(async (NoteClaimStepHandler h) => { await h.HandleAsync(id, seen, news, None); return 0; });

    private static Task<ClaimView?> ShowAsync(House house, Guid id) => house.RunAsync((ShowClaimHandler h) => h.HandleAsync(id, None));

    private static Task<ClaimPage> ListAsync(House house, ClaimsView view, ClaimsSide side) => house.RunAsync((ListClaimsHandler h) => h.HandleAsync(view, side, 1, None));

    private static async Task RefusedAsync(string key, Func<Task> step) => Assert.Equal(key, (await Assert.ThrowsAsync<Refusal>(step)).Key);
}
