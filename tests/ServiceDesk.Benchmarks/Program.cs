using System.Globalization;
using BenchmarkDotNet.Running;
using ServiceDesk.Benchmarks.Deadlines;

if (args is ["recompute", ..])
    await Recompute.RunAsync(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 50_000);
else
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
