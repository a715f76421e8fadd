using Microsoft.Extensions.Options;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Correspondence;

namespace ServiceDesk.Application.Correspondence;

/// <summary>The letter being written, for choosing what fits it.</summary>
/// <param name="Letter">The letter.</param>
/// <param name="Kind">Kind of the case.</param>
/// <param name="State">Its state.</param>
/// <param name="Language">Its language.</param>
/// <param name="UnitId">Its unit.</param>
/// <param name="TopicId">Its topic.</param>
public sealed record LetterAtHand(LetterKind Letter, CaseKind Kind, CaseState State, string Language, Guid UnitId, Guid? TopicId);

/// <summary>A prepared text on offer.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Code">Short code of a module.</param>
public sealed record OfferedText(Guid Id, string Name, string? Code = null);

/// <summary>What the composer offers: templates with the best fitting first, modules by code, links.</summary>
public sealed record OfferedTexts(IReadOnlyList<OfferedText> Templates, IReadOnlyList<OfferedText> Modules, IReadOnlyList<OfferedText> Links)
{
    /// <summary>Nothing to offer.</summary>
    public static OfferedTexts None { get; } = new([], [], []);

    /// <summary>Whether there is nothing.</summary>
    public bool IsEmpty => Templates.Count == 0 && Modules.Count == 0 && Links.Count == 0;
}

/// <summary>Offers the prepared texts that fit a letter.</summary>
public sealed class OfferPreparedTextsHandler(IServiceDeskDb db, PreparedTextCache cache, ICurrentUser user)
{
    /// <summary>What fits.</summary>
    public async Task<OfferedTexts> HandleAsync(LetterAtHand letter, CancellationToken cancellationToken)
    {
        var all = await cache.GetAsync(db, cancellationToken);
        return new OfferedTexts(
            [.. all.OfType<LetterTemplate>().Where(t => Fits(t, letter)).OrderByDescending(t => Nearness(t, letter)).ThenBy(t => t.Name, StringComparer.CurrentCulture)
                .Select(t => new OfferedText(t.Id, t.Name))],
            [.. all.OfType<TextModule>().Where(m => FitsAll(m, letter)).OrderBy(m => m.Code, StringComparer.Ordinal).Select(m => new OfferedText(m.Id, m.Name, m.Code))],
            [.. all.OfType<UsefulLink>().Where(l => FitsAll(l, letter) && l.Language == letter.Language && (l.TopicId is null || l.TopicId == letter.TopicId))
                .OrderBy(l => l.TopicId is null).ThenBy(l => l.Name, StringComparer.CurrentCulture).Select(l => new OfferedText(l.Id, l.Name))]);
    }

    private bool FitsAll(PreparedText text, LetterAtHand letter) =>
        (text.UnitId is null || text.UnitId == letter.UnitId || text.UnitId == user.UnitId) && (text.CaseKind is null || text.CaseKind == letter.Kind);

    private bool Fits(LetterTemplate template, LetterAtHand letter) => FitsAll(template, letter)
        && template.Letter == letter.Letter && template.Language == letter.Language
        && (template.State is null || template.State == letter.State) && (template.TopicId is null || template.TopicId == letter.TopicId);

    /// <summary>The more a template says about where it belongs, the nearer it is: topic before unit before kind before state.</summary>
    private static int Nearness(LetterTemplate t, LetterAtHand letter) =>
        (t.TopicId is null ? 0 : 8) + (t.UnitId == letter.UnitId ? 4 : 0) + (t.CaseKind is null ? 0 : 2) + (t.State is null ? 0 : 1);
}

/// <summary>A prepared text with its variables filled, ready to be put into a letter.</summary>
/// <param name="Sort">Its sort.</param>
/// <param name="Salutation">Salutation of a template.</param>
/// <param name="Body">The words.</param>
/// <param name="NextSteps">Next steps of a template.</param>
public sealed record FilledText(PreparedTextKind Sort, string? Salutation, string Body, string? NextSteps);

/// <summary>Fills a prepared text for a case.</summary>
public sealed class FillPreparedTextHandler(IServiceDeskDb db, PreparedTextCache cache, LetterFacts facts, IOptions<ServiceDeskOptions> site)
{
    /// <summary>The text; null when text or case is not there or not for this person.</summary>
    public async Task<FilledText?> HandleAsync(Guid caseId, Guid textId, CancellationToken cancellationToken)
    {
        if ((await cache.GetAsync(db, cancellationToken)).FirstOrDefault(t => t.Id == textId) is not { } text || await facts.OfAsync(caseId, cancellationToken) is not { } known)
            return null;
        return text is DocumentBlock ? null : Fill(text, known.Language, known.Values);
    }

    /// <summary>Puts a filled text into what is typed: a template begins an empty letter, everything else goes to the end of the body.</summary>
    public static DraftText Insert(DraftText typed, FilledText text)
    {
        var isEmpty = string.IsNullOrWhiteSpace(typed.Body);
        var begun = typed with { Body = isEmpty ? text.Body : $"{typed.Body!.TrimEnd()}\n\n{text.Body}" };
        if (text.Sort != PreparedTextKind.Template || !isEmpty)
            return begun;
        return begun with { Salutation = text.Salutation ?? typed.Salutation, NextSteps = text.NextSteps ?? typed.NextSteps };
    }

    private FilledText Fill(PreparedText text, string language, IReadOnlyDictionary<string, string?> values) => text switch
    {
        LetterTemplate t => new FilledText(t.Sort, Placeholders.Fill(t.Salutation, values), Placeholders.Fill(t.Body, values)!, Placeholders.Fill(t.NextSteps, values)),
        TextModule m => new FilledText(m.Sort, null, Placeholders.Fill(m.In(language), values)!, null),
        UsefulLink l => new FilledText(l.Sort, null, $"{l.Name}: {(l.Url.StartsWith('/') ? site.Value.PublicAddress : "")}{l.Url}", null),
        _ => throw new ArgumentOutOfRangeException(nameof(text)),
    };
}
