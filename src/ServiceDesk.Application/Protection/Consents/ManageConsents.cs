using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Shared.Jobs;
using ServiceDesk.Application.Shared.Sheets;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Protection;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Protection.Consents;

/// <summary>A purpose with its numbers.</summary>
public sealed record PurposeRow(ConsentPurpose Purpose, int Active, int Waiting, int Withdrawn, int FailedLetters);

/// <summary>A purpose as it is to be from now on.</summary>
/// <param name="Id">Which; null makes a new one.</param>
/// <param name="Kind">Kind, of a new one.</param>
/// <param name="NameLv">Latvian name.</param>
/// <param name="NameEn">English name.</param>
/// <param name="NameRu">Russian name.</param>
/// <param name="TextLv">What one agrees to, Latvian.</param>
/// <param name="TextEn">What one agrees to, English.</param>
/// <param name="TextRu">What one agrees to, Russian.</param>
/// <param name="IsOffered">Whether the public page offers it.</param>
/// <param name="Version">The version the page showed.</param>
public sealed record SavePurpose(
    Guid? Id, ConsentKind Kind, string? NameLv, string? NameEn, string? NameRu, string? TextLv, string? TextEn, string? TextRu, bool IsOffered, int? Version);

/// <summary>A consent on the card of a client: no address, the card has it.</summary>
/// <param name="NameLv">Latvian name of the purpose.</param>
/// <param name="NameEn">English name.</param>
/// <param name="NameRu">Russian name.</param>
/// <param name="State">Where it stands.</param>
/// <param name="TextNumber">Version of the text agreed to.</param>
/// <param name="ConfirmedAt">When it was confirmed, UTC.</param>
/// <param name="WithdrawnAt">When it was withdrawn, UTC.</param>
public sealed record ConsentOfClient(string NameLv, string NameEn, string NameRu, ConsentState State, int TextNumber, DateTimeOffset? ConfirmedAt, DateTimeOffset? WithdrawnAt)
{
    /// <summary>Name of the purpose in a language.</summary>
    public string NameIn(string language) => language switch { "en" => NameEn, "ru" => NameRu, _ => NameLv };
}

/// <summary>Keeps the purposes, and takes out the addresses that said yes.</summary>
public sealed class ManageConsentsHandler(IServiceDeskDb db, ProtectionEditor editor, ChangeLog log, ReadLog reads, IOptions<ServiceDeskOptions> site, ICurrentUser user, LocalTime local, TimeProvider time)
{
    /// <summary>All purposes with their numbers.</summary>
    public async Task<IReadOnlyList<PurposeRow>> ListAsync(CancellationToken cancellationToken)
    {
        editor.Demand(Permission.ManageConsents);
        var purposes = await db.Set<ConsentPurpose>().AsNoTracking().Include(p => p.Texts.OrderBy(t => t.Number)).ToListAsync(cancellationToken);
        var numbers = await db.Set<Consent>().GroupBy(c => new { c.PurposeId, c.State }).Select(g => new { g.Key.PurposeId, g.Key.State, Count = g.Count() }).ToListAsync(cancellationToken);
        var failed = await db.Set<OutgoingMessage>().Where(o => o.ConsentId != null && o.State == OutgoingState.Failed)
            .Join(db.Set<Consent>(), o => o.ConsentId, c => c.Id, (o, c) => c.PurposeId).GroupBy(p => p).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        int Count(Guid id, ConsentState state) => numbers.Where(n => n.PurposeId == id && n.State == state).Sum(n => n.Count);
        return [.. purposes.OrderBy(p => p.Kind).ThenBy(p => p.NameLv, StringComparer.CurrentCulture).Select(p => new PurposeRow(
            p, Count(p.Id, ConsentState.Active), Count(p.Id, ConsentState.Requested), Count(p.Id, ConsentState.Withdrawn), failed.GetValueOrDefault(p.Id)))];
    }

    /// <summary>Saves a purpose; a changed text makes a version. Its key.</summary>
    public async Task<Guid> SaveAsync(SavePurpose command, CancellationToken cancellationToken)
    {
        editor.Demand(Permission.ManageConsents);
        var now = time.GetUtcNow();
        ConsentPurpose purpose;
        ChangeValues? before = null;
        if (command.Id is { } id)
        {
            purpose = await db.Set<ConsentPurpose>().Include(p => p.Texts).SingleOrDefaultAsync(p => p.Id == id, cancellationToken) ?? throw new Refusal("Protection.Refusal.PurposeUnknown");
            ProtectionEditor.RefuseIfStale(purpose, command.Version);
            before = Values(purpose);
            purpose.Name(command.NameLv, command.NameEn, command.NameRu);
            purpose.Write(command.TextLv, command.TextEn, command.TextRu, user.AsActor(), now);
        }
        else
        {
            purpose = new ConsentPurpose(command.Kind, command.NameLv, command.NameEn, command.NameRu, command.TextLv, command.TextEn, command.TextRu, user.AsActor(), now);
            db.Set<ConsentPurpose>().Add(purpose);
        }

        purpose.Offer(command.IsOffered);
        log.Record(ChangedThing.ConsentPurpose, purpose.Id, purpose.NameLv, before, Values(purpose));
        await editor.SaveAsync(cancellationToken);
        return purpose.Id;
    }

