using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Shared;
using ServiceDesk.Infrastructure;
using ServiceDesk.Infrastructure.Database;

namespace ServiceDesk.Application.Tests.Startup;

public class SettingsTests
{
    [Fact]
    public void Demo_data_is_on_in_development_only_and_a_setting_wins()
    {
        Assert.True(Read(Environments.Development).DemoData);
        Assert.False(Read(Environments.Production).DemoData);
        Assert.False(Read(Environments.Development, ("DemoData", "false")).DemoData);
        Assert.True(Read(Environments.Production, ("DemoData", "true")).DemoData);
    }

    [Fact]
    public void The_data_folder_is_absolute_and_lies_in_the_content_root_by_default() =>
        Assert.Equal(Path.Combine(AppContext.BaseDirectory, "data"), Read(Environments.Production).DataFolder);

    [Fact]
    public void The_training_clock_is_refused_without_demo_data()
    {
        var refusal = Assert.Throws<OptionsValidationException>(() => Read(Environments.Production, ("Clock:StartAt", "2026-06-18")));
        Assert.Contains("DemoData", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-06-18", "2026-06-18T06:00:00Z")] // a bare day begins at nine in Riga, UTC+3 in summer
    [InlineData("2026-12-18", "2026-12-18T07:00:00Z")] // UTC+2 in winter
    [InlineData("2026-06-18T16:59", "2026-06-18T13:59:00Z")]
    [InlineData("2026-06-18T16:59:30+00:00", "2026-06-18T16:59:30Z")]
    [InlineData("2026-06-18T16:59:30Z", "2026-06-18T16:59:30Z")]
    public void The_training_clock_begins_at_the_chosen_moment(string startAt, string expected)
    {
        using var services = Services(Environments.Development, ("Clock:StartAt", startAt));
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        Assert.InRange(now - DateTimeOffset.Parse(expected, null), TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData("Clock:StartAt", "tomorrow")]
    [InlineData("TimeZone", "Europe/Lejasupe")]
    [InlineData("PublicAddress", "lejasupe.example")]
    [InlineData("Standard", " ")]
    public void Nonsense_is_refused(string key, string value) =>
        Assert.Throws<OptionsValidationException>(() => Read(Environments.Development, (key, value)));

    [Fact]
    public void A_database_server_needs_a_connection_string()
    {
        using var services = Services(Environments.Production, ("Database:Provider", "SqlServer"));
        Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<DatabaseOptions>>().Value);
    }

    [Fact]
    public void Only_the_embedded_database_is_migrated_at_start_unless_a_setting_says_otherwise()
    {
        Assert.True(new DatabaseOptions { Provider = DatabaseProvider.Embedded }.Migrates);
        Assert.False(new DatabaseOptions { Provider = DatabaseProvider.PostgreSql }.Migrates);
        Assert.True(new DatabaseOptions { Provider = DatabaseProvider.SqlServer, MigrateAtStart = true }.Migrates);
    }

    private static ServiceDeskOptions Read(string environment, params (string Key, string Value)[] settings)
    {
        using var services = Services(environment, settings);
        return services.GetRequiredService<IOptions<ServiceDeskOptions>>().Value;
    }

    private static ServiceProvider Services(string environment, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(s => "ServiceDesk:" + s.Key, s => (string?)s.Value))
            .Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddInfrastructure(configuration, new HostingEnvironment(environment));
        return services.BuildServiceProvider();
    }

    private sealed class HostingEnvironment(string name) : IHostEnvironment
    {
        public string ApplicationName { get; set; } = "ServiceDesk";

        public Microsoft.Extensions.FileProviders.IFileProvider ContentRootFileProvider { get; set; } = new Microsoft.Extensions.FileProviders.NullFileProvider();

        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;

        public string EnvironmentName { get; set; } = name;
    }
}
