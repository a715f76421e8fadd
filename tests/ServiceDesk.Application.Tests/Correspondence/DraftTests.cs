using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Desk;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Tests.Deadlines;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Correspondence;

public class DraftTests(Databases databases) : IClassFixture<Databases>
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DemoPerson Liga = Person("Līga"), Janis = Person("Jānis"), Agnese = Person("Agnese");

    private static DemoPerson Person(string name) => DemoPeople.All.First(p => p.Name == name);

    private static Task<SavedDraft> SaveAsync(House house, Guid id, string? body, int? known = null, bool share = false, DraftTab tab = DraftTab.Reply, Guid? token = null, bool overwrite = false,
        params AttachedFile[] files) =>
        house.RunAsync((SaveDraftHandler h) => h.HandleAsync(new SaveDraft(id, tab, new DraftText { Salutation = "Labdien!", Body = body }, files, share, known, token, overwrite), None));

    private static Task<ComposerStart> ReadAsync(House house, Guid id) => house.RunAsync((ReadDraftsHandler h) => h.HandleAsync(id, None));

    [Theory, EachDatabase]
    public async Task A_draft_is_kept_for_each_person_case_and_tab_and_counted_in_the_menu(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var id = await house.CaseAsync();
        await house.ActAsAsync(Liga);
        var before = (await house.RunAsync((CountDeskMenuHandler h) => h.HandleAsync(None))).Drafts;
        var first = await SaveAsync(house, id, "Sākums");
        Assert.Equal((DraftFate.Saved, 0), (first.Fate, first.Version));
        house.Time.Advance(TimeSpan.FromSeconds(5));
        var second = await SaveAsync(house, id, "Sākums un turpinājums", first.Version);
        Assert.Equal((DraftFate.Saved, 1), (second.Fate, second.Version));
        Assert.Equal(DraftFate.Saved, (await SaveAsync(house, id, "Piezīme", tab: DraftTab.Note)).Fate);
        var start = await ReadAsync(house, id);
        Assert.Equal("Sākums un turpinājums", start.Of(DraftTab.Reply)!.Text.Body);
        Assert.Equal("Piezīme", start.Of(DraftTab.Note)!.Text.Body);
        Assert.Equal("Līga Zariņa", start.Signatory.Name);
        Assert.Equal(before + 2, (await house.RunAsync((CountDeskMenuHandler h) => h.HandleAsync(None))).Drafts);
        // The same words again save nothing; no words take the draft away.
        Assert.Equal(1, (await SaveAsync(house, id, "Sākums un turpinājums", 1)).Version);
        Assert.Equal(DraftFate.Empty, (await SaveAsync(house, id, " ", 1)).Fate);
        Assert.Null((await ReadAsync(house, id)).Of(DraftTab.Reply));
    }

    [Theory, EachDatabase]
    public async Task What_another_window_saved_is_never_overwritten_silently(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var id = await house.CaseAsync();
        await house.ActAsAsync(Liga);
        await SaveAsync(house, id, "No pirmā loga");
        var other = await SaveAsync(house, id, "No otrā loga");
        Assert.Equal((DraftFate.SavedElsewhere, 0), (other.Fate, other.Version));
        Assert.Equal("No pirmā loga", (await ReadAsync(house, id)).Of(DraftTab.Reply)!.Text.Body);
        Assert.Equal(DraftFate.Saved, (await SaveAsync(house, id, "No otrā loga", overwrite: true)).Fate);
        Assert.Equal(DraftFate.SavedElsewhere, (await SaveAsync(house, id, "Atkal no pirmā", 0)).Fate);
    }

    [Theory, EachDatabase]
    public async Task A_draft_goes_with_its_letter_and_other_windows_are_told(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var id = await house.CaseAsync(email: "peteris@pasts.example");
        await house.ActAsAsync(Liga);
        var kept = await SaveAsync(house, id, "Konteiners izvests.");
        var token = Guid.CreateVersion7();
        await house.RunAsync((SendReplyHandler h) => h.HandleAsync(
            new SendReply(id, "Konteiners izvests.", Delivery.Email, null, [], null, token, new LetterFrame("Labdien!", "Viss.", null)), None));
        Assert.Empty((await ReadAsync(house, id)).Own);
        Assert.Equal(DraftFate.SentElsewhere, (await SaveAsync(house, id, "Konteiners izvests, ceru.", kept.Version)).Fate);
        // A save that was on its way when the letter left makes no draft of what was sent.
        Assert.Equal(DraftFate.SentElsewhere, (await SaveAsync(house, id, "Konteiners izvests.", token: token)).Fate);

        // Taken back, the letter is where it was written, in its parts.
        await house.RunAsync((TakeBackLetterHandler h) => h.HandleAsync(new TakeBackLetter(id, token), None));
        var again = (await ReadAsync(house, id)).Of(DraftTab.Reply)!;
        Assert.Equal(("Konteiners izvests.", "Viss.", Delivery.Email), (again.Text.Body, again.Text.NextSteps, again.Text.Delivery));
    }

    [Theory, EachDatabase]
    public async Task A_shared_draft_is_read_and_taken_over_by_the_unit_and_by_nobody_else(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var id = await house.CaseAsync();
        await house.ActAsAsync(Liga);
        var kept = await SaveAsync(house, id, "Tikai man.");
        var draft = (await ReadAsync(house, id)).Of(DraftTab.Reply)!.Id;
        await house.ActAsAsync(Janis);
        Assert.Empty((await ReadAsync(house, id)).Shared);
        Assert.Null(await house.RunAsync((TakeOverDraftHandler h) => h.ReadAsync(draft, None)));

        await house.ActAsAsync(Liga);
        kept = await SaveAsync(house, id, "Mums abiem.", kept.Version, share: true);
        await house.ActAsAsync(Agnese);
        Assert.Null(await house.RunAsync((TakeOverDraftHandler h) => h.ReadAsync(draft, None)));
        Assert.Empty(await house.RunAsync((ListDraftsHandler h) => h.SharedAsync(None)));
        Assert.Equal("Correspondence.Refusal.DraftGone", await RefusedAsync(() => house.RunAsync((TakeOverDraftHandler h) => h.HandleAsync(draft, kept.Version!.Value, None))));

        await house.ActAsAsync(Janis);
        Assert.Equal("Līga Zariņa", Assert.Single((await ReadAsync(house, id)).Shared).AuthorName);
        Assert.Equal("Mums abiem.", Assert.Single(await house.RunAsync((ListDraftsHandler h) => h.SharedAsync(None))).Beginning);
        Assert.Equal("Correspondence.Refusal.DraftMoved", await RefusedAsync(() => house.RunAsync((TakeOverDraftHandler h) => h.HandleAsync(draft, 0, None))));
        await SaveAsync(house, id, "Mans paša.");
        Assert.Equal("Correspondence.Refusal.OwnDraftThere", await RefusedAsync(() => house.RunAsync((TakeOverDraftHandler h) => h.HandleAsync(draft, kept.Version!.Value, None))));
        await house.RunAsync((DiscardDraftHandler h) => h.HandleAsync(Own(house, id).Result, None));
        await house.RunAsync((TakeOverDraftHandler h) => h.HandleAsync(draft, kept.Version!.Value, None));
        Assert.Equal("Mums abiem.", (await ReadAsync(house, id)).Of(DraftTab.Reply)!.Text.Body);

        await house.ActAsAsync(Liga);
        var told = await SaveAsync(house, id, "Mums abiem, vēl.", kept.Version);
        Assert.Equal((DraftFate.TakenOver, "Jānis Kalniņš"), (told.Fate, told.By));
    }

    [Theory, EachDatabase]
    public async Task A_draft_thrown_away_can_be_had_back_for_a_day(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var id = await house.CaseAsync();
        await house.ActAsAsync(Liga);
        var kept = await SaveAsync(house, id, "Pārsteidzos.");
        var draft = await Own(house, id);
        await house.RunAsync((DiscardDraftHandler h) => h.HandleAsync(draft, None));
        Assert.Empty((await ReadAsync(house, id)).Own);
        Assert.Equal(DraftFate.DiscardedElsewhere, (await SaveAsync(house, id, "Vēl rakstu.", kept.Version)).Fate);
        await house.ActAsAsync(Janis);
        Assert.Equal("Correspondence.Refusal.DraftGone", await RefusedAsync(() => house.RunAsync((DiscardDraftHandler h) => h.RestoreAsync(draft, None))));
        await house.ActAsAsync(Liga);
        await house.RunAsync((DiscardDraftHandler h) => h.RestoreAsync(draft, None));
        Assert.Equal("Pārsteidzos.", (await ReadAsync(house, id)).Of(DraftTab.Reply)!.Text.Body);
        await house.RunAsync((DiscardDraftHandler h) => h.HandleAsync(draft, None));
        house.Time.Advance(TimeSpan.FromHours(25));
        Assert.InRange(await house.RunAsync((PurgeDraftsHandler h) => h.HandleAsync(None)), 1, 2);
        Assert.Equal("Correspondence.Refusal.DraftGone", await RefusedAsync(() => house.RunAsync((DiscardDraftHandler h) => h.RestoreAsync(draft, None))));
    }

    [Theory, EachDatabase]
    public async Task Drafts_of_a_closed_case_go_after_two_weeks_and_long_untouched_ones_too(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        var (closed, open) = (await house.CaseAsync(), await house.CaseAsync());
        await house.ActAsAsync(Liga);
        await SaveAsync(house, closed, "Vairs nevajag.");
        await SaveAsync(house, open, "Vēl vajag.");
        await house.AnswerAsync(closed);
        house.Time.Advance(TimeSpan.FromDays(13));
        Assert.Equal(0, await house.RunAsync((PurgeDraftsHandler h) => h.HandleAsync(None)));
        house.Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal("1 old drafts deleted", await house.RunAsync((PurgeDraftsHandler h) => new PurgeDraftsJob(h).RunAsync(None)));
        await house.ActAsAsync(Liga);
        Assert.Equal(open, Assert.Single(await house.RunAsync((ListDraftsHandler h) => h.OwnAsync(None))).CaseId);
        house.Time.Advance(TimeSpan.FromDays(180));
        Assert.Equal(1, await house.RunAsync((PurgeDraftsHandler h) => h.HandleAsync(None)));
    }

    [Theory, EachDatabase]
    public async Task Files_a_draft_holds_stay_in_the_store_until_it_goes(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var id = await house.CaseAsync();
        await house.ActAsAsync(Liga);
        var file = await house.RunAsync((AttachFileHandler h) => h.HandleAsync(new AttachFile("akts.txt", new MemoryStream("Akts"u8.ToArray())), None));
        var kept = await SaveAsync(house, id, null, files: file);
        Assert.Equal([file], kept.Files);
        File.SetLastWriteTimeUtc(Directory.GetFiles(Path.Combine(house.DataFolder, "files"), file.Hash, SearchOption.AllDirectories).Single(), TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-3));
        Assert.Equal(0, await house.RunAsync((ForgetUploadsHandler h) => h.HandleAsync(None)));
        Assert.Equal([file], (await ReadAsync(house, id)).Of(DraftTab.Reply)!.Files);
        await SaveAsync(house, id, null, kept.Version);
        Assert.Equal(1, await house.RunAsync((ForgetUploadsHandler h) => h.HandleAsync(None)));
    }

    [Theory, EachDatabase]
    public async Task Nobody_keeps_a_draft_on_a_case_they_may_not_read(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var id = await house.CaseAsync();
        await house.ActAsAsync(Agnese);
        Assert.Equal("Cases.Refusal.NotAllowed", await RefusedAsync(() => SaveAsync(house, id, "Svešs.")));
        await house.ActAsAsync(Person("Uldis"));
        Assert.Equal("Cases.Refusal.NotAllowed", await RefusedAsync(() => SaveAsync(house, id, "Svešs.")));
    }

    private static Task<Guid> Own(House house, Guid id) => house.RunAsync((IServiceDeskDb db) =>
        db.Set<Draft>().Where(d => d.CaseId == id && d.AuthorId == house.User.EmployeeId).Select(d => d.Id).SingleAsync(None));

    private static async Task<string> RefusedAsync(Func<Task> act) => (await Assert.ThrowsAsync<Refusal>(act)).Key;
}
