using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Documents;

namespace ServiceDesk.Application.Documents.Wording;

/// <summary>Blocks to begin with. Filled once, while there are none: what officials write, change or retire afterwards is theirs.</summary>
public sealed class DocumentBlocksSeed(IServiceDeskDb db, TimeProvider time) : ISeed
{
    private static readonly PreparedContent[] Blocks =
    [
        Block(DocumentKind.Letter, BlockPlace.Text, "Atbilde uz iesniegumu", """
            Esam izskatījuši Jūsu {{case.received.on}} saņemto iesniegumu Nr. {{case.number}} par šādu jautājumu: {{case.subject}}.

            {{?Ko noskaidrojām un ko nolēmām.}}

            Ja rodas jautājumi, zvaniet: {{unit.name}}, tālrunis {{unit.phone}}, vai rakstiet uz {{unit.email}}, norādot šīs vēstules numuru.
            """),
        Block(DocumentKind.Letter, BlockPlace.Text, "Starpatbilde: vajadzīgs ilgāks laiks", """
            Jūsu {{case.received.on}} saņemtais iesniegums Nr. {{case.number}} ir darbā.

            Lai atbildētu pēc būtības, vēl jānoskaidro: {{?kas jānoskaidro un no kā gaidām ziņas}}. Atbildi sniegsim šajā vēstulē norādītajā dienā. Par to Jums nekas nav jādara.
            """),
        Block(DocumentKind.Letter, BlockPlace.Text, "Informācijas pieprasījums iestādei", """
            Lai izskatītu iesniegumu Nr. {{case.number}}, lūdzam līdz {{?datums}} sniegt šādas ziņas:
            1. {{?pirmā ziņa}};
            2. {{?otrā ziņa}}.

            Ja ziņas nav Jūsu rīcībā, lūdzam norādīt, kur tās varam saņemt. Saziņai: {{employee.name}}, tālrunis {{employee.phone}}.
            """),
        Block(DocumentKind.Letter, BlockPlace.Text, "Iesnieguma pārsūtīšana pēc piekritības", """
            {{municipality.name}} {{case.received.on}} saņēma iesniegumu Nr. {{case.number}}. Tajā skartais jautājums ir Jūsu iestādes kompetencē, tāpēc iesniegumu pārsūtām izskatīšanai pēc piekritības.

            Par pārsūtīšanu iesniedzējam esam paziņojuši. Lūdzam atbildi sniegt iesniedzējam.
            """),
        Block(DocumentKind.Letter, BlockPlace.Text, "Pavadvēstule", """
            Nosūtām {{?kāds dokuments, datums un numurs}}. Lūdzam {{?ko ar to darīt}} līdz {{?datums}}.

            Saziņai: {{employee.name}}, tālrunis {{employee.phone}}.
            """),
        Block(DocumentKind.Letter, BlockPlace.Text, "Atteikums ar pārsūdzības kārtību", """
            Esam izskatījuši Jūsu iesniegumu Nr. {{case.number}} un nolēmām to noraidīt.

            Pamatojums: {{?tiesību norma un apstākļi}}.

            Šo lēmumu viena mēneša laikā no tā spēkā stāšanās dienas varat apstrīdēt, iesniedzot iesniegumu pašvaldībā: {{municipality.address}}.
            """),
        Block(DocumentKind.Letter, BlockPlace.Text, "Reply to a submission", """
            We have considered your submission No. {{case.number}}, received on {{case.received}}.

            {{?What we found out and decided.}}

            If you have questions, please contact us: {{unit.name}}, phone {{unit.phone}}, {{unit.email}}, quoting the number of this letter.
            """, "en"),
        Block(DocumentKind.Letter, BlockPlace.Text, "Covering letter", """
            Please find enclosed {{?which document, its date and number}}. We ask you to {{?what to do}} by {{?date}}.

            Contact: {{employee.name}}, phone {{employee.phone}}.
            """, "en"),
        Block(DocumentKind.Letter, BlockPlace.Text, "Ответ на заявление", """
            Мы рассмотрели Ваше заявление № {{case.number}}, полученное {{case.received}}.

            {{?Что мы выяснили и что решили.}}

            По вопросам обращайтесь: {{unit.name}}, телефон {{unit.phone}}, {{unit.email}}, указав номер этого письма.
            """, "ru"),
        Block(DocumentKind.Letter, BlockPlace.Text, "Сопроводительное письмо", """
            Направляем {{?какой документ, дата и номер}}. Просим {{?что сделать}} до {{?дата}}.

            Контактное лицо: {{employee.name}}, телефон {{employee.phone}}.
            """, "ru"),
        Block(DocumentKind.Certificate, BlockPlace.Text, "Deklarētā dzīvesvieta", "{{client.name}} no {{?datums}} deklarēta adresē {{client.address}}."),
        Block(DocumentKind.Certificate, BlockPlace.Text, "Nekustamā īpašuma nodokļa parāda nav",
            "{{client.name}} par īpašumu {{?adrese un kadastra numurs}} nekustamā īpašuma nodokļa parāda nav. Nodoklis samaksāts līdz {{?datums}}."),
        Block(DocumentKind.Certificate, BlockPlace.Text, "Darba vai prakses vieta", "{{client.name}} no {{?datums}} līdz {{?datums}} {{?strādāja vai bija praksē}}: {{?nodaļa un amats}}."),
        Block(DocumentKind.Contract, BlockPlace.Matter, "Pakalpojuma līgums: priekšmets", """
            Pasūtītājs uzdod un Izpildītājs apņemas sniegt pakalpojumu: {{?kāds pakalpojums}} (turpmāk – Pakalpojums).
            Pakalpojuma apjoms un prasības noteiktas tehniskajā specifikācijā 1. pielikumā.
            """),
        Block(DocumentKind.Contract, BlockPlace.Matter, "Piegādes līgums: priekšmets", """
            Pārdevējs pārdod un Pircējs pērk: {{?prece, daudzums}} (turpmāk – Prece) pēc specifikācijas 1. pielikumā.
            Preci piegādā uz adresi {{?adrese}} līdz {{?datums}}. Īpašumtiesības pāriet ar pavadzīmes parakstīšanu.
            """),
        Block(DocumentKind.Contract, BlockPlace.Matter, "Nomas līgums: priekšmets", """
            Iznomātājs nodod un Nomnieks pieņem lietošanā: {{?telpa vai zeme, adrese, kadastra numurs, platība}} (turpmāk – Īpašums).
            Īpašums izmantojams šādam mērķim: {{?mērķis}}. Nodot to apakšnomā bez Iznomātāja rakstiskas piekrišanas nevar.
            """),
        Block(DocumentKind.Contract, BlockPlace.Clauses, "Pakalpojuma līguma nodaļas", """
            # Izpildītāja pienākumi
            Sniegt Pakalpojumu ar pienācīgu rūpību un termiņā.
            Nekavējoties ziņot Pasūtītājam par apstākļiem, kas kavē izpildi.
            # Pasūtītāja pienākumi
            Dot Izpildītājam izpildei vajadzīgās ziņas un dokumentus.
            Pieņemt Pakalpojumu vai paziņot iebildumus piecu darba dienu laikā.
            # Pieņemšana un kvalitāte
            Pakalpojumu pieņem ar pieņemšanas aktu, ko paraksta abas puses.
            Trūkumus Izpildītājs novērš par saviem līdzekļiem termiņā, ko puses noteikušas aktā.
            # Nepārvarama vara
            Puse neatbild par pienākumu neizpildi, ko izraisījuši apstākļi, kurus tā nevarēja paredzēt un novērst, ja par tiem paziņojusi trīs darba dienu laikā.
            # Strīdi
            Strīdus puses risina sarunās; ja 30 dienu laikā vienoties nevar, tos izskata tiesā.
            """),
        Block(DocumentKind.Contract, BlockPlace.Clauses, "Personas datu apstrādes nodaļa", """
            # Personas datu apstrāde
            Personas datus, ko puse saņem līguma izpildei, tā apstrādā tikai šim mērķim un glabā ne ilgāk, kā to prasa tiesību akti.
            Par datu aizsardzības pārkāpumu puse otrai pusei paziņo 24 stundu laikā.
            Saziņai par personas datiem: {{?kontaktpersona un e-pasts}}.
            """),
        Block(DocumentKind.Amendment, BlockPlace.Text, "Termiņa pagarinājums", """
            Izteikt {{?punkta numurs}}. punktu šādā redakcijā: „{{?punkta numurs}}. Līgums ir spēkā līdz {{?datums}} (ieskaitot).”
            Pārējie līguma noteikumi paliek negrozīti.
            """),
        Block(DocumentKind.Amendment, BlockPlace.Text, "Līguma summas maiņa", """
            Izteikt {{?punkta numurs}}. punktu šādā redakcijā: „{{?punkta numurs}}. Līguma summa ir {{?summa}} EUR bez pievienotās vērtības nodokļa.”
            Grozījuma pamats: {{?kāpēc summa mainās un kas to atļauj}}.
            """),
        Block(DocumentKind.Claim, BlockPlace.Text, "Pakalpojums nav sniegts termiņā",
            "Saskaņā ar līguma {{?punkts}}. punktu {{?kas bija jāizdara un līdz kam}}. {{?Datums}} konstatējām, ka tas nav izdarīts. Par kavējumu Pasūtītājs nav brīdināts."),
        Block(DocumentKind.Claim, BlockPlace.Text, "Prece vai darbs ar trūkumiem",
            "Pieņemot {{?preci vai darbu}}, {{?datums}} konstatējām šādus trūkumus: {{?trūkumi}}. Trūkumi fiksēti {{?akts, datums, numurs}}. Tas neatbilst līguma {{?punkts}}. punktam."),
        Block(DocumentKind.Claim, BlockPlace.Demands, "Novērst trūkumus un samaksāt līgumsodu", """
            līdz {{?datums}} novērst konstatētos trūkumus par saviem līdzekļiem;
            samaksāt līgumsodu pēc līguma {{?punkts}}. punkta.
            """),
        Block(DocumentKind.Claim, BlockPlace.SetOff, "Ieturējums no nākamā rēķina", "Ja atbildes noteiktajā termiņā nebūs, prasījumu ieturēsim no nākamā rēķina, kā to paredz līguma {{?punkts}}. punkts, vai vērsīsimies tiesā."),
        Block(DocumentKind.ClaimAnswer, BlockPlace.Findings, "Trūkums apstiprinājās", "Pārbaudījām {{?ko un kā}}. Jūsu norādītais trūkums apstiprinājās: {{?kas konstatēts}}. Par to atvainojamies."),
        Block(DocumentKind.ClaimAnswer, BlockPlace.Reasons, "Trūkums neapstiprinājās",
            "Pārbaudē trūkums neapstiprinājās: {{?kas pārbaudīts un ko tas rāda}}. Tāpēc prasījumu apmierināt nevaram ({{?tiesību norma vai noteikumu punkts}})."),
        Block(DocumentKind.Minutes, BlockPlace.Text, "Ziņojums pieņemts zināšanai", "{{?Kas ziņo}} informē par {{?jautājums}}. Jautājumi: {{?kas jautāja un atbilde}}. Komisija informāciju uzklausa."),
        Block(DocumentKind.Minutes, BlockPlace.Decision, "Uzdevums ar termiņu", "Uzdot {{?kam}} {{?ko izdarīt}} un par izpildi ziņot nākamajā sēdē."),
        Block(DocumentKind.Minutes, BlockPlace.Decision, "Pieņemt zināšanai", "Informāciju pieņemt zināšanai."),
        Block(DocumentKind.Act, BlockPlace.Findings, "Nodošana un pieņemšana", "Nodevējs nodod un pieņēmējs pieņem sarakstā minēto. Viss apskatīts un saskaitīts kopā; stāvoklis: {{?stāvoklis un bojājumi}}."),
        Block(DocumentKind.Act, BlockPlace.Findings, "Apsekošana", "Apsekojot {{?vietu}}, konstatējām: {{?kas redzams, izmēri, bojājumi}}. Laikapstākļi: {{?laikapstākļi}}. Uzņemti {{?skaits}} fotoattēli."),
        Block(DocumentKind.Act, BlockPlace.Findings, "Neatbilstība", "Pēc dokumentiem: {{?kam jābūt}}. Faktiski: {{?kas ir}}. Starpība: {{?starpība}}. Iepakojums un plombas: {{?stāvoklis}}."),
        Block(DocumentKind.Act, BlockPlace.Findings, "Pakalpojuma pieņemšana", "Izpildītājs laikā no {{?datums}} līdz {{?datums}} sniedza pakalpojumu: {{?kāds}}. Apjoms un kvalitāte {{?atbilst vai neatbilst}} līgumam."),
        Block(DocumentKind.Act, BlockPlace.Findings, "Norakstīšana", "Komisija apskatīja sarakstā minētās lietas. Tās ir {{?nolietotas vai bojātas}} un turpmāk nav lietojamas; remonts nav lietderīgs, jo {{?iemesls}}."),
        Block(DocumentKind.Act, BlockPlace.Findings, "Iznīcināšana", "Sarakstā minētais iznīcināts komisijas klātbūtnē. Veids: {{?sasmalcināts, sadedzināts, nodots pārstrādei}}. Saturs nav atjaunojams."),
        Block(DocumentKind.Act, BlockPlace.Conclusion, "Pieņemts bez iebildumiem", "Viss nodots un pieņemts bez iebildumiem."),
        Block(DocumentKind.Act, BlockPlace.Conclusion, "Trūkumi jānovērš termiņā", "Konstatētie trūkumi jānovērš līdz {{?datums}}; par novēršanu paraksta atsevišķu aktu."),
        Block(DocumentKind.Order, BlockPlace.Basis, "Pašvaldības nolikums", "Pamatojoties uz Pašvaldību likuma 23. pantu un pašvaldības nolikuma {{?punkts}}. punktu:"),
        Block(DocumentKind.Order, BlockPlace.Text, "Komisijas izveidošana", """
            Izveidot komisiju šādā sastāvā:
            - priekšsēdētājs: {{?vārds, amats}};
            - locekļi: {{?vārdi, amati}}.
            Komisijai līdz {{?datums}} {{?ko izdarīt}} un sagatavot aktu.
            """),
        Block(DocumentKind.Order, BlockPlace.Text, "Aizvietošana prombūtnē", """
            Noteikt, ka {{?kuru darbinieku}} prombūtnē no {{?datums}} līdz {{?datums}} aizvieto {{?kas}}.
            Aizvietotājam ir tiesības parakstīt: {{?kādus dokumentus}}.
            """),
    ];

    /// <inheritdoc/>
    public int Order => 41;

    /// <inheritdoc/>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (await db.Set<DocumentBlock>().AnyAsync(cancellationToken))
            return;
        var now = time.GetUtcNow();
        db.Set<PreparedText>().AddRange(Blocks.Select(block => PreparedText.Make(PreparedTextKind.Block, block, Actor.System, now)));
        await db.SaveChangesAsync(cancellationToken);
    }

    private static PreparedContent Block(DocumentKind kind, BlockPlace place, string name, string body, string language = "lv") =>
        new() { DocumentKind = kind, Place = place, Name = name, Body = body, Language = language };
}
