using ServiceDesk.Application.Shared.Access;

namespace ServiceDesk.Infrastructure.Identity;

/// <summary>Whoever holds the role needs a second factor. No row, no demand.</summary>
public sealed class SecondFactorDemand
{
    public required Role Role { get; init; }

    public required DateTimeOffset SinceAt { get; init; }
}
