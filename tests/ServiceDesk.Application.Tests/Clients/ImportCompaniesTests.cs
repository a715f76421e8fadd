using System.Text;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Clients.Companies;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients.Companies;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Clients;

public class ImportCompaniesTests
{
    private const string Heading =
        "regcode;sepa;name;name_before_quotes;name_in_quotes;name_after_quotes;without_quotes;regtype;regtype_text;type;type_text;registered;terminated;closed;address;index;addressid;region;city;atvk;reregistration_term\n";

    private const string Rasa = "40003521600;LV95ZZZ40003521600;\"SIA \"\"Rīta; Rasa\"\"\";SIA;Rīta; Rasa;\"\";0;K;Komercreģistrs;SIA;Sabiedrība ar ierobežotu atbildību;2001-05-31;;;\"Sigulda, \"\"Centrs\"\"\";2150;103045133;100015821;0;0885162;\n";

    [Theory, EachDatabase]
    public async Task A_register_comes_in_and_a_second_time_only_what_changed_is_written(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        house.Time.SetLocal(2026, 6, 18, 11);
        var file = Heading + Row("40003521600", "SIA \"Rīta; Rasa\"", address: "Sigulda, \"Centrs\"") + Row("40003032949", "AS \"Gaisma\"", form: "AS")
            + Row("40003584818", "IK \"Bērzs\"", terminated: "2020-02-29", closed: "L");
        Assert.Equal((3, 0, 0, 0, 0), Counts(await ImportAsync(house, file, isTrial: true)));
        Assert.Empty(await AllAsync(house));

        var first = await ImportAsync(house, file);
        Assert.Equal((3, 0, 0, 0, 0), Counts(first));
        Assert.Equal((CompanyFileKind.Register, ImportState.Done, 3), (first.Kind, first.State, first.Records));
        var rasa = (await AllAsync(house))["40003521600"];
        Assert.Equal(("SIA \"Rīta; Rasa\"", "rita rasa", "SIA", "Sigulda, \"Centrs\"", "LV-2150"), (rasa.Name, rasa.ComparedName, rasa.Form, rasa.Address, rasa.PostalCode));
        Assert.Equal((new DateOnly(2001, 5, 31), null, null), (rasa.RegisteredOn, rasa.TerminatedOn, rasa.Closing));
        Assert.Equal((new DateOnly(2020, 2, 29), CompanyClosing.Liquidated), ((await AllAsync(house))["40003584818"].TerminatedOn, (await AllAsync(house))["40003584818"].Closing));

        house.Time.SetLocal(2026, 6, 19, 11);
        var second = await ImportAsync(house, Heading + Row("40003521600", "SIA \"Rīta; Rasa\"", address: "Sigulda, \"Centrs\"") + Row("40003032949", "AS \"Gaismiņa\"", form: "AS") + Row("90000038741", "Siguldas novada pašvaldība"));
        Assert.Equal((1, 1, 1, 1, 0), Counts(second));
        var now = await AllAsync(house);
        Assert.Equal(rasa.ChangedAt, now["40003521600"].ChangedAt);
        Assert.Equal("AS \"Gaismiņa\"", now["40003032949"].Name);
        Assert.NotNull(now["40003584818"].GoneAt);

        var third = await ImportAsync(house, file);
        Assert.Equal((0, 2, 1, 1, 0), Counts(third));
        Assert.Null((await AllAsync(house))["40003584818"].GoneAt);
    }

    [Theory, EachDatabase]
    public async Task What_is_wrong_with_a_record_keeps_only_that_record_out(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var run = await ImportAsync(fresh.House, Heading
            + Row("40003521600", "SIA \"Rasa\"") + Row("4000352160", "SIA \"Īsais\"") + Row("40003032949", "") + "a;b;c\n" + Row("40003521600", "SIA \"Otrreiz\"")
            + Row("=cmd|x", "SIA \"Formula\"") + Row("40003584818", "SIA \"😀 " + new string('ā', 700) + "\"", registered: "vakar") + "\n");
        Assert.Equal((2, 0, 0, 0, 5), Counts(run));
        Assert.Equal((7, 1), (run.Records, run.Warnings));
        var lines = await fresh.House.RunAsync((ShowCompanyImportHandler h) => h.HandleAsync(run.Id, CancellationToken.None));
        Assert.Equal(
            [(3, CompanyRemark.NotANumber), (4, CompanyRemark.NoName), (5, CompanyRemark.WrongColumns), (6, CompanyRemark.SecondTime), (7, CompanyRemark.NotANumber), (8, CompanyRemark.DateLeftOut)],
            lines!.Lines.Select(l => (l.Record, l.Remark)));
        var all = await AllAsync(fresh.House);
        Assert.Equal("SIA \"Rasa\"", all["40003521600"].Name);
        Assert.Equal((Company.MaxNameLength, null), (all["40003584818"].Name.Length, all["40003584818"].RegisteredOn));
    }

