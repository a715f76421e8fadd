using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Catalogue;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Demo;

/// <summary>What cases of the demonstration municipality are about, and who answers.</summary>
public sealed class DemoTopicsSeed(IServiceDeskDb db) : IDemoSeed
{
    private static readonly (string Lv, string En, string Ru, string Unit)[] Topics =
    [
        ("Atkritumi un vides kopšana", "Waste and upkeep", "Отходы и благоустройство", DemoPeople.Utilities),
        ("Ceļi un ielas", "Roads and streets", "Дороги и улицы", DemoPeople.Roads),
        ("Apgaismojums", "Street lighting", "Освещение", DemoPeople.Roads),
        ("Zeme un nekustamais īpašums", "Land and real estate", "Земля и недвижимость", DemoPeople.Property),
        ("Būvniecība", "Building", "Строительство", DemoPeople.Building),
        ("Sociālā palīdzība", "Social assistance", "Социальная помощь", DemoPeople.Social),
        ("Skolas un bērnudārzi", "Schools and kindergartens", "Школы и детские сады", DemoPeople.Education),
        ("Nodokļi un maksājumi", "Taxes and payments", "Налоги и платежи", DemoPeople.Finance),
        ("Dzīvesvietas deklarēšana", "Declaring residence", "Декларирование места жительства", DemoPeople.ClientService),
        ("Klientu apkalpošana", "Client service", "Обслуживание клиентов", DemoPeople.ClientService),
    ];

    /// <inheritdoc/>
    public int Order => 1010;

    /// <inheritdoc/>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (await db.Set<Topic>().AnyAsync(cancellationToken))
            return;
        var units = await db.Set<OrgUnit>().ToDictionaryAsync(u => u.Name, u => u.Id, cancellationToken);
        db.Set<Topic>().AddRange(Topics.Select((t, i) => new Topic(t.Lv, t.En, t.Ru, units[t.Unit], i + 1)));
        db.Set<Topic>().Add(new Topic("Cits jautājums", "Something else", "Другой вопрос", units[DemoPeople.ClientService], 1000).AsFallback());
        await db.SaveChangesAsync(cancellationToken);
    }
}
