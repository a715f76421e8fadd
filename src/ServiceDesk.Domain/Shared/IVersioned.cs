namespace ServiceDesk.Domain.Shared;

/// <summary>
/// An aggregate that refuses stale saves. The database context raises <see cref="Version"/> by one at every save;
/// a page carries the version it showed and the save fails when somebody else was faster.
/// </summary>
public interface IVersioned
{
    /// <summary>Number of saves so far, starting at 0 for a new object.</summary>
    int Version { get; }
}
