using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Protection.Consents;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Shared.Sheets;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Protection;

public partial class ConsentsTests(Databases databases) : IClassFixture<Databases>
{
    [Theory, EachDatabase]
    public async Task Nothing_but_the_question_is_sent_until_the_address_says_yes(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var purpose = await PurposeAsync(house, "Ziņas A");
        const string email = "anna.a@example.com";
        await AskAsync(house, " Anna.A@Example.com ", purpose);
        var question = Assert.Single(await LettersAsync(house, email));
        Assert.Contains("Apstipriniet", question.Subject, StringComparison.Ordinal);
        Assert.Equal(ConsentState.Requested, (await ConsentAsync(house, email)).State);

        var key = Confirm().Match(question.Body).Groups[1].Value;
        Assert.NotNull(await house.RunAsync((AnswerConsentHandler h) => h.ShowConfirmAsync(key, "lv", CancellationToken.None)));
        Assert.Equal(ConsentState.Requested, (await ConsentAsync(house, email)).State); // looking confirms nothing
        Assert.True(await house.RunAsync((AnswerConsentHandler h) => h.ConfirmAsync(key, CancellationToken.None)));
        Assert.True(await house.RunAsync((AnswerConsentHandler h) => h.ConfirmAsync(key, CancellationToken.None)));
        Assert.Equal(ConsentState.Active, (await ConsentAsync(house, email)).State);
        Assert.Equal(2, (await LettersAsync(house, email)).Count); // one welcome, however often the button was pressed
    }

    [Theory, EachDatabase]
    public async Task Letters_by_consent_carry_the_way_to_withdraw_and_the_one_that_asks_does_not(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var purpose = await PurposeAsync(house, "Ziņas B");
        const string email = "berta.b@example.com";
        await AskAsync(house, email, purpose);
        await house.RunAsync((SendOutboxHandler h) => h.HandleAsync(CancellationToken.None));
        Assert.DoesNotContain("List-Unsubscribe", await MailToAsync(house, email), StringComparison.Ordinal);
        var consent = await ConsentAsync(house, email);
        await house.RunAsync((AnswerConsentHandler h) => h.ConfirmAsync(consent.ConfirmKey, CancellationToken.None));
        await house.RunAsync((SendOutboxHandler h) => h.HandleAsync(CancellationToken.None));
        var mail = (await MailToAsync(house, email)).Replace("\r\n ", "", StringComparison.Ordinal).Replace("=\r\n", "", StringComparison.Ordinal);
        Assert.Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click", mail, StringComparison.Ordinal);
        Assert.Contains($"/subscribe/withdraw/{consent.WithdrawKey}>", mail, StringComparison.Ordinal);
        // What has left is forgotten here: its links open something.
        Assert.All(await LettersAsync(house, email), l => Assert.Equal("", l.Body));
    }

    [Theory, EachDatabase]
    public async Task Withdrawal_takes_back_what_waits_and_may_be_for_everything(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        const string email = "cilda.c@example.com";
        foreach (var name in new[] { "Ziņas C1", "Ziņas C2" })
        {
            await AskAsync(house, email, await PurposeAsync(house, name));
            var asked = await house.RunAsync((IServiceDeskDb db) => db.Set<Consent>().SingleAsync(c => c.Email == email && c.State == ConsentState.Requested));
            await house.RunAsync((AnswerConsentHandler h) => h.ConfirmAsync(asked.ConfirmKey, CancellationToken.None));
        }

        var all = await house.RunAsync((IServiceDeskDb db) => db.Set<Consent>().Where(c => c.Email == email).OrderBy(c => c.Id).ToListAsync());
        Assert.Equal(1, (await house.RunAsync((AnswerConsentHandler h) => h.ShowWithdrawAsync(all[0].WithdrawKey, "lv", CancellationToken.None)))!.Others);
        Assert.True(await house.RunAsync((AnswerConsentHandler h) => h.WithdrawAsync(all[0].WithdrawKey, WithdrawalWay.Link, true, CancellationToken.None)));
        Assert.All(await house.RunAsync((IServiceDeskDb db) => db.Set<Consent>().Where(c => c.Email == email).ToListAsync()), c => Assert.Equal(ConsentState.Withdrawn, c.State));
        Assert.All(await LettersAsync(house, email), l => Assert.Equal(OutgoingState.Cancelled, l.State));
        Assert.False(await house.RunAsync((AnswerConsentHandler h) => h.WithdrawAsync(new string('0', 40), WithdrawalWay.Link, false, CancellationToken.None)));
        Assert.False(await house.RunAsync((AnswerConsentHandler h) => h.WithdrawAsync("", WithdrawalWay.Link, false, CancellationToken.None)));
    }

    [Theory, EachDatabase]
    public async Task One_address_is_not_flooded_with_questions(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var purpose = await PurposeAsync(house, "Ziņas D");
        const string email = "dace.d@example.com";
        await AskAsync(house, email, purpose);
        await AskAsync(house, email, purpose);
        Assert.Single(await LettersAsync(house, email));
        house.Time.Advance(TimeSpan.FromHours(2));
        await AskAsync(house, email, purpose);
        Assert.Equal(2, (await LettersAsync(house, email)).Count);
        Assert.Equal(1, await house.RunAsync((IServiceDeskDb db) => db.Set<Consent>().CountAsync(c => c.Email == email)));
    }

