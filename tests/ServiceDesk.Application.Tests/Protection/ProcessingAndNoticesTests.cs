using System.Text;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Protection;
using ServiceDesk.Application.Protection.Notices;
using ServiceDesk.Application.Protection.Processing;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Shared.Sheets;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Protection;

public class ProcessingAndNoticesTests(Databases databases) : IClassFixture<Databases>
{
    [Theory] // every activity of the data-protection table that this product has
    [InlineData("Submissions", LawfulBasis.LegalObligation)]
    [InlineData("Complaints", LawfulBasis.LegalObligation)]
    [InlineData("Promises", LawfulBasis.PublicTask)]
    [InlineData("SpecialCategories", LawfulBasis.SpecialCategories)]
    [InlineData("Newsletters", LawfulBasis.Consent)]
    [InlineData("PriceAlerts", LawfulBasis.Consent)]
    [InlineData("PrizeDraws", LawfulBasis.Consent)]
    [InlineData("ClientCards", LawfulBasis.PublicTask)]
    [InlineData("StaffAccounts", LawfulBasis.PublicTask)]
    [InlineData("PersonRequests", LawfulBasis.LegalObligation)]
    [InlineData("DataBreaches", LawfulBasis.LegalObligation)]
    [InlineData("Logs", LawfulBasis.LegalObligation)]
    public void The_code_declares_what_it_does_with_personal_data(string code, LawfulBasis basis) =>
        Assert.Contains(basis, Assert.Single(ProcessingActivities.All, a => a.Code == code).Bases);

    [Fact]
    public void Every_activity_says_everything_the_record_must_hold_in_every_language() => Assert.All(ProcessingActivities.All, a =>
    {
        Assert.True(a.Persons.Count > 0 && a.Details.Count > 0 && a.Recipients.Count > 0 && a.Terms.Count > 0 && a.Security.Count > 0, a.Code);
        Assert.All(Texts.Languages, language => Assert.DoesNotContain("[", ShowProcessingHandler.NameOf(a, Texts.In(language)) + ShowProcessingHandler.PurposeOf(a, Texts.In(language)), StringComparison.Ordinal));
    });

