using System.Text;
using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases.Imports;
using ServiceDesk.Application.Clients;
using ServiceDesk.Application.Clients.Exports;
using ServiceDesk.Application.Clients.Imports;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Shared.Sheets;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Clients;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Testing;

namespace ServiceDesk.Application.Tests.Clients;

public class ImportClientsTests(Databases databases) : IClassFixture<Databases>
{
    private static readonly string Long = new('ž', 300);

    [Theory, EachDatabase]
    public async Task What_an_export_writes_comes_in_as_it_was_and_a_second_time_nothing_does(Engine engine)
    {
        await using var first = await Databases.OpenFreshAsync(engine);
        await using var second = await Databases.OpenFreshAsync(engine);
        await first.House.ActAsAsync(Role.HeadOfClientService);
        await second.House.ActAsAsync(Role.HeadOfClientService);
        var text = "Veids;Nosaukums;Personas kods;Dzimšanas datums;Reģistrācijas numurs;Tālrunis;E-pasts;Valoda;Mērķgrupas;Par mums uzzināja;Iela;Mājas numurs;Pilsēta;Pasta indekss;Adresāts\r\n"
            + "Persona;Иван 🙂 Bērziņš;161175-19997;16.11.1975;;'+371 29102938 / 67800900;ivan@example.org;ru;Seniori / Ģimenes ar bērniem;No paziņām;Pils iela;16;Sigulda;LV-2150;Ivanam Bērziņam\r\n"
            + $"Persona;{Long};;;;;;;;;;;;;\r\n"
            + "Uzņēmums vai biedrība;'=1+1 SIA;;;40003521600;;info@example.org;;;;;;;;\r\n"
            + "Nezināms zvanītājs;;;;;29102939;;;;;;;;;\r\n"
            + "Iestāde;\"Biedrība \"\"Rīts; vakars\"\"\";;;;;;;;;;;;;\r\n\r\n";
        Assert.Equal((5, 0, 0), Counts(await ImportAsync(first.House, text)));
        Assert.Equal((0, 5, 0), Counts(await ImportAsync(first.House, text)));

        var exported = await ExportAsync(first.House);
        Assert.Contains("'=1+1 SIA", exported, StringComparison.Ordinal);
        Assert.Equal((5, 0, 0), Counts(await ImportAsync(second.House, exported)));
        Assert.Equal(exported, await ExportAsync(second.House));
        Assert.Equal((0, 5, 0), Counts(await ImportAsync(second.House, exported)));
        Assert.Equal((0, 5, 0), Counts(await ImportAsync(first.House, exported)));
        var names = await second.House.RunAsync((IServiceDeskDb db) => db.Set<Client>().Select(c => c.Name).ToListAsync());
        Assert.Equal(new[] { "=1+1 SIA", "Biedrība \"Rīts; vakars\"", "Иван 🙂 Bērziņš", Long }.Order(StringComparer.Ordinal), names.Where(n => !n.Contains("2910", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        await first.House.RunAsync(async (IServiceDeskDb db) =>
        {
            var ivan = await db.Set<Client>().Include(c => c.Reaches).Include(c => c.Addresses).Include(c => c.Codes).Include(c => c.Groups).Include(c => c.History).SingleAsync(c => c.Name == "Иван 🙂 Bērziņš");
            Assert.Equal(("ru", new DateOnly(1975, 11, 16), HeardFrom.WordOfMouth), (ivan.Language, ivan.BirthDate, ivan.HeardFrom));
            Assert.Equal((3, 1, 1, 2), (ivan.Reaches.Count, ivan.Addresses.Count, ivan.Codes.Count, ivan.Groups.Count));
            Assert.Equal("klienti.csv", Assert.Single(ivan.History, e => e.Kind == ClientEventKind.Imported).Reason);
        });
    }

    [Theory, EachDatabase]
    public async Task A_row_is_refused_with_its_column_and_a_sentence_a_warning_keeps_it(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        const string text = "Kind,Name,Personal code,Registration number,Date of birth,Phone,E-mail,Postal code,Language,Target groups,Piezīmes\n"
            + "Person,,,,,,,,,,\n"
            + "Robot,Refused Kind,,,,,,,,,\n"
            + "Person,Refused Many,161175-1999,40003521600,yesterday,123456789012345678,nobody,21,,,\n"
            + "Person,Kept With Warnings,,,,,,,de,Astronauts,x\n"
            + "Person,Kept Code,161175-19998,,,,,,,,\n"
            + "Person,Refused Columns\n";
        var run = await ImportAsync(house, text);
        Assert.Equal((2, 0, 4), Counts(run));
        Assert.Equal(4, run.Warnings);
        Assert.Equal(
            [
                (1, "Piezīmes", ImportRemark.ColumnUnknown),
                (2, "Name", ImportRemark.NameMissing),
                (3, "Kind", ImportRemark.UnknownKind),
                (4, "Registration number", ImportRemark.PersonRegistered),
                (4, "Date of birth", ImportRemark.BirthNotADate),
                (4, "Personal code", ImportRemark.CodeLength),
                (4, "Phone", ImportRemark.PhoneLength),
                (4, "E-mail", ImportRemark.EmailUnusable),
                (4, "Postal code", ImportRemark.PostalCodeFormat),
                (5, "Language", ImportRemark.LanguageUnknown),
                (5, "Target groups", ImportRemark.GroupUnknown),
                (6, "Personal code", ImportRemark.CodeCheckDigit),
                (7, "", ImportRemark.WrongColumns),
            ],
            (await LinesAsync(house, run.Id)).Select(l => (l.Record, l.Number, l.Remark)).OrderBy(l => l.Record).ThenBy(l => l.Remark));
        Assert.Equal(["Kept Code", "Kept With Warnings"], await NamesAsync(house, "Kept ", "Refused "));

        using var file = new MemoryStream();
        await house.RunAsync(async (ShowImportHandler h) =>
        {
            await using var sheet = new CsvSheet(file);
            await h.WriteAsync(run, sheet, CancellationToken.None);
        });
        Assert.Contains($"4;E-mail;{Texts.Current["Cases.Import.Rejected"]};{Texts.Current["Clients.Email.Unusable"]}", Encoding.UTF8.GetString(file.ToArray()), StringComparison.Ordinal);
    }

    [Theory, EachDatabase]
    public async Task A_known_client_is_not_made_twice_but_named_in_the_report(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        const string heading = "Veids\tNosaukums\tPersonas kods\tReģistrācijas numurs\tE-pasts\tTālrunis\n";
        Assert.Equal((4, 0, 0), Counts(await ImportAsync(house, heading
            + "Persona\tZīle Koda\t328673-00679\t\t\t\nIestāde\tZīle Numura\t\t90000038578\t\t\nPersona\tZīle Vēstule\t\t\tZile@Example.org\t\nPersona\tZīle Zvans\t\t\t\t29102940\n")));
        const string again = heading
            + "Persona\tZīle Cita\t328673-00679\t\t\t\n"
            + "Iestāde\tZīle Cita\t\t90000038578\t\t\n"
            + "Persona\tZīle Vēstule\t\t\tzile@example.org\t29102941\n"
            + "Persona\tZīle Zvans\t\t\t\t+371 29 102 940\n"
            + "Persona\tZīle Citāda\t\t\tzile@example.org\t\n"
            + "Persona\tZīle Jauna\t\t\t\t29102942\n"
            + "Persona\tZīle Jauna\t\t\t\t29102942\n";
        var baltic = CodePagesEncodingProvider.Instance.GetEncoding(1257)!;
        Assert.Equal((2, 5, 0), Counts(await ImportAsync(house, again, isTrial: true, baltic)));
        Assert.Equal(["Zīle Koda", "Zīle Numura", "Zīle Vēstule", "Zīle Zvans"], await NamesAsync(house, "Zīle "));
        var run = await ImportAsync(house, again, encoding: baltic);
        Assert.Equal((2, 5, 0), Counts(run));
        Assert.Equal(["Zīle Citāda", "Zīle Jauna", "Zīle Koda", "Zīle Numura", "Zīle Vēstule", "Zīle Zvans"], await NamesAsync(house, "Zīle "));
        Assert.Equal(
            [(2, "Personas kods"), (3, "Reģistrācijas numurs"), (4, "E-pasts"), (5, "Nosaukums"), (8, "Nosaukums")],
            (await LinesAsync(house, run.Id)).Where(l => l.Remark == ImportRemark.ClientKnown).Select(l => (l.Record, l.Number)));
        Assert.Equal((0, 7, 0), Counts(await ImportAsync(house, again, encoding: baltic)));
    }

    [Theory, EachDatabase]
    public async Task A_long_file_goes_in_by_batches_and_goes_on_after_a_cut(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        await house.ActAsAsync(Role.HeadOfClientService);
        var text = "Veids;Nosaukums;E-pasts\n" + string.Concat(Enumerable.Range(0, 250).Select(i => $"Persona;Partija {i:000};partija{i}@example.org\n"));
        var bytes = Encoding.UTF8.GetBytes(text);
        var trial = await house.RunAsync((TryImportHandler h) => h.HandleAsync(new TryImport(ImportKind.Clients, "gara.csv", new MemoryStream(bytes)), CancellationToken.None));
        await house.RunAsync((RunImportsJob j) => j.RunAsync(CancellationToken.None));
        Assert.Empty(await NamesAsync(house, "Partija "));
        Assert.Null(await house.RunAsync((ShowImportHandler h) => h.HandleAsync(ImportKind.Cases, trial, CancellationToken.None)));
        await Assert.ThrowsAsync<Refusal>(() => house.RunAsync((ConfirmImportHandler h) => h.HandleAsync(new ConfirmImport(ImportKind.Cases, trial), CancellationToken.None)));
        var id = await house.RunAsync((ConfirmImportHandler h) => h.HandleAsync(new ConfirmImport(ImportKind.Clients, trial), CancellationToken.None));
        Assert.Equal(id, await house.RunAsync((ConfirmImportHandler h) => h.HandleAsync(new ConfirmImport(ImportKind.Clients, trial), CancellationToken.None)));

        using var cut = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => house.RunAsync((ClientImporter i) => i.RunAsync(id, new MemoryStream(bytes), _ => cut.Cancel(), cut.Token)));
        Assert.Equal(ClientImporter.Batch, (await NamesAsync(house, "Partija ")).Count);
        await house.RunAsync((RunImportsJob j) => j.RunAsync(CancellationToken.None));
        Assert.Equal(250, (await NamesAsync(house, "Partija ")).Count);
        var run = (await house.RunAsync((ShowImportHandler h) => h.HandleAsync(ImportKind.Clients, id, CancellationToken.None)))!.Run;
        Assert.Equal((ImportState.Done, 250, 250, 0), (run.State, run.Records, run.Imported, run.AlreadyThere));
    }

    [Theory, EachDatabase]
    public async Task A_file_with_other_columns_and_a_person_without_the_right_are_refused(Engine engine)
    {
        await using var house = await databases.OpenAsync(engine);
        Assert.Equal("Clients.Import.HeadingUnknown", (await Assert.ThrowsAsync<Refusal>(() => ImportAsync(house, "a;b\n1;2\n"))).Key);
        await house.ActAsAsync(Role.ClientServiceSpecialist);
        await Assert.ThrowsAnyAsync<Exception>(() => house.RunAsync((TryImportHandler h) => h.HandleAsync(new TryImport(ImportKind.Clients, "a.csv", new MemoryStream([1])), CancellationToken.None)));
    }

    /// <summary>The report says of a fault what the form says of it.</summary>
    [Theory]
    [InlineData("lv")]
    [InlineData("en")]
    [InlineData("ru")]
    public void Every_sentence_of_the_check_has_its_remark(string language)
    {
        var t = Texts.In(language);
        string[] keys =
        [
            "Code.NotDigits", "Code.Length", "Code.Organisation", "Code.NoSuchDate", "Code.BornInFuture", "Code.CheckDigit", "RegistrationNumber.NotDigits", "RegistrationNumber.Length",
            "RegistrationNumber.FirstDigit", "RegistrationNumber.CheckDigit", "Vat.Format", "Vat.Foreign", "Vat.OtherCode", "Vat.OtherNumber", "Phone.NotDigits", "Phone.Short", "Phone.Foreign",
            "Phone.Length", "Phone.Premium", "Phone.Unknown", "Email.Unusable", "EAddress.Format", "Iban.Format", "Iban.LatvianFormat", "Iban.CheckDigits", "PostalCode.Format", "Birth.InFuture",
            "Birth.TooEarly", "Birth.Differs", "Refusal.NameMissing", "Refusal.OrganisationHasNoCode", "Refusal.PersonRegistered", "Refusal.OrganisationBorn",
        ];
        Assert.All(keys, key => Assert.Equal(
            t["Clients." + key],
            t.Of(Enum.Parse<ImportRemark>(key.Replace("Refusal.", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal)))));
        Assert.Equal(t["Clients.Refusal.NameTooLong", Client.MaxNameLength], t.Of(ImportRemark.NameTooLong));
        Assert.Equal(t["Clients.Refusal.WordTooLong", Client.MaxWordLength], t.Of(ImportRemark.WordTooLong));
        Assert.Equal(t["Clients.Refusal.AddressTooLong", AddressElements.MaxLineLength], t.Of(ImportRemark.AddressTooLong));
    }

    private static async Task<string> ExportAsync(House house)
    {
        using var file = new MemoryStream();
        await house.RunAsync(async (ExportClientsHandler h) =>
        {
            await using var sheet = new CsvSheet(file);
            await h.HandleAsync(new ClientFilter(), sheet, CancellationToken.None);
        });
        return Encoding.UTF8.GetString(file.ToArray());
    }

    private static Task<List<string>> NamesAsync(House house, params string[] beginnings) => house.RunAsync(async (IServiceDeskDb db) =>
        (await db.Set<Client>().Select(c => c.Name).ToListAsync()).Where(n => beginnings.Any(b => n.StartsWith(b, StringComparison.Ordinal))).Order(StringComparer.Ordinal).ToList());

    private static Task<List<ImportLine>> LinesAsync(House house, Guid id) =>
        house.RunAsync((IServiceDeskDb db) => db.Set<ImportLine>().AsNoTracking().Where(l => l.RunId == id).OrderBy(l => l.Record).ToListAsync());

    private static async Task<ImportRun> ImportAsync(House house, string text, bool isTrial = false, Encoding? encoding = null)
    {
        var content = (encoding ?? Encoding.UTF8).GetBytes(text);
        var id = await house.RunAsync((ImportFileHandler h) => h.HandleAsync(new ImportFile(ImportKind.Clients, "klienti.csv", new MemoryStream(content), isTrial), CancellationToken.None));
        return await house.RunAsync((IServiceDeskDb db) => db.Set<ImportRun>().AsNoTracking().SingleAsync(r => r.Id == id));
    }

    private static (int Imported, int There, int Rejected) Counts(ImportRun run) => (run.Imported, run.AlreadyThere, run.Rejected);
}
