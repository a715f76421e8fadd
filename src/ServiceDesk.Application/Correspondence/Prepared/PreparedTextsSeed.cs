using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;

namespace ServiceDesk.Application.Correspondence;

/// <summary>
/// Letters and paragraphs to begin with, in three languages. Each sort is filled once, while it is empty: what officials write,
/// change or retire afterwards is theirs.
/// </summary>
public sealed class PreparedTextsSeed(IServiceDeskDb db, TimeProvider time) : ISeed
{
    private static readonly PreparedContent[] Templates =
    [
        new()
        {
            Name = "Sūdzība ir pamatota, trūkums novērsts", Letter = LetterKind.Reply, CaseKind = CaseKind.Complaint, Language = "lv",
            Body = """
                Paldies, ka rakstījāt mums. Esam pārbaudījuši Jūsu sūdzību, un tā ir pamatota.

                Trūkums ir novērsts: {{?ko un kad izdarījām}}.

                Atvainojamies par sagādātajām neērtībām.
                """,
            NextSteps = "Ja trūkums atkārtojas, rakstiet mums, norādot numuru {{case.number}}, vai zvaniet pa tālruni {{unit.phone}}.",
        },
        new()
        {
            Name = "Sūdzība nav pamatota, paskaidrojums", Letter = LetterKind.Reply, CaseKind = CaseKind.Complaint, Language = "lv",
            Body = """
                Paldies, ka rakstījāt mums. Esam pārbaudījuši Jūsu sūdzību.

                Pārbaudē noskaidrojām: {{?kas tika pārbaudīts un ko konstatējām}}.

                Tāpēc {{?lēmums un tā pamatojums ar atsauci uz noteikumiem}}.
                """,
            NextSteps = "Ja Jums ir ziņas, kas mums nebija zināmas, atsūtiet tās, norādot numuru {{case.number}}. Mēs lietu pārskatīsim.",
        },
        new()
        {
            Name = "Atbilde uz jautājumu", Letter = LetterKind.Reply, CaseKind = CaseKind.Question, Language = "lv",
            Body = """
                Paldies par Jūsu jautājumu.

                {{?Atbilde.}}

                Plašāk par to varat lasīt šeit: {{?saite}}.
                """,
        },
        new()
        {
            Name = "Ierosinājums: ko ar to darīsim", Letter = LetterKind.Reply, CaseKind = CaseKind.Suggestion, Language = "lv",
            Body = """
                Paldies par ierosinājumu. Esam to izvērtējuši.

                {{?Ko darīsim un kad. Ja nedarīsim, kāpēc.}}
                """,
            NextSteps = "Par turpmāko Jums vairs nekas nav jādara. Ja vēlaties ko piebilst, rakstiet, norādot numuru {{case.number}}.",
        },
        new()
        {
            Name = "Pateicība par uzslavu", Letter = LetterKind.Reply, CaseKind = CaseKind.Praise, Language = "lv",
            Body = "Paldies par labajiem vārdiem! Tos nodevām kolēģiem, par kuriem rakstījāt. Jūsu atzinība mums ir svarīga.",
            NextSteps = "No Jums nekas vairs nav vajadzīgs.",
        },
        new()
        {
            Name = "Starpatbilde: vajadzīga pārbaude uz vietas", Letter = LetterKind.Interim, Language = "lv",
            Body = """
                Jūsu iesniegums ir saņemts, un mēs ar to strādājam.

                Lai atbildētu pēc būtības, vajadzīga pārbaude uz vietas, tāpēc atbilde prasīs vairāk laika.
                """,
        },
        new()
        {
            Name = "Starpatbilde: gaidām citas iestādes ziņas", Letter = LetterKind.Interim, Language = "lv",
            Body = """
                Jūsu iesniegums ir saņemts, un mēs ar to strādājam.

                Lai atbildētu pēc būtības, esam lūguši ziņas {{?iestādei}}. Tās vēl neesam saņēmuši, tāpēc atbilde prasīs vairāk laika.
                """,
        },
        new()
        {
            Name = "Likumā noteiktā termiņa pagarinājums", Letter = LetterKind.Extension, Language = "lv",
            Body = """
                Jūsu iesnieguma izskatīšanai vajadzīgs ilgāks laiks, jo {{?iemesls: papildu ziņas, citu iestāžu atzinumi, liels materiālu apjoms}}.

                Tāpēc atbildes sniegšanas termiņu pagarinām.
                """,
        },
        new()
        {
            Name = "Answer to a question", Letter = LetterKind.Reply, CaseKind = CaseKind.Question, Language = "en",
            Body = """
                Thank you for your question.

                {{?The answer.}}

                You can read more here: {{?link}}.
                """,
        },
        new()
        {
            Name = "Interim reply: we need to check on site", Letter = LetterKind.Interim, Language = "en",
            Body = """
                We have received your message and are working on it.

                To give you a proper answer we need to check on site, so our reply will take longer.
                """,
        },
        new()
        {
            Name = "Ответ на вопрос", Letter = LetterKind.Reply, CaseKind = CaseKind.Question, Language = "ru",
            Body = """
                Спасибо за Ваш вопрос.

                {{?Ответ.}}

                Подробнее об этом можно прочитать здесь: {{?ссылка}}.
                """,
        },
        new()
        {
            Name = "Промежуточный ответ: нужна проверка на месте", Letter = LetterKind.Interim, Language = "ru",
            Body = """
                Мы получили Ваше обращение и работаем с ним.

                Чтобы ответить по существу, нужна проверка на месте, поэтому ответ займёт больше времени.
                """,
        },
    ];

