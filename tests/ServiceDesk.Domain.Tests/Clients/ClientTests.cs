using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Tests.Clients;

public class ClientTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly Actor Ieva = new(Guid.CreateVersion7(), "Ieva Kalniņa");

    private static Client Anna(string name = "Anna Bērziņa") => Client.Register(ClientKind.Person, name, Ieva, Now);

    private static ReachValue Phone(string text) => ReachValue.Check(ClientReachKind.Phone, text, Today).Value!;

    private static string Refused(Action step) => Assert.Throws<Refusal>(step).Key;

    [Theory]
    [InlineData("Иван Петров")]
    [InlineData("Anna 🙂 Bērziņa")]
    [InlineData("=HYPERLINK(\"x\")")]
    [InlineData("'; DROP TABLE Clients; --")]
    public void A_name_of_any_script_is_kept_as_written(string name) => Assert.Equal(name, Anna(name).Name);

    [Fact]
    public void A_name_is_composed_and_its_blanks_counted_once() => Assert.Equal("Anna Bērziņa", Anna("  Anna\t\n Be\u0304rzin\u0327a ").Name);

    [Fact]
    public void A_name_of_300_characters_is_kept_and_a_longer_one_refused()
    {
        Assert.Equal(300, Anna(new string('ā', 300)).Name.Length);
        Assert.Equal("Clients.Refusal.NameTooLong", Refused(() => Anna(new string('ā', 301))));
        Assert.Equal("Clients.Refusal.NameMissing", Refused(() => Anna(" \t ")));
    }

    [Theory]
    [InlineData(ClientKind.Person, "Anna Bērziņa", "Bērziņa Anna")]
    [InlineData(ClientKind.LegalPerson, "SIA \"Ābele\"", "Ābele SIA")]
    [InlineData(ClientKind.LegalPerson, "Ābele", "Ābele")]
    public void Persons_are_ordered_by_surname_and_firms_by_the_name_in_quotation_marks(ClientKind kind, string name, string ordered) =>
        Assert.Equal(LatvianOrder.Key(ordered), Client.SortKeyOf(kind, name));

    [Fact]
    public void A_new_name_leaves_the_former_one_with_its_time()
    {
        var anna = Anna();
        anna.Rename("Anna Kalniņa", new DateOnly(2026, 7, 4), Ieva, Now);
        Assert.Equal("Anna Kalniņa", anna.Name);
        var former = Assert.Single(anna.Names, n => n.Kind == ClientNameKind.Former);
        Assert.Equal(("Anna Bērziņa", new DateOnly(2026, 7, 3)), (former.Name, former.To));
        Assert.Equal("Clients.Refusal.NameBeforeLast", Refused(() => anna.Rename("Anna Liepa", new DateOnly(2026, 7, 4), Ieva, Now)));
    }

    [Fact]
    public void A_corrected_name_leaves_no_former_one_but_a_line_of_history()
    {
        var anna = Anna("Anna Berzina");
        anna.CorrectName("Anna Bērziņa", Ieva, Now);
        Assert.Single(anna.Names);
        Assert.Contains(anna.History, e => e is { Kind: ClientEventKind.Changed, Field: ClientField.Name, Was: "Anna Berzina", Became: "Anna Bērziņa" });
    }

    [Fact]
    public void The_first_phone_is_the_main_one_and_the_next_takes_its_place_when_it_goes()
    {
        var anna = Anna();
        var first = anna.AddReach(Phone("29102938"), null, Ieva, Now);
        var second = anna.AddReach(Phone("67970849"), "darbā", Ieva, Now);
        Assert.True(first.IsPrimary && !second.IsPrimary);
        Assert.Same(first, anna.AddReach(Phone("+371 29 10 29 38"), null, Ieva, Now));
        anna.RetireReach(first.Id, Ieva, Now);
        Assert.True(second.IsPrimary && !first.IsPrimary);
        Assert.Equal("Clients.Refusal.ReachRetired", Refused(() => anna.MakePrimary(first.Id, Ieva, Now)));
        Assert.Null(anna.AddReach(Phone("29102938"), null, Ieva, Now).RetiredAt);
        Assert.Equal(2, anna.Reaches.Count);
    }

    [Fact]
    public void A_new_personal_code_leaves_the_former_one_findable()
    {
        var anna = Anna();
        anna.GiveCode(new("c1", "h1", "9997"), Ieva, Now);
        anna.GiveCode(new("c1'", "h1", "9997"), Ieva, Now);
        anna.GiveCode(new("c2", "h2", "0679"), Ieva, Now);
        Assert.Equal([("h1", false), ("h2", true)], anna.Codes.Select(c => (c.Hash, c.IsCurrent)));
        Assert.DoesNotContain(anna.History, e => (e.Was + e.Became + e.Reason).Contains("9997", StringComparison.Ordinal));
    }

    [Fact]
    public void A_firm_has_neither_personal_code_nor_birthday_and_a_person_no_registration_number()
    {
        var firm = Client.Register(ClientKind.LegalPerson, "SIA \"Ābele\"", Ieva, Now);
        Assert.Equal("Clients.Refusal.OrganisationHasNoCode", Refused(() => firm.GiveCode(new("c", "h", "0000"), Ieva, Now)));
        Assert.Equal("Clients.Refusal.OrganisationBorn", Refused(() => firm.Describe(new() { Kind = ClientKind.LegalPerson, BirthDate = Today }, Ieva, Now)));
        Assert.Equal("Clients.Refusal.PersonRegistered", Refused(() => Anna().Describe(new() { Kind = ClientKind.Person, RegistrationNumber = "40003521600" }, Ieva, Now)));
    }

    [Fact]
    public void A_changed_fact_leaves_the_value_before_in_the_history()
    {
        var anna = Anna();
        anna.Describe(new() { Kind = ClientKind.Person, BirthDate = new(1975, 11, 16) }, Ieva, Now);
        anna.Describe(new() { Kind = ClientKind.Person, BirthDate = new(1975, 11, 17), Language = "ru" }, Ieva, Now);
        Assert.Contains(anna.History, e => e is { Field: ClientField.BirthDate, Was: "1975-11-16", Became: "1975-11-17" });
        Assert.Contains(anna.History, e => e is { Field: ClientField.Language, Was: "lv", Became: "ru" });
    }

    [Fact]
    public void A_representative_needs_a_document_and_a_term_that_makes_sense()
    {
        var (anna, son) = (Anna(), Anna("Jānis Bērziņš"));
        Assert.Equal("Clients.Refusal.DocumentMissing", Refused(() => anna.Appoint(son, RepresentationScope.Documents, " ", Today, null, Ieva, Now)));
        Assert.Equal("Clients.Refusal.RepresentsSelf", Refused(() => anna.Appoint(anna, RepresentationScope.Documents, "Pilnvara", Today, null, Ieva, Now)));
        Assert.Equal("Clients.Refusal.EndsBeforeBegin", Refused(() => anna.Appoint(son, RepresentationScope.Documents, "Pilnvara", Today, Today.AddDays(-1), Ieva, Now)));
        var row = anna.Appoint(son, RepresentationScope.Documents, "Pilnvara Nr. 12", Today, Today.AddDays(30), Ieva, Now);
        Assert.True(row.HoldsOn(Today.AddDays(30)) && !row.HoldsOn(Today.AddDays(31)));
        anna.EndRepresentation(row.Id, Today.AddDays(2), Ieva, Now);
        Assert.False(row.HoldsOn(Today.AddDays(3)));
    }

    [Fact]
    public void A_restriction_needs_a_reason_both_ways()
    {
        var anna = Anna();
        Assert.Equal("Clients.Refusal.ReasonMissing", Refused(() => anna.Restrict(" ", Ieva, Now)));
        anna.Restrict("Apstrīd datu pareizību", Ieva, Now);
        Assert.Equal(Now, anna.RestrictedAt);
        Assert.Equal("Clients.Refusal.AlreadyRestricted", Refused(() => anna.Restrict("vēlreiz", Ieva, Now)));
        Assert.Equal("Protection.Refusal.Restricted", Refused(() => anna.AddNote("Piezīme", Ieva, Now)));
        Assert.Equal("Protection.Refusal.Restricted", Refused(() => anna.CorrectName("Anna Bērziņa", Ieva, Now)));
        anna.LiftRestriction("Dati pārbaudīti", Ieva, Now);
        Assert.Null(anna.RestrictedAt);
        Assert.Equal("Clients.Refusal.NotRestricted", Refused(() => anna.LiftRestriction("vēlreiz", Ieva, Now)));
    }

    [Fact]
    public void A_note_sent_twice_is_written_once()
    {
        var anna = Anna();
        var token = Guid.CreateVersion7();
        anna.AddNote("Zvanīt tikai vakaros.", Ieva, Now, token);
        anna.AddNote("Zvanīt tikai vakaros.", Ieva, Now, token);
        Assert.Single(anna.Notes);
        Assert.Equal("Clients.Refusal.NoteMissing", Refused(() => anna.AddNote(" ", Ieva, Now)));
        Assert.Equal("Clients.Refusal.NoteTooLong", Refused(() => anna.AddNote(new string('a', 4001), Ieva, Now)));
    }

    [Fact]
    public void Groups_are_joined_and_left_without_losing_when()
    {
        var (seniors, owners) = (new TargetGroup("seniors", "Seniori", "Seniors", "Сеньоры", 10), new TargetGroup("owners", "Īpašnieki", "Owners", "Владельцы", 20));
        var anna = Anna();
        anna.SetGroups([seniors], Ieva, Now);
        anna.SetGroups([owners], Ieva, Now.AddDays(1));
        Assert.Equal(Now.AddDays(1), anna.Groups.Single(g => g.GroupId == seniors.Id).LeftAt);
        anna.SetGroups([owners, seniors, seniors], Ieva, Now.AddDays(2));
        Assert.Equal(2, anna.Groups.Count(g => g.LeftAt is null));
    }

    [Fact]
    public void A_case_belongs_to_one_client_and_its_history_names_nobody()
    {
        var (anna, son) = (Anna(), Anna("Jānis Bērziņš"));
        var item = Case.Receive(new Receipt
        {
            Register = new Register("cases", "Reģistrs", "4.1-5", "{index}/{yy}/{seq}"),
            Year = 2026,
            Sequence = 1,
            Kind = CaseKind.Submission,
            Channel = Channel.Email,
            Subject = "Ielas apgaismojums",
            Text = "Nedeg lampa",
            UnitId = Guid.CreateVersion7(),
            RegisteredBy = Ieva,
            ReceivedAt = Now,
            ReceivedOn = Today,
            RegisteredAt = Now,
        });
        Assert.Equal("Clients.Refusal.NoClient", Refused(() => item.RepresentedBy(son, Ieva, Now)));
        item.BelongTo(anna, Ieva, Now);
        item.BelongTo(anna, Ieva, Now);
        item.RepresentedBy(son, Ieva, Now);
        Assert.Equal((anna.Id, son.Id), (item.ClientId, item.RepresentativeId));
        Assert.Equal("Clients.Refusal.RepresentsSelf", Refused(() => item.RepresentedBy(anna, Ieva, Now)));
        item.Detach(Ieva, Now);
        Assert.Null(item.ClientId ?? item.RepresentativeId);
        Assert.Equal([CaseEventKind.ClientAttached, CaseEventKind.RepresentativeNamed, CaseEventKind.ClientDetached], item.History.Skip(1).Select(e => e.Kind));
        Assert.All(item.History.Skip(1), e => Assert.Empty(e.Arguments));
    }
}
