using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Demo;

/// <summary>What a data-protection officer finds on the desk: a breach whose hours run, one dealt with, and years of a log past their term.</summary>
public sealed class DemoProtectionSeed(IServiceDeskDb db, RegisterNumbers numbers, LocalTime local, TimeProvider time) : IDemoSeed
{
    private static readonly Guid Lost = new("0199a000-0000-7000-8000-0000000000b1");
    private static readonly Guid Mixed = new("0199a000-0000-7000-8000-0000000000b2");

    /// <inheritdoc/>
    public int Order => 1160;

    /// <inheritdoc/>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (await db.Set<DataBreach>().AnyAsync(b => b.Token == Lost || b.Token == Mixed, cancellationToken))
            return;
        var people = await db.Set<Employee>().AsNoTracking().ToListAsync(cancellationToken);
        Actor Person(string name) => people.FirstOrDefault(e => e.Name == name) is { } found ? new Actor(found.Id, found.FullName) : Actor.System;
        await db.InTransactionAsync(async token =>
        {
            var now = time.GetUtcNow();
            db.Set<DataBreach>().Add(Dealt(await NextAsync(now, token), Mixed, Person("Inga"), Person("Baiba"), now.AddDays(-23)));
            db.Set<DataBreach>().Add(Running(await NextAsync(now, token), Lost, Person("Līga"), now.AddHours(-51)));
            if (!await db.Set<ChangeRecord>().AnyAsync(c => c.Key == "demo-old-log", token))
            {
                foreach (var back in new[] { 12, 12, 11 })
                {
                    db.Set<ChangeRecord>().Add(new ChangeRecord(
                        now.AddYears(-back), null, "Kristīne Vanaga", ChangedThing.Unit, "demo-old-log", "Komunālā nodaļa", ChangeAction.Changed, "", "", "Pārņemts no iepriekšējās sistēmas"));
                }
            }

            await db.SaveChangesAsync(token);
            return true;
        }, cancellationToken);
    }

    private static DataBreach Running((Register Register, int Year, int Sequence) number, Guid token, Actor by, DateTimeOffset at) => DataBreach.Report(
        number.Register, number.Year, number.Sequence, token,
        new BreachDescription
        {
            What = "Apsekojuma laikā nozagts planšetdators ar labiekārtošanas iesniegumu kopijām. Ierīce bija aizslēgta ar kodu, disks šifrēts; policija informēta.",
            LosesConfidentiality = true,
            LosesAvailability = true,
            OccurredAt = at.AddHours(-2),
            PersonCategories = "Iesniedzēji",
            DataCategories = "Vārdi, tālruņi, adreses, iesniegumu teksti",
            PersonsAffected = 40,
            RecordsAffected = 52,
        },
        at, by, at.AddMinutes(25));

    private DataBreach Dealt((Register Register, int Year, int Sequence) number, Guid token, Actor by, Actor officer, DateTimeOffset at)
    {
        var told = new BreachDescription
        {
            What = "Izziņa par deklarēto dzīvesvietu nosūtīta citam klientam ar līdzīgu e-pasta adresi.",
            LosesConfidentiality = true,
            OccurredAt = at.AddHours(-1),
            PersonCategories = "Viens klients",
            DataCategories = "Vārds, personas kods, adrese",
            PersonsAffected = 1,
            RecordsAffected = 1,
            Consequences = "Personas kodu var izmantot, uzdodoties par šo cilvēku.",
        };
        var item = DataBreach.Report(number.Register, number.Year, number.Sequence, token, told, at, by, at.AddMinutes(10));
        item.Assess(BreachRisk.Risk, "Personas kods un adrese nonāca pie cita cilvēka, bet viņš pats par to ziņoja.", officer, at.AddHours(3));
        item.DecideAuthority(true, null, officer, at.AddHours(3));
        item.NotifyAuthority(at.AddHours(26), "DVI e-pakalpojums, 2-26/311", null, officer, at.AddHours(26));
        item.DecidePersons(true, "Lai cilvēks var sekot līdzi savu datu izmantošanai.", officer, at.AddHours(26));
        item.NotifyPersons(at.AddHours(30), "Vēstule e-pastā un zvans", officer, at.AddHours(30));
        item.Describe(told with { Measures = "Saņēmējs vēstuli izdzēsa un to apliecināja; adreses tagad pirms sūtīšanas salīdzina ar lietu." }, officer, at.AddDays(4));
        item.Close(local.DateOf(at.AddDays(5)), officer, at.AddDays(5));
        return item;
    }

    private async Task<(Register Register, int Year, int Sequence)> NextAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var year = local.DateOf(now).Year;
        var (register, sequence) = await numbers.NextAsync(Register.DataBreaches, year, cancellationToken);
        return (register, year, sequence);
    }
}