    /// <summary>Active addresses of a purpose as a table, each with its own link to withdraw. The reading is written down.</summary>
    public async Task ExportAsync(Guid purposeId, ISheetWriter sheet, CancellationToken cancellationToken)
    {
        editor.Demand(Permission.ManageConsents);
        var name = await db.Set<ConsentPurpose>().Where(p => p.Id == purposeId).Select(p => p.NameLv).SingleAsync(cancellationToken);
        await reads.NoteAsync(new Reading(ReadThing.SubscriberList, purposeId, name, ReadWay.Export), cancellationToken);
        var t = Texts.Current;
        var dates = Dates.In(t.Language, local);
        await sheet.WriteAsync([t["Shared.Field.Email"], t["Protection.Consents.Language"], t["Protection.Consents.ConfirmedAt"], t["Protection.Consents.TextNumber"], t["Protection.Consents.WithdrawLink"]], cancellationToken);
        var rows = db.Set<Consent>().AsNoTracking().Where(c => c.PurposeId == purposeId && c.State == ConsentState.Active).OrderBy(c => c.Email)
            .Select(c => new { c.Email, c.Language, c.ConfirmedAt, c.WithdrawKey, Number = db.Set<ConsentText>().Where(x => x.Id == c.TextId).Select(x => x.Number).First() });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
            await sheet.WriteAsync([row.Email, row.Language, dates.StampWithYear(row.ConfirmedAt!.Value), row.Number, ConsentLetters.WithdrawAddress(site.Value.PublicAddress, row.WithdrawKey)], cancellationToken);
    }

    /// <summary>Consents of the addresses on a client's card, those that hold first. Who may see the card asks.</summary>
    public async Task<IReadOnlyList<ConsentOfClient>> OfAddressesAsync(IReadOnlyCollection<string> emails, CancellationToken cancellationToken)
    {
        var all = emails.Select(e => e.Trim().ToLowerInvariant()).Where(e => e.Length > 0).ToList();
        return all.Count == 0 ? [] : await db.Set<Consent>().AsNoTracking().Where(c => all.Contains(c.Email) && c.State != ConsentState.Lapsed)
            .OrderBy(c => c.State == ConsentState.Active ? 0 : 1).ThenByDescending(c => c.RequestedAt).Take(50)
            .Join(db.Set<ConsentPurpose>(), c => c.PurposeId, p => p.Id, (c, p) => new ConsentOfClient(
                p.NameLv, p.NameEn, p.NameRu, c.State, db.Set<ConsentText>().Where(x => x.Id == c.TextId).Select(x => x.Number).First(), c.ConfirmedAt, c.WithdrawnAt))
            .ToListAsync(cancellationToken);
    }

    private static ChangeValues Values(ConsentPurpose p) => new ChangeValues().With(ChangedField.Name, p.NameLv).With(ChangedField.NameEn, p.NameEn).With(ChangedField.NameRu, p.NameRu)
        .With(ChangedField.InUse, p.IsOffered).With(ChangedField.Text, p.Texts.MaxBy(x => x.Number)?.TextLv);
}

/// <summary>Forgets addresses nobody confirmed in time.</summary>
public sealed class LapseConsentsHandler(IServiceDeskDb db, LocalTime local, TimeProvider time)
{
    /// <summary>Forgets them; how many.</summary>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var late = await db.Set<Consent>().Where(c => c.State == ConsentState.Requested && c.ConfirmBefore < now).OrderBy(c => c.Id).Take(500).ToListAsync(cancellationToken);
        foreach (var consent in late)
            consent.Lapse(local.DateOf(now), now);
        var ids = late.Select(c => c.Id).ToList();
        // The letters that carried the question forget the address as well.
        await db.SaveChangesAsync(cancellationToken);
        await db.Set<OutgoingMessage>().Where(o => o.ConsentId != null && ids.Contains(o.ConsentId.Value)).ExecuteDeleteAsync(cancellationToken);
        return late.Count;
    }
}

/// <summary>Forgets addresses nobody confirmed in time.</summary>
public sealed class LapseConsentsJob(LapseConsentsHandler lapse) : IJob
{
    /// <inheritdoc/>
    public TimeSpan Every => TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public async Task<string> RunAsync(CancellationToken cancellationToken) => $"{await lapse.HandleAsync(cancellationToken)} addresses forgotten";
}
