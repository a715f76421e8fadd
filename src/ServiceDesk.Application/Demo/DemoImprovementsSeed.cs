using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Quality;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Demo;

/// <summary>Improvement tasks as a year brings them: proposed, agreed, running, late, done and checked, dropped.</summary>
public sealed class DemoImprovementsSeed(IServiceDeskDb db, RegisterNumbers numbers, LocalTime local, TimeProvider time) : IDemoSeed
{
    private Dictionary<string, (Guid Id, Actor Actor)> people = [];
    private Dictionary<string, Guid> units = [];
    private DateOnly today;

    /// <inheritdoc/>
    public int Order => 1190;

    /// <inheritdoc/>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        today = local.DateOf(time.GetUtcNow());
        people = await db.Set<Employee>().AsNoTracking().GroupBy(e => e.Name).Select(g => g.OrderBy(e => e.Id).First()).ToDictionaryAsync(e => e.Name, e => (e.Id, new Actor(e.Id, e.Name + " " + e.Surname)), cancellationToken);
        units = await db.Set<OrgUnit>().AsNoTracking().Where(u => u.RetiredAt == null).GroupBy(u => u.Name).Select(g => g.OrderBy(u => u.Id).First()).ToDictionaryAsync(u => u.Name, u => u.Id, cancellationToken);
        if (!new[] { "Daina", "Jānis", "Inga", "Līga", "Guntis" }.All(people.ContainsKey) || !units.ContainsKey(DemoPeople.ClientService))
            return;
        var complaint = await db.Set<Case>().AsNoTracking().Where(c => c.Kind == CaseKind.Complaint && !c.IsAboutPerson && !c.IsConfidential).OrderBy(c => c.ReceivedAt).ThenBy(c => c.Id)
            .Select(c => new { c.Id, c.Number }).FirstOrDefaultAsync(cancellationToken);
        var breach = await db.Set<Breach>().AsNoTracking().OrderBy(b => b.DueOn).ThenBy(b => b.Id).Join(db.Set<Case>(), b => b.CaseId, c => c.Id, (b, c) => new { b.Id, c.Number }).FirstOrDefaultAsync(cancellationToken);
        await AddAsync(1, 200, DemoPeople.ClientService, "Daina", new(ImprovementOrigin.Survey, null, "Klientu aptauja, pavasaris"), new()
        {
            Title = "Rinda Klientu apkalpošanas centrā pirmdienās",
            Why = "Aptaujā 31 % rakstīja, ka pirmdienās gaidījuši ilgāk par 15 minūtēm.",
            Goal = "Pirmdienās neviens negaida ilgāk par 15 minūtēm.",
            Steps = "Otrs speciālists pirmdienās no 8.00 līdz 12.00\nPieraksts uz garākām konsultācijām otrdienās",
            Measure = "Gaidījuši ilgāk par 15 minūtēm, %",
            Baseline = 31,
            Target = 10,
        }, Checked, cancellationToken);
        await AddAsync(2, 90, DemoPeople.Utilities, "Daina", complaint is null ? new(ImprovementOrigin.Observation) : new(ImprovementOrigin.Complaint, complaint.Id, complaint.Number), new()
        {
            Title = "Paziņojums iedzīvotājiem, ja atkritumu izvešana kavējas",
            Why = "Iedzīvotāji par kavējumu uzzina tikai tad, kad paši zvana.",
            Goal = "Paziņojums mājaslapā un īsziņa namu vecākajiem tajā pašā dienā.",
            Measure = "Sūdzības par neizvestiem atkritumiem mēnesī",
            Baseline = 9,
            Target = 3,
        }, Running, cancellationToken);
        await AddAsync(3, 70, DemoPeople.Property, "Daina", breach is null ? new(ImprovementOrigin.Observation) : new(ImprovementOrigin.Breach, breach.Id, breach.Number), new()
        {
            Title = "Aizvietotājs nomas līgumu jautājumos",
            Why = "Kamēr speciāliste bija atvaļinājumā, atbildes nokavēja.",
            Goal = "Katram nomas jautājumam ir aizvietotājs, kas zina, kur ir dokumenti.",
        }, Late, cancellationToken);
        await AddAsync(4, 6, DemoPeople.ClientService, "Inga", new(ImprovementOrigin.Observation, null, null, "/desk/register"), new()
        {
            Title = "Veidlapa deklarētās dzīvesvietas izziņai lielākiem burtiem",
            Why = "Vecāki cilvēki lūdz izlasīt priekšā.",
            Goal = "Veidlapu var izlasīt bez palīdzības.",
        }, null, cancellationToken);
        await AddAsync(5, 150, DemoPeople.Utilities, "Līga", new(ImprovementOrigin.Observation), new()
        {
            Title = "Atsevišķs tālrunis ziņām par bedrēm",
            Goal = "Iedzīvotāji zvana tieši Ceļu un ielu daļai.",
        }, Dropped, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private void Checked(Improvement item, DateTimeOffset at)
    {
        var (daina, inga) = (people["Daina"], people["Inga"]);
        item.Agree(inga.Id, local.DateOf(at).AddDays(60), null, local.DateOf(at), daina.Actor, at.AddDays(2));
        item.Start(null, inga.Actor, at.AddDays(5));
        item.Finish("Pirmdienas rītos strādā divi speciālisti; garākas konsultācijas pieraksta uz otrdienu.", local.DateOf(at).AddDays(150), local.DateOf(at.AddDays(40)), inga.Actor, at.AddDays(40));
        item.AddLink("https://lejasupe.example/klientu-centrs/darba-laiks", "Jaunais darba laika grafiks", inga.Actor, at.AddDays(41));
        item.Check(true, 8, "Trīs mēnešu pierakstā ilgāk par 15 minūtēm gaidīja 8 %.", local.DateOf(at.AddDays(150)), daina.Actor, at.AddDays(150));
        item.TellPublic(new()
        {
            IsShown = true,
            Lv = "Jūs teicāt, ka pirmdienās ilgi jāgaida. Tagad pirmdienas rītos strādā divi speciālisti, un ilgāk par 15 minūtēm gaida tikai 8 no 100 apmeklētājiem.",
            En = "You said that the wait on Mondays is long. Two specialists now work on Monday mornings, and only 8 in 100 visitors wait longer than 15 minutes.",
            Ru = "Вы сказали, что по понедельникам долго ждать. Теперь утром в понедельник работают два специалиста, и дольше 15 минут ждут только 8 посетителей из 100.",
        }, daina.Actor, at.AddDays(151));
    }

    private void Running(Improvement item, DateTimeOffset at)
    {
        var (janis, liga) = (people["Jānis"], people["Līga"]);
        item.Agree(liga.Id, today.AddDays(21), "Līgumu ar pārvadātāju papildinām reizē.", local.DateOf(at), janis.Actor, at.AddDays(3));
        item.Start(null, liga.Actor, at.AddDays(10));
        item.Note("Pārvadātājs piekrita ziņot līdz plkst. 10.", liga.Actor, at.AddDays(30));
    }

    private void Late(Improvement item, DateTimeOffset at)
    {
        var guntis = people["Guntis"];
        item.Agree(people["Ruta"].Id, today.AddDays(-9), null, local.DateOf(at), guntis.Actor, at.AddDays(4));
        item.Start(null, people["Ruta"].Actor, at.AddDays(12));
    }

    private void Dropped(Improvement item, DateTimeOffset at) =>
        item.Drop("Viens tālrunis ir vieglāk atcerams; zvanu centrs bedres jau pāradresē.", local.DateOf(at.AddDays(9)), people["Jānis"].Actor, at.AddDays(9));

    private async Task AddAsync(
        int number, int daysAgo, string unit, string by, ImprovementSource source, ImprovementPlan plan, Action<Improvement, DateTimeOffset>? life, CancellationToken cancellationToken)
    {
        var token = new Guid(number, 0x1190, 0x4d4f, 0x80, 0x49, 0x4d, 0x50, 0x52, 0x4f, 0x56, 0);
        if (await db.Set<Improvement>().AnyAsync(i => i.Token == token, cancellationToken))
            return;
        var at = time.GetUtcNow().AddDays(-daysAgo);
        await db.InTransactionAsync(async stop =>
        {
            var year = local.DateOf(at).Year;
            var (register, sequence) = await numbers.NextAsync(Register.Improvements, year, stop);
            var item = Improvement.Propose(register, year, sequence, token, source, units[unit], plan, false, people[by].Actor, at);
            life?.Invoke(item, at);
            db.Set<Improvement>().Add(item);
            await db.SaveChangesAsync(stop);
            return true;
        }, cancellationToken);
    }
}
