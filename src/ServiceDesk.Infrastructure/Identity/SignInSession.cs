namespace ServiceDesk.Infrastructure.Identity;

/// <summary>A browser in which somebody is signed in. The cookie names it; ended here, the cookie opens nothing.</summary>
public sealed class SignInSession
{
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public required Guid UserId { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset SeenAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>What the browser says it is.</summary>
    public required string Browser { get; init; }

    /// <summary>How the person signed in: pwd, mfa or hwk (RFC 8176).</summary>
    public required string Method { get; init; }
}
