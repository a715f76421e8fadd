using FsCheck;
using FsCheck.Fluent;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Clients.Duplicates;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Tests.Clients;

/// <summary>Merging and parting cards: nothing is lost, nothing is doubled, whatever the cards hold and in whatever order it is done.</summary>
public class ClientMergeTests
{
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();
    private static readonly Actor Ieva = new(Guid.CreateVersion7(), "Ieva Kalniņa");

    [Fact]
    public void A_merge_loses_and_doubles_nothing() => Check(seed =>
    {
        var town = new Town(seed);
        var (one, other) = (town.Client(), town.Client());
        var (before, taken) = (Parts(one), Parts(other));
        var notes = one.Notes.Count + other.Notes.Count;
        one.TakeIn(other, town.Choices(), Ieva, town.Now);
        var after = Parts(one);
        Assert.Equal(before.Union(taken).Order(), after.Order());
        Assert.Equal(after.Count, after.Distinct().Count());
        Assert.Equal(notes, one.Notes.Count);
        MustBeSound(one);
    });

    [Fact]
    public void Undone_both_cards_are_exactly_as_they_were() => Check(seed =>
    {
        var town = new Town(seed);
        var (one, other) = (town.Client(), town.Client());
        var (before, taken) = (Whole(one), Whole(other));
        var merge = one.TakeIn(other, town.Choices(), Ieva, town.Now);
        one.GiveBack(merge, other, [], Ieva, town.Now.AddHours(1));
        Assert.Equal(before, Whole(one));
        Assert.Equal(taken, Whole(other));
    });

    [Fact]
    public void Chains_of_merges_undone_in_any_order_that_is_allowed_leave_every_card_as_it_was() => Check(seed =>
    {
        var town = new Town(seed);
        var cards = Enumerable.Range(0, 6).Select(_ => town.Client()).ToList();
        var before = cards.ToDictionary(c => c.Id, Whole);
        var all = cards.SelectMany(Parts).ToHashSet();
        List<(ClientMerge Merge, Client Survivor, Client Other)> merges = [];
        for (var i = 0; i < 5; i++)
        {
            var inUse = cards.Where(c => c.State == ClientState.Active).ToList();
            var one = town.Pick(inUse);
            var other = town.Pick(inUse.Where(c => c != one).ToList());
            town.Pass();
            merges.Add((one.TakeIn(other, town.Choices(), Ieva, town.Now), one, other));
            MustBeSound(one);
        }

        Assert.Equal(all.Order(), Parts(cards.Single(c => c.State == ClientState.Active)).Order());

        while (merges.Count > 0)
        {
            town.Pass();
            var (merge, survivor, other) = town.Pick(merges.Where(m => m.Survivor.State == ClientState.Active).ToList());
            survivor.GiveBack(merge, other, [.. merges.Where(m => m.Survivor == survivor && m.Merge != merge).Select(m => (m.Merge, m.Other))], Ieva, town.Now);
            merges.RemoveAll(m => m.Merge == merge);
            MustBeSound(survivor);
            MustBeSound(other);
            // Whatever still stands, no card in use lacks anything of those it has taken in.
            foreach (var left in merges.Where(m => m.Survivor.State == ClientState.Active))
                Assert.Empty(Parts(left.Other).Except(Parts(left.Survivor)));
        }

        Assert.All(cards, c => Assert.Equal(before[c.Id], Whole(c)));
    });

    [Fact]
    public void What_was_added_after_the_merge_stays_with_the_card_it_was_added_to() => Check(seed =>
    {
        var town = new Town(seed);
        var (one, other) = (town.Client(), town.Client());
        var taken = Whole(other);
        var merge = one.TakeIn(other, town.Choices(), Ieva, town.Now);
        var note = one.AddNote("Pēc apvienošanas", Ieva, town.Now);
        var phone = one.AddReach(new ReachValue(ClientReachKind.Phone, "+37120000000", "20000000"), null, Ieva, town.Now);
        one.Rename("Pavisam Cits", null, Ieva, town.Now);
        one.GiveBack(merge, other, [], Ieva, town.Now.AddHours(1));
        Assert.Contains(note, one.Notes);
        Assert.Contains(phone, one.Reaches);
        Assert.Equal("Pavisam Cits", one.Name);
        Assert.Equal(taken, Whole(other));
        MustBeSound(one);
    });

