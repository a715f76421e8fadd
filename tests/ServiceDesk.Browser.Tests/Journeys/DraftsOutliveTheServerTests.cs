using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Catalogue;
using ServiceDesk.Testing;
using static Microsoft.Playwright.Assertions;

namespace ServiceDesk.Browser.Tests.Journeys;

/// <summary>The site's own process is killed while somebody writes; started again on the same data it has the draft, and the open page goes on saving.</summary>
public sealed class DraftsOutliveTheServerTests(LiveSite site) : IClassFixture<LiveSite>, IDisposable
{
    private Process? process;

    [Fact]
    public async Task A_draft_outlives_a_killed_server_and_the_open_page_goes_on()
    {
        var page = await site.OpenAsync();
        var topic = await site.RunAsync((IServiceDeskDb db) => db.Set<Topic>().Where(t => t.NameLv.StartsWith("Atkritumi")).Select(t => t.Id).FirstAsync());
        var made = await site.RunAsync((SubmitCaseHandler h) => h.HandleAsync(
            new SubmitCase { Token = Guid.NewGuid(), Kind = CaseKind.Complaint, TopicId = topic, Text = "Nav izvesti atkritumi.", Language = "lv" }, CancellationToken.None));
        var address = $"http://localhost:{FreePort()}";
        await StartAsync(address);
        await page.GotoAsync($"{address}/sign-in?returnUrl={Uri.EscapeDataString($"/desk/cases/{made.CaseId}?w=reply")}");
        await page.Locator("[name='Input.Email']").FillAsync(DemoPeople.All.First(p => p.Name == "Līga").Email);
        await page.Locator("[name='Input.Password']").FillAsync(DemoPeople.Password);
        await page.Locator("form[data-form=sign-in] button").ClickAsync();
        await page.Locator(".insert [role=combobox]").WaitForAsync();
        await page.Locator("[data-body]").FocusAsync();
        await page.Keyboard.TypeAsync("Konteinerus izvedīs rīt.");
        await Expect(page.Locator("[data-saved]")).ToContainTextAsync("Saglabāts");

        process!.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await page.Keyboard.TypeAsync(" Atvainojamies.");
        await Expect(page.Locator("[data-alert]")).ToContainTextAsync("nevar saglabāt");
        await StartAsync(address);
        await page.Keyboard.TypeAsync(" Paldies.");
        await Expect(page.Locator("[data-alert]")).ToBeEmptyAsync(new() { Timeout = 30_000 });
        await page.ReloadAsync();
        await Expect(page.Locator("[data-body]")).ToHaveValueAsync("Konteinerus izvedīs rīt. Atvainojamies. Paldies.");
    }

    public void Dispose()
    {
        if (process is { HasExited: false })
            process.Kill(entireProcessTree: true);
        process?.Dispose();
    }

    private async Task StartAsync(string address)
    {
        var settings = site.Services.GetRequiredService<IConfiguration>();
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location]) { WorkingDirectory = Folders.Web, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in new[] { "ServiceDesk:Database:Provider", "ConnectionStrings:ServiceDesk", "ServiceDesk:DataFolder", "ServiceDesk:DemoData", "ServiceDesk:Jobs:Enabled" })
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = settings[name];
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = address;
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var http = new HttpClient();
        for (var i = 0; i < 480 && !process.HasExited; i++)
        {
            try
            {
                if ((await http.GetAsync(address + "/sign-in", TestContext.Current.CancellationToken)).IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(250, TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException("The site's process did not come up.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
