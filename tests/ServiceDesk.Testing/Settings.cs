using Microsoft.AspNetCore.Identity;

namespace ServiceDesk.Testing;

/// <summary>Configuration of a site or house under test.</summary>
internal static class Settings
{
    public static Dictionary<string, string?> For(Engine engine, string connectionString, string dataFolder) => new()
    {
        ["ServiceDesk:Database:Provider"] = engine.ToString(),
        ["ServiceDesk:Database:MigrateAtStart"] = "true",
        ["ConnectionStrings:ServiceDesk"] = connectionString,
        ["ServiceDesk:DataFolder"] = dataFolder,
        ["ServiceDesk:DemoData"] = "false",
        ["ServiceDesk:Jobs:Enabled"] = "false",
        ["ServiceDesk:PublicAddress"] = "https://localhost",
        ["Logging:LogLevel:Default"] = "Warning",
        ["Logging:LogLevel:Microsoft.AspNetCore.DataProtection"] = "Error",
        ["ServiceDesk:Printing:UnpackFolder"] = Documents.Press.UnpackFolder,
        ["ServiceDesk:RateLimits:SignIn:Permits"] = "100000",
        ["ServiceDesk:RateLimits:Submit:Permits"] = "100000",
        ["ServiceDesk:RateLimits:Track:Permits"] = "100000",
        ["ServiceDesk:RateLimits:Survey:Permits"] = "100000",
    };

    /// <summary>What makes guessing passwords dear makes hundreds of tests that sign in slow; the number of rounds is kept in each hash.</summary>
    public static void CheapPasswords(PasswordHasherOptions options) => options.IterationCount = 1_000;
}
