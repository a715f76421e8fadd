using System.Net;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Testing;

namespace ServiceDesk.Web.Tests.Desk.Cases;

public class RegisterCasePageTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Only_client_service_registers() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignInAsync(DeskCases.Owner)).GetAsync("/desk/register")).Status);

    [Fact]
    public async Task A_call_becomes_a_case_with_the_date_the_page_showed()
    {
        var page = await OpenAsync();
        Assert.Contains("Atbilde līdz", page.TextOf("#answer-by"), StringComparison.Ordinal);
        var done = await Filled(page).Fill("Input.Name", "Anna Bērziņa").Fill("Input.Phone", "29000031").SendAsync();
        var item = await FoundAsync(done);
        Assert.Equal((Channel.Phone, "Pilni konteineri", "Anna Bērziņa"), (item.Channel, item.Subject, item.Contact.Name));
        // Received on Thursday, 18 June: 19, 25, 26 June (22 moved out, 23 and 24 holidays).
        Assert.Equal(new DateOnly(2026, 6, 26), item.NextDueOn);
        Assert.Contains("Reģistrēts: Pilni konteineri", (await done.FollowAsync()).TextOf(".notice-ok"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_sent_twice_registers_once_and_the_next_one_can_begin_at_once()
    {
        var form = Filled(await OpenAsync());
        var both = await Task.WhenAll(form.SendAsync(), form.SendAsync("another", "true"));
        Assert.Equal("/desk/register", both[1].Location);
        var id = (await FoundAsync(both[0])).Id;
        Assert.Equal($"/desk/cases/{id}", (await form.SendAsync()).Location);
    }

    [Fact]
    public async Task What_was_solved_in_the_talk_is_answered_and_closed_without_a_letter()
    {
        var form = Filled(await OpenAsync()).Fill("Input.Next", "SolvedInTalk").Fill("Input.Solution", "Pateicu, ka izved rīt.").Fill("Input.Outcome", "Explained").Fill("Input.Email", "atrisinats@pasts.example");
        var item = await FoundAsync(await form.SendAsync());
        Assert.Equal((CaseState.Closed, CaseOutcome.Explained), (item.State, item.Outcome));
        Assert.Single(item.Messages, m => m.Kind == MessageKind.Reply && m.Delivery == Delivery.Phone);
        Assert.All(item.Clocks, c => Assert.Equal(ClockState.Met, c.State));
        Assert.False(await site.RunAsync((IServiceDeskDb db) => db.Set<OutgoingMessage>().AnyAsync(o => o.CaseId == item.Id)));
    }

    [Fact]
    public async Task A_colleagues_question_is_an_internal_request_with_the_shorter_term()
    {
        var item = await FoundAsync(await Filled(await OpenAsync()).Fill("Input.IsInternal", "true").SendAsync());
        Assert.Equal((Audience.Internal, CaseKind.InternalRequest), (item.Audience, item.Kind));
        Assert.Equal(new DateOnly(2026, 6, 19), item.NextDueOn);
    }

    [Fact]
    public async Task A_formal_submission_carries_the_term_of_the_law_too()
    {
        var item = await FoundAsync(await Filled(await OpenAsync()).Fill("Input.Kind", "Submission").Fill("Input.Channel", "Paper").Fill("Input.IsFormal", "true").SendAsync());
        Assert.Contains(item.Clocks, c => c.Layer == Layer.Statute);
    }

    [Fact]
    public async Task No_letter_goes_to_a_client_who_is_not_to_be_notified()
    {
        var item = await FoundAsync(await Filled(await OpenAsync()).Fill("Input.Email", "anna@pasts.example").Fill("Input.DoNotNotify", "true").SendAsync());
        Assert.DoesNotContain(item.Messages, m => m.Direction == MessageDirection.ToClient);
    }

    [Fact]
    public async Task Who_is_named_at_once_owns_the_case()
    {
        var person = await site.EmployeeAsync(DeskCases.Owner);
        var item = await FoundAsync(await Filled(await OpenAsync()).Fill("Input.AssigneeId", person.ToString()).SendAsync());
        Assert.Equal((person, CaseState.InProgress), (item.AssigneeId, item.State));
    }

    [Theory]
    [InlineData("Input.Subject", "", "Uzrakstiet tematu.")]
    [InlineData("Input.Text", "", "Pierakstiet, ko klients teica.")]
    [InlineData("Input.Received", "", "Norādiet, kad ziņa saņemta.")]
    [InlineData("Input.Received", "2026-06-18T23:00", "Saņemšanas laiks nevar būt nākotnē.")]
    [InlineData("Input.Received", "0026-06-18T10:00", "Pārbaudiet gadu")]
    [InlineData("Input.Email", "anna at pasts", "Uz šo e-pasta adresi nevar rakstīt.")]
    [InlineData("Input.Next", "SolvedInTalk", "Pierakstiet, ko klientam atbildējāt.")]
    [InlineData("Input.Channel", "WebForm", "Izvēlieties, kā ziņa saņemta.")]
    public async Task Each_fault_has_its_sentence_and_what_was_typed_stays(string field, string value, string sentence)
    {
        var again = await Filled(await OpenAsync()).Fill("Input.Name", "Anna Bērziņa").Fill(field, value).SendAsync();
        Assert.Contains(sentence, again.TextOf("#errors"), StringComparison.Ordinal);
        Assert.Equal("Anna Bērziņa", again.Form("form[data-form=register]")["Input.Name"]);
    }

    [Fact]
    public async Task Paper_cannot_be_solved_in_a_talk()
    {
        var again = await Filled(await OpenAsync()).Fill("Input.Channel", "Paper").Fill("Input.Next", "SolvedInTalk").Fill("Input.Solution", "Pateicu.").SendAsync();
        Assert.Contains("Sarunā var atrisināt tikai zvanu", again.TextOf("#errors"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_date_is_counted_anew_without_script_and_nothing_typed_is_lost()
    {
        var page = await OpenAsync();
        using var client = await site.SignInAsync(DeskCases.Specialist);
        var form = (await client.GetAsync("/desk/register")).Form("form[data-form=register]").Fill("Input.Subject", "Temats").Fill("Input.Received", "2026-06-15T10:00");
        var shown = await form.SendToAsync("/desk/register?handler=Recount");
        Assert.Equal("Temats", shown.Form("form[data-form=register]")["Input.Subject"]);
        Assert.NotEqual(page.TextOf("#answer-by .d"), shown.TextOf("#answer-by .d"));
    }

    private static PageForm Filled(Page page) => page.Form("form[data-form=register]")
        .Fill("Input.Received", "2026-06-18T08:30").Fill("Input.Subject", "Pilni konteineri").Fill("Input.Text", "Zvana par konteineriem Upes ielā, jau otro reizi.");

    private async Task<Page> OpenAsync()
    {
        site.Time.SetLocal(2026, 6, 18, 9);
        return await (await site.SignInAsync(DeskCases.Specialist)).GetAsync("/desk/register");
    }

    private Task<Case> FoundAsync(Page done)
    {
        Assert.True(done.Location is not null, done.TextOf("#errors") ?? done.Text);
        return site.LoadAsync(Guid.Parse(done.Location!["/desk/cases/".Length..]));
    }
}
