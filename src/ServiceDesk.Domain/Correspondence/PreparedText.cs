using System.Text.RegularExpressions;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Documents;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Correspondence;

/// <summary>The sorts of prepared texts.</summary>
public enum PreparedTextKind
{
    /// <summary>A whole letter for a situation.</summary>
    Template,

    /// <summary>A paragraph inserted by a short code.</summary>
    Module,

    /// <summary>A link to a page worth giving to clients.</summary>
    Link,

    /// <summary>A block of text for a part of a document.</summary>
    Block,
}

/// <summary>The letters a template can be for.</summary>
public enum LetterKind
{
    /// <summary>Substantive reply.</summary>
    Reply,

    /// <summary>Interim reply with a promised date.</summary>
    Interim,

    /// <summary>Notice that the statutory term is extended.</summary>
    Extension,
}

/// <summary>What a prepared text says and where it is offered: one form for all sorts, so that an earlier edition can be brought back whole.</summary>
public sealed record PreparedContent
{
    /// <summary>Name staff look for; of a link also what the client reads.</summary>
    public string? Name { get; init; }

    /// <summary>The unit it is for; null for all.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>The kind of case it is for; null for all.</summary>
    public CaseKind? CaseKind { get; init; }

    /// <summary>The topic it is for; null for all. Templates and links.</summary>
    public Guid? TopicId { get; init; }

    /// <summary>The letter a template is for.</summary>
    public LetterKind? Letter { get; init; }

    /// <summary>The state of the case a template is for; null for all.</summary>
    public CaseState? State { get; init; }

    /// <summary>Language of a template, link or block: lv, en or ru.</summary>
    public string? Language { get; init; }

    /// <summary>Salutation of a template; null leaves the proposed one.</summary>
    public string? Salutation { get; init; }

    /// <summary>Body of a template or block.</summary>
    public string? Body { get; init; }

    /// <summary>Next steps of a template; null leaves the usual ones.</summary>
    public string? NextSteps { get; init; }

    /// <summary>Short code of a module, typed after two colons.</summary>
    public string? Code { get; init; }

    /// <summary>Latvian text of a module.</summary>
    public string? TextLv { get; init; }

    /// <summary>English text of a module.</summary>
    public string? TextEn { get; init; }

    /// <summary>Russian text of a module.</summary>
    public string? TextRu { get; init; }

    /// <summary>Address of a link: https, or a path of this site.</summary>
    public string? Url { get; init; }

    /// <summary>The kind of document a block is for.</summary>
    public DocumentKind? DocumentKind { get; init; }

    /// <summary>The part of the document a block is for.</summary>
    public BlockPlace? Place { get; init; }
}

/// <summary>
/// What officials write once and everybody uses in letters: templates, text modules, useful links. Never deleted: retired, and every
/// edition is kept.
/// </summary>
public abstract class PreparedText : IVersioned
{
    /// <summary>Longest name, characters.</summary>
    public const int MaxName = 120;

    /// <summary>Longest text, characters.</summary>
    public const int MaxText = 8000;

    private readonly List<TextEdition> editions = [];

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Name staff look for.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The unit it is for; null for all.</summary>
    public Guid? UnitId { get; private set; }

    /// <summary>The kind of case it is for; null for all.</summary>
    public CaseKind? CaseKind { get; private set; }

    /// <summary>When it was taken out of use; null while it is offered.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    /// <summary>Every edition, oldest first, where they were loaded.</summary>
    public IReadOnlyList<TextEdition> Editions => editions;

    /// <summary>Its sort.</summary>
    public abstract PreparedTextKind Sort { get; }