    private static readonly PreparedContent[] Modules =
    [
        Module("hours", "Apmeklētāju laiks",
            "Apmeklētājus pieņemam: {{municipality.hours}}.", "We receive visitors: {{municipality.hours}}.", "Мы принимаем посетителей: {{municipality.hours}}."),
        Module("contact", "Nodaļas tālrunis un e-pasts",
            "Ja rodas jautājumi, sazinieties ar mums: {{unit.name}}, tālrunis {{unit.phone}}, e-pasts {{unit.email}}.",
            "If you have questions, please contact {{unit.name}}: phone {{unit.phone}}, e-mail {{unit.email}}.",
            "По вопросам обращайтесь к нам: {{unit.name}}, телефон {{unit.phone}}, эл. почта {{unit.email}}."),
        Module("sorry", "Atvainošanās par mūsu kļūdu",
            "Atvainojamies par kļūdu un tās radītajām neērtībām. Esam pārrunājuši, kā to turpmāk nepieļaut.",
            "We apologise for our mistake and for the trouble it caused you. We have discussed how to avoid it in future.",
            "Приносим извинения за нашу ошибку и доставленные неудобства. Мы обсудили, как не допускать её впредь."),
        Module("late", "Atvainošanās par kavēšanos",
            "Atvainojamies, ka atbilde kavējās.", "We apologise for the delay in our reply.", "Приносим извинения за задержку с ответом."),
        Module("thanks", "Paldies par ziņu",
            "Paldies, ka pievērsāt tam mūsu uzmanību.", "Thank you for bringing this to our attention.", "Спасибо, что обратили на это наше внимание."),
        Module("more-info", "Vajadzīgas papildu ziņas",
            "Lai varētu atbildēt, lūdzam atsūtīt šādas ziņas: {{?kādas}}. Atbildot norādiet numuru {{case.number}}.",
            "To be able to answer, we need the following from you: {{?what}}. Please quote number {{case.number}}.",
            "Чтобы ответить, нам нужны следующие сведения: {{?какие}}. В ответе укажите номер {{case.number}}."),
        Module("photo", "Lūgums atsūtīt fotogrāfiju",
            "Ja iespējams, atsūtiet fotogrāfiju un norādiet precīzu vietu.", "If possible, please send a photograph and the exact place.",
            "Если возможно, пришлите фотографию и укажите точное место."),
        Module("visit", "Apskate uz vietas",
            "Speciālists apsekos vietu līdz {{?datums}}. Jūsu klātbūtne nav vajadzīga.", "A specialist will inspect the place by {{?date}}. You do not need to be there.",
            "Специалист осмотрит место до {{?дата}}. Ваше присутствие не требуется."),
        Module("track", "Kur skatīt lietas gaitu",
            "Lietas gaitu varat skatīt ar numuru {{case.number}} un atslēgu no apstiprinājuma: {{tracking.address}}",
            "You can follow the case with number {{case.number}} and the key from the confirmation: {{tracking.address}}",
            "Ход дела можно посмотреть по номеру {{case.number}} и ключу из подтверждения: {{tracking.address}}"),
        Module("not-ours", "Jautājums nav pašvaldības ziņā",
            "Šis jautājums nav pašvaldības kompetencē. To risina {{?iestāde}}, saziņa: {{?kontakti}}.",
            "This matter is not for the municipality to decide. It is dealt with by {{?body}}, contact: {{?details}}.",
            "Этот вопрос не входит в компетенцию самоуправления. Им занимается {{?учреждение}}, контакты: {{?контакты}}."),
        Module("disagree", "Ja atbildei nepiekrītat",
            "Ja atbildei nepiekrītat, rakstiet mums, norādot numuru {{case.number}} un iemeslu. Lietu izskatīs cits darbinieks.",
            "If you disagree with the reply, write to us quoting number {{case.number}} and your reason. Another officer will look at the case.",
            "Если Вы не согласны с ответом, напишите нам, указав номер {{case.number}} и причину. Дело рассмотрит другой сотрудник."),
        Module("survey", "Lūgums novērtēt",
            "Būsim pateicīgi, ja novērtēsiet, kā ar Jums strādājām: tas palīdz mums kļūt labākiem.",
            "We would be grateful for your opinion of how we served you: it helps us to get better.",
            "Будем благодарны за Вашу оценку нашей работы: она помогает нам становиться лучше."),
    ];

