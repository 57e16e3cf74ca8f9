using BenchmarkDotNet.Running;
using TalksWatcher.Sources.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(ArticleBenchmark).Assembly).Run(args);
