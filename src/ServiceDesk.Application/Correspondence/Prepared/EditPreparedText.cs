using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Operations;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Application.Correspondence;

/// <summary>A prepared text as it is to be from now on.</summary>
/// <param name="Id">The text; null makes a new one.</param>
/// <param name="Sort">Its sort.</param>
/// <param name="Content">What it says.</param>
/// <param name="Version">The version the page showed.</param>
public sealed record EditPreparedText(Guid? Id, PreparedTextKind Sort, PreparedContent Content, int Version);

/// <summary>Writes, changes, retires and brings back prepared texts. Each step makes an edition; nothing is lost.</summary>
public sealed class EditPreparedTextHandler(IServiceDeskDb db, PreparedTextCache cache, ChangeLog log, ICurrentUser user, TimeProvider time)
{
    /// <summary>Saves a new text or a change; tells its key.</summary>
    public async Task<Guid> HandleAsync(EditPreparedText command, CancellationToken cancellationToken)
    {
        RefuseStrangers();
        if (command.Sort == PreparedTextKind.Module && command.Content.Code?.Trim().TrimStart(':') is { Length: > 0 } code
            && await db.Set<TextModule>().AnyAsync(m => m.Code == code && m.Id != command.Id, cancellationToken))
            throw new Refusal("Correspondence.Refusal.CodeTaken", code);
        if (command.Id is not { } id)
        {
            var made = PreparedText.Make(command.Sort, command.Content, user.AsActor(), time.GetUtcNow());
            db.Set<PreparedText>().Add(made);
            Log(made, null, ChangeAction.Created);
            await SaveAsync(cancellationToken);
            return made.Id;
        }

        var (text, last) = await LoadAsync(id, command.Sort, command.Version, cancellationToken);
        var before = text.Content();
        text.Change(command.Content, last, user.AsActor(), time.GetUtcNow());
        Log(text, before, ChangeAction.Changed);
        await SaveAsync(cancellationToken);
        return id;
    }

    /// <summary>Offers it no longer, or again.</summary>
    public async Task RetireAsync(Guid id, PreparedTextKind sort, bool retired, int version, CancellationToken cancellationToken)
    {
        RefuseStrangers();
        var (text, last) = await LoadAsync(id, sort, version, cancellationToken);
        if (retired)
            text.Retire(last, user.AsActor(), time.GetUtcNow());
        else
            text.Reinstate(last, user.AsActor(), time.GetUtcNow());
        log.Record(ThingOf(text), text.Id, text.Name, null, null, action: retired ? ChangeAction.Retired : ChangeAction.Restored);
        await SaveAsync(cancellationToken);
    }

    /// <summary>Says again what an earlier edition said.</summary>
    public async Task RestoreAsync(Guid id, PreparedTextKind sort, int edition, int version, CancellationToken cancellationToken)
    {
        RefuseStrangers();
        var (text, last) = await LoadAsync(id, sort, version, cancellationToken);
        var earlier = await db.Set<TextEdition>().AsNoTracking().SingleOrDefaultAsync(e => e.TextId == id && e.Number == edition, cancellationToken)
            ?? throw new Refusal("Correspondence.Refusal.TextGone");
        if (earlier.Content.Code is { } code && await db.Set<TextModule>().AnyAsync(m => m.Code == code && m.Id != id, cancellationToken))
            throw new Refusal("Correspondence.Refusal.CodeTaken", code);
        var before = text.Content();
        text.Change(earlier.Content, last, user.AsActor(), time.GetUtcNow(), restored: edition);
        Log(text, before, ChangeAction.Changed);
        await SaveAsync(cancellationToken);
    }

    private static ChangedThing ThingOf(PreparedText text) => text.Sort switch
    {
        PreparedTextKind.Template => ChangedThing.Template,
        PreparedTextKind.Module => ChangedThing.TextModule,
        PreparedTextKind.Link => ChangedThing.UsefulLink,
        PreparedTextKind.Block => ChangedThing.DocumentBlock,
        _ => throw new ArgumentOutOfRangeException(nameof(text)),
    };

    private static ChangeValues Values(PreparedContent content) => new ChangeValues()
        .With(ChangedField.Name, content.Name).With(ChangedField.Code, content.Code).With(ChangedField.Language, content.Language)
        .With(ChangedField.Kind, content.CaseKind).With(ChangedField.State, content.State)
        .With(ChangedField.Text, content.Url ?? string.Join("\n\n", new[] { content.Salutation, content.Body, content.NextSteps, content.TextLv, content.TextEn, content.TextRu }.OfType<string>()));

    private void Log(PreparedText text, PreparedContent? before, ChangeAction action) =>
        log.Record(ThingOf(text), text.Id, text.Name, before is null ? null : Values(before), Values(text.Content()), action: action);

    private void RefuseStrangers()
    {
        if (!user.May(Permission.ManageTemplates))
            throw new Refusal("Cases.Refusal.NotAllowed");
    }

    private async Task<(PreparedText Text, int Last)> LoadAsync(Guid id, PreparedTextKind sort, int version, CancellationToken cancellationToken)
    {
        var text = await db.Set<PreparedText>().SingleOrDefaultAsync(t => t.Id == id, cancellationToken);
        if (text is null || text.Sort != sort)
            throw new Refusal("Correspondence.Refusal.TextGone");
        if (text.Version != version)
            throw new Refusal("Correspondence.Refusal.TextMoved");
        return (text, await db.Set<TextEdition>().Where(e => e.TextId == id).MaxAsync(e => e.Number, cancellationToken));
    }

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new Refusal("Correspondence.Refusal.TextMoved");
        }

        cache.Forget();
    }
}
