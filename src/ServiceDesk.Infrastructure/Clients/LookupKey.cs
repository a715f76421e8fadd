namespace ServiceDesk.Infrastructure.Clients;

/// <summary>The key of the keyed hashes of personal codes, itself encrypted with the key ring. There is one.</summary>
public sealed class LookupKey
{
    /// <summary>The only one there is.</summary>
    public const string PersonalCodes = "personal-codes";

    public required string Name { get; init; }

    public required string Protected { get; set; }

    public required DateTimeOffset MadeAt { get; set; }
}
