using System.Reflection;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using ServiceDesk.Application.Accounts;
using ServiceDesk.Application.Archive;
using ServiceDesk.Application.Archive.Acts;
using ServiceDesk.Application.Cases;
using ServiceDesk.Application.Cases.AboutPeople;
using ServiceDesk.Application.Cases.Imports;
using ServiceDesk.Application.Cases.Links;
using ServiceDesk.Application.Cases.Search;
using ServiceDesk.Application.Catalogue;
using ServiceDesk.Application.Circulation;
using ServiceDesk.Application.Clients;
using ServiceDesk.Application.Clients.Companies;
using ServiceDesk.Application.Clients.Duplicates;
using ServiceDesk.Application.Clients.Imports;
using ServiceDesk.Application.Clients.Lookup;
using ServiceDesk.Application.Clients.Timeline;
using ServiceDesk.Application.Correspondence;
using ServiceDesk.Application.Deadlines;
using ServiceDesk.Application.Demo;
using ServiceDesk.Application.Documents;
using ServiceDesk.Application.Documents.Claims;
using ServiceDesk.Application.Documents.Contracts;
using ServiceDesk.Application.Operations;
using ServiceDesk.Application.Protection;
using ServiceDesk.Application.Protection.Breaches;
using ServiceDesk.Application.Protection.Consents;
using ServiceDesk.Application.Protection.Requests;
using ServiceDesk.Application.Protection.Retention;
using ServiceDesk.Application.Protection.Rights;
using ServiceDesk.Application.Quality;
using ServiceDesk.Application.Quality.Improvements;
using ServiceDesk.Application.Shared;
using ServiceDesk.Application.Shared.Access;
using ServiceDesk.Application.Shared.Jobs;
using ServiceDesk.Application.Staff;
using ServiceDesk.Application.Surveys.Results;
using ServiceDesk.Domain.Shared;
using ServiceDesk.Infrastructure.Clients;
using ServiceDesk.Infrastructure.Companies;
using ServiceDesk.Infrastructure.Database;
using ServiceDesk.Infrastructure.Database.Embedded;
using ServiceDesk.Infrastructure.Files;
using ServiceDesk.Infrastructure.Health;
using ServiceDesk.Infrastructure.Identity;
using ServiceDesk.Infrastructure.Jobs;
using ServiceDesk.Infrastructure.Mail;
using ServiceDesk.Infrastructure.Printing;
using ServiceDesk.Infrastructure.Protection;
using ServiceDesk.Infrastructure.Search;
using ServiceDesk.Infrastructure.Startup;
using ServiceDesk.Infrastructure.Time;

namespace ServiceDesk.Infrastructure;

/// <summary>Everything behind the ports, in one call from Program.cs.</summary>
public static class Registration
{
    public static IServiceCollection AddInfrastructure(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment) => services
        .AddSettings(configuration, environment)
        .AddTime()
        .AddDatabase(configuration)
        .AddAccounts(configuration)
        .AddUseCases()
        .AddFilesAndMail()
        .AddPrinting(configuration)
        .AddSeeds(typeof(Registration).Assembly)
        .AddJobs(configuration)
        .AddSingleton<ISystemFacts, SystemFacts>()
        .AddScoped<OutboxWatch>()
        .AddScoped<ClockWatch>()
        .AddHealth(configuration)
        .AddSingleton<Preparation>();

