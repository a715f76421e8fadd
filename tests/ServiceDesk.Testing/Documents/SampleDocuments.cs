using System.Globalization;
using ServiceDesk.Application.Documents.Printing;

namespace ServiceDesk.Testing.Documents;

/// <summary>Invented documents for tests and measurements.</summary>
public static class SampleDocuments
{
    public static DateTimeOffset At { get; } = new(2026, 11, 26, 9, 30, 0, TimeSpan.Zero);

    public static DocumentSheet Sheet { get; } = new("Atbildes vēstule 4.1-5/26/1482-2", "lv", At) { Number = "4.1-5/26/1482-2" };

    /// <summary>One page, as officials write them every day.</summary>
    public static LetterContent Letter { get; } = new(
        new DocumentRequisites("Lejasupē", new DateOnly(2026, 11, 26), "4.1-5/26/1482-2", new DateOnly(2026, 11, 16), "4.1-5/26/1482"),
        new DocumentAddressee("Ilzei Kalniņai", "Upes iela 4–18, Lejasupe, LV-3999", "ilze.kalnina@pasts.example"),
        "Par atkritumu izvešanu Upes ielā",
        """
        Labdien!

        Paldies, ka 2026. gada 16. novembrī ziņojāt par neizvestiem atkritumiem Upes ielā. Jūsu sūdzība ir pamatota.

        Noskaidrojām, ka apvedceļa remonta laikā pārvadātājs SIA „Tīrā vide” 5. un 12. novembrī Upes ielu izlaida. Pašvaldība par to netika brīdināta, tāpēc nevarēja brīdināt arī Jūs. Par to atvainojamies.

        Esam paveikuši:
        1. 20. novembrī maisi pie 4. un 6. mājas ir aizvesti;
        2. no 27. novembra atkritumus Upes ielā izved piektdienās, iebraucot no Dzirnavu ielas;
        3. pārvadātājam par divām izlaistām reizēm nosūtīta pretenzija; maksa par tām no Jums netiks prasīta.

        Ja piektdien līdz plkst. 18.00 konteiners nav iztukšots, lūdzu, zvaniet pārvadātāja dežurantam 6000 0090 vai rakstiet mums, norādot šīs vēstules numuru.

        Lūdzam novērtēt šo atbildi: www.lejasupe.example/v/7KQ4M. Tas prasīs vienu klikšķi.
        """,
        [new DocumentSignature("Komunālās nodaļas vadītāja", "Sarmīte Grava")])
    {
        Unit = "Klientu apkalpošanas centrs",
        Farewell = "Ar cieņu",
        PreparedBy = new DocumentPreparer("Andris Bērziņš", "6000 0012", "andris.berzins@lejasupe.example"),
    };

    /// <summary>Facts, a table with a total, attachments, a QR code.</summary>
    public static LetterContent Claim { get; } = Letter with
    {
        Requisites = new DocumentRequisites("Lejasupē", new DateOnly(2026, 11, 24), "4.3-2/26/31"),
        Addressee = new DocumentAddressee("SIA „Tīrā vide”, reģ. Nr. 40000000002", "Ražotāju iela 7, Lejasupe, LV-3999", "birojs@tiravide.example"),
        Kind = "Pretenzija",
        Subject = "Par neizvestiem sadzīves atkritumiem",
        Facts =
        [
            new DocumentFact("Līgums", "2024. gada 3. janvāra līgums Nr. 7-1/24/4, 5.2. punkts un 9.1. punkts"),
            new DocumentFact("Pakalpojums", "Sadzīves atkritumu izvešana, Upes iela 2–16, Lejasupe (18 konteineri)"),
            new DocumentFact("Konstatēts", "16.11.2026., klienta ziņojums Nr. 4.1-5/26/1482; apsekošanas akts 17.11.2026. Nr. 12"),
            new DocumentFact("Pierādījumi", "Fotoattēls, apsekošanas akts, izvešanas grafiks novembrim"),
        ],
        Body = """
            Saskaņā ar līguma 5.2. punktu izpildītājs atkritumus izved katru ceturtdienu. 2026. gada 5. un 12. novembrī Upes ielā tas nav izdarīts. Pasūtītājs par grafika maiņu nav brīdināts.

            Prasām:
            1. līdz 2026. gada 27. novembrim atjaunot izvešanu pēc grafika;
            2. neiekļaut rēķinā divas nesniegtās reizes;
            3. samaksāt līgumsodu pēc līguma 9.1. punkta.
            """,
        Tables =
        [
            new DocumentTable(
                [new("Aprēķins"), new("Daudzums", true, 24), new("Likme, euro", true, 28), new("Summa, euro", true, 30)],
                [["Nesniegta izvešana, 18 konteineri × 2 reizes", "36", "6,40", "230,40"], ["Līgumsods par izlaistu reizi", "2", "150,00", "300,00"]])
            {
                TotalLabel = "Kopā (pieci simti trīsdesmit euro un 40 centi)",
                Total = "530,40",
            },
        ],
        Closing = "Atbildi lūdzam sniegt 10 darba dienu laikā no šīs pretenzijas saņemšanas. Ja atbildes nebūs, prasījumu ieturēsim no nākamā rēķina, kā to paredz līguma 9.4. punkts.",
        Attachments = [new("apsekošanas akts", 1), new("fotoattēls", 1), new("izvešanas grafiks", 1)],
        Farewell = null,
        Signatures = [new DocumentSignature("Izpilddirektora vietnieks", "Valdis Ziemelis")],
        QrAddress = "https://lejasupe.example/track/4.3-2-26-31",
    };

    /// <summary>A table of so many rows.</summary>
    public static LetterContent Register(int rows) => Letter with
    {
        Tables =
        [
            new DocumentTable(
                [new("Nr. p. k.", true, 18), new("Temats"), new("Saņemts", false, 28), new("Summa, euro", true, 28)],
                [
                    .. Enumerable.Range(1, rows).Select(i => (IReadOnlyList<string>)
                    [
                        i.ToString(CultureInfo.InvariantCulture), $"Par ielas apgaismojumu Nr. {i}", "16.11.2026.", string.Create(CultureInfo.InvariantCulture, $"{i},50"),
                    ]),
                ]),
        ],
    };
}
