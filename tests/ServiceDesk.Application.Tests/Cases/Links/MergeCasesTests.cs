using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Cases.Links;
using ServiceDesk.Application.Cases.Search;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Cases.Links;

/// <summary>Merging, parting and splitting on a real database: what is owed, who sees what, and what the lists and reports say.</summary>
public class MergeCasesTests(Databases databases) : IClassFixture<Databases>
{
    private const string Ilze = "ilze.kalnina@pasts.example";
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, EachDatabase]
    public async Task The_survivor_takes_over_what_is_owed_and_the_merged_case_leaves_the_lists(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var (first, second) = await TwoAsync(house, Ilze, Ilze);
        await house.ActAsAsync(Role.HeadOfClientService);
        var before = await CountAsync(house);
        await MergeAsync(house, first, second);

        var (merged, survivor) = (await LoadAsync(house, first), await LoadAsync(house, second));
        Assert.Equal((CaseState.Closed, CaseOutcome.Merged, second), (merged.State, merged.Outcome!.Value, merged.MergedIntoId!.Value));
        Assert.Empty(merged.Clocks);
        Assert.Equal((2, new DateOnly(2026, 6, 15)), (survivor.Clocks.Count, survivor.NextDueOn!.Value));
        Assert.Equal(before - 1, await CountAsync(house));
        Assert.Equal([1, 2], await house.RunAsync((IServiceDeskDb db) => db.Set<Case>().Where(c => c.Id == first || c.Id == second).OrderBy(c => c.Sequence).Select(c => c.Sequence - merged.Sequence + 1).ToListAsync(None)));

        var shown = await house.RunAsync((ShowCaseHandler h) => h.HandleAsync(second, None));
        Assert.Equal([first, second], shown!.Messages.Where(m => m.Kind == MessageKind.Submission).Select(m => m.CaseId)); // in order of time, of both
        Assert.Equal(new DateOnly(2026, 6, 10), shown.Clocks[0].Why!.ReceivedOn);
        Assert.Equal(merged.Number, Assert.Single(shown.Merged).Number);
        Assert.Equal(second, (await house.RunAsync((ShowCaseHandler h) => h.HandleAsync(first, None)))!.MergedInto!.Id);
        Assert.Equal(first, Assert.Single((await house.RunAsync((SearchCasesHandler h) => h.HandleAsync(new SearchCases { Text = merged.Number }, None))).Hits).Id);
    }

    [Theory, EachDatabase]
    public async Task The_clients_number_leads_to_the_survivor_and_shows_both_letters(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var (first, second) = await TwoAsync(house, Ilze, Ilze);
        await house.ActAsAsync(Role.HeadOfClientService);
        await MergeAsync(house, first, second);

        house.ActAsNobody();
        var merged = await LoadAsync(house, first);
        Assert.Equal(second, await house.RunAsync((TrackCaseHandler h) => h.FindAsync(merged.Number, merged.AccessKey, None)));
        var tracked = await house.RunAsync((TrackCaseHandler h) => h.HandleAsync(first, None));
        Assert.Equal((second, new DateOnly(2026, 6, 15)), (tracked!.Id, tracked.AnswerBy!.Value));
        Assert.Equal(2, tracked.Steps.Count(s => s.Kind == TrackedStepKind.YouWrote));
        Assert.DoesNotContain(tracked.Steps, s => s.Kind == TrackedStepKind.Closed);

        await house.RunAsync(async (AddClientMessageHandler h) => { await h.HandleAsync(new AddClientMessage(first, "Bedre ir vēl.", []), None); return 0; });
        Assert.Equal(3, (await house.RunAsync((TrackCaseHandler h) => h.HandleAsync(second, None)))!.Steps.Count(s => s.Kind == TrackedStepKind.YouWrote));
    }

    [Theory, EachDatabase]
    public async Task Undoing_gives_back_clocks_and_breaches_after_a_late_reply(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var (first, second) = await TwoAsync(house, Ilze, Ilze);
        await house.ActAsAsync(Role.HeadOfClientService);
        await MergeAsync(house, first, second);
        house.Time.SetLocal(2026, 6, 16, 9);
        await house.RunAsync((DetectBreachesHandler h) => h.HandleAsync(None));
        Assert.Equal(second, await house.RunAsync((IServiceDeskDb db) => db.Set<Breach>().Where(b => db.Set<Clock>().Any(c => c.Id == b.ClockId && c.OriginCaseId == first)).Select(b => b.CaseId).SingleAsync(None)));
        await ReplyAsync(house, second);
        await house.RunAsync((DetectBreachesHandler h) => h.HandleAsync(None));

        var preview = await house.RunAsync((PreviewUndoMergeHandler h) => h.HandleAsync(first, None));
        Assert.Equal(MessageKind.Reply, Assert.Single(preview!.Letters, l => l.Kind != MessageKind.Acknowledgement).Kind);
        Assert.Null(preview.Refusal);
        await house.RunAsync(async (UndoMergeHandler h) => { await h.HandleAsync(new UndoMerge(first, null, null), None); return 0; });

        var (parted, other) = (await LoadAsync(house, first), await LoadAsync(house, second));
        Assert.Equal((CaseState.New, null, new DateOnly(2026, 6, 15)), (parted.State, parted.MergedIntoId, parted.NextDueOn!.Value));
        Assert.Equal((ClockState.Breached, true), (Assert.Single(parted.Clocks).State, parted.Clocks[0].IsOutstanding));
        Assert.Equal(ClockState.Met, Assert.Single(other.Clocks).State);
        var breach = await house.RunAsync((IServiceDeskDb db) => db.Set<Breach>().SingleAsync(b => b.ClockId == parted.Clocks[0].Id, None));
        Assert.Equal((first, null), (breach.CaseId, breach.SettledAt));
        house.Time.SetLocal(2026, 6, 16, 12);
        Assert.True((await house.RunAsync(async (IServiceDeskDb db) => await new ClockWatch(db, house.Time).LookAsync(None))).Agrees);
        Assert.DoesNotContain(await house.RunAsync((ListCaseLinksHandler h) => h.HandleAsync(first, None)), l => l.CaseId == second);
        await MergeAsync(house, first, second);
        Assert.Equal(CaseState.InProgress, (await LoadAsync(house, second)).State); // answered, and owing again
    }

    [Theory, EachDatabase]
    public async Task Other_clients_are_merged_only_knowingly_by_client_service_and_never_see_each_other(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var (first, second) = await TwoAsync(house, Ilze, "janis.berzins@pasts.example", "Jānis Bērziņš");
        await house.ActAsAsync(Role.HeadOfClientService);
        await MergeAsync(house, second, first, fails: "Cases.Refusal.ClientsDifferUnconfirmed");
        await MergeAsync(house, second, first, differ: true);

        house.Time.SetLocal(2026, 6, 12, 16);
        await ReplyAsync(house, first);
        var merged = await LoadAsync(house, second);
        var copy = Assert.Single(merged.Messages, m => m.Kind == MessageKind.Reply);
        Assert.Equal((DeliveryState.Sent, CaseState.Closed), (copy.DeliveryState, merged.State));
        var sent = await house.RunAsync((IServiceDeskDb db) => db.Set<OutgoingMessage>().SingleAsync(o => o.MessageId == copy.Id, None));
        Assert.Equal("janis.berzins@pasts.example", sent.ToAddress);
        Assert.Contains(merged.Number, sent.Body, StringComparison.Ordinal);

        house.ActAsNobody();
        var janis = await house.RunAsync((TrackCaseHandler h) => h.HandleAsync(second, None));
        Assert.Equal((second, CaseState.Answered), (janis!.Id, janis.State));
        Assert.Single(janis.Steps, s => s.Kind == TrackedStepKind.YouWrote);
        Assert.Single(janis.Steps, s => s.Kind == TrackedStepKind.WeReplied);
        var ilze = await house.RunAsync((TrackCaseHandler h) => h.HandleAsync(first, None));
        Assert.Single(ilze!.Steps, s => s.Kind == TrackedStepKind.YouWrote);
        await house.ActAsAsync(Role.HeadOfClientService);
        Assert.Single((await house.RunAsync((ShowCaseHandler h) => h.HandleAsync(first, None)))!.Messages, m => m.Kind == MessageKind.Reply);
    }

    [Theory, EachDatabase]
    public async Task A_letter_taken_back_takes_its_copy_along(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var (first, second) = await TwoAsync(house, Ilze, "janis.berzins@pasts.example", "Jānis Bērziņš");
        await house.ActAsAsync(Role.HeadOfClientService);
        await MergeAsync(house, second, first, differ: true);
        var letter = Guid.NewGuid();
        await house.RunAsync(async (SendReplyHandler h) => { await h.HandleAsync(new SendReply(first, "Aizbērsim.", Delivery.Email, null, [], null, letter), None); return 0; });
        await house.RunAsync(async (TakeBackLetterHandler h) => { await h.HandleAsync(new TakeBackLetter(first, letter), None); return 0; });

        Assert.Equal(DeliveryState.TakenBack, Assert.Single((await LoadAsync(house, second)).Messages, m => m.CopyOfId == letter).DeliveryState);
        Assert.Equal(0, await house.RunAsync((IServiceDeskDb db) => db.Set<OutgoingMessage>().CountAsync(o => o.State == OutgoingState.Queued && (o.CaseId == first || o.CaseId == second) && o.NotBefore > house.Time.Now, None)));
    }

    [Theory, EachDatabase]
    public async Task A_stale_page_and_a_person_without_the_right_merge_nothing(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var (first, second) = await TwoAsync(house, Ilze, Ilze);
        await house.ActAsAsync(Role.HeadOfClientService);
        var seen = await LoadAsync(house, first);
        await house.RunAsync(async (AddNoteHandler h) => { await h.HandleAsync(new AddNote(first, "Piezīme"), None); return 0; });
        await Assert.ThrowsAsync<StaleCase>(() => house.RunAsync(async (MergeCasesHandler h) =>
        {
            await h.HandleAsync(new MergeCases(first, second, null, false, new SeenCase(seen.Version, seen.ChangedAt), null), None);
            return 0;
        }));
        await house.ActAsAsync(Role.Auditor);
        await MergeAsync(house, first, second, fails: "Cases.Refusal.NotAllowed");
        Assert.Null((await LoadAsync(house, first)).MergedIntoId);
    }

    [Theory, EachDatabase]
    public async Task A_part_gets_a_number_of_its_own_and_clocks_from_the_day_of_the_letter(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var (first, _) = await TwoAsync(house, Ilze, Ilze);
        await house.ActAsAsync(Role.HeadOfClientService);
        house.Time.SetLocal(2026, 6, 12, 15);
        var original = await LoadAsync(house, first);
        var token = Guid.NewGuid();
        var command = new SplitCase
        {
            CaseId = first,
            Token = token,
            Messages = [original.Messages.Single(m => m.Kind == MessageKind.Submission).Id],
            Text = "Un kad labos laternu?",
            Subject = "Laterna Upes ielā",
            Kind = CaseKind.Question,
            TellClient = true,
        };
        var id = await house.RunAsync((SplitCaseHandler h) => h.HandleAsync(command, None));
        Assert.Equal(id, await house.RunAsync((SplitCaseHandler h) => h.HandleAsync(command, None))); // the same form again

        var part = await LoadAsync(house, id);
        Assert.Equal((original.ReceivedAt, new DateOnly(2026, 6, 10), new DateOnly(2026, 6, 15)), (part.ReceivedAt, part.ReceivedOn, part.NextDueOn!.Value));
        Assert.NotEqual(original.Number, part.Number);
        Assert.Contains(original.Number, part.Messages.Single(m => m.Kind == MessageKind.Acknowledgement).Text, StringComparison.Ordinal);
        Assert.Equal(original.NextDueOn, (await LoadAsync(house, first)).NextDueOn);
        var link = Assert.Single(await house.RunAsync((ListCaseLinksHandler h) => h.HandleAsync(id, None)), l => l.Kind == CaseLinkKind.Split);
        Assert.Equal((first, false), (link.CaseId, link.LeadsAway));

        Assert.Equal(first, await house.RunAsync((UndoSplitHandler h) => h.HandleAsync(new UndoSplit(id, null, null), None)));
        part = await LoadAsync(house, id);
        Assert.Equal((CaseOutcome.Merged, first), (part.Outcome!.Value, part.MergedIntoId!.Value));
        Assert.Equal(2, (await LoadAsync(house, first)).Clocks.Count(c => c.IsOutstanding));
    }

    [Theory, EachDatabase]
    public async Task An_answered_part_stays_a_case_of_its_own(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var (first, _) = await TwoAsync(house, Ilze, Ilze);
        await house.ActAsAsync(Role.HeadOfClientService);
        var original = await LoadAsync(house, first);
        var id = await house.RunAsync((SplitCaseHandler h) => h.HandleAsync(
            new SplitCase { CaseId = first, Token = Guid.NewGuid(), Messages = [original.Messages.Single(m => m.Kind == MessageKind.Submission).Id], Subject = "Laterna", Kind = CaseKind.Question }, None));
        Assert.DoesNotContain((await LoadAsync(house, id)).Messages, m => m.Kind == MessageKind.Acknowledgement);
        await ReplyAsync(house, id);
        var refusal = await Assert.ThrowsAsync<Refusal>(() => house.RunAsync((UndoSplitHandler h) => h.HandleAsync(new UndoSplit(id, null, null), None)));
        Assert.Equal("Cases.Refusal.PartAnswered", refusal.Key);
        refusal = await Assert.ThrowsAsync<Refusal>(() => house.RunAsync((SplitCaseHandler h) => h.HandleAsync(
            new SplitCase { CaseId = first, Token = Guid.NewGuid(), Messages = [], Subject = "Laterna", Kind = CaseKind.Question }, None)));
        Assert.Equal("Cases.Refusal.NothingToSplit", refusal.Key);
    }

    /// <summary>The first received Wed 10.06. (due Mon 15.06.), the second Fri 12.06. (due Wed 17.06.); acknowledgements have left.</summary>
    private static async Task<(Guid First, Guid Second)> TwoAsync(House house, string email, string otherEmail, string otherName = "Ilze Kalniņa")
    {
        house.ActAsNobody();
        house.Time.SetLocal(2026, 6, 10, 9);
        var first = await SubmitAsync(house, "Upes ielā ir bedre. Riteņi tajā lūst.", "Ilze Kalniņa", email);
        house.Time.SetLocal(2026, 6, 12, 10);
        var second = await SubmitAsync(house, "Kad aizbērs bedri Upes ielā? Tur vēl lūzīs riteņi.", otherName, otherEmail);
        await house.RunAsync((SendOutboxHandler h) => h.HandleAsync(None));
        return (first, second);
    }

    private static async Task<Guid> SubmitAsync(House house, string text, string name, string email) => (await house.RunAsync((SubmitCaseHandler h) => h.HandleAsync(
        new SubmitCase { Token = Guid.NewGuid(), Kind = CaseKind.Complaint, Text = text, Contact = new Contact { Name = name, Email = email, UnitMayKnow = true }, Language = "lv" }, None))).CaseId;

    private static async Task MergeAsync(House house, Guid from, Guid into, bool differ = false, string? fails = null)
    {
        Task<int> Merge() => house.RunAsync(async (MergeCasesHandler h) => { await h.HandleAsync(new MergeCases(from, into, "Tas pats", differ, null, null), None); return 0; });
        if (fails is null)
            await Merge();
        else
            Assert.Equal(fails, (await Assert.ThrowsAsync<Refusal>(Merge)).Key);
    }

    private static async Task ReplyAsync(House house, Guid id)
    {
        await house.RunAsync(async (SendReplyHandler h) => { await h.HandleAsync(new SendReply(id, "Aizbērsim rīt.", Delivery.Email, null, [], null, Guid.NewGuid()), None); return 0; });
        house.Time.Advance(TimeSpan.FromSeconds(30));
        await house.RunAsync((SendOutboxHandler h) => h.HandleAsync(None));
    }

    private static async Task<int> CountAsync(House house) => (await house.RunAsync((ListCasesHandler h) => h.HandleAsync(new ListCases { View = CaseView.All }, None))).Total;

    private static Task<Case> LoadAsync(House house, Guid id) => house.RunAsync((IServiceDeskDb db) =>
        db.Set<Case>().AsNoTracking().Include(c => c.Clocks).Include(c => c.Messages.OrderBy(m => m.WrittenAt)).SingleAsync(c => c.Id == id, None));
}
