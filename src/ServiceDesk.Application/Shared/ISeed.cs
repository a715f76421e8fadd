namespace ServiceDesk.Application.Shared;

/// <summary>
/// Rows an installation cannot work without. Runs at every start, so it adds what is missing and leaves alone what officials changed.
/// </summary>
public interface ISeed
{
    /// <summary>Place in the row: small numbers first. Reference rows 0–99, demo data from 1000.</summary>
    int Order { get; }

    /// <summary>Adds what is missing and saves.</summary>
    Task SeedAsync(CancellationToken cancellationToken);
}

/// <summary>A seed of the demonstration municipality: runs only while <c>ServiceDesk:DemoData</c> is on.</summary>
public interface IDemoSeed : ISeed;