    [Fact]
    public void Values_are_chosen_field_by_field_and_the_others_stay_findable()
    {
        var now = new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);
        var one = Client.Register(ClientKind.Person, "Anna Berzina", Ieva, now);
        var other = Client.Register(ClientKind.Person, "Anna Bērziņa", Ieva, now);
        one.AddReach(new ReachValue(ClientReachKind.Phone, "+37129102938", "29102938"), null, Ieva, now);
        other.AddReach(new ReachValue(ClientReachKind.Phone, "+37126000000", "26000000"), null, Ieva, now);
        other.Describe(new ClientFacts { Kind = ClientKind.Person, Language = "ru", BirthDate = new DateOnly(1975, 11, 16) }, Ieva, now);
        var merge = one.TakeIn(other, new HashSet<MergeField> { MergeField.Name, MergeField.BirthDate, MergeField.MainPhone }, Ieva, now);
        Assert.Equal(("Anna Bērziņa", new DateOnly(1975, 11, 16), "lv"), (one.Name, one.BirthDate, one.Language));
        Assert.Equal(["+37126000000"], one.Reaches.Where(r => r.IsPrimary).Select(r => r.Value));
        Assert.Contains(one.Names, n => n is { Name: "Anna Berzina", Kind: ClientNameKind.Trade });
        Assert.Equal((ClientState.Merged, one.Id), (other.State, other.MergedIntoId));
        Assert.Equal(3, merge.Changes.Count);
        Assert.Equal("Clients.Refusal.IsMerged", Refused(() => other.AddNote("x", Ieva, now)));
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        var now = new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);
        var none = new HashSet<MergeField>();
        Client Card(ClientKind kind = ClientKind.Person) => Client.Register(kind, "Anna Bērziņa", Ieva, now);
        var anna = Card();
        Assert.Equal("Clients.Merge.SameCard", Refused(() => anna.TakeIn(anna, none, Ieva, now)));
        Assert.Equal("Clients.Merge.PersonAndFirm", Refused(() => anna.TakeIn(Card(ClientKind.LegalPerson), none, Ieva, now)));
        var restricted = Card();
        restricted.Restrict("Apstrīd datus", Ieva, now);
        Assert.Equal("Clients.Merge.IsRestricted", Refused(() => anna.TakeIn(restricted, none, Ieva, now)));
        Assert.Equal("Clients.Merge.IsRestricted", Refused(() => restricted.TakeIn(anna, none, Ieva, now)));

        var (second, third) = (Card(), Card());
        var first = anna.TakeIn(second, none, Ieva, now);
        third.TakeIn(anna, none, Ieva, now.AddMinutes(1));
        Assert.Equal("Clients.Merge.UndoLaterFirst", Refused(() => anna.GiveBack(first, second, [], Ieva, now)));
        Assert.Equal("Clients.Merge.CannotUndo", Refused(() => third.GiveBack(first, second, [], Ieva, now)));
        var fourth = Card();
        var merge = third.TakeIn(fourth, none, Ieva, now.AddMinutes(2));
        third.GiveBack(merge, fourth, [], Ieva, now);
        Assert.Equal("Clients.Merge.AlreadyUndone", Refused(() => third.GiveBack(merge, fourth, [], Ieva, now)));
    }

    private static string Refused(Action step) => Assert.Throws<Refusal>(step).Key;

    private static void Check(Action<int> property) => FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(Seeds, property));

    /// <summary>What a card tells, each fact once, whatever card it stands on.</summary>
    private static List<string> Parts(Client client) =>
    [
        .. client.Names.Select(n => "name " + n.Name).Distinct(),
        .. client.Reaches.Select(r => $"reach {r.Kind} {r.Value}"),
        .. client.Addresses.Select(a => $"address {a.Kind} {a.Line} {a.Addressee}").Distinct(),
        .. client.Codes.Select(c => "code " + c.Hash),
        .. client.Representatives.Select(r => $"for {r.RepresentativeId} {r.Document}"),
        .. client.Groups.Where(g => g.LeftAt is null).Select(g => "group " + g.GroupName),
        .. client.Notes.Select(n => "note " + n.Text),
    ];

    /// <summary>Everything a card holds but its history.</summary>
    private static string Whole(Client c) => string.Join('\n', new[]
    {
        $"{c.Id} {c.State} {c.MergedIntoId} {c.Kind} {c.Name} {c.SortKey} {c.Language} {c.PreferredChannel} {c.BirthDate:O} {c.RegistrationNumber} {c.VatNumber} {c.VatByCode} {c.LegalForm} {c.EmployeeId} {c.HeardFrom}",
    }
    .Concat(c.Names.Select(n => $"name {n.Id} {n.ClientId} {n.Name} {n.Kind} {n.From:O} {n.To:O}").Order(StringComparer.Ordinal))
    .Concat(c.Reaches.Select(r => $"reach {r.Id} {r.ClientId} {r.Kind} {r.Value} {r.Written} {r.Label} {r.IsPrimary} {r.RetiredAt:O}").Order(StringComparer.Ordinal))
    .Concat(c.Addresses.Select(a => $"address {a.Id} {a.ClientId} {a.Kind} {a.Line} {a.Addressee} {a.AddedAt:O} {a.RetiredAt:O}").Order(StringComparer.Ordinal))
    .Concat(c.Codes.Select(k => $"code {k.Id} {k.ClientId} {k.Hash} {k.AddedAt:O} {k.RetiredAt:O}").Order(StringComparer.Ordinal))
    .Concat(c.Representatives.Select(r => $"rep {r.Id} {r.ClientId} {r.RepresentativeId} {r.Document} {r.From:O} {r.To:O} {r.EndedAt:O}").Order(StringComparer.Ordinal))
    .Concat(c.Groups.Select(g => $"group {g.Id} {g.ClientId} {g.GroupId} {g.JoinedAt:O} {g.LeftAt:O}").Order(StringComparer.Ordinal))
    .Concat(c.Notes.Select(n => $"note {n.Id} {n.ClientId} {n.Text} {n.AuthorName} {n.At:O}").Order(StringComparer.Ordinal)));

    private static void MustBeSound(Client client)
    {
        Assert.Equal(client.Name, Assert.Single(client.Names, n => n.Kind == ClientNameKind.Current).Name);
        Assert.True(client.Codes.Count(c => c.IsCurrent) <= 1);
        Assert.All(Enum.GetValues<ClientReachKind>(), kind =>
            Assert.Equal(client.Reaches.Any(r => r.Kind == kind && r.RetiredAt is null) ? 1 : 0, client.Reaches.Count(r => r.Kind == kind && r.IsPrimary)));
        Assert.All(client.Reaches.Where(r => r.IsPrimary), r => Assert.Null(r.RetiredAt));
        Assert.All(client.Names, n => Assert.Equal(client.Id, n.ClientId));
        Assert.All(client.Reaches, r => Assert.Equal(client.Id, r.ClientId));
    }

    /// <summary>People whose data overlap, as they do in a register: few names, phones and codes for many cards.</summary>
    private sealed class Town(int seed)
    {
        private static readonly string[] Names = ["Anna Bērziņa", "Anna Berzina", "Jānis Kalniņš", "Иван Петров", "Anna 🙂", "O'Neill, Līga"];
        private static readonly TargetGroup[] Groups = [new("a", "Seniori", "", "", 1), new("b", "Ģimenes", "", "", 2), new("c", "Uzņēmēji", "", "", 3)];
        private static readonly Client Guardian = Domain.Clients.Client.Register(ClientKind.Person, "Aizbildne", Ieva, default);

        private readonly Random random = new(seed);

        public DateTimeOffset Now { get; private set; } = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

        public void Pass() => Now = Now.AddMinutes(1);

        public T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

        public HashSet<MergeField> Choices() => Enum.GetValues<MergeField>().Where(_ => random.Next(2) == 0).ToHashSet();

        public Client Client()
        {
            var client = Domain.Clients.Client.Register(random.Next(5) == 0 ? ClientKind.Unknown : ClientKind.Person, Pick(Names), Ieva, Now, random.Next(2) == 0 ? HeardFrom.Internet : null);
            client.Describe(
                new ClientFacts
                {
                    Kind = client.Kind,
                    Language = Pick(["lv", "en", "ru"]),
                    PreferredChannel = random.Next(2) == 0 ? Pick(Domain.Clients.Client.ReplyChannels) : null,
                    BirthDate = random.Next(2) == 0 ? new DateOnly(1950 + random.Next(3), 1, 1) : null,
                    VatNumber = random.Next(4) == 0 ? "LV" + random.Next(3) : null,
                    VatByCode = random.Next(4) == 0,
                    HeardFrom = client.HeardFrom,
                },
                Ieva,
                Now);
            for (var i = random.Next(3); i > 0; i--)
                client.Rename(Pick(Names), null, Ieva, Now);
            for (var i = random.Next(3); i > 0; i--)
                client.AddName(Pick(Names), Pick([ClientNameKind.Former, ClientNameKind.Trade]), random.Next(2) == 0 ? new DateOnly(2000 + random.Next(2), 1, 1) : null, null, Ieva, Now);
            for (var i = random.Next(6); i > 0; i--)
            {
                var number = random.Next(5);
                var reach = client.AddReach(Pick<ReachValue>([new(ClientReachKind.Phone, $"+3712910000{number}", $"2910000{number}"), new(ClientReachKind.Email, $"e{number}@example.lv", $"E{number}@example.lv"), new(ClientReachKind.Iban, $"LV0{number}", $"LV0{number}")]), random.Next(2) == 0 ? "darbā" : null, Ieva, Now);
                if (random.Next(4) == 0)
                    client.RetireReach(reach.Id, Ieva, Now);
            }

            foreach (var kind in Enum.GetValues<ClientReachKind>())
            {
                if (random.Next(2) == 0 && client.Reaches.Where(r => r.Kind == kind && r.RetiredAt is null).ToList() is { Count: > 0 } inUse)
                    client.MakePrimary(Pick(inUse).Id, Ieva, Now);
            }

            for (var i = random.Next(3); i > 0; i--)
            {
                var address = client.AddAddress(Pick(Enum.GetValues<ClientAddressKind>()), new AddressElements { Street = "Pils iela", House = $"{random.Next(3)}" }, random.Next(2) == 0 ? "Annai" : null, Ieva, Now);
                if (random.Next(3) == 0)
                    client.RetireAddress(address.Id, Ieva, Now);
            }

            for (var i = random.Next(3); i > 0; i--)
            {
                var code = new ProtectedCode($"cipher{i}", $"hash{random.Next(4)}", "0000");
                if (client.Codes.All(c => c.Hash != code.Hash))
                    client.GiveCode(code, Ieva, Now);
                Pass();
            }

            for (var i = random.Next(2); i > 0; i--)
                client.Appoint(Guardian, RepresentationScope.Documents, $"Pilnvara {random.Next(2)}", new DateOnly(2026, 1, 1), null, Ieva, Now);
            client.SetGroups([.. Groups.Where(_ => random.Next(2) == 0)], Ieva, Now);
            for (var i = random.Next(3); i > 0; i--)
                client.AddNote($"Piezīme {random.Next()}", Ieva, Now);
            Pass();
            return client;
        }
    }
}
