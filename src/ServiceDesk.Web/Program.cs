using ServiceDesk.Infrastructure;
using ServiceDesk.Infrastructure.Startup;
using ServiceDesk.Web.Startup;

try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddHosting();
    builder.AddLogging();
    builder.Services.AddInfrastructure(builder.Configuration, builder.Environment);
    builder.AddAccess();
    builder.AddRateLimits();
    builder.AddPages();

    var app = builder.Build();
    var start = app.Services.GetRequiredService<StartConsole>();
    start.Tell("packages: installed by the build ...");
    await app.Services.GetRequiredService<Preparation>().RunAsync(start.Tell, CancellationToken.None);
    if (ImportCompaniesCommand.IsAskedFor(args))
        return await ImportCompaniesCommand.RunAsync(app, args);
    if (ImportCommand.IsAskedFor(args))
        return await ImportCommand.RunAsync(app, args);
    if (AccountsCommand.IsAskedFor(args))
        return await AccountsCommand.RunAsync(app, args);
    app.UseHouse();
    app.MapHouse();
    await app.RunAsync();
    return 0;
}
catch (Exception e) when (e is StartRefusedException or Microsoft.Extensions.Options.OptionsValidationException)
{
    await Console.Error.WriteLineAsync("ServiceDesk does not start. " + e.Message);
    return 1;
}

/// <summary>Named so that tests can start the site.</summary>
public partial class Program;