    [Theory, EachDatabase]
    public async Task Commas_windows_1257_and_other_headings_are_read_too(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var baltic = CodePagesEncodingProvider.Instance.GetEncoding(1257)!;
        var text = "type,address,regcode,name,type_text,registered,terminated,closed,index\nSIA,\"Rīga, Ķīpsala\",40003521600,\"SIA \"\"Šņores\"\"\",Sabiedrība,01.02.2003,,X,\n";
        var run = await ImportAsync(fresh.House, baltic.GetBytes(text));
        Assert.Equal(1, run.Added);
        var company = (await AllAsync(fresh.House))["40003521600"];
        Assert.Equal(("SIA \"Šņores\"", "Rīga, Ķīpsala", new DateOnly(2003, 2, 1), CompanyClosing.Other), (company.Name, company.Address, company.RegisteredOn, company.Closing));

        var refused = await Assert.ThrowsAsync<Refusal>(() => ImportAsync(fresh.House, "a;b\n1;2\n"));
        Assert.Equal("Clients.Companies.HeadingUnknown", refused.Key);
        Assert.Equal("Clients.Companies.Empty", (await Assert.ThrowsAsync<Refusal>(() => ImportAsync(fresh.House, Heading))).Key);
    }

    [Theory, EachDatabase]
    public async Task A_file_that_was_cut_marks_nothing_as_gone(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        await ImportAsync(fresh.House, Heading + string.Concat(Enumerable.Range(0, 100).Select(i => Row($"400000{i:00000}", $"SIA \"Nr. {i}\""))));
        var refused = await Assert.ThrowsAsync<Refusal>(() => ImportAsync(fresh.House, Heading + string.Concat(Enumerable.Range(0, 79).Select(i => Row($"400000{i:00000}", $"SIA \"Cits {i}\"")))));
        Assert.Equal("Clients.Companies.TooManyGone", refused.Key);
        var all = await AllAsync(fresh.House);
        Assert.All(all.Values, c => Assert.Null(c.GoneAt));
        Assert.All(all.Values, c => Assert.StartsWith("SIA \"Nr.", c.Name, StringComparison.Ordinal));
        await fresh.House.RunAsync(async (IServiceDeskDb db) => Assert.Equal("Clients.Companies.TooManyGone", (await db.Set<CompanyImport>().SingleAsync(r => r.State == ImportState.Failed)).Fault));
    }

    [Theory, EachDatabase]
    public async Task Proceedings_of_each_file_replace_those_of_the_same_file_only(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        house.Time.SetLocal(2026, 6, 18, 11);
        await house.ActAsAsync(Role.ClientServiceSpecialist);
        await ImportAsync(house, Heading + Row("40003521600", "SIA \"Rasa\"") + Row("40003032949", "AS \"Gaisma\"") + Row("40003584818", "IK \"Bērzs\"") + Row("90000038741", "Siguldas novada pašvaldība"));
        const string insolvency = "proceeding_id;debtor_name;debtor_registration_number;proceeding_started_on;proceeding_ended_on;proceeding_form\n";
        Assert.Equal((3, 0, 0, 0, 1), Counts(await ImportAsync(house, insolvency
            + "1;x;40003521600;2026-01-15;;INSOLVENCY\n2;x;40003521600;2010-01-15;2012-01-15;INSOLVENCY\n3;x;40003032949;2026-02-01;;OUT_OF_COURT_LEGAL_PROTECTION\n4;x;40003032949;2026-02-01;;CITS\n")));
        Assert.Equal((1, 0, 0, 0, 0), Counts(await ImportAsync(house, "legal_entity_registration_number;liquidation_type;liquidation_type_text;date_from;grounds_for_liquidation\n40003584818;1;Likvidācija;2026-03-01;\n")));
        Assert.Equal(
            [(CompanyStanding.Active, null), (CompanyStanding.LegalProtection, new DateOnly(2026, 2, 1)), (CompanyStanding.Insolvency, new DateOnly(2026, 1, 15)), (CompanyStanding.Liquidation, new DateOnly(2026, 3, 1))],
            await StandingsAsync(house));

        Assert.Equal((0, 0, 2, 1, 0), Counts(await ImportAsync(house, insolvency + "2;x;40003521600;2010-01-15;2012-01-15;INSOLVENCY\n3;x;40003032949;2026-02-01;;OUT_OF_COURT_LEGAL_PROTECTION\n")));
        Assert.Equal([CompanyStanding.Active, CompanyStanding.LegalProtection, CompanyStanding.Active, CompanyStanding.Liquidation], (await StandingsAsync(house)).Select(s => s.Item1));
    }