    private static readonly PreparedContent[] Links =
    [
        Link("lv", "Mūsu solījumi klientiem", "/promises"), Link("lv", "Kad atbildēsim?", "/when"), Link("lv", "Kontakti un darba laiks", "/contacts"),
        Link("lv", "Personas datu apstrāde", "/privacy"), Link("lv", "Valsts un pašvaldību pakalpojumi", "https://latvija.gov.lv"), Link("lv", "Tiesību akti", "https://likumi.lv"),
        Link("en", "Our promises to clients", "/promises"), Link("en", "Contacts and opening hours", "/contacts"), Link("en", "Personal data", "/privacy"),
        Link("ru", "Наши обещания клиентам", "/promises"), Link("ru", "Контакты и часы работы", "/contacts"), Link("ru", "Обработка персональных данных", "/privacy"),
    ];

    /// <inheritdoc/>
    public int Order => 40;

    /// <inheritdoc/>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        await FillAsync<LetterTemplate>(PreparedTextKind.Template, Templates, cancellationToken);
        await FillAsync<TextModule>(PreparedTextKind.Module, Modules, cancellationToken);
        await FillAsync<UsefulLink>(PreparedTextKind.Link, Links, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task FillAsync<T>(PreparedTextKind sort, IEnumerable<PreparedContent> contents, CancellationToken cancellationToken)
        where T : PreparedText
    {
        if (await db.Set<T>().AnyAsync(cancellationToken))
            return;
        var now = time.GetUtcNow();
        db.Set<PreparedText>().AddRange(contents.Select(content => PreparedText.Make(sort, content, Actor.System, now)));
    }

    private static PreparedContent Module(string code, string name, string lv, string en, string ru) =>
        new() { Code = code, Name = name, TextLv = lv, TextEn = en, TextRu = ru };

    private static PreparedContent Link(string language, string name, string url) => new() { Language = language, Name = name, Url = url };
}
