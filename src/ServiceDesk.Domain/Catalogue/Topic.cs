using ServiceDesk.Domain.Shared;

namespace ServiceDesk.Domain.Catalogue;

/// <summary>What a case is about (joma): one word for the client, and the unit that answers.</summary>
public sealed class Topic
{
    private Topic()
    {
    }

    /// <summary>A topic with its names in the three languages and the unit responsible for it.</summary>
    public Topic(string nameLv, string nameEn, string nameRu, Guid unitId, int order)
    {
        if (string.IsNullOrWhiteSpace(nameLv))
            throw new Refusal("Catalogue.Refusal.TopicNeedsName");
        (NameLv, NameEn, NameRu, UnitId, Order) = (nameLv, nameEn, nameRu, unitId, order);
    }

    /// <summary>Key.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Latvian name.</summary>
    public string NameLv { get; private set; } = "";

    /// <summary>English name.</summary>
    public string NameEn { get; private set; } = "";

    /// <summary>Russian name.</summary>
    public string NameRu { get; private set; } = "";

    /// <summary>The unit that answers by default.</summary>
    public Guid UnitId { get; private set; }

    /// <summary>Place in the list shown to clients, ascending.</summary>
    public int Order { get; private set; }

    /// <summary>False hides the topic from new cases; old ones keep it.</summary>
    public bool IsOffered { get; private set; } = true;

    /// <summary>Takes what fits nowhere else; exactly one topic does.</summary>
    public bool IsFallback { get; private set; }

    /// <summary>Makes this the topic for what fits nowhere else.</summary>
    public Topic AsFallback()
    {
        IsFallback = true;
        return this;
    }
}
