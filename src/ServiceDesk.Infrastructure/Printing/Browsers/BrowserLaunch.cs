namespace ServiceDesk.Infrastructure.Printing.Browsers;

/// <summary>One way to start one browser.</summary>
/// <param name="Program">What to run; the browser itself or what it is run under.</param>
/// <param name="Arguments">Arguments that come before ours.</param>
/// <param name="Variables">Environment variables to set.</param>
/// <param name="IsSandboxed">Whether pages are shut in by the browser's own sandbox.</param>
/// <param name="Name">For the log.</param>
internal sealed record BrowserLaunch(string Program, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Variables, bool IsSandboxed, string Name);
