using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Infrastructure.Search;

/// <summary>Brings the words of every case about to be saved up to date, in the same save.</summary>
internal static class CaseWordsKeeper
{
    /// <summary>Whether anything to be saved changes what a search finds.</summary>
    public static bool MustKeepWords(this ServiceDeskDbContext db) =>
        db.ChangeTracker.Entries<Message>().Any(e => e.State == EntityState.Added) || db.ChangeTracker.Entries<Case>().Any(IsNewlyNamed);

    public static async Task KeepWordsAsync(this ServiceDeskDbContext db, CancellationToken cancellationToken)
    {
        var named = db.ChangeTracker.Entries<Case>().Where(IsNewlyNamed).ToDictionary(e => e.Entity.Id, e => e.Entity);
        var made = db.ChangeTracker.Entries<Case>().Where(e => e.State == EntityState.Added).Select(e => e.Entity.Id).ToHashSet();
        var messages = db.ChangeTracker.Entries<Message>().Where(e => e.State == EntityState.Added).Select(e => e.Entity).ToLookup(m => m.CaseId);
        var older = messages.Select(m => m.Key).Union(named.Keys).Except(made).ToList();
        if (older.Count > 0)
            await db.Set<CaseWords>().Where(w => older.Contains(w.CaseId)).LoadAsync(cancellationToken);
        var known = db.ChangeTracker.Entries<CaseWords>().ToDictionary(e => e.Entity.CaseId, e => e.Entity);
        // A case without words, from whatever source, gets them all with its next message.
        foreach (var entry in db.ChangeTracker.Entries<Case>().Where(e => older.Contains(e.Entity.Id) && !known.ContainsKey(e.Entity.Id)))
            named[entry.Entity.Id] = entry.Entity;

        foreach (var item in named.Values)
        {
            if (known.TryGetValue(item.Id, out var words))
                words.Begin(item);
            else
                db.Set<CaseWords>().Add(known[item.Id] = new CaseWords(item));
        }

        var renamed = named.Keys.Except(made).ToList();
        if (renamed.Count > 0)
        {
            foreach (var message in await db.Set<Message>().AsNoTracking().Where(m => renamed.Contains(m.CaseId)).Select(m => new { m.CaseId, m.Text, m.Letter }).ToListAsync(cancellationToken))
                known[message.CaseId].Include(Said(message.Text, message.Letter));
        }

        foreach (var message in messages.SelectMany(m => m))
        {
            if (known.TryGetValue(message.CaseId, out var words))
                words.Include(Said(message.Text, message.Letter));
        }
    }

    /// <summary>What a letter says: whoever looks for a colleague's name does not want every letter they signed.</summary>
    private static string Said(string text, LetterParts? letter) => letter is null ? text : $"{letter.Salutation}\n{letter.Body}\n{letter.NextSteps}";

    private static bool IsNewlyNamed(EntityEntry<Case> entry) => entry.State == EntityState.Added
        || (entry.State == EntityState.Modified
            && (entry.Property(c => c.Subject).IsModified || entry.Property(c => c.Number).IsModified
                || entry.ComplexProperty(c => c.Contact).Property(c => c.Name).IsModified));
}
