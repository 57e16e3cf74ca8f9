using TalksWatcher.Sources;

namespace TalksWatcher;

/// <summary>Every event the worker logs, with a stable id; values are fields, never prose.</summary>
internal static partial class Log
{
    [LoggerMessage(100, LogLevel.Information, "Started: {Version}, mail client {MailClient}, configuration {Folder}")]
    public static partial void Started(ILogger log, string version, string mailClient, string folder);

    [LoggerMessage(101, LogLevel.Information, "Stopping: draining what is under way")]
    public static partial void Stopping(ILogger log);

    [LoggerMessage(102, LogLevel.Warning, "No publicUrl is set: mails offer unsubscribing by mail only")]
    public static partial void NoPublicUrl(ILogger log);

    [LoggerMessage(103, LogLevel.Warning, "No mail.bounces is set: nobody but you reads bounces, complaints and the mail of readers who unsubscribe")]
    public static partial void NoBounceMailbox(ILogger log);

    [LoggerMessage(110, LogLevel.Information, "Baseline seeded: {Watch}, {Reports} reports")]
    public static partial void BaselineSeeded(ILogger log, string watch, int reports);

    [LoggerMessage(120, LogLevel.Information, "Configuration read anew: {Watches} watches, {Sources} sources")]
    public static partial void Reloaded(ILogger log, int watches, int sources);

    [LoggerMessage(121, LogLevel.Warning, "Configuration refused, the old one goes on: {Fault}")]
    public static partial void ReloadRefused(ILogger log, string fault);

    [LoggerMessage(122, LogLevel.Warning, "Changed in the configuration, takes effect at the next start: {Section}")]
    public static partial void NeedsRestart(ILogger log, string section);

    [LoggerMessage(130, LogLevel.Warning, "The clock was set back: {Jobs} jobs that waited for a time far off start anew")]
    public static partial void ClockSetBack(ILogger log, int jobs);

    [LoggerMessage(200, LogLevel.Information, "Polled: {Watch}/{Source} {Outcome}, {Documents} documents, {Added} new")]
    public static partial void Polled(ILogger log, string watch, string source, PollOutcome outcome, int documents, int added);

    [LoggerMessage(201, LogLevel.Warning, "Poll failed: {Watch}/{Source} {Reason}, {FailuresInRow} in a row: {Detail}")]
    public static partial void PollFailed(ILogger log, string watch, string source, string reason, int failuresInRow, string detail);

    [LoggerMessage(202, LogLevel.Warning, "Report not readable: {Watch}/{Source} {Fault}")]
    public static partial void ReportFault(ILogger log, string watch, string source, string fault);

    [LoggerMessage(203, LogLevel.Warning, "Source keeps failing: {Watch}/{Source} {Reason} since {Since}")]
    public static partial void SourceFailing(ILogger log, string watch, string source, string reason, DateTimeOffset since);

    [LoggerMessage(204, LogLevel.Information, "Source answers again: {Watch}/{Source}, had failed since {Since}")]
    public static partial void SourceRecovered(ILogger log, string watch, string source, DateTimeOffset since);

    [LoggerMessage(205, LogLevel.Warning, "Source is no longer asked: {Watch}/{Source} {Reason}")]
    public static partial void SourceDisabled(ILogger log, string watch, string source, string reason);

    [LoggerMessage(300, LogLevel.Information, "Taken in: {Watch} {Document}, {Claims} claims, {Developments} developments")]
    public static partial void TakenIn(ILogger log, string watch, string document, int claims, int developments);

    [LoggerMessage(301, LogLevel.Information, "Set aside: {Watch} {Document} {Reason}")]
    public static partial void SetAside(ILogger log, string watch, string document, string reason);

    [LoggerMessage(303, LogLevel.Error, "Reading failed, the report is kept aside: {Watch} {Document}")]
    public static partial void Unreadable(ILogger log, Exception fault, string watch, string document);

    [LoggerMessage(302, LogLevel.Information, "Raised: {Watch} {Development} {Topic} {Change} held {Held}")]
    public static partial void Raised(ILogger log, string watch, string development, string topic, string change, bool held);

    [LoggerMessage(400, LogLevel.Information, "Digest built: {Watch} {Letter}, {Developments} developments, {Readers} readers")]
    public static partial void DigestBuilt(ILogger log, string watch, string letter, int developments, int readers);

    [LoggerMessage(402, LogLevel.Information, "{What}: {Done} in {Seconds:0} s, {Rate:0} a second")]
    public static partial void Progress(ILogger log, string what, int done, double seconds, double rate);

    [LoggerMessage(403, LogLevel.Information, "Sign of life: {Watch} {Digest}")]
    public static partial void SignOfLife(ILogger log, string watch, string digest);

    [LoggerMessage(401, LogLevel.Warning, "Digest held by the accident brake: {Watch} {Letter}, {Readers} readers: {Reason}")]
    public static partial void DigestHeld(ILogger log, string watch, string letter, int readers, string reason);

    [LoggerMessage(500, LogLevel.Information, "Outbox: {Sent} sent, {Retried} retried, {Parked} parked")]
    public static partial void OutboxSent(ILogger log, int sent, int retried, int parked);

    [LoggerMessage(502, LogLevel.Warning, "Mail server out of reach, mail waits, next try {NextTry:HH:mm:ss} UTC: {Reason}")]
    public static partial void MailServerDown(ILogger log, DateTimeOffset nextTry, string reason);

    [LoggerMessage(503, LogLevel.Information, "Mail server answers again")]
    public static partial void MailServerUp(ILogger log);

    [LoggerMessage(510, LogLevel.Warning, "Address suspended: {Address}: {Reason}")]
    public static partial void Suspended(ILogger log, string address, string reason);

    [LoggerMessage(511, LogLevel.Information, "Came back from {Address}: {Event}, {Diagnosis}")]
    public static partial void Bounced(ILogger log, string address, string @event, string diagnosis);

    [LoggerMessage(512, LogLevel.Warning, "Came back, but of no mail of ours: {Event}, {Diagnosis}")]
    public static partial void StrangeBounce(ILogger log, string @event, string diagnosis);

    [LoggerMessage(513, LogLevel.Information, "A mail to the bounce address is no report and unsubscribes nobody")]
    public static partial void NoBounce(ILogger log);

    [LoggerMessage(514, LogLevel.Information, "Unsubscribed by mail: {Address}")]
    public static partial void Unsubscribed(ILogger log, string address);

    [LoggerMessage(600, LogLevel.Information, "Forgotten: {Texts} texts, {Letters} letters, {Prints} parts of prints")]
    public static partial void Forgotten(ILogger log, int texts, int letters, int prints);

    [LoggerMessage(900, LogLevel.Error, "Job failed: {Job}")]
    public static partial void JobFailed(ILogger log, Exception exception, string job);
}
