using System.Globalization;
using BenchmarkDotNet.Running;
using ServiceDesk.Benchmarks.Clients;
using ServiceDesk.Benchmarks.Deadlines;
using ServiceDesk.Benchmarks.Documents;
using ServiceDesk.Benchmarks.Lists;
using ServiceDesk.Benchmarks.Load;
using ServiceDesk.Benchmarks.Search;
using ServiceDesk.Benchmarks.Surveys;

if (args is ["recompute", ..])
    await Recompute.RunAsync(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 50_000);
else if (args is ["kill", ..])
    return await KillRun.RunAsync(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1_000, args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 9);
else if (args is ["search", var folder])
    return await SearchRun.RunAsync(folder);
else if (args is ["lists", var register])
    await ListsRun.RunAsync(register);
else if (args is ["duplicates", var data, ..])
    await DuplicatesRun.RunAsync(data, args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 50_000);
else if (args is ["companies", var file, ..])
    await CompaniesFile.WriteAsync(file, args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 500_000, args.Length > 3 ? int.Parse(args[3], CultureInfo.InvariantCulture) : 0);
else if (args is ["clients", var filled, ..])
    await ClientsRun.RunAsync(filled, args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 50_000);
else if (args is ["results", var surveyed, ..])
    await ResultsRun.RunAsync(surveyed, args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 20_000);
else if (args is ["print", var prints, ..])
    return await PrintRun.RunAsync(prints, args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 2_000);
else if (args is ["answers", var answered, ..])
    await AnswersRun.RunAsync(answered, args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 4_000);
else
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
