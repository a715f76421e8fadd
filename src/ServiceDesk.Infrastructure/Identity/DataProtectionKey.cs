namespace ServiceDesk.Infrastructure.Identity;

/// <summary>A key that signs cookies and form tokens; in the database, so that every node and every restart knows it.</summary>
public sealed class DataProtectionKey
{
    public int Id { get; private set; }

    public required string Name { get; init; }

    public required string Xml { get; init; }
}
