using System.Globalization;
using ServiceDesk.Application.Accounts;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Infrastructure.Startup;

namespace ServiceDesk.Web.Startup;

/// <summary>
/// <c>accounts reset-second-factor EMAIL</c> in place of opening the door: for the administrator who lost telephone and recovery codes
/// and whom no other administrator can help. The change log keeps it, and the owner gets a letter.
/// </summary>
internal static class AccountsCommand
{
    /// <summary>Whether the arguments ask for it.</summary>
    public static bool IsAskedFor(string[] args) => args is ["accounts", ..];

    /// <summary>0 when it is done; 2 when the arguments make no sense; 1 when there is no such account.</summary>
    public static async Task<int> RunAsync(WebApplication app, string[] args)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        try
        {
            if (args is not ["accounts", "reset-second-factor", { Length: > 0 } email])
            {
                await Console.Error.WriteLineAsync("accounts reset-second-factor EMAIL");
                return 2;
            }

            await using var scope = app.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<TendAccountHandler>().ResetSecondFactorFromMachineAsync(email, CancellationToken.None);
            Console.WriteLine($"The second factor of {email} is gone: the password alone opens the account, and every browser is signed out.");
            return 0;
        }
        catch (Refusal refusal)
        {
            await Console.Error.WriteLineAsync(Texts.Current[refusal.Key]);
            return 1;
        }
        finally
        {
            await app.Services.GetRequiredService<Preparation>().EndAsync(CancellationToken.None);
        }
    }
}
