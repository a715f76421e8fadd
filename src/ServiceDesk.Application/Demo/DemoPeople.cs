using ServiceDesk.Application.Shared.Access;

namespace ServiceDesk.Application.Demo;

/// <summary>The people of the demonstration municipality, Lejasupes novads. Invented; nobody of these names is meant.</summary>
public static class DemoPeople
{
    /// <summary>Password of every demo account. Demo accounts exist only while demo data is on.</summary>
    public const string Password = "lejasupe-2026";

    /// <summary>Units in the order of the tree: name, unit above, whether citizens turn to it.</summary>
    public static IReadOnlyList<DemoUnit> Units { get; } =
    [
        new(Administration, null, false, "64100100", "dome@lejasupe.example"),
        new(ClientService, Administration, true, "64100110", "klienti@lejasupe.example"),
        new(Property, Administration, true, "64100120", "ipasumi@lejasupe.example"),
        new(Utilities, Administration, true, "64100130", "labiekartosana@lejasupe.example"),
        new(Roads, Utilities, true, "64100131", "celi@lejasupe.example"),
        new(Social, Administration, true, "64100140", "socialais@lejasupe.example"),
        new(Education, Administration, true, "64100150", "izglitiba@lejasupe.example"),
        new(Building, Administration, true, "64100160", "buvvalde@lejasupe.example"),
        new(Finance, Administration, false, "64100170", "finanses@lejasupe.example"),
        new(Technology, Administration, false, "64100180", "it@lejasupe.example"),
    ];

    /// <summary>Centrālā administrācija.</summary>
    public const string Administration = "Centrālā administrācija";

    /// <summary>Klientu apkalpošanas centrs.</summary>
    public const string ClientService = "Klientu apkalpošanas centrs";

    /// <summary>Nekustamā īpašuma nodaļa.</summary>
    public const string Property = "Nekustamā īpašuma nodaļa";

    /// <summary>Labiekārtošanas un komunālā nodaļa.</summary>
    public const string Utilities = "Labiekārtošanas un komunālā nodaļa";

    /// <summary>Ceļu un ielu daļa, below the utilities.</summary>
    public const string Roads = "Ceļu un ielu daļa";

    /// <summary>Sociālais dienests.</summary>
    public const string Social = "Sociālais dienests";

    /// <summary>Izglītības nodaļa.</summary>
    public const string Education = "Izglītības nodaļa";

    /// <summary>Būvvalde.</summary>
    public const string Building = "Būvvalde";

    /// <summary>Finanšu nodaļa.</summary>
    public const string Finance = "Finanšu nodaļa";

    /// <summary>Informācijas tehnoloģiju nodaļa.</summary>
    public const string Technology = "Informācijas tehnoloģiju nodaļa";

    /// <summary>Units as the old register of a neighbouring town names them, and who took their work over.</summary>
    public static IReadOnlyDictionary<string, string> FormerUnits { get; } = new Dictionary<string, string>
    {
        ["Satiksmes departaments"] = Roads,
        ["Mājokļu un vides departaments"] = Utilities,
        ["Pašvaldības policija"] = Administration,
        ["Komunālā pārvalde"] = Utilities,
        ["Labklājības departaments"] = Social,
        ["Dzīvokļu pārvalde"] = Property,
        ["Izglītības, kultūras un sporta departaments"] = Education,
        ["Īpašuma departaments"] = Property,
        ["Pilsētas attīstības departaments"] = Building,
        ["Finanšu departaments"] = Finance,
    };

