using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Protection;

/// <summary>Where the municipality collects personal data and says so (GDPR art. 13).</summary>
public enum CollectingPoint
{
    /// <summary>The portal as a whole: the page on personal data.</summary>
    General,

    /// <summary>The public form.</summary>
    Form,

    /// <summary>What employees register for a client: by phone, in person, on paper.</summary>
    Desk,

    /// <summary>The tracking page.</summary>
    Tracking,

    /// <summary>Consents to newsletters, alerts, prize draws.</summary>
    Consents,

    /// <summary>Requests of persons about their own data.</summary>
    Requests,
}

/// <summary>Whether people may read a version.</summary>
public enum PrivacyNoticeState
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Published: never changed again.</summary>
    Published,
}

/// <summary>What a notice says: a sentence or two beside the form and the whole text, in each language.</summary>
public sealed record NoticeWords
{
    /// <summary>Longest sentence beside the form, characters.</summary>
    public const int MaxShort = 600;

    /// <summary>Longest whole text, characters.</summary>
    public const int MaxBody = 20000;

    /// <summary>Beside the form, Latvian.</summary>
    public string? ShortLv { get; init; }

    /// <summary>Beside the form, English.</summary>
    public string? ShortEn { get; init; }

    /// <summary>Beside the form, Russian.</summary>
    public string? ShortRu { get; init; }

    /// <summary>Whole text, Latvian. Lines that begin with <c>## </c> are headings, with <c>- </c> list entries.</summary>
    public string? BodyLv { get; init; }

    /// <summary>Whole text, English.</summary>
    public string? BodyEn { get; init; }

    /// <summary>Whole text, Russian.</summary>
    public string? BodyRu { get; init; }

    /// <summary>Sentence and text in a language; Latvian where the language has none.</summary>
    public (string Short, string Body, string Language) In(string language) => language switch
    {
        "en" when BodyEn is not null => (ShortEn ?? "", BodyEn, "en"),
        "ru" when BodyRu is not null => (ShortRu ?? "", BodyRu, "ru"),
        _ => (ShortLv ?? "", BodyLv ?? "", "lv"),
    };

    /// <summary>Whether a language has both.</summary>
    public bool Speaks(string language) => language switch
    {
        "lv" => ShortLv is not null && BodyLv is not null,
        "en" => ShortEn is not null && BodyEn is not null,
        "ru" => ShortRu is not null && BodyRu is not null,
        _ => false,
    };

    internal NoticeWords Clean() => new()
    {
        ShortLv = Text.Optional(ShortLv, MaxShort),
        ShortEn = Text.Optional(ShortEn, MaxShort),
        ShortRu = Text.Optional(ShortRu, MaxShort),
        BodyLv = Text.Optional(BodyLv, MaxBody),
        BodyEn = Text.Optional(BodyEn, MaxBody),
        BodyRu = Text.Optional(BodyRu, MaxBody),
    };
}

/// <summary>
/// One version of the privacy notice of one collecting point. Each point has at most one draft; a published version stays as it is, so
/// that years later it can be read what a person was told.
/// </summary>
public sealed class PrivacyNotice : IVersioned
{
    /// <summary>Longest remark on what changed, characters.</summary>
    public const int MaxRemark = 500;

    private PrivacyNotice()
    {
    }

    /// <summary>A draft.</summary>
    public PrivacyNotice(CollectingPoint point, NoticeWords words, string? remark, Actor by, DateTimeOffset at)
    {
        Point = point;
        Write(words, remark, by, at);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Where it is shown.</summary>
    public CollectingPoint Point { get; private set; }

    /// <summary>Number of the version, from 1; 0 while it is a draft.</summary>
    public int Number { get; private set; }

    /// <summary>Whether people may read it.</summary>
    public PrivacyNoticeState State { get; private set; }

    /// <summary>Local day from which it holds; null while it is a draft.</summary>
    public DateOnly? ValidFrom { get; private set; }

    /// <summary>What it says.</summary>
    public NoticeWords Words { get; private set; } = new();

    /// <summary>What changed against the version before.</summary>
    public string? Remark { get; private set; }

    /// <summary>Who wrote it last.</summary>
    public string WrittenBy { get; private set; } = "";

    /// <summary>When it was written last, UTC.</summary>
    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>Who published it.</summary>
    public string? PublishedBy { get; private set; }

    /// <summary>When it was published, UTC.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>Changes the draft. Refused once it is published.</summary>
    public void Write(NoticeWords words, string? remark, Actor by, DateTimeOffset at)
    {
        if (State == PrivacyNoticeState.Published)
            throw new Refusal("Protection.Refusal.NoticePublished");
        (Words, Remark, WrittenBy, WrittenAt) = (words.Clean(), Text.Optional(remark, MaxRemark), by.Name, at);
    }

    /// <summary>
    /// Publishes it. Refused twice, with a day in the past, and while a language that the public pages offer has no text: people must
    /// understand what they are told.
    /// </summary>
    /// <param name="number">Number of the version.</param>
    /// <param name="validFrom">From which local day.</param>
    /// <param name="today">Today, local.</param>
    /// <param name="needed">Languages that must have a text.</param>
    /// <param name="fill">Puts the controller's name and addresses into the places of a text, so that they stay as they were.</param>
    /// <param name="by">Who publishes.</param>
    /// <param name="at">Now, UTC.</param>
    public void Publish(int number, DateOnly validFrom, DateOnly today, IEnumerable<string> needed, Func<string, string> fill, Actor by, DateTimeOffset at)
    {
        if (State == PrivacyNoticeState.Published)
            throw new Refusal("Protection.Refusal.NoticePublished");
        if (validFrom < today)
            throw new Refusal("Protection.Refusal.ValidFromPast");
        foreach (var language in needed.Prepend("lv").Distinct())
        {
            if (!Words.Speaks(language))
                throw new Refusal($"Protection.Refusal.NoticeLacks{language}");
        }

        string? Fill(string? text) => text is null ? null : fill(text);
        Words = new NoticeWords
        {
            ShortLv = Fill(Words.ShortLv),
            ShortEn = Fill(Words.ShortEn),
            ShortRu = Fill(Words.ShortRu),
            BodyLv = Fill(Words.BodyLv),
            BodyEn = Fill(Words.BodyEn),
            BodyRu = Fill(Words.BodyRu),
        };
        (State, Number, ValidFrom, PublishedBy, PublishedAt) = (PrivacyNoticeState.Published, number, validFrom, by.Name, at);
    }
}
