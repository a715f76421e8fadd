using Microsoft.EntityFrameworkCore;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Catalogue;
using ServiceDesk.Domain.Correspondence;
using ServiceDesk.Domain.Staff;

namespace ServiceDesk.Application.Correspondence;

/// <summary>A prepared text in the list of its sort.</summary>
/// <param name="Id">Key.</param>
/// <param name="Content">What it says.</param>
/// <param name="UnitName">The unit it is for.</param>
/// <param name="TopicName">The topic it is for.</param>
/// <param name="IsRetired">Offered no longer.</param>
/// <param name="ChangedBy">Who changed it last.</param>
/// <param name="ChangedAt">When, UTC.</param>
public sealed record PreparedTextRow(Guid Id, PreparedContent Content, string? UnitName, string? TopicName, bool IsRetired, string ChangedBy, DateTimeOffset ChangedAt);

/// <summary>One field that an edition changed.</summary>
/// <param name="Field">Name of the field in <see cref="PreparedContent"/>.</param>
/// <param name="Before">What it said.</param>
/// <param name="After">What it said from then on.</param>
public sealed record FieldChange(string Field, string? Before, string? After);

/// <summary>An edition with what it changed.</summary>
/// <param name="Number">Number, from 1.</param>
/// <param name="Act">What was done.</param>
/// <param name="By">Who.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Restored">The edition brought back.</param>
/// <param name="Changes">What it changed.</param>
/// <param name="IsCurrent">Says what the text says now.</param>
public sealed record EditionRow(int Number, EditionAct Act, string By, DateTimeOffset At, int? Restored, IReadOnlyList<FieldChange> Changes, bool IsCurrent);

/// <summary>A prepared text with its history.</summary>
/// <param name="Id">Key.</param>
/// <param name="Sort">Its sort.</param>
/// <param name="Version">Its version, for the check at saving.</param>
/// <param name="Content">What it says.</param>
/// <param name="IsRetired">Offered no longer.</param>
/// <param name="Editions">Newest first.</param>
public sealed record PreparedTextDetails(Guid Id, PreparedTextKind Sort, int Version, PreparedContent Content, bool IsRetired, IReadOnlyList<EditionRow> Editions);

/// <summary>A choice of a list.</summary>
public sealed record Choice(Guid Id, string Name);

/// <summary>Units and topics a prepared text can be for.</summary>
public sealed record PreparedTextChoices(IReadOnlyList<Choice> Units, IReadOnlyList<Choice> Topics);

/// <summary>Shows prepared texts to who writes them. The caller has checked the permission.</summary>
public sealed class ShowPreparedTextsHandler(IServiceDeskDb db, LetterFacts facts)
{
    /// <summary>All of a sort, those offered first.</summary>
    public async Task<IReadOnlyList<PreparedTextRow>> ListAsync(PreparedTextKind sort, CancellationToken cancellationToken)
    {
        IQueryable<PreparedText> wanted = sort switch
        {
            PreparedTextKind.Template => db.Set<LetterTemplate>(),
            PreparedTextKind.Module => db.Set<TextModule>(),
            PreparedTextKind.Block => db.Set<DocumentBlock>(),
            _ => db.Set<UsefulLink>(),
        };
        var texts = await wanted.AsNoTracking()
            .Select(t => new { Text = t, Last = db.Set<TextEdition>().Where(e => e.TextId == t.Id).OrderByDescending(e => e.Number).Select(e => new { e.By, e.At }).First() })
            .ToListAsync(cancellationToken);
        var names = await NamesAsync(cancellationToken);
        return
        [
            .. texts.Select(x => (x.Text, x.Last, Content: x.Text.Content()))
                .OrderBy(x => x.Text.RetiredAt is not null).ThenBy(x => x.Content.Letter).ThenBy(x => x.Content.DocumentKind).ThenBy(x => x.Content.Place).ThenBy(x => LanguageOrder(x.Content.Language))
                .ThenBy(x => x.Content.Code ?? x.Text.Name, StringComparer.CurrentCulture)
                .Select(x => new PreparedTextRow(x.Text.Id, x.Content, Name(x.Content.UnitId), Name(x.Content.TopicId), x.Text.RetiredAt is not null, x.Last.By, x.Last.At)),
        ];

        string? Name(Guid? id) => id is { } key ? names.GetValueOrDefault(key) : null;
    }

