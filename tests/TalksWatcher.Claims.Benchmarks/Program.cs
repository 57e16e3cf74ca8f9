using System.Globalization;
using BenchmarkDotNet.Running;
using TalksWatcher.Claims.Benchmarks;

if (args is ["corpus", ..])
    CorpusRun.Print(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 100);
else if (args is ["linear"])
    LinearityTable.Print();
else
    BenchmarkSwitcher.FromAssembly(typeof(ReadingBenchmark).Assembly).Run(args);
