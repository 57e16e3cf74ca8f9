using TalksWatcher;
using TalksWatcher.Commands;

return await CommandLine.RunAsync(args, Terminal.OfProcess());