    /// <summary>One with its history; null when there is none of that sort.</summary>
    public async Task<PreparedTextDetails?> FindAsync(Guid id, PreparedTextKind sort, CancellationToken cancellationToken)
    {
        var text = await db.Set<PreparedText>().AsNoTracking().Include(t => t.Editions).SingleOrDefaultAsync(t => t.Id == id, cancellationToken);
        if (text is null || text.Sort != sort)
            return null;
        var names = await NamesAsync(cancellationToken);
        var editions = text.Editions.OrderBy(e => e.Number).ToList();
        var now = text.Content();
        return new PreparedTextDetails(id, sort, text.Version, now, text.RetiredAt is not null,
        [
            .. editions.Select((e, i) => new EditionRow(e.Number, e.Act, e.By, e.At, e.Restored, i == 0 ? [] : Changes(editions[i - 1].Content, e.Content, names), e.Content == now)).Reverse(),
        ]);
    }

    /// <summary>Units and topics to choose from.</summary>
    public async Task<PreparedTextChoices> ChoicesAsync(CancellationToken cancellationToken) => new(
        await db.Set<OrgUnit>().AsNoTracking().OrderBy(u => u.Name).Select(u => new Choice(u.Id, u.Name)).ToListAsync(cancellationToken),
        await db.Set<Topic>().AsNoTracking().OrderBy(t => t.Order).Select(t => new Choice(t.Id, t.NameLv)).ToListAsync(cancellationToken));

    /// <summary>A text with made-up values, as the composer would put it in.</summary>
    public string Sample(string? text, string language) => Placeholders.Fill(text, facts.Sample(language)) ?? "";

    /// <summary>What differs between the text as it is kept and as somebody else typed it meanwhile.</summary>
    public async Task<IReadOnlyList<FieldChange>> DifferencesAsync(PreparedContent kept, PreparedContent typed, CancellationToken cancellationToken) =>
        Changes(kept, typed, await NamesAsync(cancellationToken));

    private static int LanguageOrder(string? language) => language switch { "lv" => 0, "en" => 1, "ru" => 2, _ => 3 };

    private async Task<Dictionary<Guid, string>> NamesAsync(CancellationToken cancellationToken)
    {
        var choices = await ChoicesAsync(cancellationToken);
        return choices.Units.Concat(choices.Topics).ToDictionary(c => c.Id, c => c.Name);
    }

    private static List<FieldChange> Changes(PreparedContent before, PreparedContent after, Dictionary<Guid, string> names)
    {
        var t = Texts.Current;
        (string Field, Func<PreparedContent, string?> Value)[] fields =
        [
            (nameof(PreparedContent.Name), c => c.Name), (nameof(PreparedContent.Code), c => c.Code),
            (nameof(PreparedContent.Letter), c => c.Letter is { } v ? t.Of(v) : null), (nameof(PreparedContent.Language), c => c.Language),
            (nameof(PreparedContent.DocumentKind), c => c.DocumentKind is { } v ? t.Of(v) : null), (nameof(PreparedContent.Place), c => c.Place is { } v ? t.Of(v) : null),
            (nameof(PreparedContent.CaseKind), c => c.CaseKind is { } v ? t.Of(v) : null), (nameof(PreparedContent.State), c => c.State is { } v ? t.Of(v) : null),
            (nameof(PreparedContent.UnitId), c => Named(c.UnitId)), (nameof(PreparedContent.TopicId), c => Named(c.TopicId)),
            (nameof(PreparedContent.Url), c => c.Url), (nameof(PreparedContent.Salutation), c => c.Salutation), (nameof(PreparedContent.Body), c => c.Body),
            (nameof(PreparedContent.NextSteps), c => c.NextSteps), (nameof(PreparedContent.TextLv), c => c.TextLv), (nameof(PreparedContent.TextEn), c => c.TextEn),
            (nameof(PreparedContent.TextRu), c => c.TextRu),
        ];
        return [.. fields.Where(f => f.Value(before) != f.Value(after)).Select(f => new FieldChange(f.Field, f.Value(before), f.Value(after)))];

        string? Named(Guid? id) => id is { } key ? names.GetValueOrDefault(key) : null;
    }
}
