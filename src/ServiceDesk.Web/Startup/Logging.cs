using System.Diagnostics;
using System.Globalization;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Extensions.Logging;
using Serilog.Formatting.Json;
using ServiceDesk.Application.Shared;

namespace ServiceDesk.Web.Startup;

/// <summary>
/// The log: readable on the console, one JSON object a line in <c>logs/</c> of the data folder, a file a day, kept for a month.
/// It holds no names, addresses, texts or keys: of a request the route's pattern is logged, never its address.
/// </summary>
internal static class Logging
{
    private const string Requests = "ServiceDesk.Requests";
    private const int DaysKept = 31;
    private const long LargestFile = 100 * 1024 * 1024;

    public static void AddLogging(this WebApplicationBuilder builder)
    {
        var dataFolder = Path.GetFullPath(
            builder.Configuration[$"{ServiceDeskOptions.Section}:{nameof(ServiceDeskOptions.DataFolder)}"] ?? new ServiceDeskOptions().DataFolder,
            builder.Environment.ContentRootPath);
        // Levels by category stay where .NET keeps them: the section Logging.
        var logger = new LoggerConfiguration()
            .MinimumLevel.Is(LogEventLevel.Verbose)
            .Enrich.With(new WithoutPath())
            .WriteTo.Logger(console => console
                .Filter.ByExcluding(e => e.Level < LogEventLevel.Warning && e.Properties.GetValueOrDefault(Constants.SourceContextPropertyName) is ScalarValue { Value: Requests })
                .WriteTo.Console(outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}", formatProvider: CultureInfo.InvariantCulture))
            .WriteTo.File(
                new JsonFormatter(renderMessage: true, formatProvider: CultureInfo.InvariantCulture),
                Path.Combine(dataFolder, "logs", "servicedesk-.log"),
                rollingInterval: RollingInterval.Day,
                retainedFileCountLimit: DaysKept,
                fileSizeLimitBytes: LargestFile,
                rollOnFileSizeLimit: true)
            .CreateLogger();
        builder.Logging.ClearProviders();
        // Not AddSerilog: it would switch off the levels of the section Logging.
        builder.Services.AddSingleton<ILoggerProvider>(_ => new SerilogLoggerProvider(logger, dispose: true));
    }

    /// <summary>One line for each request, and its number in a header: the one an error page shows.</summary>
    public static IApplicationBuilder UseRequestLog(this IApplicationBuilder app)
    {
        var logger = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger(Requests);
        return app.Use(async (context, next) =>
        {
            var start = Stopwatch.GetTimestamp();
            context.Response.OnStarting(() =>
            {
                context.Response.Headers["X-Request-Id"] = context.TraceIdentifier;
                return Task.CompletedTask;
            });
            try
            {
                await next(context);
            }
            finally
            {
                Write(logger, context, Stopwatch.GetElapsedTime(start));
            }
        });
    }

    private static void Write(Microsoft.Extensions.Logging.ILogger logger, HttpContext context, TimeSpan took)
    {
        var route = context.Features.Get<OriginalRoute>()?.Pattern ?? PatternOf(context) ?? "none";
        var level = context.Response.StatusCode >= 500 ? LogLevel.Error : LogLevel.Information;
        logger.Log(level, "{Method} {Route} {Status} in {Milliseconds} ms, request {RequestId}",
            context.Request.Method, route, context.Response.StatusCode, (int)took.TotalMilliseconds, context.TraceIdentifier);
    }

    private static string? PatternOf(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;

    /// <summary>Notes the route before an error page takes its place; stands right after routing.</summary>
    public static IApplicationBuilder UseRouteNote(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Features.Get<OriginalRoute>() is null && PatternOf(context) is { } pattern)
            context.Features.Set(new OriginalRoute(pattern));
        return next(context);
    });

    /// <summary>The framework's scope carries the path; an address may hold a key.</summary>
    private sealed class WithoutPath : ILogEventEnricher
    {
        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory) => logEvent.RemovePropertyIfPresent("RequestPath");
    }

    private sealed record OriginalRoute(string Pattern);
}
