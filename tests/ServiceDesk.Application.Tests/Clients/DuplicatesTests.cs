using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Clients.Companies;
using ServiceDesk.Application.Clients.Duplicates;
using ServiceDesk.Application.Protection.Rights;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Tests.Protection;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Clients.Companies;
using ServiceDesk.Domain.Clients.Duplicates;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Clients;

public class DuplicatesTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly HashSet<MergeField> NoFields = [];

    [Theory, EachDatabase]
    public async Task The_nightly_search_finds_each_pair_once_and_remembers_what_people_said(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        await house.ActAsAsync(Role.ClientServiceSpecialist);
        var anna = await AddAsync(house, "Anna Bērziņa", "29102938");
        var again = await AddAsync(house, "BERZINA ANNA", "+371 29102938");
        var unknown = await AddAsync(house, "29102938", "29102938", ClientKind.Unknown);
        await AddAsync(house, "Jānis Kalniņš", "26000000");
        var firm = await AddAsync(house, "SIA \"Anna Bērziņa\"", "29102938", ClientKind.LegalPerson);

        var first = await SearchAsync(house);
        Assert.Equal((4, 4), (first.Found, first.Added));
        Assert.Equal(0, (await SearchAsync(house)).Added);
        var open = await ListAsync(house, DuplicateState.Open);
        Assert.Equal((4, 75, DuplicateReasons.SameName | DuplicateReasons.SamePhone), (open.Total, open.Rows[0].Points, open.Rows[0].Reasons));
        // The unknown caller may be the firm; Anna, with the same phone and the same words in her name, is not.
        Assert.All(open.Rows.Where(r => r.First.Id == firm || r.Second.Id == firm), r => Assert.Contains(unknown, new[] { r.First.Id, r.Second.Id }));

        await house.RunAsync((ListDuplicatesHandler h) => h.SayNotSameAsync(unknown, anna, CancellationToken.None));
        Assert.Equal(0, (await SearchAsync(house)).Added);
        Assert.Equal((3, 1), ((await ListAsync(house, DuplicateState.Open)).Total, (await ListAsync(house, DuplicateState.NotSame)).Total));

        // The card that took Anna's in is not the unknown caller either, though nobody has said so of it.
        await MergeAsync(house, again, anna);
        Assert.Equal(0, (await SearchAsync(house)).Added);
        Assert.All((await ListAsync(house, DuplicateState.Open)).Rows, r => Assert.Contains(firm, new[] { r.First.Id, r.Second.Id }));

        await house.RunAsync((ListDuplicatesHandler h) => h.OpenAgainAsync(anna, unknown, CancellationToken.None));
        Assert.Equal(0, (await ListAsync(house, DuplicateState.NotSame)).Total);
    }

    [Theory, EachDatabase]
    public async Task A_pair_that_looks_alike_no_more_leaves_the_list(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        await house.ActAsAsync(Role.ClientServiceSpecialist);
        await AddAsync(house, "Anna Bērziņa", "29102938");
        var other = await AddAsync(house, "Anna Bērziņa", "29102938");
        await SearchAsync(house);
        await ChangeAsync(house, other, c => c.RetireReach(c.Reaches[0].Id, Actor.System, house.Time.GetUtcNow()));
        Assert.Equal(1, (await SearchAsync(house)).Dropped);
        await ChangeAsync(house, other, c => c.AddReach(Phone("29102938"), null, Actor.System, house.Time.GetUtcNow()));
        Assert.Equal(1, (await SearchAsync(house)).Added);
        await ChangeAsync(house, other, c => c.Restrict("Apstrīd datus", Actor.System, house.Time.GetUtcNow()));
        Assert.Equal(1, (await SearchAsync(house)).Dropped);
    }

    [Theory, EachDatabase]
    public async Task A_merge_takes_the_cases_along_and_undoing_it_brings_them_back_but_not_those_added_since(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        await house.ActAsAsync(Role.ClientServiceSpecialist);
        var (anna, twin, mother) = (await AddAsync(house, "Anna Bērziņa", "29102938"), await AddAsync(house, "Anna Berzina", "26000001"), await AddAsync(house, "Maija Ozola", "26000002"));
        await ChangeAsync(house, mother, (c, db) => c.Appoint(db.Set<Client>().Single(x => x.Id == twin), RepresentationScope.Documents, "Pilnvara 1", Today, null, Actor.System, house.Time.GetUtcNow()));
        var (own, theirs, acted) = (await CaseAsync(house, anna), await CaseAsync(house, twin), await CaseAsync(house, mother, twin));

        var mergeId = await MergeAsync(house, anna, twin, MergeField.MainPhone);
        Assert.Equal((anna, anna), (await OwnerAsync(house, own), await OwnerAsync(house, theirs)));
        Assert.Equal(anna, (await LoadCaseAsync(house, acted)).RepresentativeId);
        Assert.Equal(anna, (await LoadAsync(house, mother)).Representatives[0].RepresentativeId);
        Assert.Equal(anna, await house.RunAsync((CompareClientsHandler h) => h.FollowAsync(twin, CancellationToken.None)));
        var merged = await LoadAsync(house, anna);
        Assert.Equal(["26000001", "29102938"], merged.Reaches.OrderByDescending(r => r.IsPrimary).Select(r => r.Written));
        Assert.Equal(ClientState.Merged, (await LoadAsync(house, twin)).State);

        house.Time.Advance(TimeSpan.FromMinutes(1));
        var since = await CaseAsync(house, anna);
        await house.RunAsync((UndoClientMergeHandler h) => h.HandleAsync(new UndoClientMerge(mergeId, AreTwoClients: true), CancellationToken.None));
        Assert.Equal((anna, twin, anna), (await OwnerAsync(house, own), await OwnerAsync(house, theirs), await OwnerAsync(house, since)));
        Assert.Equal(twin, (await LoadCaseAsync(house, acted)).RepresentativeId);
        Assert.Equal(twin, (await LoadAsync(house, mother)).Representatives[0].RepresentativeId);
        var (back, other) = (await LoadAsync(house, anna), await LoadAsync(house, twin));
        Assert.Equal(["29102938"], back.Reaches.Where(r => r.IsPrimary).Select(r => r.Written));
        Assert.Equal((1, 1, ClientState.Active, null), (back.Names.Count, back.Reaches.Count, other.State, other.MergedIntoId));
        Assert.Null(await house.RunAsync((CompareClientsHandler h) => h.FollowAsync(twin, CancellationToken.None)));
        Assert.Equal(0, (await SearchAsync(house)).Added);
        Assert.Equal(1, (await ListAsync(house, DuplicateState.NotSame)).Total);
        Assert.Equal("Clients.Merge.AlreadyUndone", await RefusedAsync(() => house.RunAsync((UndoClientMergeHandler h) => h.HandleAsync(new UndoClientMerge(mergeId, false), CancellationToken.None))));
    }

    [Theory, EachDatabase]
    public async Task What_somebody_asked_about_their_data_follows_the_card_there_and_back(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        await house.ActAsAsync(Role.ClientServiceSpecialist);
        var (anna, twin) = (await AddAsync(house, "Anna Bērziņa", "29102931"), await AddAsync(house, "Anna Bērziņa", "29102931"));
        var item = await CaseAsync(house, twin);
        await house.ActAsAsync(Role.DataProtectionOfficer);
        var request = await PersonRequestTests.ReadyAsync(house, twin);
        await house.ActAsAsync(Role.ClientServiceSpecialist);
        var merge = await MergeAsync(house, anna, twin);
        Assert.Equal(anna, await CardAsync());
        // The answer would be empty if it still spoke of the card taken in: its cases are with the other one.
        Assert.Equal([item], (await house.RunAsync((PersonScopes scopes) => scopes.OfAsync(anna, CancellationToken.None))).Cases);
        await UndoAsync(house, merge);
        Assert.Equal(twin, await CardAsync());

        Task<Guid?> CardAsync() => house.RunAsync((IServiceDeskDb db) => db.Set<PersonRequest>().Where(r => r.Id == request).Select(r => r.ClientId).SingleAsync());
    }

    /// <summary>Whoever adds a table with the key of a client says here whether its rows follow a merge, are part of the card, or stay as they were.</summary>
    [Theory, EachDatabase]
    public async Task Every_key_of_a_client_follows_a_merge_or_is_known_to_stay(Engine engine)
    {
        string[] follow = ["Case.ClientId", "Case.RepresentativeId", "ClientRepresentative.RepresentativeId", "CompanyCheck.ClientId", "Document.ClientId", "PersonRequest.ClientId"];
        string[] copied = ["ClientAddress.ClientId", "ClientCode.ClientId", "ClientGroup.ClientId", "ClientName.ClientId", "ClientNote.ClientId", "ClientReach.ClientId", "ClientRepresentative.ClientId"];
        string[] stay = ["Client.MergedIntoId", "ClientEvent.ClientId", "ClientWord.ClientId", "ReadRecord.ClientId", "ClientDuplicate.FirstId", "ClientDuplicate.SecondId", "ClientMerge.MergedId", "ClientMerge.SurvivorId"];
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var keys = await fresh.House.RunAsync((IServiceDeskDb db) => Task.FromResult(((DbContext)db).Model.GetEntityTypes()
            .SelectMany(e => e.GetProperties().Where(p => p.Name == "ClientId" || p.GetContainingForeignKeys().Any(k => k.PrincipalEntityType.ClrType == typeof(Client))).Select(p => $"{e.ClrType.Name}.{p.Name}"))
            .Distinct().Order(StringComparer.Ordinal).ToList()));
        Assert.Equal([.. follow.Concat(copied).Concat(stay).Order(StringComparer.Ordinal)], keys);
        Assert.Equal(follow.Length, Enum.GetValues<MergedThing>().Length);
        Assert.Equal(Enum.GetValues<MergedThing>(), (await fresh.House.RunAsync((IEnumerable<IFollowsClient> all) => Task.FromResult(all.Select(f => f.Thing).ToList()))).Order());
    }

    [Theory, EachDatabase]
    public async Task Chains_of_merges_lead_old_addresses_on_and_are_undone_from_their_end(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        await house.ActAsAsync(Role.ClientServiceSpecialist);
        var (a, b, c) = (await AddAsync(house, "Anna Bērziņa", "29102931"), await AddAsync(house, "Anna Bērziņa", "29102932"), await AddAsync(house, "Anna Bērziņa", "29102933"));
        var item = await CaseAsync(house, b);
        var first = await MergeAsync(house, a, b);
        house.Time.Advance(TimeSpan.FromMinutes(1));
        var second = await MergeAsync(house, c, a, MergeField.Language);
        Assert.Equal(c, await house.RunAsync((CompareClientsHandler h) => h.FollowAsync(b, CancellationToken.None)));
        Assert.Equal((c, 3), (await OwnerAsync(house, item), (await LoadAsync(house, c)).Reaches.Count));
        Assert.Equal("Clients.Merge.UndoLaterFirst", await RefusedAsync(() => UndoAsync(house, first)));
        await UndoAsync(house, second);
        Assert.Equal(a, await OwnerAsync(house, item));
        await UndoAsync(house, first);
        Assert.Equal(b, await OwnerAsync(house, item));
        foreach (var id in new[] { a, b, c })
            Assert.Equal((1, 1, ClientState.Active), ((await LoadAsync(house, id)).Reaches.Count, (await LoadAsync(house, id)).Names.Count, (await LoadAsync(house, id)).State));
    }

    [Theory, EachDatabase]
    public async Task Whoever_may_not_merge_and_whoever_saw_other_cards_is_refused(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        await house.ActAsAsync(Role.ClientServiceSpecialist);
        var (a, b) = (await AddAsync(house, "Anna Bērziņa", "29102931"), await AddAsync(house, "Anna Bērziņa", "29102931"));
        foreach (var role in new[] { Role.Employee, Role.UnitHead, Role.Administrator, Role.DataProtectionOfficer })
        {
            await ActAsAsync(house, role);
            Assert.Equal("Clients.Merge.Forbidden", await RefusedAsync(() => MergeAsync(house, a, b)));
            Assert.Equal("Clients.Merge.Forbidden", await RefusedAsync(() => ListAsync(house, DuplicateState.Open)));
            Assert.Equal("Clients.Merge.Forbidden", await RefusedAsync(() => house.RunAsync((ListDuplicatesHandler h) => h.SayNotSameAsync(a, b, CancellationToken.None))));
            Assert.Equal("Clients.Merge.Forbidden", await RefusedAsync(() => UndoAsync(house, Guid.NewGuid())));
            Assert.Null(await house.RunAsync((CompareClientsHandler h) => h.HandleAsync(a, b, false, CancellationToken.None)));
        }

        await house.ActAsAsync(Role.ClientServiceSpecialist);
        await ChangeAsync(house, b, c => c.AddNote("Pa to laiku", Actor.System, house.Time.GetUtcNow()));
        Assert.Equal("Clients.Merge.Stale", await RefusedAsync(() => house.RunAsync((MergeClientsHandler h) => h.HandleAsync(new MergeClients(a, 0, b, 0, NoFields), CancellationToken.None))));
        Assert.Equal("Clients.Merge.NoCard", await RefusedAsync(() => house.RunAsync((MergeClientsHandler h) => h.HandleAsync(new MergeClients(a, 0, Guid.NewGuid(), 0, NoFields), CancellationToken.None))));
        await CaseAsync(house, a, b);
        Assert.Equal("Clients.Merge.OneActsForOther", await RefusedAsync(() => MergeAsync(house, a, b)));
        Assert.Equal(ClientState.Active, (await LoadAsync(house, b)).State);
    }

    [Theory, EachDatabase]
    public async Task Two_cards_side_by_side_are_read_and_that_is_written_down(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        await house.ActAsAsync(Role.ClientServiceSpecialist);
        var (a, b) = (await AddAsync(house, "Anna Bērziņa", "29102931"), await AddAsync(house, "Anna Bērziņa", "29102931"));
        await CaseAsync(house, b);
        var cards = await house.RunAsync((CompareClientsHandler h) => h.HandleAsync(a, b, keepsOrder: false, CancellationToken.None));
        Assert.Equal((b, 1, a), (cards!.Survivor.Client.Id, cards.Survivor.Cases, cards.Other.Client.Id));
        Assert.Equal(a, (await house.RunAsync((CompareClientsHandler h) => h.HandleAsync(a, b, keepsOrder: true, CancellationToken.None)))!.Survivor.Client.Id);
        var read = await house.RunAsync((IServiceDeskDb db) => db.Set<ReadRecord>().Where(r => r.Thing == ReadThing.Client).Select(r => r.ClientId).ToListAsync());
        Assert.Equal(new Guid?[] { a, b }.Order(), read.Order());
    }

    [Theory, EachDatabase]
    public async Task Candidates_are_found_while_a_client_is_written_down(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        await house.ActAsAsync(Role.ClientServiceSpecialist);
        var anna = await AddAsync(house, "Anna Bērziņa", "29102938");
        await AddAsync(house, "Jānis Bērziņš", "29102938");
        var firm = await AddAsync(house, "SIA \"Rīta rasa\"", "67970849", ClientKind.LegalPerson, number: "40003521600");
        Assert.Equal([anna], await FindAsync(new FindCandidates { Kind = ClientKind.Person, Name = "anna berzina", Reaches = [Phone("29102938")] }));
        Assert.Empty(await FindAsync(new FindCandidates { Kind = ClientKind.Person, Name = "anna berzina" }));
        Assert.Empty(await FindAsync(new FindCandidates { Kind = ClientKind.Person, Name = "anna berzina", Reaches = [Phone("29102938")], Except = anna }));
        Assert.Equal([firm], await FindAsync(new FindCandidates { Kind = ClientKind.LegalPerson, Name = "Cits nosaukums", RegistrationNumber = "40003521600" }));
        await ActAsAsync(house, Role.Employee);
        Assert.Empty(await FindAsync(new FindCandidates { Kind = ClientKind.LegalPerson, RegistrationNumber = "40003521600" }));

        async Task<IEnumerable<Guid>> FindAsync(FindCandidates question) => (await house.RunAsync((FindCandidatesHandler h) => h.HandleAsync(question, CancellationToken.None))).Select(c => c.Id);
    }

    [Theory, EachDatabase]
    public async Task A_firm_is_checked_in_the_register_and_the_snapshot_stays_as_it_was(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        house.Time.SetLocal(2026, 6, 18, 11);
        await house.ActAsAsync(Role.ClientServiceSpecialist);
        var firm = await AddAsync(house, "Rita Rasa", "67970849", ClientKind.LegalPerson, number: "40003521600");
        var person = await AddAsync(house, "Anna Bērziņa", "29102938");
        Assert.Equal("Clients.Check.NothingRead", await RefusedAsync(() => CheckAsync(firm)));
        await ImportCompaniesTests.ImportAsync(house, ImportCompaniesTests.RegisterOf(ImportCompaniesTests.Row("40003521600", "SIA \"Rīta Rasa\""), ImportCompaniesTests.Row("40003032949", "AS \"Gaisma\"")));
        var check = await CheckAsync(firm);
        Assert.Equal((CompanyStanding.Active, CompanyWarnings.None, "SIA \"Rīta Rasa\"", house.Time.GetUtcNow()), (check.Standing, check.Warnings, check.Name, check.SourceAt));
        Assert.Equal("Clients.Check.NoNumber", await RefusedAsync(() => CheckAsync(person)));

        await ImportCompaniesTests.ImportAsync(house, "legal_entity_registration_number;liquidation_type_text;date_from\n40003521600;Likvidācija;2026-06-01\n");
        await ImportCompaniesTests.ImportAsync(house, "debtor_registration_number;proceeding_form;proceeding_started_on;proceeding_ended_on\n40003521600;INSOLVENCY;2026-06-10;\n");
        await ImportCompaniesTests.ImportAsync(house, ImportCompaniesTests.RegisterOf(ImportCompaniesTests.Row("40003521600", "SIA \"Vakara Rasa\"", terminated: "2026-06-17", closed: "L"), ImportCompaniesTests.Row("40003032949", "AS \"Gaisma\"")));
        house.Time.SetLocal(2026, 9, 18, 11);
        var second = await CheckAsync(firm);
        Assert.Equal(CompanyStanding.Closed, second.Standing);
        Assert.Equal(CompanyWarnings.Closed | CompanyWarnings.Insolvency | CompanyWarnings.Liquidation | CompanyWarnings.NameDiffers | CompanyWarnings.RegisterIsOld, second.Warnings);
        var shown = await house.RunAsync((ShowCompanyChecksHandler h) => h.HandleAsync(firm, CancellationToken.None));
        Assert.Equal(["SIA \"Vakara Rasa\"", "SIA \"Rīta Rasa\""], shown!.Checks.Select(c => c.Name));

        await ChangeAsync(house, firm, c => c.Describe(new ClientFacts { Kind = ClientKind.LegalPerson, RegistrationNumber = "90000038741" }, Actor.System, house.Time.GetUtcNow()));
        Assert.Equal((CompanyStanding.NotFound, CompanyWarnings.NotFound | CompanyWarnings.RegisterIsOld), ((await CheckAsync(firm)).Standing, (await CheckAsync(firm)).Warnings));
        await ActAsAsync(house, Role.Employee);
        Assert.Equal("Clients.Check.Forbidden", await RefusedAsync(() => CheckAsync(firm)));
        Assert.Null(await house.RunAsync((ShowCompanyChecksHandler h) => h.HandleAsync(firm, CancellationToken.None)));

        Task<CompanyCheck> CheckAsync(Guid id) => house.RunAsync((CheckCompanyHandler h) => h.HandleAsync(new CheckCompany(id), CancellationToken.None));
    }

    /// <summary>With that role alone.</summary>
    private static async Task ActAsAsync(House house, Role role)
    {
        await house.ActAsAsync(role);
        house.User.Roles = new HashSet<Role> { role };
    }

    private static ReachValue Phone(string text) => ReachValue.Check(ClientReachKind.Phone, text, Today).Value!;

    private static Task<Guid> AddAsync(House house, string name, string phone, ClientKind kind = ClientKind.Person, string? number = null) => house.RunAsync(async (IServiceDeskDb db) =>
    {
        var client = Client.Register(kind, name, Actor.System, house.Time.GetUtcNow());
        client.AddReach(Phone(phone), null, Actor.System, house.Time.GetUtcNow());
        if (number is not null)
            client.Describe(new ClientFacts { Kind = kind, RegistrationNumber = number }, Actor.System, house.Time.GetUtcNow());
        db.Set<Client>().Add(client);
        await db.SaveChangesAsync();
        return client.Id;
    });

    private static Task ChangeAsync(House house, Guid id, Action<Client> change) => ChangeAsync(house, id, (c, _) => change(c));

    private static Task ChangeAsync(House house, Guid id, Action<Client, IServiceDeskDb> change) => house.RunAsync(async (IServiceDeskDb db) =>
    {
        change(await db.Set<Client>().Include(c => c.Names).Include(c => c.Reaches).Include(c => c.Representatives).Include(c => c.Notes).SingleAsync(c => c.Id == id), db);
        await db.SaveChangesAsync();
    });

    private static Task<Client> LoadAsync(House house, Guid id) => house.RunAsync((IServiceDeskDb db) =>
        db.Set<Client>().AsNoTracking().Include(c => c.Names).Include(c => c.Reaches).Include(c => c.Representatives).SingleAsync(c => c.Id == id));

    private static async Task<Guid> CaseAsync(House house, Guid clientId, Guid? representative = null)
    {
        var made = await house.RunAsync((SubmitCaseHandler h) => h.HandleAsync(
            new SubmitCase { Token = Guid.NewGuid(), Kind = CaseKind.Question, Text = "Kad remontēs ielu?", Contact = new Contact { Name = "Anna" }, Language = "lv" }, CancellationToken.None));
        await house.RunAsync(async (IServiceDeskDb db) =>
        {
            var item = await db.Set<Case>().SingleAsync(c => c.Id == made.CaseId);
            item.BelongTo(await db.Set<Client>().SingleAsync(c => c.Id == clientId), Actor.System, house.Time.GetUtcNow());
            if (representative is { } acting)
                item.RepresentedBy(await db.Set<Client>().SingleAsync(c => c.Id == acting), Actor.System, house.Time.GetUtcNow());
            await db.SaveChangesAsync();
        });
        return made.CaseId;
    }

    private static Task<Case> LoadCaseAsync(House house, Guid id) => house.RunAsync((IServiceDeskDb db) => db.Set<Case>().AsNoTracking().SingleAsync(c => c.Id == id));

    private static async Task<Guid?> OwnerAsync(House house, Guid caseId) => (await LoadCaseAsync(house, caseId)).ClientId;

    private static async Task<Guid> MergeAsync(House house, Guid survivor, Guid other, params MergeField[] fromOther)
    {
        var (one, two) = (await LoadAsync(house, survivor), await LoadAsync(house, other));
        return await house.RunAsync((MergeClientsHandler h) => h.HandleAsync(new MergeClients(survivor, one.Version, other, two.Version, fromOther.ToHashSet()), CancellationToken.None));
    }

    private static Task<(Guid, Guid)> UndoAsync(House house, Guid mergeId) => house.RunAsync((UndoClientMergeHandler h) => h.HandleAsync(new UndoClientMerge(mergeId, false), CancellationToken.None));

    private static Task<DuplicatesFound> SearchAsync(House house) => house.RunAsync((FindDuplicatesHandler h) => h.HandleAsync(CancellationToken.None));

    private static Task<DuplicatePage> ListAsync(House house, DuplicateState state) => house.RunAsync((ListDuplicatesHandler h) => h.HandleAsync(state, 1, CancellationToken.None));

    private static async Task<string> RefusedAsync(Func<Task> step) => (await Assert.ThrowsAsync<Refusal>(step)).Key;
}
