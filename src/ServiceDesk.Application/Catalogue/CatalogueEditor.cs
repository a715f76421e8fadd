using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Catalogue;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Catalogue;

/// <summary>What every change of topics, services and routes needs: the right to make it, names for its history, and the save.</summary>
public sealed class CatalogueEditor(IServiceDeskDb db, ICurrentUser user)
{
    /// <summary>Refuses who does not keep the catalogue.</summary>
    public void RefuseIfNotAllowed()
    {
        if (!user.May(Permission.ManageCatalogue))
            throw new Refusal("Cases.Refusal.NotAllowed");
    }

    /// <summary>Refuses a page that is older than the thing.</summary>
    public static void RefuseIfStale(IVersioned thing, int? seen)
    {
        if (seen is { } version && version != thing.Version)
            throw new Refusal("Catalogue.Refusal.ChangedMeanwhile");
    }

    /// <summary>Saves; a save that lost the race says so.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new Refusal("Catalogue.Refusal.ChangedMeanwhile");
        }
    }

    /// <summary>The name of a unit; refuses one that does not exist.</summary>
    public async Task<string> UnitAsync(Guid? id, CancellationToken cancellationToken) =>
        await db.Set<OrgUnit>().Where(u => u.Id == id).Select(u => u.Name).SingleOrDefaultAsync(cancellationToken) ?? throw new Refusal("Cases.Refusal.UnitUnknown");

    /// <summary>The name of a topic, or null.</summary>
    public Task<string?> TopicNameAsync(Guid? id, CancellationToken cancellationToken) =>
        db.Set<Topic>().Where(t => t.Id == id).Select(t => t.NameLv).SingleOrDefaultAsync(cancellationToken)!;

    /// <summary>The values before the last change of a thing, and which fields it changed; null when there is nothing to take back.</summary>
    public async Task<(ChangeValues Before, IReadOnlyCollection<ChangedField> Fields)?> LastChangeAsync(ChangedThing thing, Guid id, CancellationToken cancellationToken)
    {
        var key = id.ToString("N");
        var last = await db.Set<ChangeRecord>().AsNoTracking().Where(c => c.Thing == thing && c.Key == key)
            .OrderByDescending(c => c.At).ThenByDescending(c => c.Id).FirstOrDefaultAsync(cancellationToken);
        if (last is null || last.Action == ChangeAction.Created)
            return null;
        var (before, after) = (ChangeValues.Read(last.Before), ChangeValues.Read(last.After));
        return (before, before.Fields.Union(after.Fields).Where(f => f != ChangedField.MovedCases).ToHashSet());
    }
}

/// <summary>Which way a row moves in its list.</summary>
public enum Direction
{
    /// <summary>Towards the beginning.</summary>
    Up,

    /// <summary>Towards the end.</summary>
    Down,
}
