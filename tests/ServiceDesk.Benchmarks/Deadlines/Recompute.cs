using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Shared;
using ServiceDesk.Domain.Cases;
using ServiceDesk.Domain.Deadlines;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Domain.Staff;
using ServiceDesk.Infrastructure;
using ServiceDesk.Infrastructure.Startup;

namespace ServiceDesk.Benchmarks.Deadlines;

/// <summary>
/// <c>dotnet run -c Release --project tests/ServiceDesk.Benchmarks -- recompute 50000</c>: so many open clocks on the durable embedded
/// PostgreSQL, then a working day is closed and every one of them moves, with history and notice. Prints the times; never fails on them.
/// </summary>
internal static class Recompute
{
    private const int CasesPerSave = 500;

    public static async Task RunAsync(int clocks)
    {
        var folder = Directory.CreateTempSubdirectory("servicedesk-recompute-").FullName;
        var host = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = Web(), EnvironmentName = Environments.Production });
        host.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ServiceDesk:DataFolder"] = folder,
            ["ServiceDesk:Jobs:Enabled"] = "false",
            ["Logging:LogLevel:Default"] = "Warning",
        });
        host.Services.AddInfrastructure(host.Configuration, host.Environment);
        using (var app = host.Build())
        {
            await app.Services.GetRequiredService<Preparation>().RunAsync(_ => { }, default);
            await app.StartAsync();
            await MeasureAsync(app.Services, clocks);
            await app.StopAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task MeasureAsync(IServiceProvider services, int clocks)
    {
        var local = services.GetRequiredService<LocalTime>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var today = local.DateOf(now);
        await TimeAsync("fill", async () => await FillAsync(services, clocks, now, today));

        var calendar = await InScopeAsync(services, (CalendarProvider c) => c.GetAsync(default));
        var edit = new AddCalendarException(calendar.AddWorkingDays(today, 1), CalendarExceptionKind.Closed, "Mērījums", "Mērījums");
        await TimeAsync("preview", () => InScopeAsync(services, (PreviewCalendarChangeHandler h) => h.HandleAsync(edit, default)));
        await TimeAsync("save the change", () => InScopeAsync(services, async (ChangeCalendarHandler h) =>
        {
            await h.HandleAsync(new(edit, (await InScopeAsync(services, (ReadDeadlineSettingsHandler r) => r.HandleAsync(default))).Version), default);
            return 0;
        }));
        await TimeAsync("recompute, all move", () => InScopeAsync(services, (RecalculateClocksHandler h) => h.HandleAsync(new(), default)));
        await TimeAsync("recompute, none moves", () => InScopeAsync(services, (RecalculateClocksHandler h) => h.HandleAsync(new(Force: true), default)));
    }

    private static async Task<int> FillAsync(IServiceProvider services, int clocks, DateTimeOffset now, DateOnly today)
    {
        var (register, unit, employee) = await InScopeAsync(services, async (IServiceDeskDb db) =>
        {
            var unit = new OrgUnit("Mērījums");
            var employee = new Employee("Anna", "Ozola", "Speciāliste", unit, "anna@merijums.example");
            db.Set<OrgUnit>().Add(unit);
            db.Set<Employee>().Add(employee);
            await db.SaveChangesAsync(default);
            return (await db.Set<Register>().SingleAsync(r => r.Code == Register.Cases), unit, employee);
        });
        var calendar = await InScopeAsync(services, (CalendarProvider c) => c.GetAsync(default));
        var book = await InScopeAsync(services, (StandardProvider s) => s.GetAsync(today, default));
        var rule = book.Find("external-reply", today)!;
        for (var done = 0; done < clocks; done += CasesPerSave)
        {
            var first = done;
            await InScopeAsync(services, async (IServiceDeskDb db) =>
            {
                foreach (var number in Enumerable.Range(first + 1, Math.Min(CasesPerSave, clocks - first)))
                {
                    var item = Case.Receive(new()
                    {
                        Register = register,
                        Year = today.Year,
                        Sequence = number,
                        Kind = CaseKind.Complaint,
                        Channel = Channel.WebForm,
                        Subject = "Mērījums",
                        Text = "Upes ielā jau divas nedēļas nav izvesti atkritumi.",
                        UnitId = unit.Id,
                        AssigneeId = employee.Id,
                        RegisteredBy = Actor.System,
                        ReceivedAt = now,
                        ReceivedOn = today,
                        RegisteredAt = now,
                    });
                    item.StartClock(Clock.ForRule(item.Id, rule, book.Standard, calendar, now), now);
                    db.Set<Case>().Add(item);
                }

                return await db.SaveChangesAsync(default);
            });
        }

        return clocks;
    }

    private static async Task TimeAsync<T>(string what, Func<Task<T>> work)
    {
        var watch = Stopwatch.StartNew();
        var result = await work();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-24}{watch.Elapsed.TotalSeconds,8:0.00} s   {Short(result)}"));
    }

    private static string Short(object? result) => result switch
    {
        ChangePreview preview => $"{preview.Moved} of {preview.Checked} would move",
        Recalculation done => $"{done.Moved} of {done.Checked} moved",
        _ => "",
    };

    private static async Task<TResult> InScopeAsync<TService, TResult>(IServiceProvider services, Func<TService, Task<TResult>> work)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public static string Web()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ServiceDesk.sln")))
                return Path.Combine(folder.FullName, "src", "ServiceDesk.Web");
        }

        throw new DirectoryNotFoundException("ServiceDesk.sln is not above " + AppContext.BaseDirectory);
    }
}