    [Theory, EachDatabase]
    public async Task A_company_is_found_by_its_number_and_by_the_beginning_of_its_name_in_any_writing(Engine engine)
    {
        await using var fresh = await Databases.OpenFreshAsync(engine);
        var house = fresh.House;
        await ImportAsync(house, Heading + Rasa.Replace(";Rīta; Rasa;", ";Rita;", StringComparison.Ordinal) + Row("40003032949", "AS \"Rītausma\"") + Row("40003584818", "SIA \"100% rīts\""));
        await house.ActAsAsync(Role.ClientServiceSpecialist);
        Assert.Equal(["40003521600"], await FindAsync("400035-21600"));
        Assert.Equal(["40003521600", "40003032949"], await FindAsync("RITA"));
        Assert.Equal(["40003032949"], await FindAsync("a/s rītaus"));
        Assert.Equal(["40003584818"], await FindAsync("100%"));
        Assert.Empty(await FindAsync("%"));
        Assert.Empty(await FindAsync("r"));
        house.User.Roles = new HashSet<Role> { Role.HumanResources };
        Assert.Empty(await FindAsync("RITA"));

        async Task<IEnumerable<string>> FindAsync(string text) =>
            (await house.RunAsync((FindCompaniesHandler h) => h.HandleAsync(new FindCompanies(text), CancellationToken.None))).Select(f => f.Company.Code);
    }

    internal static string Row(string code, string name, string form = "SIA", string registered = "2001-05-31", string terminated = "", string closed = "", string address = "Sigulda, Pils iela 16") =>
        $"{code};;{Quoted(name)};;;;0;K;Komercreģistrs;{form};{form} vārdos;{registered};{terminated};{closed};{Quoted(address)};2150;1;1;0;0885162;\n";

    internal static Task<CompanyImport> ImportAsync(House house, string text, bool isTrial = false) => ImportAsync(house, Encoding.UTF8.GetBytes(text), isTrial);

    internal static string RegisterOf(params string[] rows) => Heading + string.Concat(rows);

    private static async Task<CompanyImport> ImportAsync(House house, byte[] bytes, bool isTrial = false)
    {
        using var content = new MemoryStream(bytes);
        var id = await house.RunAsync((ImportCompaniesHandler h) => h.HandleAsync(new ImportCompanies("register.csv", content, isTrial), CancellationToken.None));
        return await house.RunAsync((IServiceDeskDb db) => db.Set<CompanyImport>().AsNoTracking().SingleAsync(r => r.Id == id));
    }

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static Task<Dictionary<string, Company>> AllAsync(House house) => house.RunAsync((IServiceDeskDb db) => db.Set<Company>().AsNoTracking().ToDictionaryAsync(c => c.Code));

    private static async Task<List<(CompanyStanding, DateOnly?)>> StandingsAsync(House house)
    {
        List<(CompanyStanding, DateOnly?)> standings = [];
        foreach (var code in new[] { "90000038741", "40003032949", "40003521600", "40003584818" })
        {
            var found = await house.RunAsync((FindCompaniesHandler h) => h.HandleAsync(new FindCompanies(code), CancellationToken.None));
            standings.Add((found.Single().Findings.Standing, found.Single().Findings.Since));
        }

        return standings;
    }

    private static (int, int, int, int, int) Counts(CompanyImport run) => (run.Added, run.Changed, run.Unchanged, run.Gone, run.Rejected);
}