    private static IServiceCollection AddSettings(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddOptions<ServiceDeskOptions>()
            .Configure(o => o.DemoData = environment.IsDevelopment())
            .Bind(configuration.GetSection(ServiceDeskOptions.Section))
            .PostConfigure(o => o.DataFolder = Path.GetFullPath(o.DataFolder, environment.ContentRootPath))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<ServiceDeskOptions>, ServiceDeskOptionsCheck>();
        services.AddOptions<DatabaseOptions>()
            .Bind(configuration.GetSection(DatabaseOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<DatabaseOptions>, DatabaseOptionsCheck>();
        services.AddOptions<DraftOptions>().Bind(configuration.GetSection(DraftOptions.Section))
            .Validate(o => o is { DaysAfterClosing: >= 0 and <= 365, DaysUntouched: >= 7 and <= 3650 }, "ServiceDesk:Drafts: DaysAfterClosing 0-365, DaysUntouched 7-3650.").ValidateOnStart();
        services.AddOptions<CorrespondenceOptions>().Bind(configuration.GetSection(CorrespondenceOptions.Section)).ValidateOnStart();
        services.AddOptions<EscalationOptions>()
            .Bind(configuration.GetSection(EscalationOptions.Section))
            .Validate(o => o.Levels.All(l => l.AfterWorkingDays is >= 0 and <= 60), "ServiceDesk:Escalation: AfterWorkingDays is 0 to 60.")
            .ValidateOnStart();
        services.AddOptions<ReopeningOptions>()
            .Bind(configuration.GetSection(ReopeningOptions.Section))
            .Validate(o => o.NewCaseAfterDays is null or (>= 0 and <= 3650), "ServiceDesk:Reopening: NewCaseAfterDays is 0 to 3650, or empty for never.")
            .Validate(o => o.NotSolvedWithinDays is >= 0 and <= 3650, "ServiceDesk:Reopening: NotSolvedWithinDays is 0 to 3650.")
            .ValidateOnStart();
        services.AddOptions<DigestOptions>().Bind(configuration.GetSection(DigestOptions.Section)).ValidateOnStart();
        services.AddOptions<ImportOptions>()
            .Configure<IOptions<ServiceDeskOptions>>((o, house) => o.FormerUnits = house.Value.DemoData ? new(DemoPeople.FormerUnits, StringComparer.OrdinalIgnoreCase) : o.FormerUnits)
            .Bind(configuration.GetSection(ImportOptions.Section))
            .ValidateOnStart();
        services.AddOptions<ClientOptions>().Bind(configuration.GetSection(ClientOptions.Section)).ValidateOnStart();
        services.AddOptions<PublicFormOptions>().Bind(configuration.GetSection(PublicFormOptions.Section)).ValidateOnStart();
        services.AddOptions<PersonRequestOptions>().Bind(configuration.GetSection(PersonRequestOptions.Section))
            .Validate(o => o.Days.All(d => d is >= 1 and <= 60), "ServiceDesk:PersonRequests: RemindBefore is 1 to 60 working days.").ValidateOnStart();
        services.AddOptions<CompanyOptions>().Bind(configuration.GetSection(CompanyOptions.Section))
            .Validate(o => o is { MostGonePercent: >= 0 and <= 100, OldAfterDays: >= 1 and <= 3650 }, "ServiceDesk:Companies: MostGonePercent 0-100, OldAfterDays 1-3650.").ValidateOnStart();
        services.AddOptions<CaseLinkOptions>().Bind(configuration.GetSection(CaseLinkOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        return services;
    }

    private static IServiceCollection AddTime(this IServiceCollection services)
    {
        services.AddSingleton(s => new LocalTime(TimeZoneInfo.FindSystemTimeZoneById(s.GetRequiredService<IOptions<ServiceDeskOptions>>().Value.TimeZone)));
        services.AddSingleton<TimeProvider>(s =>
            s.GetRequiredService<IOptions<ServiceDeskOptions>>().Value.Clock.StartAt is { Length: > 0 } text
            && TrainingClock.TryRead(text, s.GetRequiredService<LocalTime>(), out var startAt)
                ? new TrainingClock(startAt)
                : TimeProvider.System);
        return services;
    }

    private static IServiceCollection AddDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(s => PostgresBinaries.Find(
            s.GetRequiredService<IOptions<DatabaseOptions>>().Value.EmbeddedBinaries, s.GetRequiredService<IHostEnvironment>().ContentRootPath));
        services.AddSingleton(s => new EmbeddedPostgres(
            s.GetRequiredService<PostgresBinaries>(),
            Path.Combine(s.GetRequiredService<IOptions<ServiceDeskOptions>>().Value.DataFolder, "postgres")));
        services.AddSingleton(s => new Lazy<EmbeddedPostgres>(s.GetRequiredService<EmbeddedPostgres>));
        services.AddSingleton<DatabaseConnection>();
        var provider = configuration.GetValue<DatabaseProvider>(DatabaseOptions.Section + ":" + nameof(DatabaseOptions.Provider));
        if (provider == DatabaseProvider.Embedded)
            services.AddHostedService<EmbeddedPostgresKeeper>();
        if (provider == DatabaseProvider.SqlServer)
        {
            services.AddDbContext<ServiceDeskDbContext, SqlServerDbContext>((s, o) => o
                .UseSqlServerEngine(s.GetRequiredService<DatabaseConnection>().Value, s.GetRequiredService<IOptions<DatabaseOptions>>().Value.MaxBatchSize)
                .AddInterceptors(s.GetServices<IInterceptor>()));
            services.AddScoped<ICaseSearch, SqlServerCaseSearch>();
            services.AddScoped<ICompanyShelf, SqlServerCompanyShelf>();
        }
        else
        {
            services.AddDbContext<ServiceDeskDbContext, PostgreSqlDbContext>((s, o) => o
                .UsePostgreSql(s.GetRequiredService<DatabaseConnection>().Value, s.GetRequiredService<IOptions<DatabaseOptions>>().Value.MaxBatchSize)
                .AddInterceptors(s.GetServices<IInterceptor>()));
            services.AddScoped<ICaseSearch, PostgreSqlCaseSearch>();
            services.AddScoped<ICompanyShelf, PostgreSqlCompanyShelf>();
        }

        return services.AddScoped<IServiceDeskDb>(s => s.GetRequiredService<ServiceDeskDbContext>());
    }

    private static IServiceCollection AddAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<ICurrentUser, CurrentUser>();
        services.AddScoped<IAccounts, Accounts>().AddScoped<IOwnAccount, OwnAccount>().AddScoped<IAccountStore, AccountStore>();
        services.AddScoped<Sessions>().AddScoped<SecondStep>().AddScoped<SecurityLetters>().AddSingleton<Revocations>();
        services.AddScoped<IRoleHolders, RoleHolders>();
        services.AddIdentity<User, IdentityRole<Guid>>(o =>
            {
                o.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                o.User.RequireUniqueEmail = true;
                // The name is the address, which is checked as such.
                o.User.AllowedUserNameCharacters = "";
                // Length is what counts; forced digits and signs only make people write passwords down.
                o.Password.RequiredLength = PasswordStrength.Shortest;
                o.Password.RequireDigit = o.Password.RequireUppercase = o.Password.RequireLowercase = o.Password.RequireNonAlphanumeric = false;
                o.Password.RequiredUniqueChars = 5;
                o.Lockout.MaxFailedAccessAttempts = 5;
                o.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddEntityFrameworkStores<ServiceDeskDbContext>()
            .AddUserStore<UserStore>()
            .AddSignInManager<DeskSignIn>()
            .AddPasswordValidator<PasswordRules>()
            .AddClaimsPrincipalFactory<PersonClaims>()
            .AddDefaultTokenProviders();
        services.AddScoped<ISecurityStampValidator, StampCheck>();
        services.Configure<SecurityStampValidatorOptions>(o =>
        {
            o.ValidationInterval = Revocations.Interval;
            o.OnRefreshingPrincipal = StampCheck.CarryOverAsync;
        });
        // A passkey opens the desk alone, so the device must have checked the person, and it must be found without a name.
        services.AddOptions<IdentityPasskeyOptions>().Configure<IOptions<ServiceDeskOptions>>((o, site) =>
        {
            o.ServerDomain = Uri.TryCreate(site.Value.PublicAddress, UriKind.Absolute, out var address) ? address.Host : null;
            o.UserVerificationRequirement = "required";
            o.ResidentKeyRequirement = "required";
        });
        services.AddDataProtection().SetApplicationName("ServiceDesk").ProtectKeys(configuration);
        services.AddOptions<KeyManagementOptions>().Configure<IServiceScopeFactory>((o, scopes) => o.XmlRepository = new DatabaseXmlRepository(scopes));
        return services;
    }

    /// <summary>Keys lie in the database readable, unless a certificate is given to encrypt them with.</summary>
    private static void ProtectKeys(this IDataProtectionBuilder keys, IConfiguration configuration)
    {
        if (configuration["ServiceDesk:DataProtection:Certificate"] is not { Length: > 0 } path)
            return;
        try
        {
            keys.ProtectKeysWithCertificate(X509CertificateLoader.LoadPkcs12FromFile(path, configuration["ServiceDesk:DataProtection:Password"]));
        }
        catch (Exception e) when (e is CryptographicException or IOException)
        {
            throw new StartRefusedException("ServiceDesk:DataProtection:Certificate cannot be read: " + e.Message, e);
        }
    }

    private static IServiceCollection AddFilesAndMail(this IServiceCollection services) => services
        .AddSingleton<IFileStore, FileStore>()
        .AddSingleton<IPersonalCodes, PersonalCodes>()
        .AddScoped<IMailTransport, PickupFolderTransport>();

    private static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<JobsOptions>().Bind(configuration.GetSection(JobsOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        var catalogue = JobCatalogue.Of(typeof(IJob).Assembly, typeof(Registration).Assembly);
        foreach (var job in catalogue.Types.Values)
            services.AddScoped(job);
        services.AddSingleton(catalogue);
        services.AddSingleton<JobBoard>().AddSingleton<IJobBoard>(s => s.GetRequiredService<JobBoard>());
        return services.AddHostedService<JobRunner>();
    }

    private static IServiceCollection AddHealth(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<HealthOptions>().Bind(configuration.GetSection(HealthOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddHealthChecks()
            .AddCheck<DatabaseHealth>("database")
            .AddCheck<DiskHealth>("disk")
            .AddCheck<JobsHealth>("jobs")
            .AddCheck<OutboxHealth>("outbox")
            .AddCheck<ClocksHealth>("clocks");
        return services;
    }

    /// <summary>A use case is a plain class named XHandler, injected as itself.</summary>
    private static IServiceCollection AddUseCases(this IServiceCollection services)
    {
        foreach (var handler in typeof(IServiceDeskDb).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.Name.EndsWith("Handler", StringComparison.Ordinal)))
            services.TryAddScoped(handler);
        services.AddSingleton<TallyStore>().AddScoped<ResultReader>().AddScoped<ResultGroups>();
        services.AddSingleton<DeadlineCache>().AddScoped<DeadlineNumbers>().AddScoped<CalendarProvider>().AddScoped<StandardProvider>().AddScoped<ChangePreviewer>().AddScoped<DeadlineEditor>();
        services.AddScoped<ClockStarter>().AddScoped<PromiseLimits>().AddScoped<RegisterNumbers>().AddScoped<CaseRouter>().AddScoped<CatalogueEditor>().AddScoped<CaseRegistrar>().AddScoped<UnitHeads>();
        services.AddScoped<CaseWriter>().AddScoped<LetterWriter>().AddScoped<ChangeLog>().AddScoped<ReadLog>().AddScoped<PersonScopes>().AddScoped<ErasureTerms>().AddScoped<IPersonStore, PersonStore>().AddScoped<EmployeeDeparture>();
        services.AddScoped<LetterComposer>().AddScoped<DraftShelf>().AddScoped<RegisteredLetters>().AddScoped<LetterFacts>().AddSingleton<PreparedTextCache>();
        services.AddScoped<CaseLists>();
        services.AddScoped<ClientFinder>().AddScoped<ClientSketches>();
        foreach (var source in typeof(ITimelineSource).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && typeof(ITimelineSource).IsAssignableFrom(t)))
            services.AddScoped(typeof(ITimelineSource), source);
        services.AddSingleton<ClientEntryCheck>().AddScoped<ClientEditor>();
        services.AddScoped<MergedLetters>().AddScoped<DuplicateFinder>().AddScoped<Impartial>().AddScoped<EmployeesNamed>();
        services.AddScoped<CompanyImporter>().AddScoped<RegisterImporter>().AddScoped<ClientImporter>();
        services.AddScoped<IFileImporter>(s => s.GetRequiredService<RegisterImporter>()).AddScoped<IFileImporter>(s => s.GetRequiredService<ClientImporter>());
        foreach (var follower in typeof(IFollowsClient).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && typeof(IFollowsClient).IsAssignableFrom(t)))
            services.AddScoped(typeof(IFollowsClient), follower);
        services.AddScoped<ProtectionEditor>().AddScoped<ProtectionStaff>().AddScoped<RetentionTerms>().AddScoped<BreachLetters>().AddScoped<PersonRequestReminders>().AddScoped<ConsentLetters>();
        foreach (var source in typeof(IRetentionSource).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && typeof(IRetentionSource).IsAssignableFrom(t)))
            services.AddScoped(typeof(IRetentionSource), source);
        foreach (var source in typeof(IOwnTermSource).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && typeof(IOwnTermSource).IsAssignableFrom(t)))
            services.AddScoped(typeof(IOwnTermSource), source);
        services.AddScoped<ArchiveDesk>().AddScoped<FilingPlan>().AddScoped<ArchiveChoices>().AddScoped<ArchivePapers>()
            .AddScoped<ArchiveGoing>().AddScoped<ArchiveManifests>().AddScoped<ArchiveActTexts>().AddScoped<Destroyer>();
        foreach (var things in typeof(IImprovementThings).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && typeof(IImprovementThings).IsAssignableFrom(t)))
            services.AddScoped(typeof(IImprovementThings), things);
        services.AddScoped<ImprovementThings>().AddScoped<QualityDesk>();
        foreach (var kind in typeof(IDocumentKind).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && typeof(IDocumentKind).IsAssignableFrom(t)))
            services.AddSingleton(typeof(IDocumentKind), kind);
        services.AddSingleton<DocumentKinds>().AddScoped<DocumentFaces>().AddScoped<DocumentProposals>().AddScoped<DocumentDesk>().AddScoped<DocumentPress>().AddScoped<ContractPeople>().AddScoped<IFollowsDocument, ContractsFollow>()
            .AddScoped<ClaimsFollow>().AddScoped<IFollowsDocument>(s => s.GetRequiredService<ClaimsFollow>());
        services.AddScoped<CirculationDesk>().AddScoped<RouteGate>().AddScoped<IFollowsDocument, RoutesFollow>();
        services.AddOptions<CirculationOptions>().BindConfiguration(CirculationOptions.Section);
        return services.AddSeeds(typeof(IServiceDeskDb).Assembly);
    }

    private static IServiceCollection AddSeeds(this IServiceCollection services, Assembly assembly)
    {
        foreach (var seed in assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && typeof(ISeed).IsAssignableFrom(t)))
        {
            services.AddScoped(seed);
            services.AddScoped(typeof(ISeed), s => s.GetRequiredService(seed));
        }

        return services;
    }
}
