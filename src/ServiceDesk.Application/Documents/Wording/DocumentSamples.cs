using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Documents.Bodies;

namespace ServiceDesk.Application.Documents.Wording;

/// <summary>Made-up documents of each kind, as the house would write them: what a block is shown on before it is used.</summary>
public static class DocumentSamples
{
    private static readonly ContractParty Supplier = new()
    {
        Name = "SIA „Tīrā vide”",
        Number = "40000000002",
        Address = "Ražotāju iela 7, Lejasupe, LV-3999",
        Contacts = "tālrunis 6000 0090\nbirojs@tiravide.example\nkonts LV00TEST0000000000001",
        Post = "valdes priekšsēdētāja",
        Representative = "Ruta Egle",
        Authority = "statūtu",
        Role = "Izpildītājs",
    };

    /// <summary>A whole document of a kind, in Latvian.</summary>
    public static DocumentBody Of(DocumentKind kind) => kind switch
    {
        DocumentKind.Letter => Letter,
        DocumentKind.Certificate => Certificate,
        DocumentKind.Contract => Contract,
        DocumentKind.Amendment => Amendment,
        DocumentKind.Claim => Claim,
        DocumentKind.ClaimAnswer => ClaimAnswer,
        DocumentKind.Minutes => Minutes,
        DocumentKind.Act => Act,
        DocumentKind.Order => Order,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>The document with other words in one part. In another language its other Latvian texts are left out.</summary>
    public static DocumentBody With(DocumentKind kind, BlockPlace place, string text, string language)
    {
        var isOurs = language == "lv";
        return (Of(kind), place) switch
        {
            (LetterBody b, _) => b with { Body = text, Salutation = isOurs ? b.Salutation : null, Attachments = isOurs ? b.Attachments : [] },
            (CertificateBody b, _) => b with { Facts = text, Purpose = isOurs ? b.Purpose : null },
            (ContractBody b, BlockPlace.Matter) => b with { Matter = text, Clauses = isOurs ? b.Clauses : null },
            (ContractBody b, _) => b with { Clauses = text, Matter = isOurs ? b.Matter : null },
            (AmendmentBody b, _) => b with { Changes = text },
            (ClaimBody b, BlockPlace.Demands) => b with { Demands = text, Body = isOurs ? b.Body : null, SetOff = isOurs ? b.SetOff : null },
            (ClaimBody b, BlockPlace.SetOff) => b with { SetOff = text, Body = isOurs ? b.Body : null, Demands = isOurs ? b.Demands : null },
            (ClaimBody b, _) => b with { Body = text, Demands = isOurs ? b.Demands : null, SetOff = isOurs ? b.SetOff : null },
            (ClaimAnswerBody b, BlockPlace.Reasons) => b with { Reasons = text, Findings = isOurs ? b.Findings : null, Decision = ClaimDecision.Refused, Remedy = null, Amount = null, DoneBy = null },
            (ClaimAnswerBody b, _) => b with { Findings = text },
            (MinutesBody b, BlockPlace.Decision) => b with { Items = [b.Items[0] with { Decision = text }, .. isOurs ? b.Items.Skip(1) : []] },
            (MinutesBody b, _) => b with { Items = [b.Items[0] with { Gist = text }, .. isOurs ? b.Items.Skip(1) : []] },
            (ActBody b, BlockPlace.Conclusion) => b with { Conclusion = text, Findings = isOurs ? b.Findings : null },
            (ActBody b, _) => b with { Findings = text, Conclusion = isOurs ? b.Conclusion : null },
            (OrderBody b, BlockPlace.Basis) => b with { Basis = text, Body = isOurs ? b.Body : null },
            (OrderBody b, _) => b with { Body = text, Basis = isOurs ? b.Basis : null },
            var (b, _) => b,
        };
    }

    /// <summary>What the sample is about; null in languages it is not written in.</summary>
    public static string? SubjectOf(DocumentKind kind, string language) => language != "lv" ? null : kind switch
    {
        DocumentKind.Letter => "atkritumu izvešanu Upes ielā",
        DocumentKind.Certificate => "deklarēto dzīvesvietu",
        DocumentKind.Contract => "ielu un laukumu uzturēšanu ziemā",
        DocumentKind.Amendment => "grozījumiem līgumā par ielu un laukumu uzturēšanu",
        DocumentKind.Claim => "neizvestiem sadzīves atkritumiem",
        DocumentKind.ClaimAnswer => "maksu par zāles nomu",
        DocumentKind.Minutes => "labiekārtošanas darbiem 2027. gadā",
        DocumentKind.Act => "sporta inventāra nodošanu",
        DocumentKind.Order => "ziemas dežūrām un ielu uzturēšanu",
        _ => null,
    };

    private static LetterBody Letter => new()
    {
        AddresseeName = "Ilzei Kalniņai",
        AddresseeAddress = "Upes iela 4–18, Lejasupe, LV-3999",
        AddresseeEmail = "ilze.kalnina@pasts.example",
        InReplyToDate = new DateOnly(2026, 11, 16),
        InReplyToNumber = "4.1-5/26/1482",
        Salutation = "Labdien!",
        Body = """
            Paldies, ka 2026. gada 16. novembrī ziņojāt par neizvestiem atkritumiem Upes ielā. Jūsu sūdzība ir pamatota.

            Noskaidrojām, ka apvedceļa remonta laikā pārvadātājs SIA „Tīrā vide” 5. un 12. novembrī Upes ielu izlaida. Pašvaldība par to netika brīdināta, tāpēc nevarēja brīdināt arī Jūs. Par to atvainojamies.

            Esam paveikuši:
            1. 20. novembrī maisi pie 4. un 6. mājas ir aizvesti;
            2. no 27. novembra atkritumus Upes ielā izved piektdienās, iebraucot no Dzirnavu ielas;
            3. pārvadātājam par divām izlaistām reizēm nosūtīta pretenzija; maksa par tām no Jums netiks prasīta.

            Ja piektdien līdz plkst. 18.00 konteiners nav iztukšots, lūdzu, zvaniet pārvadātāja dežurantam 6000 0090 vai rakstiet mums, norādot šīs vēstules numuru.
            """,
        Attachments = [new("izvešanas grafiks decembrim", 1)],
    };

    private static CertificateBody Certificate => new()
    {
        Applicant = "Ilzei Kalniņai",
        Facts = """
            Ilze Kalniņa no 2014. gada 3. marta deklarēta adresē Upes iela 4–18, Lejasupe, LV-3999.

            Tajā pašā adresē deklarēti:
            - Jānis Kalniņš;
            - Marta Kalniņa.
            """,
        Source = "Fizisko personu reģistrs",
        AsOf = new DateOnly(2026, 11, 20),
        Purpose = "iesniegšanai pirmsskolas izglītības iestādē „Saulstariņi”",
        ValidUntil = new DateOnly(2027, 2, 20),
        Fee = 4.27m,
        PaymentReference = "maksājums Nr. 2026-11-20/17",
    };

    private static ContractBody Contract => new()
    {
        HouseAuthority = "nolikuma",
        HouseRole = "Pasūtītājs",
        Party = Supplier,
        Matter = """
            Pasūtītājs uzdod un Izpildītājs apņemas uzturēt Lejasupes pilsētas ielas un laukumus ziemas sezonā (turpmāk – Pakalpojums) pēc ielu saraksta 1. pielikumā.
            Pakalpojumā ietilpst:
            - sniega tīrīšana un izvešana;
            - kaisīšana ar pretslīdes materiālu;
            - dežūras no 1. novembra līdz 31. martam.
            """,
        Price = 24_500m,
        VatRate = 21,
        Payments = [new("Par katru mēnesi 15 dienu laikā pēc pieņemšanas akta parakstīšanas, pieci vienādi maksājumi", 29_645m)],
        StartsOn = new DateOnly(2026, 12, 1),
        EndsOn = new DateOnly(2027, 4, 30),
        Extension = "Līgumu var pagarināt par vienu sezonu, par to rakstiski vienojoties līdz 2027. gada 31. martam.",
        Clauses = """
            # Izpildītāja pienākumi
            Sākt sniega tīrīšanu ne vēlāk kā divas stundas pēc sniegputeņa sākuma.
            Uzturēt dežūrtālruni 6000 0090 un atbildēt uz to jebkurā diennakts laikā.
            Par bojājumiem ielas segumam ziņot Pasūtītājam tajā pašā dienā.
            # Pasūtītāja pienākumi
            Nodot Izpildītājam ielu sarakstu un karti.
            Pieņemt darbus vai paziņot iebildumus piecu darba dienu laikā.
            # Pieņemšana
            Par katru mēnesi puses paraksta pieņemšanas aktu. Trūkumus Izpildītājs novērš par saviem līdzekļiem.
            # Nepārvarama vara
            Puse neatbild par pienākumu neizpildi, ko izraisījuši apstākļi, kurus tā nevarēja paredzēt un novērst, ja par tiem paziņojusi otrai pusei trīs darba dienu laikā.
            # Strīdi
            Strīdus puses risina sarunās; ja 30 dienu laikā vienoties nevar, tos izskata tiesā.
            """,
        PenaltyRate = 0.5m,
        PenaltyCap = 10,
        AnswerDays = 10,
        Annexes = [new("ielu saraksts ar uzturēšanas klasēm", 3), new("finanšu piedāvājums", 2)],
    };

    private static AmendmentBody Amendment => new()
    {
        ContractNumber = "7-1/25/14",
        ContractDate = new DateOnly(2025, 11, 24),
        HouseAuthority = "nolikuma",
        HouseRole = "Pasūtītājs",
        Party = Supplier,
        Changes = """
            Izteikt 4.1. punktu šādā redakcijā: „4.1. Līguma summa ir 26 200,00 EUR bez pievienotās vērtības nodokļa.”
            Papildināt 1. pielikumu ar Dzirnavu ielu un Skolas laukumu.
            """,
        StartsOn = new DateOnly(2026, 12, 1),
        NewEndsOn = new DateOnly(2027, 4, 30),
    };

    private static ClaimBody Claim => new()
    {
        RespondentName = "SIA „Tīrā vide”",
        RespondentNumber = "40000000002",
        RespondentAddress = "Ražotāju iela 7, Lejasupe, LV-3999",
        RespondentEmail = "birojs@tiravide.example",
        Basis = "2024. gada 3. janvāra līgums Nr. 7-1/24/4, 5.2. un 9.1. punkts",
        Item = "Sadzīves atkritumu izvešana, Upes iela 2–16, Lejasupe (18 konteineri)",
        FoundOn = new DateOnly(2026, 11, 16),
        Found = "klienta ziņojums Nr. 4.1-5/26/1482; apsekošanas akts Nr. 1.1-7/26/12",
        Evidence = "fotoattēls, apsekošanas akts, izvešanas grafiks novembrim",
        Body = "Saskaņā ar līguma 5.2. punktu izpildītājs atkritumus izved katru ceturtdienu. 2026. gada 5. un 12. novembrī Upes ielā tas nav izdarīts. Pasūtītājs par grafika maiņu nav brīdināts.",
        Demands = """
            līdz 2026. gada 27. novembrim atjaunot izvešanu pēc grafika;
            neiekļaut rēķinā divas nesniegtās reizes;
            samaksāt līgumsodu pēc līguma 9.1. punkta.
            """,
        Calculation = [new("Nesniegta izvešana, 18 konteineri × 2 reizes", 36, 6.40m), new("Līgumsods par izlaistu reizi", 2, 150m)],
        SetOff = "Ja atbildes nebūs, prasījumu ieturēsim no nākamā rēķina, kā to paredz līguma 9.4. punkts.",
        Attachments = [new("apsekošanas akts", 1), new("fotoattēls", 1), new("izvešanas grafiks", 1)],
    };

    private static ClaimAnswerBody ClaimAnswer => new()
    {
        ConsumerName = "Ilzei Kalniņai",
        ConsumerAddress = "Upes iela 4–18, Lejasupe, LV-3999",
        ConsumerEmail = "ilze.kalnina@pasts.example",
        ReceivedOn = new DateOnly(2026, 11, 12),
        ClaimNumber = "4.1-5/26/1471",
        Item = "Kultūras centra mazās zāles noma 2026. gada 7. novembrī",
        Demand = "atmaksāt nomas maksu 60,00 EUR, jo zālē nebija apkures",
        Findings = "Pārbaudījām apkures žurnālu un uzklausījām dežurantu. 2026. gada 7. novembrī no plkst. 9.00 līdz 13.00 apkure mazajā zālē nedarbojās; par to nomnieki netika brīdināti.",
        Decision = ClaimDecision.Agreed,
        Remedy = ClaimRemedy.Refund,
        Amount = 60m,
        DoneBy = new DateOnly(2026, 12, 4),
    };

    private static MinutesBody Minutes => new()
    {
        Body = "Labiekārtošanas komisija",
        MeetingNumber = "8",
        Place = "Parka iela 3, 2. stāva zāle, Lejasupe",
        HeldOn = new DateOnly(2026, 11, 18),
        OpenedAt = new TimeOnly(14, 0),
        ClosedAt = new TimeOnly(15, 20),
        MinuteTaker = "Ilze Ozola",
        MinuteTakerPost = "lietvede",
        Present = "Jānis Bērziņš, komisijas loceklis\nDace Liepa, komisijas locekle\nAndris Krūms, komisijas loceklis",
        Absent = [new("Oskars Ozols", "atvaļinājumā")],
        Invited = "Ruta Egle, SIA „Tīrā vide”",
        Items =
        [
            new()
            {
                Title = "Par bērnu laukuma atjaunošanu Parka ielā",
                Speakers = "Jānis Bērziņš, Dace Liepa",
                Gist = "Šūpoļu balsti ir nolietoti, drošības pārklājums vietām iztrūkst. Apsekošanas akts pievienots. Divi iedzīvotāji lūguši laukumu slēgt līdz remontam.",
                Proposals = "Laukumu norobežot un 2027. gada budžetā paredzēt 18 400,00 EUR.",
                For = 3,
                Against = 0,
                Abstained = 1,
                Decision = "Uzdot Labiekārtošanas nodaļai laukumu norobežot un sagatavot tāmi.",
                Responsible = "Dace Liepa",
                DueOn = new DateOnly(2026, 12, 18),
            },
            new()
            {
                Title = "Par ziemas dežūrām",
                Speakers = "Ruta Egle",
                Gist = "Izpildītājs dežūrām gatavs no 1. decembra; tālrunis 6000 0090 darbojas visu diennakti.",
                Decision = "Informāciju pieņemt zināšanai.",
                Responsible = "Andris Krūms",
                DueOn = new DateOnly(2026, 12, 1),
            },
        ],
        Recording = "lietvedības sistēmā, lieta Nr. 1.1-3",
        Attachments = [new("apsekošanas akts Nr. 1.1-7/26/12", 2)],
    };

    private static ActBody Act => new()
    {
        Type = ActType.HandOver,
        Basis = "2026. gada 3. novembra rīkojums Nr. 1.1-5/26/41",
        FirstRole = "Nodevējs",
        Members = [new("Andris Krūms", "skolas saimniecības vadītājs", "Pieņēmējs"), new("Dace Liepa", "inventāra uzskaitvede", "Klātesošā")],
        Place = "Lejasupes pamatskola, Skolas iela 1, Lejasupe, LV-3999",
        FromOn = new DateOnly(2026, 11, 17),
        ToOn = new DateOnly(2026, 11, 18),
        Findings = "Inventārs apskatīts un saskaitīts kopā. Tas ir lietojams; diviem vārtu rāmjiem ir krāsas bojājumi, kas darbību neietekmē.",
        Conclusion = "Inventārs nodots un pieņemts bez iebildumiem.",
        List = [new("Futbola vārti ar tīkliem", "4 gab.", "inv. Nr. 10221–10224"), new("Vingrošanas paklāji", "24 gab.", "inv. Nr. 10301"), new("Basketbola grozs, pārvietojams", "2 gab.", "inv. Nr. 10340, 10341")],
        Copies = 2,
        Holders = "Sporta nodaļa\nLejasupes pamatskola",
        Attachments = [new("fotoattēli", 3)],
    };

    private static OrderBody Order => new()
    {
        Title = OrderTitle.Order,
        Basis = "Pamatojoties uz Pašvaldību likuma 23. pantu un pašvaldības nolikuma 12. punktu:",
        Body = """
            Noteikt ielu uzturēšanas dežūras no 2026. gada 1. decembra līdz 2027. gada 31. martam:
            - darbdienās no plkst. 17.00 līdz 8.00;
            - brīvdienās un svētku dienās visu diennakti.
            Dežūru grafiku publicēt pašvaldības tīmekļvietnē līdz katra mēneša 25. datumam.
            Par ielām, kuras nav iztīrītas divu stundu laikā, ziņot izpilddirektora vietniekam.
            """,
        Lead = "Komunālās nodaļas vadītāja Sarmīte Grava",
        Executors = "Andris Bērziņš\nDace Liepa",
        DueOn = new DateOnly(2026, 12, 1),
        IsControlled = true,
        Controller = "izpilddirektora vietnieks Valdis Ziemelis",
        Attachments = [new("dežūru grafiks decembrim", 1)],
    };
}