    [Theory, EachDatabase]
    public async Task An_address_nobody_confirmed_is_forgotten_with_its_letters(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        await AskAsync(house, "emma.e@example.com", await PurposeAsync(house, "Ziņas E"));
        house.Time.Advance(TimeSpan.FromDays(8));
        Assert.Equal(1, await house.RunAsync((LapseConsentsHandler h) => h.HandleAsync(CancellationToken.None)));
        Assert.Empty(await LettersAsync(house, "emma.e@example.com"));
        Assert.Equal(ConsentState.Lapsed, (await house.RunAsync((IServiceDeskDb db) => db.Set<Consent>().SingleAsync())).State);
    }

    [Theory, EachDatabase]
    public async Task Addresses_are_taken_out_with_their_links_and_the_reading_is_written_down(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var purpose = await PurposeAsync(house, "Ziņas F");
        await AskAsync(house, "filips.f@example.com", purpose);
        await AskAsync(house, "gita.g@example.com", purpose);
        var consent = await ConsentAsync(house, "filips.f@example.com");
        await house.RunAsync((AnswerConsentHandler h) => h.ConfirmAsync(consent.ConfirmKey, CancellationToken.None));
        await house.ActAsAsync(Role.Communications);
        using var file = new MemoryStream();
        await using (var sheet = new CsvSheet(file))
            await house.RunAsync((ManageConsentsHandler h) => h.ExportAsync(purpose, sheet, CancellationToken.None));
        var text = Encoding.UTF8.GetString(file.ToArray());
        Assert.Contains($"filips.f@example.com;lv;", text, StringComparison.Ordinal);
        Assert.Contains(consent.WithdrawKey, text, StringComparison.Ordinal);
        Assert.DoesNotContain("gita.g@", text, StringComparison.Ordinal); // not confirmed
        var key = purpose.ToString("N");
        Assert.True(await house.RunAsync((IServiceDeskDb db) => db.Set<ReadRecord>().AnyAsync(r => r.Thing == ReadThing.SubscriberList && r.Key == key)));
        var ofCard = await house.RunAsync((ManageConsentsHandler h) => h.OfAddressesAsync(["Filips.F@example.com"], CancellationToken.None));
        Assert.Equal((ConsentState.Active, 1), (Assert.Single(ofCard).State, ofCard[0].TextNumber));
    }

    [Theory, EachDatabase]
    public async Task Who_may_not_keep_consents_neither_lists_nor_withdraws_for_others(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        await house.ActAsAsync(Role.ClientServiceSpecialist);
        await RefusedAsync("Cases.Refusal.NotAllowed", house.RunAsync((ManageConsentsHandler h) => h.ListAsync(CancellationToken.None)));
        await RefusedAsync("Cases.Refusal.NotAllowed", house.RunAsync((AnswerConsentHandler h) => h.WithdrawForAsync("x@example.com", null, CancellationToken.None)));
        house.ActAsNobody();
        await RefusedAsync("Cases.Refusal.EmailUnusable", AskAsync(house, "kas tas", Guid.CreateVersion7()));
        await RefusedAsync("Protection.Refusal.NoPurpose", AskAsync(house, "kas@example.com", Guid.CreateVersion7()));
    }

    private static async Task<Guid> PurposeAsync(House house, string name)
    {
        await house.ActAsAsync(Role.Communications);
        var id = await house.RunAsync((ManageConsentsHandler h) => h.SaveAsync(new(null, ConsentKind.Newsletter, name, name, null, "Reizi mēnesī.", "Monthly.", null, true, null), CancellationToken.None));
        house.ActAsNobody();
        return id;
    }

    private static Task AskAsync(House house, string email, Guid purpose) => house.RunAsync((AskForConsentHandler h) => h.HandleAsync(new(email, [purpose], "lv"), CancellationToken.None));

    private static Task<Consent> ConsentAsync(House house, string email) => house.RunAsync((IServiceDeskDb db) => db.Set<Consent>().AsNoTracking().SingleAsync(c => c.Email == email));

    private static Task<List<OutgoingMessage>> LettersAsync(House house, string email) =>
        house.RunAsync((IServiceDeskDb db) => db.Set<OutgoingMessage>().AsNoTracking().Where(o => o.ToAddress == email).OrderBy(o => o.Id).ToListAsync());

    private static async Task<string> MailToAsync(House house, string email)
    {
        var letter = (await LettersAsync(house, email))[^1];
        return await File.ReadAllTextAsync(Path.Combine(house.DataFolder, "mail", $"{letter.Id:N}.eml"));
    }

    private static async Task RefusedAsync(string key, Task step) => Assert.Equal(key, (await Assert.ThrowsAsync<Refusal>(() => step)).Key);

    [GeneratedRegex("/subscribe/confirm/([0-9a-f]{40})")]
    private static partial Regex Confirm();
}
