using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Catalogue;

/// <summary>
/// What a case is about (joma): one word for the client, and the unit that answers. Topics stand on exactly two levels; a topic
/// once used is retired, never deleted.
/// </summary>
public sealed class Topic : IVersioned
{
    /// <summary>Longest name, characters.</summary>
    public const int LongestName = 120;

    private Topic()
    {
    }

    /// <summary>A topic with its names in the three languages and the unit responsible for it.</summary>
    public Topic(string nameLv, string nameEn, string nameRu, Guid unitId, int order, Topic? parent = null)
    {
        Rename(nameLv, nameEn, nameRu);
        (UnitId, Order) = (unitId, order);
        if (parent is not null)
            PlaceUnder(parent, hasChildren: false);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Latvian name.</summary>
    public string NameLv { get; private set; } = "";

    /// <summary>English name.</summary>
    public string NameEn { get; private set; } = "";

    /// <summary>Russian name.</summary>
    public string NameRu { get; private set; } = "";

    /// <summary>The topic above; null for a topic of the first level.</summary>
    public Guid? ParentId { get; private set; }

    /// <summary>The unit that answers by default.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>Place in the list shown to clients, ascending.</summary>
    public int Order { get; private set; }

    /// <summary>False hides the topic from new cases; old ones keep it.</summary>
    public bool IsOffered { get; private set; } = true;

    /// <summary>Takes what fits nowhere else; exactly one topic does.</summary>
    public bool IsFallback { get; private set; }

    /// <summary>The name in a language given by its two-letter code; Latvian where another was left out.</summary>
    public string NameIn(string language) => language switch
    {
        "en" when NameEn.Length > 0 => NameEn,
        "ru" when NameRu.Length > 0 => NameRu,
        _ => NameLv,
    };

    /// <summary>Makes this the topic for what fits nowhere else.</summary>
    public Topic AsFallback()
    {
        IsFallback = true;
        return this;
    }

    /// <summary>Gives it names; the Latvian one is needed.</summary>
    public void Rename(string? nameLv, string? nameEn, string? nameRu)
    {
        if (string.IsNullOrWhiteSpace(nameLv))
            throw new Refusal("Catalogue.Refusal.TopicNeedsName");
        if (new[] { nameLv, nameEn, nameRu }.Any(name => name?.Trim().Length > LongestName))
            throw new Refusal("Catalogue.Refusal.NameTooLong", LongestName);
        (NameLv, NameEn, NameRu) = (nameLv.Trim(), (nameEn ?? "").Trim(), (nameRu ?? "").Trim());
    }

    /// <summary>Another unit answers from now on. Cases there are stay where they are.</summary>
    public void AnswerBy(Guid unitId) => UnitId = unitId;

    /// <summary>Puts it under a topic of the first level, or onto the first level itself.</summary>
    /// <param name="parent">The topic above; null for the first level.</param>
    /// <param name="hasChildren">Whether topics stand under this one: then it cannot stand under another.</param>
    public void PlaceUnder(Topic? parent, bool hasChildren)
    {
        if (parent is not null && (parent.ParentId is not null || parent.Id == Id || hasChildren))
            throw new Refusal("Catalogue.Refusal.TwoLevelsOnly");
        if (parent is not null && (IsFallback || parent.IsFallback))
            throw new Refusal("Catalogue.Refusal.FallbackStandsAlone");
        ParentId = parent?.Id;
    }

    /// <summary>Gives it another place in the list.</summary>
    public void Stand(int order) => Order = order;

    /// <summary>Takes it from the forms. Refused for the topic that takes what fits nowhere else.</summary>
    public void Retire()
    {
        if (IsFallback)
            throw new Refusal("Catalogue.Refusal.FallbackIsNeeded");
        IsOffered = false;
    }

    /// <summary>Offers it on the forms again.</summary>
    public void OfferAgain() => IsOffered = true;
}
