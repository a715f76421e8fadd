namespace ServiceDesk.Infrastructure.Identity;

/// <summary>A link that lets somebody choose a password once: an invitation, or the answer to a forgotten password. Only its fingerprint is kept.</summary>
public sealed class AccountLink
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public required Guid UserId { get; init; }

    /// <summary>Whether it invites; else it replaces a forgotten password.</summary>
    public required bool Invites { get; init; }

    /// <summary>SHA-256 of the token in the letter, in hexadecimal digits.</summary>
    public required string Fingerprint { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was used or taken back; then it opens nothing any more.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public bool IsOpenAt(DateTimeOffset now) => EndedAt is null && ExpiresAt > now;
}
