using System.Globalization;
using TalksWatcher.Storage.Benchmarks;

// dotnet run -c Release --project tests/TalksWatcher.Storage.Benchmarks -- [REPORTS] [FILE] [SECONDS]
// A run that the seconds cut short goes on where it stopped when it is started again with the same file.
var reports = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10_000;
var file = args.Length > 1 ? args[1] : Path.Combine(Directory.CreateTempSubdirectory("talkswatcher-benchmark-").FullName, "benchmark.db");
var seconds = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : int.MaxValue;
var corpus = VariedCorpus.Read();
if (!File.Exists(file))
    await LedgerBenchmark.WarmUpAsync(corpus);
var samples = new SampleFile(file + ".csv");
await new LedgerBenchmark(corpus, file, samples).RunAsync(reports, TimeSpan.FromSeconds(seconds));
await Console.Out.WriteLineAsync(FigureTable.Of(samples.Read(), await LedgerBenchmark.RestartAsync(file), new FileInfo(file).Length));