    [Theory, EachDatabase]
    public async Task The_municipality_adds_its_fields_with_history_and_an_old_page_is_refused(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        await house.ActAsAsync(Role.DataProtectionOfficer);
        await SaveAsync(house, new("Submissions", "SIA Mākonis, līgums 3-1/26", null, null, null, null, null));
        await RefusedAsync("Protection.Refusal.ChangedMeanwhile", SaveAsync(house, new("Submissions", "Cits", null, null, null, null, null)));
        await SaveAsync(house, new("Submissions", "SIA Debess", null, null, null, null, 0));
        await RefusedAsync("Protection.Refusal.ActivityUnknown", SaveAsync(house, new("Nothing", null, null, null, null, null, null)));
        await RefusedAsync("Protection.Refusal.OfficerMissing", house.RunAsync((SaveProcessingHandler h) => h.HandleAsync(new SaveProcessingRecord("a", "b", " ", "d", null, null, null), CancellationToken.None)));
        Assert.Equal(2, await house.RunAsync((IServiceDeskDb db) => db.Set<ChangeRecord>().CountAsync(c => c.Thing == ChangedThing.ProcessingRecord && c.Key == "Submissions")));
        using var file = new MemoryStream();
        await using (var sheet = new CsvSheet(file))
            await house.RunAsync((ShowProcessingHandler h) => h.ExportAsync(sheet, CancellationToken.None));
        var lines = Encoding.UTF8.GetString(file.ToArray()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(ProcessingActivities.All.Count + 1, lines.Length);
        Assert.Contains(lines, l => l.Contains("SIA Debess", StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task A_version_holds_from_its_day_and_the_old_one_stays_readable(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        await house.ActAsAsync(Role.DataProtectionOfficer);
        var today = LocalTime.Riga.DateOf(house.Time.GetUtcNow());
        var words = new NoticeWords { ShortLv = "Īsi", BodyLv = "Atbild {controller}", ShortEn = "Short", BodyEn = "By {controller}", ShortRu = "Кратко", BodyRu = "{controller}" };
        var edit = new EditPrivacyNotice(CollectingPoint.Tracking, words, "Īsāk", null);
        Assert.Equal(2, await house.RunAsync((EditPrivacyNoticeHandler h) => h.PublishAsync(edit, today.AddDays(3), CancellationToken.None)));
        Assert.Equal(1, (await CurrentAsync(house, CollectingPoint.Tracking))!.Number);
        Assert.Null(await house.RunAsync((ShowPrivacyNoticeHandler h) => h.FindAsync(CollectingPoint.Tracking, 2, CancellationToken.None)));
        house.Time.Advance(TimeSpan.FromDays(3));
        var current = (await CurrentAsync(house, CollectingPoint.Tracking))!;
        Assert.Equal((2, "Atbild Lejasupes novada pašvaldība"), (current.Number, current.Words.BodyLv));
        Assert.Equal(1, (await house.RunAsync((ShowPrivacyNoticeHandler h) => h.FindAsync(CollectingPoint.Tracking, 1, CancellationToken.None)))!.Number);
        Assert.Equal([2, 1], (await house.RunAsync((ShowPrivacyNoticeHandler h) => h.VersionsAsync(CollectingPoint.Tracking, CancellationToken.None))).Select(v => v.Number));
    }

    [Theory, EachDatabase]
    public async Task A_draft_is_saved_and_published_only_from_its_own_page(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        await house.ActAsAsync(Role.DataProtectionOfficer);
        var words = new NoticeWords { ShortLv = "Īsi", BodyLv = "Viss" };
        await house.RunAsync((EditPrivacyNoticeHandler h) => h.SaveAsync(new(CollectingPoint.Desk, words, null, null), CancellationToken.None));
        await RefusedAsync("Protection.Refusal.ChangedMeanwhile", house.RunAsync((EditPrivacyNoticeHandler h) => h.SaveAsync(new(CollectingPoint.Desk, words, null, null), CancellationToken.None)));
        await RefusedAsync("Protection.Refusal.NoticeLacksen", house.RunAsync((EditPrivacyNoticeHandler h) =>
            h.PublishAsync(new(CollectingPoint.Desk, words, null, 0), LocalTime.Riga.DateOf(house.Time.GetUtcNow()), CancellationToken.None)));
        Assert.Equal(1, (await CurrentAsync(house, CollectingPoint.Desk))!.Number);
    }

    [Theory, EachDatabase]
    public async Task A_case_remembers_the_version_its_form_showed(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        house.ActAsNobody();
        var shown = (await CurrentAsync(house, CollectingPoint.Form))!.Id;
        var desk = (await CurrentAsync(house, CollectingPoint.Desk))!.Id;
        async Task<Guid?> OfAsync(Guid id) => await house.RunAsync((IServiceDeskDb db) => db.Set<Case>().Where(c => c.Id == id).Select(c => c.PrivacyNoticeId).SingleAsync());
        async Task<Guid> SubmitAsync(Guid? said) => (await house.RunAsync((SubmitCaseHandler h) => h.HandleAsync(
            new SubmitCase { Token = Guid.CreateVersion7(), Kind = CaseKind.Question, Text = "Vai būs jauni soliņi?", Language = "lv", PrivacyNoticeId = said }, CancellationToken.None))).CaseId;
        Assert.Equal(shown, await OfAsync(await SubmitAsync(shown)));
        Assert.Equal(shown, await OfAsync(await SubmitAsync(null)));
        Assert.Equal(shown, await OfAsync(await SubmitAsync(desk))); // a version of another place is not believed
        await house.ActAsAsync(Role.ClientServiceSpecialist);
        var registered = await house.RunAsync((RegisterCaseHandler h) => h.HandleAsync(
            new RegisterCase(new NewCase { Token = Guid.CreateVersion7(), Kind = CaseKind.Question, Channel = Channel.Phone, Text = "Vai būs jauni soliņi?" }), CancellationToken.None));
        Assert.Equal(desk, await OfAsync(registered));
    }

    [Theory, EachDatabase]
    public async Task Others_see_neither_record_nor_drafts_nor_the_start_page(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        await house.ActAsAsync(Role.HeadOfClientService);
        await RefusedAsync("Cases.Refusal.NotAllowed", house.RunAsync((ShowProcessingHandler h) => h.HandleAsync(CancellationToken.None)));
        await RefusedAsync("Cases.Refusal.NotAllowed", house.RunAsync((EditPrivacyNoticeHandler h) => h.ListAsync(CancellationToken.None)));
        await RefusedAsync("Cases.Refusal.NotAllowed", house.RunAsync((ShowProtectionHandler h) => h.HandleAsync(CancellationToken.None)));
    }

    private static Task SaveAsync(House house, SaveProcessingEntry command) => house.RunAsync((SaveProcessingHandler h) => h.HandleAsync(command, CancellationToken.None));

    private static Task<PublishedNotice?> CurrentAsync(House house, CollectingPoint point) => house.RunAsync((ShowPrivacyNoticeHandler h) => h.CurrentAsync(point, CancellationToken.None));

    private static async Task RefusedAsync(string key, Task step) => Assert.Equal(key, (await Assert.ThrowsAsync<Refusal>(() => step)).Key);
}
