using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Protection;

/// <summary>What law lets us do only with a consent.</summary>
public enum ConsentKind
{
    /// <summary>News by e-mail.</summary>
    Newsletter,

    /// <summary>Notice before prices change.</summary>
    PriceAlerts,

    /// <summary>Taking part in a prize draw.</summary>
    PrizeDraw,
}

/// <summary>One thing people may consent to. What they agree to is its text; each new text is a version, and a consent keeps its own.</summary>
public sealed class ConsentPurpose : IVersioned
{
    /// <summary>Longest name, characters.</summary>
    public const int MaxName = 160;

    /// <summary>Longest text, characters.</summary>
    public const int MaxText = 2000;

    private readonly List<ConsentText> texts = [];

    private ConsentPurpose()
    {
    }

    /// <summary>A purpose with its first text. Refused without names and texts in Latvian and English.</summary>
    public ConsentPurpose(ConsentKind kind, string? nameLv, string? nameEn, string? nameRu, string? textLv, string? textEn, string? textRu, Actor by, DateTimeOffset at)
    {
        Kind = kind;
        Name(nameLv, nameEn, nameRu);
        Write(textLv, textEn, textRu, by, at);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Kind.</summary>
    public ConsentKind Kind { get; private set; }

    /// <summary>Latvian name.</summary>
    public string NameLv { get; private set; } = "";

    /// <summary>English name.</summary>
    public string NameEn { get; private set; } = "";

    /// <summary>Russian name.</summary>
    public string NameRu { get; private set; } = "";

    /// <summary>Whether the public page offers it.</summary>
    public bool IsOffered { get; private set; } = true;

    /// <summary>All texts, oldest first.</summary>
    public IReadOnlyList<ConsentText> Texts => texts;

    /// <summary>Names it. Refused without Latvian and English; Russian falls back to Latvian.</summary>
    public void Name(string? lv, string? en, string? ru)
    {
        NameLv = Text.Needed(lv, MaxName, "Protection.Refusal.PurposeNameMissing");
        NameEn = Text.Needed(en, MaxName, "Protection.Refusal.PurposeNameMissing");
        NameRu = Text.Optional(ru, MaxName) ?? NameLv;
    }

    /// <summary>Offers it on the public page, or no longer. Consents given stay as they are.</summary>
    public void Offer(bool offered) => IsOffered = offered;

    /// <summary>What people agree to from now on; a text like the one in force makes no version.</summary>
    public void Write(string? lv, string? en, string? ru, Actor by, DateTimeOffset at)
    {
        var textLv = Text.Needed(lv, MaxText, "Protection.Refusal.PurposeTextMissing");
        var textEn = Text.Needed(en, MaxText, "Protection.Refusal.PurposeTextMissing");
        var textRu = Text.Optional(ru, MaxText) ?? textLv;
        if (texts.Count > 0 && texts.MaxBy(t => t.Number) is { } last && last.TextLv == textLv && last.TextEn == textEn && last.TextRu == textRu)
            return;
        texts.Add(new ConsentText(Id, texts.Count + 1, textLv, textEn, textRu, by.Name, at));
    }
}

/// <summary>One version of what people agree to. Never changed.</summary>
public sealed class ConsentText
{
    private ConsentText()
    {
    }

    internal ConsentText(Guid purposeId, int number, string lv, string en, string ru, string by, DateTimeOffset at) =>
        (PurposeId, Number, TextLv, TextEn, TextRu, WrittenBy, WrittenAt) = (purposeId, number, lv, en, ru, by, at);

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The purpose.</summary>
    public Guid PurposeId { get; private set; }

    /// <summary>Number, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Latvian.</summary>
    public string TextLv { get; private set; } = "";

    /// <summary>English.</summary>
    public string TextEn { get; private set; } = "";

    /// <summary>Russian.</summary>
    public string TextRu { get; private set; } = "";

    /// <summary>Who wrote it.</summary>
    public string WrittenBy { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTimeOffset WrittenAt { get; private set; }
}
