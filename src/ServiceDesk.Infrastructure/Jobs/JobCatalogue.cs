using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using ServiceDesk.Application.Shared.Jobs;

namespace ServiceDesk.Infrastructure.Jobs;

/// <summary>The job classes by name.</summary>
internal sealed class JobCatalogue(IReadOnlyDictionary<string, Type> types)
{
    public IReadOnlyDictionary<string, Type> Types { get; } = types;

    public static JobCatalogue Of(params IEnumerable<Assembly> assemblies) => new(assemblies
        .SelectMany(a => a.GetTypes())
        .Where(t => t is { IsClass: true, IsAbstract: false } && typeof(IJob).IsAssignableFrom(t))
        .ToDictionary(NameOf));

    public static string NameOf(Type job) => job.Name.EndsWith("Job", StringComparison.Ordinal) ? job.Name[..^3] : job.Name;

    public IJob Make(string name, IServiceProvider scope) => (IJob)scope.GetRequiredService(Types[name]);
}
