namespace ServiceDesk.Application.Operations;

/// <summary>What the machine says about itself.</summary>
public interface ISystemFacts
{
    /// <summary>Version of this program.</summary>
    string Version { get; }

    /// <summary>When this node started.</summary>
    DateTimeOffset StartedAt { get; }

    /// <summary>Bytes free where the data folder lies.</summary>
    long FreeBytes { get; }

    /// <summary>Engine and version of the database, for example <c>PostgreSQL 18.4 (embedded)</c>.</summary>
    Task<string> DatabaseAsync(CancellationToken cancellationToken);
}