    /// <summary>A new text of a sort.</summary>
    public static PreparedText Make(PreparedTextKind sort, PreparedContent content, Actor by, DateTimeOffset at)
    {
        PreparedText made = sort switch
        {
            PreparedTextKind.Template => new LetterTemplate(),
            PreparedTextKind.Module => new TextModule(),
            PreparedTextKind.Link => new UsefulLink(),
            PreparedTextKind.Block => new DocumentBlock(),
            _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, null),
        };
        made.Take(content);
        made.Note(EditionAct.Created, 1, by, at);
        return made;
    }

    /// <summary>What it says now.</summary>
    public PreparedContent Content() => Describe(new PreparedContent { Name = Name, UnitId = UnitId, CaseKind = CaseKind });

    /// <summary>Says something else from now on. Refuses what is empty, too long or carries a broken variable.</summary>
    /// <param name="content">What it says.</param>
    /// <param name="last">Number of the newest edition.</param>
    /// <param name="by">Who.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="restored">The edition brought back; null for a new wording.</param>
    public void Change(PreparedContent content, int last, Actor by, DateTimeOffset at, int? restored = null)
    {
        var before = Content();
        Take(content);
        if (Content() == before)
            throw new Refusal("Correspondence.Refusal.NothingChanged");
        Note(restored is null ? EditionAct.Changed : EditionAct.Restored, last + 1, by, at, restored);
    }

    /// <summary>Offers it no longer; letters already written keep it.</summary>
    public void Retire(int last, Actor by, DateTimeOffset at)
    {
        if (RetiredAt is not null)
            throw new Refusal("Correspondence.Refusal.AlreadyRetired");
        RetiredAt = at;
        Note(EditionAct.Retired, last + 1, by, at);
    }

    /// <summary>Offers it again.</summary>
    public void Reinstate(int last, Actor by, DateTimeOffset at)
    {
        if (RetiredAt is null)
            throw new Refusal("Correspondence.Refusal.NotRetired");
        RetiredAt = null;
        Note(EditionAct.Reinstated, last + 1, by, at);
    }

    /// <summary>The variables it may carry.</summary>
    protected virtual IReadOnlyList<string> Variables => Placeholders.Names;

    /// <summary>Takes the parts of its own sort.</summary>
    protected abstract void TakeOwn(PreparedContent content);

    /// <summary>Adds the parts of its own sort.</summary>
    protected abstract PreparedContent Describe(PreparedContent common);

    /// <summary>A text without blanks at its ends, checked for length and variables; null when blank.</summary>
    protected string? Clean(string? text, int longest = MaxText)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var lines = text.ReplaceLineEndings("\n");
        var clean = lines.Trim();
        if (clean.Length > longest)
            throw new Refusal("Cases.Refusal.TextTooLong", longest);
        Placeholders.Check(lines, Variables);
        return clean;
    }

    /// <summary>One of the languages letters are written in.</summary>
    protected static string LanguageOf(PreparedContent content) =>
        content.Language is "lv" or "en" or "ru" ? content.Language : throw new Refusal("Correspondence.Refusal.LanguageMissing");

    private void Take(PreparedContent content)
    {
        Name = Clean(content.Name, MaxName) ?? throw new Refusal("Correspondence.Refusal.NameMissing");
        (UnitId, CaseKind) = (content.UnitId, content.CaseKind);
        TakeOwn(content);
    }

    private void Note(EditionAct act, int number, Actor by, DateTimeOffset at, int? restored = null) =>
        editions.Add(new TextEdition(Id, number, act, Content(), by, at, restored));
}

/// <summary>A whole letter for a situation: kind of case, state, language, perhaps unit and topic. Proposed where it fits, still edited by hand.</summary>
public sealed class LetterTemplate : PreparedText
{
    /// <summary>The letter it is for.</summary>
    public LetterKind Letter { get; private set; }

    /// <summary>The state of the case it is for; null for all.</summary>
    public CaseState? State { get; private set; }

    /// <summary>Language: lv, en or ru.</summary>
    public string Language { get; private set; } = "lv";

    /// <summary>The topic it is for; null for all.</summary>
    public Guid? TopicId { get; private set; }

    /// <summary>Salutation; null leaves the proposed one.</summary>
    public string? Salutation { get; private set; }

    /// <summary>Body.</summary>
    public string Body { get; private set; } = "";

    /// <summary>Next steps; null leaves the usual ones.</summary>
    public string? NextSteps { get; private set; }

    /// <inheritdoc/>
    public override PreparedTextKind Sort => PreparedTextKind.Template;

    /// <inheritdoc/>
    protected override void TakeOwn(PreparedContent content)
    {
        Letter = content.Letter ?? throw new Refusal("Correspondence.Refusal.LetterMissing");
        (State, TopicId) = (content.State, content.TopicId);
        Language = LanguageOf(content);
        Salutation = Clean(content.Salutation, LetterParts.MaxSalutation);
        Body = Clean(content.Body) ?? throw new Refusal("Correspondence.Refusal.BodyMissing");
        NextSteps = Clean(content.NextSteps, LetterParts.MaxNextSteps);
    }

    /// <inheritdoc/>
    protected override PreparedContent Describe(PreparedContent common) => common with
    {
        Letter = Letter,
        State = State,
        Language = Language,
        TopicId = TopicId,
        Salutation = Salutation,
        Body = Body,
        NextSteps = NextSteps,
    };
}

