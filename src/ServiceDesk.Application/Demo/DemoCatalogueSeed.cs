using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Catalogue;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Demo;

/// <summary>Subtopics, services and routes of the demonstration municipality.</summary>
public sealed class DemoCatalogueSeed(IServiceDeskDb db) : IDemoSeed
{
    private static readonly (string Parent, string Lv, string En, string Ru, string Unit)[] Subtopics =
    [
        ("Ceļi un ielas", "Bedres un segums", "Potholes and surface", "Ямы и покрытие", DemoPeople.Roads),
        ("Ceļi un ielas", "Sniegs un ledus", "Snow and ice", "Снег и лёд", DemoPeople.Roads),
        ("Ceļi un ielas", "Ceļazīmes un satiksme", "Signs and traffic", "Знаки и движение", DemoPeople.Roads),
        ("Atkritumi un vides kopšana", "Konteineri un izvešana", "Containers and collection", "Контейнеры и вывоз", DemoPeople.Utilities),
        ("Atkritumi un vides kopšana", "Koki un zāliens", "Trees and lawns", "Деревья и газоны", DemoPeople.Utilities),
        ("Nodokļi un maksājumi", "Nekustamā īpašuma nodoklis", "Real-estate tax", "Налог на недвижимость", DemoPeople.Finance),
        ("Skolas un bērnudārzi", "Pieteikšana bērnudārzā", "Kindergarten places", "Места в детском саду", DemoPeople.Education),
    ];

    private static readonly (string Lv, string En, string Ru, string Topic, string? Unit)[] Services =
    [
        ("Koku ciršanas atļauja", "Permit to fell trees", "Разрешение на рубку деревьев", "Atkritumi un vides kopšana", null),
        ("Izziņa par deklarēto dzīvesvietu", "Certificate of residence", "Справка о месте жительства", "Dzīvesvietas deklarēšana", null),
        ("Būvatļauja", "Building permit", "Разрешение на строительство", "Būvniecība", null),
        ("Nodokļa atvieglojums daudzbērnu ģimenei", "Tax relief for large families", "Льгота для многодетной семьи", "Nodokļi un maksājumi", DemoPeople.Social),
    ];

    /// <inheritdoc/>
    public int Order => 1015;

    /// <inheritdoc/>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var units = await db.Set<OrgUnit>().ToDictionaryAsync(u => u.Name, cancellationToken);
        var topics = await db.Set<Topic>().ToListAsync(cancellationToken);
        if (DemoPeople.Units.Any(u => !units.ContainsKey(u.Name)))
            return;
        if (!topics.Exists(t => t.ParentId is not null))
        {
            foreach (var ((parent, lv, en, ru, unit), place) in Subtopics.Select((s, i) => (s, i + 1)))
            {
                if (topics.Find(t => t.NameLv == parent && t.ParentId is null) is { } above)
                    db.Set<Topic>().Add(new Topic(lv, en, ru, units[unit].Id, place, above));
            }
        }

        if (!await db.Set<Service>().AnyAsync(cancellationToken))
        {
            foreach (var (lv, en, ru, topic, unit) in Services)
            {
                if (topics.Find(t => t.NameLv == topic) is { } about)
                    db.Set<Service>().Add(new Service(lv, en, ru, about.Id, unit is null ? null : units[unit].Id, null));
            }
        }

        if (!await db.Set<Route>().AnyAsync(cancellationToken) && topics.Find(t => t.NameLv == "Skolas un bērnudārzi") is { } schools)
        {
            var engineer = await db.Set<Employee>().FirstOrDefaultAsync(e => e.Name == "Edgars" && e.UnitId == units[DemoPeople.Roads].Id, cancellationToken);
            db.Set<Route>().AddRange(
                new Route("Skolu jumti un ēkas", new(schools.Id, null, null, null, "jumts, ēka, ēkas"), units[DemoPeople.Property].Id, null, 1),
                new Route("Upes iela: remonta laikā ceļu inženieris", new(null, null, CaseKind.Complaint, null, "Upes iela"), units[DemoPeople.Roads].Id, engineer?.Id, 2));
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
