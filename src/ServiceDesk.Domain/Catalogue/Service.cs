using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Catalogue;

/// <summary>A service (pakalpojums) a client may name beside the topic: its name, where it is described, and who answers if not the topic's unit.</summary>
public sealed class Service : IVersioned
{
    /// <summary>Longest name, characters.</summary>
    public const int LongestName = 200;

    /// <summary>Longest address, characters.</summary>
    public const int LongestLink = 500;

    private Service()
    {
    }

    /// <summary>A service of a topic.</summary>
    public Service(string? nameLv, string? nameEn, string? nameRu, Guid topicId, Guid? unitId, string? link) =>
        Describe(nameLv, nameEn, nameRu, topicId, unitId, link);

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <summary>Latvian name.</summary>
    public string NameLv { get; private set; } = "";

    /// <summary>English name; may be empty.</summary>
    public string NameEn { get; private set; } = "";

    /// <summary>Russian name; may be empty.</summary>
    public string NameRu { get; private set; } = "";

    /// <summary>The topic it belongs to.</summary>
    public Guid TopicId { get; private set; }

    /// <summary>The unit that answers; null for the topic's.</summary>
    public Guid? UnitId { get; private set; }

    /// <summary>Where it is described; https only, or null.</summary>
    public string? Link { get; private set; }

    /// <summary>False hides it from new cases; old ones keep it.</summary>
    public bool IsOffered { get; private set; } = true;

    /// <summary>The name in a language given by its two-letter code; Latvian where another was left out.</summary>
    public string NameIn(string language) => language switch
    {
        "en" when NameEn.Length > 0 => NameEn,
        "ru" when NameRu.Length > 0 => NameRu,
        _ => NameLv,
    };

    /// <summary>Writes it anew. The Latvian name is needed; a link must be an address that begins with https.</summary>
    public void Describe(string? nameLv, string? nameEn, string? nameRu, Guid topicId, Guid? unitId, string? link)
    {
        if (string.IsNullOrWhiteSpace(nameLv))
            throw new Refusal("Catalogue.Refusal.ServiceNeedsName");
        if (new[] { nameLv, nameEn, nameRu }.Any(name => name?.Trim().Length > LongestName))
            throw new Refusal("Catalogue.Refusal.NameTooLong", LongestName);
        var address = string.IsNullOrWhiteSpace(link) ? null : link.Trim();
        if (address is not null && (address.Length > LongestLink || !Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps))
            throw new Refusal("Catalogue.Refusal.LinkUnusable");
        (NameLv, NameEn, NameRu) = (nameLv.Trim(), (nameEn ?? "").Trim(), (nameRu ?? "").Trim());
        (TopicId, UnitId, Link) = (topicId, unitId, address);
    }

    /// <summary>Takes it from the forms.</summary>
    public void Retire() => IsOffered = false;

    /// <summary>Offers it on the forms again.</summary>
    public void OfferAgain() => IsOffered = true;
}