/// <summary>A paragraph inserted by typing its short code after two colons, in the language of the letter.</summary>
public sealed partial class TextModule : PreparedText
{
    /// <summary>Longest code, characters.</summary>
    public const int MaxCode = 20;

    /// <summary>Short code, unique: small Latin letters, digits, hyphens.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Latvian text.</summary>
    public string TextLv { get; private set; } = "";

    /// <summary>English text; null falls back to Latvian.</summary>
    public string? TextEn { get; private set; }

    /// <summary>Russian text; null falls back to Latvian.</summary>
    public string? TextRu { get; private set; }

    /// <inheritdoc/>
    public override PreparedTextKind Sort => PreparedTextKind.Module;

    /// <summary>The text in a language, Latvian where there is none.</summary>
    public string In(string language) => language switch { "en" => TextEn, "ru" => TextRu, _ => null } ?? TextLv;

    /// <inheritdoc/>
    protected override void TakeOwn(PreparedContent content)
    {
        var code = content.Code?.Trim().TrimStart(':') ?? "";
        if (code.Length > MaxCode || !Shape().IsMatch(code))
            throw new Refusal("Correspondence.Refusal.CodeUnusable", MaxCode);
        Code = code;
        TextLv = Clean(content.TextLv) ?? throw new Refusal("Correspondence.Refusal.TextLvMissing");
        (TextEn, TextRu) = (Clean(content.TextEn), Clean(content.TextRu));
    }

    /// <inheritdoc/>
    protected override PreparedContent Describe(PreparedContent common) => common with { Code = Code, TextLv = TextLv, TextEn = TextEn, TextRu = TextRu };

    [GeneratedRegex("^[a-z0-9](-?[a-z0-9])*$")]
    private static partial Regex Shape();
}

/// <summary>A page worth giving to clients (SIG 21.2.3: descriptions of services, law, forms), in one language.</summary>
public sealed class UsefulLink : PreparedText
{
    /// <summary>Longest address, characters.</summary>
    public const int MaxUrl = 500;

    /// <summary>Language: lv, en or ru.</summary>
    public string Language { get; private set; } = "lv";

    /// <summary>Address: https, or a path of this site.</summary>
    public string Url { get; private set; } = "";

    /// <summary>The topic it belongs to; null for all.</summary>
    public Guid? TopicId { get; private set; }

    /// <inheritdoc/>
    public override PreparedTextKind Sort => PreparedTextKind.Link;

    /// <inheritdoc/>
    protected override void TakeOwn(PreparedContent content)
    {
        Language = LanguageOf(content);
        var url = content.Url?.Trim() ?? "";
        var own = url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal) && !url.Contains('\\', StringComparison.Ordinal);
        var other = Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && address.UserInfo.Length == 0;
        if (url.Length > MaxUrl || url.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)) || !(own || other))
            throw new Refusal("Correspondence.Refusal.UrlUnusable");
        Url = url;
        TopicId = content.TopicId;
    }

    /// <inheritdoc/>
    protected override PreparedContent Describe(PreparedContent common) => common with { Language = Language, Url = Url, TopicId = TopicId };
}

/// <summary>What was done to a prepared text.</summary>
public enum EditionAct
{
    /// <summary>Written.</summary>
    Created,

    /// <summary>Changed.</summary>
    Changed,

    /// <summary>Taken out of use.</summary>
    Retired,

    /// <summary>Offered again.</summary>
    Reinstated,

    /// <summary>An earlier edition was brought back.</summary>
    Restored,
}

/// <summary>One edition of a prepared text: who, when, what it said. Never changed, never deleted.</summary>
public sealed class TextEdition
{
    private TextEdition()
    {
    }

    internal TextEdition(Guid textId, int number, EditionAct act, PreparedContent content, Actor by, DateTimeOffset at, int? restored) =>
        (TextId, Number, Act, Content, ById, By, At, Restored) = (textId, number, act, content, by.EmployeeId, by.Name, at, restored);

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The text.</summary>
    public Guid TextId { get; private set; }

    /// <summary>Number, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>What was done.</summary>
    public EditionAct Act { get; private set; }

    /// <summary>What it said from then on.</summary>
    public PreparedContent Content { get; private set; } = new();

    /// <summary>Who did it; null for the system.</summary>
    public Guid? ById { get; private set; }

    /// <summary>Their name at that time.</summary>
    public string By { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Number of the edition that was brought back.</summary>
    public int? Restored { get; private set; }
}
