using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Clients;

namespace ServiceDesk.Application.Clients;

/// <summary>The groups a municipality usually thinks in. None says anything about health, belief or origin.</summary>
public sealed class TargetGroupsSeed(IServiceDeskDb db) : ISeed
{
    private static readonly (string Code, string Name, string NameEn, string NameRu)[] Groups =
    [
        ("families", "Ģimenes ar bērniem", "Families with children", "Семьи с детьми"),
        ("youth", "Jaunieši", "Young people", "Молодёжь"),
        ("seniors", "Seniori", "Seniors", "Сеньоры"),
        ("newcomers", "Jaunie iedzīvotāji", "New residents", "Новые жители"),
        ("owners", "Nekustamā īpašuma īpašnieki", "Property owners", "Владельцы недвижимости"),
        ("entrepreneurs", "Uzņēmēji", "Entrepreneurs", "Предприниматели"),
        ("associations", "Biedrības un nodibinājumi", "Associations and foundations", "Общества и фонды"),
        ("farmers", "Lauksaimnieki", "Farmers", "Фермеры"),
        ("visitors", "Viesi un tūristi", "Visitors and tourists", "Гости и туристы"),
    ];

    /// <inheritdoc/>
    public int Order => 40;

    /// <inheritdoc/>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var known = (await db.Set<TargetGroup>().Select(g => g.Code).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        foreach (var (group, place) in Groups.Select((g, i) => (g, (i + 1) * 10)).Where(g => !known.Contains(g.g.Code)))
            db.Set<TargetGroup>().Add(new TargetGroup(group.Code, group.Name, group.NameEn, group.NameRu, place));
        await db.SaveChangesAsync(cancellationToken);
    }
}