    /// <summary>Everybody, with the roles of the account.</summary>
    public static IReadOnlyList<DemoPerson> All { get; } =
    [
        new("Inga", "Ozola", "Klientu apkalpošanas speciāliste", ClientService, [Role.ClientServiceSpecialist, Role.Employee]),
        new("Mārtiņš", "Siliņš", "Klientu apkalpošanas speciālists", ClientService, [Role.ClientServiceSpecialist, Role.Employee]),
        new("Daina", "Vītola", "Klientu apkalpošanas centra vadītāja", ClientService, [Role.HeadOfClientService, Role.UnitHead, Role.Employee], true),
        new("Andris", "Kļaviņš", "Izpilddirektora vietnieks, centrālās administrācijas vadītājs", Administration, [Role.DeputyExecutiveDirector, Role.Employee], true),
        new("Ruta", "Bērziņa", "Nekustamā īpašuma speciāliste", Property, [Role.Employee]),
        new("Guntis", "Liepiņš", "Nekustamā īpašuma nodaļas vadītājs", Property, [Role.UnitHead, Role.Employee], true),
        new("Jānis", "Kalniņš", "Labiekārtošanas un komunālās nodaļas vadītājs", Utilities, [Role.UnitHead, Role.Employee], true),
        new("Līga", "Zariņa", "Labiekārtošanas inženiere", Utilities, [Role.Employee]),
        new("Edgars", "Krūmiņš", "Ceļu inženieris", Roads, [Role.Employee]),
        new("Zane", "Eglīte", "Sociālā dienesta vadītāja", Social, [Role.UnitHead, Role.Employee], true),
        new("Elīna", "Pētersone", "Sociālā darbiniece", Social, [Role.Employee]),
        new("Valdis", "Āboliņš", "Izglītības nodaļas vadītājs", Education, [Role.UnitHead, Role.Employee], true),
        new("Sanita", "Dūja", "Izglītības darba speciāliste", Education, [Role.Employee]),
        new("Kārlis", "Balodis", "Būvvaldes vadītājs", Building, [Role.UnitHead, Role.Employee], true),
        new("Agnese", "Lapiņa", "Arhitekte", Building, [Role.Employee]),
        new("Ilze", "Roze", "Galvenā grāmatvede", Finance, [Role.Accountant, Role.UnitHead, Role.Employee], true),
        new("Normunds", "Jansons", "Sistēmu administrators", Technology, [Role.InformationTechnology, Role.Employee], true),
        new("Kristīne", "Vanaga", "Portāla administratore", Technology, [Role.Administrator, Role.Employee]),
        new("Aija", "Apine", "Personāla vadītāja", Administration, [Role.HumanResources, Role.Employee]),
        new("Toms", "Rubenis", "Sabiedrisko attiecību speciālists", Administration, [Role.Communications, Role.Employee]),
        new("Vija", "Mežale", "Lietvede arhivāre", Administration, [Role.RecordsKeeper, Role.Employee]),
        new("Oskars", "Cīrulis", "Ētikas komisijas loceklis", Administration, [Role.EthicsCommission]),
        new("Baiba", "Grava", "Datu aizsardzības speciāliste", Administration, [Role.DataProtectionOfficer]),
        new("Uldis", "Strods", "Iekšējais auditors", Administration, [Role.Auditor]),
        new("Maija", "Sproģe", "Slepenā apmeklētāja", ClientService, [Role.MysteryShopper]),
        new("Ivars", "Zālītis", "Izpilddirektors", Administration, [Role.ExecutiveDirector]),
        new("Egils", "Priede", "Domes deputāts", Administration, [Role.ElectedOfficial]),
    ];

    /// <summary>The handful worth knowing first, one for each place in the story.</summary>
    public static IReadOnlyList<DemoPerson> SignIns { get; } =
        [.. new[] { "Inga", "Līga", "Jānis", "Daina", "Andris", "Kristīne" }.Select(name => All.First(p => p.Name == name))];
}

/// <summary>A demo unit.</summary>
public sealed record DemoUnit(string Name, string? Parent, bool ServesExternalClients, string Phone, string Email);

/// <summary>A demo employee with an account.</summary>
public sealed record DemoPerson(string Name, string Surname, string Position, string Unit, IReadOnlyCollection<Role> Roles, bool HeadsUnit = false)
{
    /// <summary>Sign-in and work address.</summary>
    public string Email => $"{Plain(Name)}.{Plain(Surname)}@lejasupe.example";

    /// <summary>Lower case without Latvian marks, for addresses.</summary>
    internal static string Plain(string word) => string.Concat(word.ToLowerInvariant().Select(c => "āčēģīķļņšūž".IndexOf(c, StringComparison.Ordinal) is var i and >= 0 ? "acegiklnsuz"[i] : c));
}
