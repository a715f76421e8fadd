using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Desk;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Demo;

/// <summary>Saved views of the demonstration municipality: one for everybody, some of units, some of one's own. Each is added once; who deletes it has it gone.</summary>
public sealed class DemoViewsSeed(IServiceDeskDb db, TimeProvider time) : IDemoSeed
{
    private static readonly (string Owner, string Name, string Query, ViewSharing Sharing)[] Views =
    [
        ("Daina", "Oficiālie iesniegumi", "view=all&formal=true", ViewSharing.Everybody),
        ("Daina", "Sūdzības šonedēļ", "view=all&kind=Complaint&due=week", ViewSharing.Everybody),
        ("Daina", "Bez atbildīgā, vecākās vispirms", "view=unassigned&sort=received", ViewSharing.Own),
        ("Inga", "Zvani un apmeklējumi", "view=all&channel=Phone&channel=InPerson&sort=-received", ViewSharing.Unit),
        ("Jānis", "Nodaļas kavētie", "view=unit&due=late&sort=unit", ViewSharing.Unit),
        ("Līga", "Mani darbi šonedēļ", "view=mine&due=week", ViewSharing.Own),
    ];

    /// <inheritdoc/>
    public int Order => 1200;

    /// <inheritdoc/>
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var emails = DemoPeople.All.Where(p => Views.Any(v => v.Owner == p.Name)).Select(p => p.Email).ToList();
        var people = await db.Set<Employee>().Where(e => emails.Contains(e.Email)).ToListAsync(cancellationToken);
        var known = await db.Set<SavedView>().Select(v => new { v.OwnerId, v.Name }).ToListAsync(cancellationToken);
        var now = time.GetUtcNow();
        foreach (var (name, title, query, sharing) in Views)
        {
            if (people.FirstOrDefault(p => p.Name == name) is not { } owner || known.Any(v => v.OwnerId == owner.Id))
                continue;
            var view = new SavedView(title, query, new Actor(owner.Id, owner.FullName), now);
            view.Share(sharing, owner.UnitId, now);
            db.Set<SavedView>().Add(view);
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
