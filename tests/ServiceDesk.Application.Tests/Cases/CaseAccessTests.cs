using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Desk;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Cases;

/// <summary>Who sees a case of the roads unit, taken on by its engineer, whose client did not let the unit know the name.</summary>
public class CaseAccessTests(Databases databases) : IClassFixture<Databases>
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static DemoPerson Person(string name) => DemoPeople.All.First(p => p.Name == name);

    private static async Task<Guid> RoadCaseAsync(House house)
    {
        await house.ActAsAsync(Person("Inga"));
        var unit = await house.RunAsync((IServiceDeskDb db) => db.Set<OrgUnit>().SingleAsync(u => u.Name == DemoPeople.Roads, None));
        var engineer = await house.RunAsync((IServiceDeskDb db) => db.Set<Employee>().SingleAsync(e => e.Email == Person("Edgars").Email, None));
        return await house.RunAsync((RegisterCaseHandler h) => h.HandleAsync(new RegisterCase(new NewCase
        {
            Token = Guid.NewGuid(),
            Kind = CaseKind.Complaint,
            Channel = Channel.Phone,
            Subject = "Bedre Meža ielā",
            Text = "Pie 4. mājas ir bedre.",
            UnitId = unit.Id,
            AssigneeId = engineer.Id,
            Contact = new Contact { Name = "Ilze Kalniņa", Email = "ilze.kalnina@pasts.example" },
        }), None));
    }

    [Theory, EachDatabase]
    public async Task Each_role_sees_what_it_needs(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var id = await RoadCaseAsync(house);
        (string Name, bool Head, bool Content, bool Client)[] expected =
        [
            ("Edgars", true, true, false), // the owner: the client did not let the unit know
            ("Jānis", true, true, false), // heads the unit above
            ("Inga", true, true, true), // registered it
            ("Mārtiņš", true, false, true), // client service: heads and clients of all, content of what is being taken in
            ("Daina", true, true, true), // head of client service
            ("Ruta", false, false, false), // another unit
            ("Guntis", false, false, false), // head of another unit
            ("Andris", false, false, false), // deputy: aggregated only
            ("Vija", true, false, false), // records keeper
            ("Kristīne", false, false, false), // administrator: no content
            ("Aija", false, false, false), // personnel
            ("Oskars", false, false, false), // ethics commission: only what is passed to it
        ];
        foreach (var (name, head, content, client) in expected)
        {
            await house.ActAsAsync(Person(name));
            var shown = await house.RunAsync((ShowCaseHandler h) => h.HandleAsync(id, None));
            Assert.True(head == shown is not null, name);
            Assert.True(content == (shown?.MayRead ?? false), name);
            Assert.True(content == (shown?.Messages.Count > 0), name);
            Assert.True(client == (shown?.Contact.Name is not null), name);
            var listed = await house.RunAsync((ListCasesHandler h) => h.HandleAsync(new ListCases { View = CaseView.All }, None));
            Assert.True(head == listed.Rows.Any(r => r.Id == id), name);
            Assert.True(client || listed.Rows.All(r => r.Id != id || r.ClientName is null), name);
        }
    }

    [Theory, EachDatabase] // the address is needed to reply, not to be seen
    public async Task A_unit_replies_to_a_client_it_may_not_know(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var id = await RoadCaseAsync(house);
        await house.ActAsAsync(Person("Edgars"));
        var shown = (await house.RunAsync((ShowCaseHandler h) => h.HandleAsync(id, None)))!;
        Assert.Equal((true, "i•••••a@pasts.example"), (shown.HasEmail, shown.RecipientShown));
        await house.RunAsync((SendReplyHandler h) => h.HandleAsync(new SendReply(id, "Bedre aizlāpīta.", Delivery.Email, CaseOutcome.Granted, [], shown.Seen), None));
        Assert.Equal("ilze.kalnina@pasts.example", await house.RunAsync((IServiceDeskDb db) =>
            db.Set<OutgoingMessage>().Where(o => o.CaseId == id && o.Subject.StartsWith("Atbilde")).Select(o => o.ToAddress).SingleAsync(None)));
    }

    [Theory, EachDatabase]
    public async Task Who_may_not_read_may_not_act(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var id = await RoadCaseAsync(house);
        foreach (var name in new[] { "Ruta", "Mārtiņš", "Kristīne", "Vija" })
        {
            await house.ActAsAsync(Person(name));
            Assert.Equal("Cases.Refusal.NotAllowed", (await Assert.ThrowsAsync<Refusal>(() =>
                house.RunAsync((AddNoteHandler h) => h.HandleAsync(new AddNote(id, "Piezīme"), None)))).Key);
        }
    }

    [Theory, EachDatabase]
    public async Task A_page_that_did_not_see_the_last_change_is_told(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var id = await RoadCaseAsync(house);
        await house.ActAsAsync(Person("Edgars"));
        var seen = (await house.RunAsync((ShowCaseHandler h) => h.HandleAsync(id, None)))!.Seen;
        await house.RunAsync((AddNoteHandler h) => h.HandleAsync(new AddNote(id, "Jānis: braucu skatīties."), None));
        var stale = await Assert.ThrowsAsync<StaleCase>(() => house.RunAsync((SendReplyHandler h) => h.HandleAsync(
            new SendReply(id, "Bedre aizlāpīta.", Delivery.Email, null, [], seen), None)));
        Assert.Equal(seen.At, stale.SeenAt);
        Assert.Equal(0, await house.RunAsync((IServiceDeskDb db) => db.Set<Message>().CountAsync(m => m.CaseId == id && m.Kind == MessageKind.Reply, None)));
    }

    [Theory, EachDatabase]
    public async Task A_case_goes_only_to_people_of_its_unit_and_they_are_told(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        var id = await RoadCaseAsync(house);
        await house.ActAsAsync(Person("Inga"));
        var people = await house.RunAsync((CaseChoicesHandler h) => h.PeopleAsync(None));
        var architect = people.Single(p => p.Name == "Agnese Lapiņa");
        var item = (await house.RunAsync((ShowCaseHandler h) => h.HandleAsync(id, None)))!;
        Assert.Equal("Cases.Refusal.PersonOfOtherUnit", (await Assert.ThrowsAsync<Refusal>(() => house.RunAsync((AssignCaseHandler h) =>
            h.HandleAsync(new AssignCase(id, item.UnitId, architect.Id, null, item.Seen), None)))).Key);

        await house.RunAsync((AssignCaseHandler h) => h.HandleAsync(new AssignCase(id, architect.UnitId, architect.Id, "Būvatļauja", item.Seen), None));
        await house.ActAsAsync(Person("Agnese"));
        var notices = await house.RunAsync((ListNoticesHandler h) => h.HandleAsync(null, None));
        Assert.Contains(notices.Rows, n => n.Kind == NoticeKind.HandOverOffered && n.CaseId == id);
        Assert.True((await house.RunAsync((CountDeskMenuHandler h) => h.HandleAsync(None))).Notices > 0);
    }

    [Theory, EachDatabase] // the second extension of a promise reaches the head (SIG 23.2)
    public async Task The_head_hears_when_a_promise_is_put_off_again(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        house.Time.SetLocal(2026, 6, 18, 11);
        var id = await RoadCaseAsync(house);
        await house.ActAsAsync(Person("Edgars"));
        foreach (var day in new[] { new DateOnly(2026, 6, 29), new(2026, 7, 3), new(2026, 7, 8) })
        {
            await house.RunAsync((SendInterimReplyHandler h) => h.HandleAsync(new SendInterimReply(id, "Gaidām asfaltu.", day, Delivery.Phone, null), None));
            house.Time.Advance(TimeSpan.FromMinutes(1));
        }

        // Roads has no head of its own; nobody is told, nothing breaks. The unit above is for breaches.
        Assert.Equal(0, await house.RunAsync((IServiceDeskDb db) => db.Set<Notice>().CountAsync(n => n.CaseId == id && n.Kind == NoticeKind.PromiseExtendedAgain, None)));
        var utilities = await house.RunAsync((IServiceDeskDb db) => db.Set<OrgUnit>().SingleAsync(u => u.Name == DemoPeople.Utilities, None));
        await house.ActAsAsync(Person("Jānis")); // heads both units
        await house.RunAsync((AssignCaseHandler h) => h.HandleAsync(new AssignCase(id, utilities.Id, null, null, null), None));
        await house.ActAsAsync(Person("Daina"));
        await house.RunAsync((SendInterimReplyHandler h) => h.HandleAsync(new SendInterimReply(id, "Gaidām asfaltu.", new(2026, 7, 10), Delivery.Phone, null), None));
        Assert.Equal(utilities.HeadId, await house.RunAsync((IServiceDeskDb db) =>
            db.Set<Notice>().Where(n => n.CaseId == id && n.Kind == NoticeKind.PromiseExtendedAgain).Select(n => (Guid?)n.EmployeeId).SingleAsync(None)));
    }
}
