using System.Globalization;
using TalksWatcher.Digests.Outbox;
using TalksWatcher.Sources;

namespace TalksWatcher.Flow;

/// <summary>Tells the operator of sources that fail lastingly, are gone, or answer again: by mail where one is configured, and in the log.</summary>
internal sealed class SourceNotices(OperatorMail mail, TimeProvider clock, ILogger log)
{
    public void Report(string watch, string source, SourceNotice notice, PollResult poll)
    {
        var reason = poll.Failure?.Name() ?? "";
        switch (notice.Event)
        {
            case SourceEvent.Failing: Log.SourceFailing(log, watch, source, reason, notice.Since); break;
            case SourceEvent.Disabled: Log.SourceDisabled(log, watch, source, reason); break;
            case SourceEvent.Recovered: Log.SourceRecovered(log, watch, source, notice.Since); break;
        }
    }

    /// <returns>The letter; <c>null</c> where no operator is configured.</returns>
    public OutboxMail? Write(string watch, SourceDefinition source, SourceNotice notice, PollResult poll)
    {
        // The row of failures, not the moment of telling, is what must not be told twice.
        var key = string.Create(CultureInfo.InvariantCulture, $"{watch}\n{source.Name}\n{notice.Event}\n{notice.Since.ToUnixTimeMilliseconds()}");
        var (subject, lines) = notice.Event switch
        {
            SourceEvent.Failing => Failing(source, notice, poll),
            SourceEvent.Disabled => Disabled(source),
            _ => Recovered(source, notice),
        };
        return mail.Write(key, $"TalksWatcher: {subject}", [.. lines, $"Source: {source.Name}, watch: {watch}, place: {source.Url ?? source.Path}"]);
    }

    private static (string Subject, string[] Lines) Failing(SourceDefinition source, SourceNotice notice, PollResult poll) => (
        $"{source.Name} has not answered since {Time(notice.Since)}",
        [
            string.Create(CultureInfo.InvariantCulture, $"{source.Name} has failed {poll.NewState.FailuresInRow} times in a row since {Time(notice.Since)}; all other sources go on."),
            $"Last reason: {poll.Failure?.Name()}. {poll.Detail}",
            $"It is asked again by itself, and you hear of it once more when it answers. To ask now: talkswatcher sources check {source.Name}",
        ]);

    private static (string Subject, string[] Lines) Disabled(SourceDefinition source) => (
        $"{source.Name} is gone and no longer asked",
        [
            "The server says that it is gone for good (410), so it is not asked any more.",
            $"Give it another address, take it out of the configuration, or have it asked again: talkswatcher sources enable {source.Name}",
        ]);

    private (string Subject, string[] Lines) Recovered(SourceDefinition source, SourceNotice notice) => (
        $"{source.Name} answers again",
        [string.Create(CultureInfo.InvariantCulture, $"{source.Name} had failed since {Time(notice.Since)}, for {(clock.GetUtcNow() - notice.Since).TotalHours:F1} hours; now it answers.")]);

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
