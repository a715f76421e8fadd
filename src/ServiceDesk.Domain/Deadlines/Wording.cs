namespace ServiceDesk.Domain.Deadlines;

/// <summary>A text of the standard itself, which is data and not a resource, in the three languages of the portal.</summary>
public sealed record Wording(string Lv, string En, string Ru)
{
    /// <summary>The text in a language given by its two-letter code; Latvian for every other code.</summary>
    public string In(string language) => language switch { "en" => En, "ru" => Ru, _ => Lv };
}
