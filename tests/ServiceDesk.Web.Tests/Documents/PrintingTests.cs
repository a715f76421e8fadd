using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using ServiceDesk.Application.Documents.Printing;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Testing.Documents;

namespace ServiceDesk.Web.Tests.Documents;

/// <summary>Real PDFs by a real browser. On a machine that has none they show as skipped.</summary>
public sealed class PrintingTests(PressRoom room) : IClassFixture<PressRoom>
{
    [Fact]
    public async Task A_letter_holds_every_requisite_as_text_that_can_be_searched()
    {
        var file = await room.Press.PrintAsync(SampleDocuments.Letter);
        var text = PdfText.Of(file.Content);
        Assert.Equal(1, file.Pages);
        var page = Assert.Single(text.Pages);
        string[] requisites =
        [
            "LEJASUPES NOVADA PAŠVALDĪBA", "Klientu apkalpošanas centrs", "Reģistrācijas Nr. 90000000000", "pasts@lejasupe.example", "www.lejasupe.example",
            "Lejasupē 2026. gada 26. novembrī", "4.1-5/26/1482-2", "16.11.2026. Nr. 4.1-5/26/1482", "Ilzei Kalniņai", "Upes iela 4–18, Lejasupe, LV-3999",
            "Par atkritumu izvešanu Upes ielā", "Jūsu sūdzība ir pamatota.", "pārvadātājs SIA „Tīrā vide”", "Ar cieņu", "Komunālās nodaļas vadītāja", "Sarmīte Grava",
            "Dokuments parakstīts ar drošu elektronisko parakstu un satur laika zīmogu.", "Sagatavoja: Andris Bērziņš, tālrunis 6000 0012", "1. lapa no 1",
        ];
        Assert.All(requisites, requisite => Assert.Contains(requisite, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Latvian_and_Cyrillic_letters_come_from_our_own_fonts()
    {
        const string Latvian = "Glāžšķūņa rūķīši dzērumā čiepj Baha koncertflīģeļu vākus";
        const string Russian = "Съешь ещё этих мягких французских булок да выпей чаю № 5";
        var text = PdfText.Of((await room.Press.PrintAsync(SampleDocuments.Letter with { Body = Latvian + "\n\n" + Russian })).Content);
        Assert.Contains(Latvian, text.All, StringComparison.Ordinal);
        Assert.Contains(Russian, text.All, StringComparison.Ordinal);
        Assert.All(text.Fonts, font => Assert.StartsWith("Source", font, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Letters_that_were_typed_as_base_and_mark_are_found_whole()
    {
        var text = PdfText.Of((await room.Press.PrintAsync(SampleDocuments.Letter with { Subject = "Par Jūrmalu".Normalize(NormalizationForm.FormD) })).Content);
        Assert.Contains("Par Jūrmalu", text.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markup_in_names_is_text()
    {
        const string Name = "<script>alert(1)</script><b>Ilze & \"Co\"</b>";
        var text = PdfText.Of((await room.Press.PrintAsync(SampleDocuments.Letter with { Addressee = new DocumentAddressee(Name), Body = "<img src=x onerror=alert(2)>" })).Content);
        // A long name is broken into lines.
        Assert.Contains(Name.Replace(" ", "", StringComparison.Ordinal), text.All.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("<img src=x onerror=alert(2)>", text.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_says_so_and_no_number_gets_out_of_the_foot()
    {
        const string Number = "5\"}body{display:none}</style><script>x</script>\\";
        var sheet = SampleDocuments.Sheet with { Number = Number, IsDraft = true };
        var html = await room.Press.Html.RenderAsync(SampleDocuments.Letter, sheet, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Equal(1, Regex.Count(html, "</style>"));
        var text = PdfText.Of((await room.Press.PrintAsync(SampleDocuments.Letter, sheet)).Content).All;
        Assert.Contains("Nr." + Number.Replace(" ", "", StringComparison.Ordinal), text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Projekts, nav reģistrēts", text, StringComparison.Ordinal);
        Assert.Contains("Sarmīte Grava", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Equal_documents_are_equal_files_and_tell_no_time_but_their_own()
    {
        var first = await room.Press.PrintAsync(SampleDocuments.Claim);
        await room.Press.PrintAsync(SampleDocuments.Letter);
        var second = await room.Press.PrintAsync(SampleDocuments.Claim);
        Assert.Equal(first.Content, second.Content);
        Assert.Contains("(node00000001)", Encoding.Latin1.GetString(first.Content), StringComparison.Ordinal);
        var dates = Regex.Matches(Encoding.Latin1.GetString(first.Content), @"D:\d{14}").Select(m => m.Value).Distinct();
        Assert.Equal(["D:20261126093000"], dates);
    }

    [Fact]
    public async Task A_table_of_two_thousand_rows_repeats_its_head_on_every_page()
    {
        var text = PdfText.Of((await room.Press.PrintAsync(SampleDocuments.Register(2_000))).Content);
        Assert.True(text.Pages.Count > 30);
        Assert.All(text.Pages.Skip(1).SkipLast(1), page => Assert.Contains("Temats", page, StringComparison.Ordinal));
        Assert.Contains("Par ielas apgaismojumu Nr. 2000 ", text.All, StringComparison.Ordinal);
        Assert.Contains($"{text.Pages.Count}. lapa no {text.Pages.Count}", text.Pages[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_hundred_clauses_keep_their_numbers()
    {
        IReadOnlyList<DocumentClause> clauses =
        [
            .. Enumerable.Range(1, 20).Select(chapter => new DocumentClause("", $"Nodaļa {chapter}")
            {
                Points = [.. Enumerable.Range(1, 10).Select(i => new DocumentClause($"Puses vienojas par {chapter}-{i} kārtību, termiņiem un atbildību, kā to nosaka normatīvie akti."))],
            }),
        ];
        var text = PdfText.Of((await room.Press.PrintAsync(SampleDocuments.Letter with { Kind = "Līgums", Clauses = clauses })).Content).All;
        Assert.Contains("LĪGUMS", text, StringComparison.Ordinal);
        for (var chapter = 1; chapter <= 20; chapter++)
        {
            Assert.Contains($" {chapter}. Nodaļa {chapter} ", text, StringComparison.Ordinal);
            for (var i = 1; i <= 10; i++)
                Assert.Contains($" {chapter}.{i}. Puses vienojas par {chapter}-{i} kārtību", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_claim_holds_facts_table_total_attachments_and_a_code_with_a_name()
    {
        var file = await room.Press.PrintAsync(SampleDocuments.Claim);
        var text = PdfText.Of(file.Content).All;
        string[] requisites =
        [
            "PRETENZIJA Par neizvestiem sadzīves atkritumiem", "Konstatēts 16.11.2026., klienta ziņojums", "Aprēķins Daudzums Likme, euro Summa, euro",
            "Līgumsods par izlaistu reizi 2 150,00 300,00", "Kopā (pieci simti trīsdesmit euro un 40 centi) 530,40",
            "Pielikumā: 1) apsekošanas akts uz 1 lp.; 2) fotoattēls uz 1 lp.; 3) izvešanas grafiks uz 1 lp. Izpilddirektora vietnieks Valdis Ziemelis",
        ];
        Assert.All(requisites, requisite => Assert.Contains(requisite, text, StringComparison.Ordinal));
        // The structure for who cannot see: pictures have names, the table has heads, the text has a language.
        var raw = Encoding.Latin1.GetString(file.Content);
        Assert.Contains("/MarkInfo", raw, StringComparison.Ordinal);
        Assert.Contains("/StructTreeRoot", raw, StringComparison.Ordinal);
        Assert.Matches(@"/Lang \(lv\)", raw);
        Assert.Equal(2, Regex.Count(raw, @"/Alt "));
        Assert.Contains("/S /TH", raw, StringComparison.Ordinal);
    }

    [Fact] // what ISO 19005-2 level B asks of the parts that the browser writes
    public async Task The_archive_form_holds_as_far_as_we_can_see()
    {
        var raw = Encoding.Latin1.GetString((await room.Press.PrintAsync(SampleDocuments.Claim)).Content);
        Assert.StartsWith("%PDF-1.", raw, StringComparison.Ordinal);
        Assert.True(raw.AsSpan(raw.IndexOf('\n', StringComparison.Ordinal) + 1)[0] == '%' && raw[raw.IndexOf('\n', StringComparison.Ordinal) + 2] > 127);
        var descriptors = Regex.Matches(raw, @"/Type /FontDescriptor[^e]*?endobj|<<[^<>]*/FontName[^<>]*>>").Select(m => m.Value).ToList();
        Assert.NotEmpty(descriptors);
        Assert.All(descriptors, d => Assert.Contains("/FontFile", d, StringComparison.Ordinal));
        Assert.Equal(Regex.Count(raw, @"/Subtype /Type0"), Regex.Count(raw, @"/ToUnicode \d+ 0 R"));
        foreach (var forbidden in (string[])["/Encrypt", "/JavaScript", "/JS ", "/Launch", "/EmbeddedFile", "/LZWDecode", "/DeviceCMYK", "/OpenAction", "/AA "])
            Assert.DoesNotContain(forbidden, raw, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_of_ten_thousand_letters_is_broken_and_lost_nowhere()
    {
        var word = string.Concat(Enumerable.Repeat("vārds", 2_000));
        var text = PdfText.Of((await room.Press.PrintAsync(SampleDocuments.Letter with { Body = word, Facts = [new DocumentFact("Fakts", word)] })).Content);
        // The foot of a page may stand in the middle of a word.
        var words = string.Concat(text.Pages.Select(page => Regex.Replace(page, @"\d+\. lapa no \d+ Personas datu apstrāde: \S+ Nr\. \S+", ""))).Replace(" ", "", StringComparison.Ordinal);
        Assert.Equal(4_000, Regex.Count(words, "vārds"));
    }

    [Fact]
    public async Task Without_coat_of_arms_a_letter_is_still_a_letter()
    {
        room.SkipWithoutBrowser();
        await using var press = new Press(new() { ["ServiceDesk:Municipality:CoatOfArms"] = "wwwroot/img/none.svg" });
        var html = await press.Html.RenderAsync(SampleDocuments.Letter, SampleDocuments.Sheet, CancellationToken.None);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.Contains("Sarmīte Grava", PdfText.Of((await press.PrintAsync(SampleDocuments.Letter)).Content).All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_reaches_neither_network_nor_files_and_runs_no_script()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        var secret = Path.Combine(Path.GetTempPath(), $"secret-{Guid.NewGuid():N}.html");
        await File.WriteAllTextAsync(secret, "<p>SLEPENI</p>", TestContext.Current.CancellationToken);
        try
        {
            var file = await room.Press.PrintHtmlAsync($$"""
                <!doctype html><html><head><link rel="stylesheet" href="{{address}}/a.css"><style>@import url({{address}}/b.css);p{background:url({{address}}/c.png)}</style></head>
                <body><p id="p">Paliek</p><img src="{{address}}/d.png"><iframe src="{{address}}/e.html"></iframe><iframe src="file://{{secret}}"></iframe><object data="file://{{secret}}"></object>
                <embed src="file://{{secret}}"><iframe srcdoc="<img src='{{address}}/f.png'><script>document.body.textContent='MAINĪTS'</script>"></iframe>
                <script>document.getElementById('p').textContent='MAINĪTS';fetch('{{address}}/g')</script></body></html>
                """);
            var text = PdfText.Of(file.Content).All;
            Assert.Contains("Paliek", text, StringComparison.Ordinal);
            Assert.DoesNotContain("MAINĪTS", text, StringComparison.Ordinal);
            Assert.DoesNotContain("SLEPENI", text, StringComparison.Ordinal);
            Assert.False(listener.Pending());
        }
        finally
        {
            File.Delete(secret);
        }
    }

    [Fact]
    public async Task A_browser_killed_in_the_middle_is_replaced_and_the_document_comes_whole()
    {
        room.SkipWithoutBrowser();
        await using var press = new Press();
        var whole = await press.PrintAsync(SampleDocuments.Register(400));
        var victim = press.BrowserId!.Value;
        var printing = press.PrintAsync(SampleDocuments.Register(400));
        await Task.Delay(60, TestContext.Current.CancellationToken);
        Process.GetProcessById(victim).Kill(entireProcessTree: true);
        Assert.Equal(whole.Sha256, (await printing).Sha256);
        Assert.NotEqual(victim, press.BrowserId);
    }

    [Fact]
    public async Task A_browser_that_died_between_two_documents_is_not_missed()
    {
        room.SkipWithoutBrowser();
        await using var press = new Press();
        var first = await press.PrintAsync(SampleDocuments.Letter);
        Process.GetProcessById(press.BrowserId!.Value).Kill(entireProcessTree: true);
        Assert.Equal(first.Sha256, (await press.PrintAsync(SampleDocuments.Letter)).Sha256);
    }

    [Fact]
    public async Task A_worn_browser_is_replaced_and_nothing_of_it_stays()
    {
        room.SkipWithoutBrowser();
        await using var press = new Press(new() { ["ServiceDesk:Printing:DocumentsPerBrowser"] = "3" });
        HashSet<int> seen = [];
        for (var i = 0; i < 7; i++)
        {
            await press.PrintAsync(SampleDocuments.Letter);
            if (press.BrowserId is { } id)
                seen.Add(id);
        }

        Assert.Equal(3, seen.Count);
        Assert.Single(seen, IsRunning);
    }

    [Fact]
    public async Task Many_at_once_wait_for_their_turn()
    {
        var files = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => room.Press.PrintAsync(SampleDocuments.Letter with { Subject = $"Par lietu Nr. {i}" })));
        Assert.All(files.Select((file, i) => (file, i)), pair => Assert.Contains($"Par lietu Nr. {pair.i}", PdfText.Of(pair.file.Content).All, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_browser_the_refusal_says_so_and_pages_can_still_be_drawn()
    {
        await using var press = new Press(new() { ["ServiceDesk:Printing:Browser"] = "/nowhere/chromium" });
        var refusal = await Assert.ThrowsAsync<Refusal>(() => press.PrintAsync(SampleDocuments.Letter));
        Assert.Equal("Documents.Printing.NoBrowser", refusal.Key);
        Assert.Contains("Sarmīte Grava", await press.Html.RenderAsync(SampleDocuments.Letter, SampleDocuments.Sheet, CancellationToken.None), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_is_no_browser_counts_as_none()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Takes a program of Unix.");
        await using var press = new Press(new() { ["ServiceDesk:Printing:Browser"] = "/bin/true" });
        var refusal = await Assert.ThrowsAsync<Refusal>(() => press.PrintAsync(SampleDocuments.Letter));
        Assert.Equal("Documents.Printing.NoBrowser", refusal.Key);
    }

    [Fact]
    public async Task Who_waits_too_long_is_told_and_the_next_one_is_served()
    {
        room.SkipWithoutBrowser();
        await using var press = new Press(new() { ["ServiceDesk:Printing:TimeoutSeconds"] = "1" });
        var refusal = await Assert.ThrowsAsync<Refusal>(() => press.PrintAsync(SampleDocuments.Register(30_000)));
        Assert.Equal("Documents.Printing.TimedOut", refusal.Key);
    }

    [Fact]
    public async Task A_socket_does_where_pipes_cannot_be_had()
    {
        room.SkipWithoutBrowser();
        await using var press = new Press { Wiring = ServiceDesk.Infrastructure.Printing.Browsers.Wiring.Socket };
        var pipe = await room.Press.PrintAsync(SampleDocuments.Letter);
        Assert.Equal(pipe.Sha256, (await press.PrintAsync(SampleDocuments.Letter)).Sha256);
    }

    private static bool IsRunning(int id)
    {
        try
        {
            return !Process.GetProcessById(id).HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}

/// <summary>One press for the tests of a class.</summary>
public sealed class PressRoom : IAsyncDisposable
{
    private readonly Press press = new();

    public Press Press
    {
        get
        {
            SkipWithoutBrowser();
            return press;
        }
    }

    public void SkipWithoutBrowser() => Assert.SkipUnless(press.CanPrint, "No browser on this machine.");

    public ValueTask DisposeAsync() => press.DisposeAsync();
}
