using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Catalogue;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Catalogue;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Catalogue;

/// <summary>Topics, services and routes: what they decide, how they change, how a change is taken back.</summary>
public class CatalogueTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory, EachDatabase]
    public async Task The_first_route_that_fits_decides_else_the_service_else_the_topic(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        await house.ActAsAsync(Role.Administrator);
        var roads = await TopicAsync(house, "Ceļi un ielas");
        var potholes = await house.RunAsync((SaveTopicHandler h) => h.HandleAsync(new SaveTopic(null, null, "Bedres", "Potholes", "Ямы", roads.Id, roads.UnitId), None));
        var permit = await house.RunAsync((SaveServiceHandler h) => h.HandleAsync(
            new SaveService(null, null, "Satiksmes slēgšanas atļauja", null, null, roads.Id, null, null), None));
        var (utilities, building) = (await UnitAsync(house, DemoPeople.Utilities), await UnitAsync(house, DemoPeople.Building));
        var edgars = await PersonAsync(house, "Edgars");

        Assert.Equal((roads.UnitId, RoutedBy.Topic), await WhereAsync(house, potholes, null));
        var general = await RouteAsync(house, "Ceļi", new(roads.Id, null, null, null, null), utilities);
        Assert.Equal((utilities, RoutedBy.Route), await WhereAsync(house, potholes, null));
        await RouteAsync(house, "Upes iela", new(potholes, null, CaseKind.Complaint, null, "upes iela"), null, edgars);
        Assert.Equal((utilities, RoutedBy.Route), await WhereAsync(house, potholes, null, "Upes iela 4")); // the general one stands before it

        await house.RunAsync((SaveRouteHandler h) => DoneAsync(h.MoveAsync(general, Direction.Down, None)));
        var routing = await house.RunAsync((CaseRouter r) => r.DecideAsync(new(potholes, null, CaseKind.Complaint, Channel.Phone, "Ūpes iela 4"), None));
        Assert.Equal((edgars, "Upes iela"), (routing.AssigneeId, routing.Route!.Name));
        Assert.Equal(["Upes iela"], (await house.RunAsync((CaseRouter r) => r.DecideAsync(new(roads.Id, null, CaseKind.Complaint, Channel.Phone, null), None))).Tried.Select(r => r.Name));

        // Without routes the service's own unit answers, then the topic's; a service alone brings its topic.
        await house.RunAsync((SaveRouteHandler h) => DoneAsync(h.SwitchAsync(general, false, None)));
        Assert.Equal((roads.UnitId, RoutedBy.Topic), await WhereAsync(house, null, permit));
        await house.RunAsync((SaveServiceHandler h) => h.HandleAsync(new SaveService(permit, null, "Satiksmes slēgšanas atļauja", null, null, roads.Id, building, null), None));
        Assert.Equal((building, RoutedBy.Service), await WhereAsync(house, null, permit));
        Assert.Equal(RoutedBy.Fallback, (await WhereAsync(house, null, null)).By);
    }

    [Theory, EachDatabase]
    public async Task A_submitted_case_follows_its_route_to_the_person_who_is_told_and_the_history_says_why(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        await house.ActAsAsync(Role.Administrator);
        var roads = await TopicAsync(house, "Ceļi un ielas");
        var edgars = await PersonAsync(house, "Edgars");
        await RouteAsync(house, "Upes iela", new(roads.Id, null, null, Channel.WebForm, "Upes iela"), null, edgars);
        house.ActAsNobody();

        var made = await house.RunAsync((SubmitCaseHandler h) => h.HandleAsync(Submission(roads.Id, "Upes iela 4"), None));
        var item = await LoadAsync(house, made.CaseId);
        Assert.Equal((edgars, CaseState.InProgress), (item.AssigneeId, item.State));
        Assert.Equal(["Upes iela", DemoPeople.Roads], item.History.Single(e => e.Kind == CaseEventKind.Routed).Arguments);
        Assert.Equal(1, await house.RunAsync((IServiceDeskDb db) => db.Set<Notice>().CountAsync(n => n.EmployeeId == edgars && n.CaseId == made.CaseId)));

        var other = await LoadAsync(house, (await house.RunAsync((SubmitCaseHandler h) => h.HandleAsync(Submission(roads.Id, "Parka iela"), None))).CaseId);
        Assert.Null(other.AssigneeId);
        Assert.DoesNotContain(other.History, e => e.Kind == CaseEventKind.Routed);

        // The desk decides for itself where it hands a case.
        await house.ActAsAsync(Role.ClientServiceSpecialist);
        var social = await UnitAsync(house, DemoPeople.Social);
        var chosen = await house.RunAsync((RegisterCaseHandler h) => h.HandleAsync(
            new RegisterCase(new NewCase { Token = Guid.NewGuid(), Kind = CaseKind.Complaint, Channel = Channel.WebForm, Text = "Bedre.", TopicId = roads.Id, Place = "Upes iela", UnitId = social }), None));
        Assert.Equal((social, null), ((await LoadAsync(house, chosen)).UnitId, (await LoadAsync(house, chosen)).AssigneeId));
    }

    [Theory, EachDatabase]
    public async Task Open_cases_go_along_with_their_topic_only_when_that_is_wanted_and_dates_stay(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        house.ActAsNobody();
        var roads = await TopicAsync(house, "Ceļi un ielas");
        var id = (await house.RunAsync((SubmitCaseHandler h) => h.HandleAsync(Submission(roads.Id, null), None))).CaseId;
        var due = (await LoadAsync(house, id)).NextDueOn;
        await house.ActAsAsync(Role.Administrator);
        var utilities = await UnitAsync(house, DemoPeople.Utilities);

        var preview = await house.RunAsync((SaveTopicHandler h) => h.PreviewAsync(roads.Id, utilities, None));
        Assert.Equal((1, due), (preview.Count, preview.First[0].DueOn));
        Assert.Equal(0, (await house.RunAsync((SaveTopicHandler h) => h.PreviewAsync(roads.Id, roads.UnitId, None))).Count);
        await SaveAsync(house, roads, utilities, moves: false);
        Assert.Equal(roads.UnitId, (await LoadAsync(house, id)).UnitId);
        await SaveAsync(house, roads, roads.UnitId, moves: false);
        await SaveAsync(house, roads, utilities, moves: true);
        var item = await LoadAsync(house, id);
        Assert.Equal((utilities, due), (item.UnitId, item.NextDueOn));
        Assert.Contains("turpmāk atbild", item.History.Single(e => e.Kind == CaseEventKind.Assigned).Reason, StringComparison.Ordinal);

        // Taking the change back gives the topic to its unit; the case stays where it went.
        await house.RunAsync((SaveTopicHandler h) => DoneAsync(h.UndoAsync(roads.Id, None)));
        Assert.Equal(roads.UnitId, (await TopicAsync(house, "Ceļi un ielas")).UnitId);
        Assert.Equal(utilities, (await LoadAsync(house, id)).UnitId);
    }

    [Fact]
    public async Task Every_change_is_in_the_history_and_the_last_one_is_taken_back()
    {
        await using var fresh = await Databases.OpenFreshAsync(Engine.PostgreSql);
        var house = fresh.House;
        await house.ActAsAsync(Role.HeadOfClientService);
        var roads = await TopicAsync(house, "Ceļi un ielas");
        var id = await house.RunAsync((SaveTopicHandler h) => h.HandleAsync(new SaveTopic(null, null, "Bedres", "Potholes", "Ямы", roads.Id, roads.UnitId), None));
        await Assert.ThrowsAsync<Refusal>(() => house.RunAsync((SaveTopicHandler h) => DoneAsync(h.UndoAsync(id, None))));
        await house.RunAsync((SaveTopicHandler h) => h.HandleAsync(new SaveTopic(id, 0, "Bedres un segums", null, "Ямы", null, roads.UnitId), None));
        await Assert.ThrowsAsync<Refusal>(() => house.RunAsync((SaveTopicHandler h) => h.HandleAsync(new SaveTopic(id, 0, "Vecā lapa", null, null, null, roads.UnitId), None)));
        house.Time.Advance(TimeSpan.FromMinutes(1));
        await house.RunAsync((SaveTopicHandler h) => DoneAsync(h.UndoAsync(id, None)));
        var back = await house.RunAsync((SaveTopicHandler h) => h.FindAsync(id, None));
        Assert.Equal(("Bedres", "Potholes", roads.Id), (back!.NameLv, back.NameEn, back.ParentId));

        house.Time.Advance(TimeSpan.FromMinutes(1));
        await house.RunAsync((SaveTopicHandler h) => DoneAsync(h.OfferAsync(id, false, None)));
        Assert.DoesNotContain(await house.RunAsync((CatalogueChoicesHandler h) => h.TopicsAsync("lv", None)), c => c.Id == id);
        house.Time.Advance(TimeSpan.FromMinutes(1));
        await house.RunAsync((SaveTopicHandler h) => DoneAsync(h.UndoAsync(id, None)));
        Assert.Contains(await house.RunAsync((CatalogueChoicesHandler h) => h.TopicsAsync("lv", None)), c => c.Id == id && c.Group == "Ceļi un ielas");
        var history = await house.RunAsync((ShowHistoryHandler h) => h.HandleAsync(ChangedThing.Category, id, None));
        Assert.Equal([ChangeAction.Restored, ChangeAction.Retired, ChangeAction.Changed, ChangeAction.Changed, ChangeAction.Created], history.Select(r => r.Action));

        var person = await PersonAsync(house, "Edgars");
        var route = await RouteAsync(house, "Bedres", new(id, null, CaseKind.Complaint, Channel.Phone, "Upes iela"), null, person);
        house.Time.Advance(TimeSpan.FromMinutes(1));
        await house.RunAsync((SaveRouteHandler h) => h.HandleAsync(new SaveRoute(route, 0, "Visas bedres", new(id, null, null, null, null), roads.UnitId, null), None));
        house.Time.Advance(TimeSpan.FromMinutes(1));
        await house.RunAsync((SaveRouteHandler h) => DoneAsync(h.UndoAsync(route, None)));
        var again = await house.RunAsync((SaveRouteHandler h) => h.FindAsync(route, None));
        Assert.Equal(("Bedres", CaseKind.Complaint, Channel.Phone, "Upes iela", person), (again!.Name, again.Kind, again.Channel, again.Places, again.AssigneeId));
    }

    [Fact]
    public async Task Topics_change_places_among_their_own_and_a_parent_counts_the_cases_below_in_filters()
    {
        await using var fresh = await Databases.OpenFreshAsync(Engine.PostgreSql);
        var house = fresh.House;
        await house.ActAsAsync(Role.Administrator);
        var roads = await TopicAsync(house, "Ceļi un ielas");
        var first = await house.RunAsync((SaveTopicHandler h) => h.HandleAsync(new SaveTopic(null, null, "A", null, null, roads.Id, roads.UnitId), None));
        var second = await house.RunAsync((SaveTopicHandler h) => h.HandleAsync(new SaveTopic(null, null, "B", null, null, roads.Id, roads.UnitId), None));
        await house.RunAsync((SaveTopicHandler h) => DoneAsync(h.MoveAsync(second, Direction.Up, None)));
        await house.RunAsync((SaveTopicHandler h) => DoneAsync(h.MoveAsync(second, Direction.Up, None)));
        var names = (await house.RunAsync((CatalogueChoicesHandler h) => h.TopicsAsync("lv", None))).Select(c => c.Name).ToList();
        Assert.Equal(["Ceļi un ielas", "B", "A"], names.Skip(names.IndexOf("Ceļi un ielas")).Take(3));
        Assert.Equal("Cits jautājums", names[^1]);

        // Another move has brought the second one back already: taking its move back would put it somewhere it never was.
        await house.RunAsync((SaveTopicHandler h) => DoneAsync(h.MoveAsync(first, Direction.Up, None)));
        Assert.Equal("Catalogue.Refusal.NothingToUndo", (await Assert.ThrowsAsync<Refusal>(() => house.RunAsync((SaveTopicHandler h) => DoneAsync(h.UndoAsync(second, None))))).Key);

        house.ActAsNobody();
        await house.RunAsync((SubmitCaseHandler h) => h.HandleAsync(Submission(first, null), None));
        Assert.Equal(1, await house.RunAsync((IServiceDeskDb db) => db.Set<Case>().InTopic(db, roads.Id).CountAsync()));
        Assert.Equal(0, await house.RunAsync((IServiceDeskDb db) => db.Set<Case>().InTopic(db, second).CountAsync()));
    }

    [Fact]
    public async Task Only_who_keeps_the_catalogue_changes_it_and_a_route_refuses_strangers()
    {
        await using var fresh = await Databases.OpenFreshAsync(Engine.PostgreSql);
        var house = fresh.House;
        await house.ActAsAsync(Role.Administrator);
        var (social, edgars) = (await UnitAsync(house, DemoPeople.Social), await PersonAsync(house, "Edgars"));
        Assert.Equal("Cases.Refusal.PersonOfOtherUnit", (await Assert.ThrowsAsync<Refusal>(() => RouteAsync(house, "A", new(null, null, CaseKind.Praise, null, null), social, edgars))).Key);
        Assert.Equal("Catalogue.Refusal.RouteNeedsUnit", (await Assert.ThrowsAsync<Refusal>(() => RouteAsync(house, "A", new(null, null, CaseKind.Praise, null, null), null))).Key);
        await house.ActAsAsync(DemoPeople.All.Single(p => p.Name == "Jānis"));
        Assert.Equal("Cases.Refusal.NotAllowed", (await Assert.ThrowsAsync<Refusal>(() => RouteAsync(house, "A", new(null, null, CaseKind.Praise, null, null), social))).Key);
    }

    [Fact]
    public async Task A_case_is_sorted_under_another_topic_and_handed_to_who_answers_for_it()
    {
        await using var fresh = await Databases.OpenFreshAsync(Engine.PostgreSql);
        var house = fresh.House;
        house.ActAsNobody();
        var (roads, social) = (await TopicAsync(house, "Ceļi un ielas"), await TopicAsync(house, "Sociālā palīdzība"));
        var id = (await house.RunAsync((SubmitCaseHandler h) => h.HandleAsync(Submission(roads.Id, null), None))).CaseId;
        await house.ActAsAsync(Role.HeadOfClientService);
        await Assert.ThrowsAsync<Refusal>(() => house.RunAsync((SortCaseHandler h) => DoneAsync(h.HandleAsync(new SortCase(id, roads.Id, null, false, null), None))));
        await house.RunAsync((SortCaseHandler h) => DoneAsync(h.HandleAsync(new SortCase(id, social.Id, null, true, null), None)));
        var item = await LoadAsync(house, id);
        Assert.Equal((social.Id, social.UnitId), (item.TopicId, item.UnitId));
        Assert.Equal(["Sociālā palīdzība"], item.History.Single(e => e.Kind == CaseEventKind.Sorted).Arguments);
    }

    private static SubmitCase Submission(Guid? topic, string? place) => new()
    {
        Token = Guid.NewGuid(),
        Kind = CaseKind.Complaint,
        TopicId = topic,
        Place = place,
        Text = $"Ielā ir liela bedre. {Guid.NewGuid()}",
        Language = "lv",
    };

    private static async Task<bool> DoneAsync(Task task)
    {
        await task;
        return true;
    }

    private static async Task<(Guid UnitId, RoutedBy By)> WhereAsync(House house, Guid? topic, Guid? service, string? place = null)
    {
        var routing = await house.RunAsync((CaseRouter r) => r.DecideAsync(new(topic, service, CaseKind.Complaint, Channel.Phone, place), None));
        return (routing.UnitId, routing.By);
    }

    private static Task<Guid> RouteAsync(House house, string name, RouteConditions when, Guid? unit, Guid? person = null) =>
        house.RunAsync((SaveRouteHandler h) => h.HandleAsync(new SaveRoute(null, null, name, when, unit, person), None));

    private static Task<Guid> SaveAsync(House house, Topic topic, Guid unit, bool moves)
    {
        house.Time.Advance(TimeSpan.FromMinutes(1));
        return house.RunAsync((SaveTopicHandler h) => h.HandleAsync(new SaveTopic(topic.Id, null, topic.NameLv, topic.NameEn, topic.NameRu, null, unit, moves), None));
    }

    private static Task<Topic> TopicAsync(House house, string name) => house.RunAsync((IServiceDeskDb db) => db.Set<Topic>().AsNoTracking().SingleAsync(t => t.NameLv == name));

    private static Task<Guid> UnitAsync(House house, string name) => house.RunAsync((IServiceDeskDb db) => db.Set<OrgUnit>().Where(u => u.Name == name).Select(u => u.Id).SingleAsync());

    private static Task<Guid> PersonAsync(House house, string name) => house.RunAsync((IServiceDeskDb db) => db.Set<Employee>().Where(e => e.Name == name).Select(e => e.Id).SingleAsync());

    private static Task<Case> LoadAsync(House house, Guid id) => house.RunAsync((IServiceDeskDb db) => db.Set<Case>().AsNoTracking().Include(c => c.History).SingleAsync(c => c.Id == id));
}
