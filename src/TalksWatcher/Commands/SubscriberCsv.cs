using System.Globalization;
using CsvHelper;
using TalksWatcher.Claims;
using TalksWatcher.Digests;
using TalksWatcher.Digests.Readers;
using TalksWatcher.Flow;
using TalksWatcher.Ledger;
using TalksWatcher.Storage;
using TalksWatcher.Storage.Rows;

namespace TalksWatcher.Commands;

/// <summary>
/// Subscribers as CSV (RFC 4180) with a header line. Times are "08:00", topics are parted by blanks, values are written as
/// in <c>talkswatcher.json</c>; an empty field is the default. Columns for people (reason, added) are written and not read.
/// </summary>
internal static class SubscriberCsv
{
    private const int MostFaults = 100;
    private const string FormulaStarts = "=+-@";

    private static readonly CsvReaderOptions ReaderOptions = CsvReaderOptions.Default with
    {
        Separator = ',',
        TrimWhitespace = true,
        MaxRecordSize = 64 * 1024,
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
        FieldCountMismatch = CsvFieldCountHandling.Throw,
    };

    /// <summary>A spreadsheet must not run a name as a formula.</summary>
    private static readonly CsvWriterOptions WriterOptions = CsvWriterOptions.Default with { Injection = CsvInjection.Escape };

    private static readonly string[] Wishes = ["address", "name", "pace", "at", "day", "timeZone", "quietFrom", "quietTo", "topics", "stillWatching", "state"];
    private static readonly string[] Told = ["reason", "added"];

    /// <param name="Faults">One for each faulty row, with its line; empty where all may be taken.</param>
    internal sealed record Rows(IReadOnlyList<(string Address, Subscriber Wishes, SubscriberState State)> Subscribers, IReadOnlyList<string> Faults);

    /// <summary>Reads and checks every row before any is used.</summary>
    public static Rows Read(TextReader text)
    {
        using var csv = CsvReader.Create(text, ReaderOptions, leaveOpen: true);
        var (subscribers, faults, seen) = (new List<(string, Subscriber, SubscriberState)>(), new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        try
        {
            csv.ReadHeader();
            if (HeaderFault(csv.Headers) is { } unknown)
                return new Rows([], [$"line 1: {unknown}"]);
            while (faults.Count < MostFaults && csv.Read())
                if (RowFault(csv, seen, out var row) is { } fault)
                    faults.Add($"line {csv.LineNumber}: {OneLine.Of(fault)}");
                else
                    subscribers.Add(row);
        }
        catch (CsvFormatException e)
        {
            faults.Add($"line {e.LineNumber}: is no valid CSV");
        }

        return new Rows(subscribers, faults);
    }

    /// <returns>How many were written.</returns>
    public static async Task<int> WriteAsync(TextWriter text, IAsyncEnumerable<StoredSubscriber> subscribers)
    {
        await using var csv = CsvWriter.Create(text, WriterOptions, leaveOpen: true);
        csv.WriteRecord([.. Wishes, .. Told]);
        var written = 0;
        await foreach (var subscriber in subscribers)
        {
            csv.WriteRecord([.. Fields(subscriber)]);
            written++;
        }

        await csv.FlushAsync();
        return written;
    }

    private static IEnumerable<string> Fields(StoredSubscriber s) =>
    [
        s.Address, s.Wishes.Name ?? "", Words.Of(s.Wishes.Pace), Time(s.Wishes.At), Words.Of(s.Wishes.Day), s.Wishes.TimeZone,
        s.Wishes.Quiet is { } from ? Time(from.From) : "", s.Wishes.Quiet is { } to ? Time(to.To) : "",
        string.Join(' ', s.Wishes.Topics.Select(Words.Of)), s.Wishes.StillWatching ? "true" : "false", Words.Of(s.State),
        OneLine.Of(s.Reason), s.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    ];

    private static string? HeaderFault(IReadOnlyList<string> header)
    {
        var unknown = header.Except([.. Wishes, .. Told], StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
            return $"unknown column \"{OneLine.Of(unknown[0])}\"; begin with a header line of {string.Join(", ", Wishes)}";
        return header.Contains("address", StringComparer.Ordinal) ? null : "the column address is missing";
    }

    /// <returns>What is wrong with the row; <c>null</c> where nothing is.</returns>
    private static string? RowFault(CsvReader csv, HashSet<string> seen, out (string Address, Subscriber Wishes, SubscriberState State) row)
    {
        row = default;
        if (!MailAddressRule.TryNormalise(Field(csv, "address"), out var address))
            return $"\"{Field(csv, "address")}\" is no mail address";
        if (!seen.Add(MailAddressRule.KeyOf(address)))
            return $"{address} is there twice";
        try
        {
            var wishes = Read(csv);
            if (!TimeZoneInfo.TryFindSystemTimeZoneById(wishes.TimeZone, out _))
                return $"\"{wishes.TimeZone}\" is no IANA time zone like Europe/Kyiv";
            row = (address, wishes, Value(csv, "state", SubscriberState.Active));
            return null;
        }
        catch (FormatException e)
        {
            return e.Message;
        }
    }

    /// <exception cref="FormatException">A field holds no such value.</exception>
    private static Subscriber Read(CsvReader csv) => new()
    {
        Address = Field(csv, "address"),
        Name = Field(csv, "name") is { Length: > 0 } name ? OneLine.Of(name) : null,
        Pace = Value(csv, "pace", Pace.AtOnce),
        At = Time(csv, "at") ?? new TimeOnly(8, 0),
        Day = Value(csv, "day", DayOfWeek.Monday),
        TimeZone = Field(csv, "timeZone") is { Length: > 0 } zone ? zone : "UTC",
        Quiet = (Time(csv, "quietFrom"), Time(csv, "quietTo")) switch
        {
            (null, null) => null,
            ({ } from, { } to) => new QuietHours(from, to),
            _ => throw new FormatException("quiet hours need quietFrom and quietTo"),
        },
        Topics = Field(csv, "topics").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => Value<Topic>("topics", word)).ToValueList(),
        StillWatching = Field(csv, "stillWatching") switch
        {
            "" or "false" => false,
            "true" => true,
            var other => throw new FormatException($"stillWatching \"{other}\" is neither true nor false"),
        },
    };

    /// <summary>Without the mark that export sets before what a spreadsheet would run.</summary>
    private static string Field(CsvReader csv, string column)
    {
        var field = csv.TryGetFieldIndex(column, out var index) ? csv.GetString(index) : "";
        return field is ['\'', var first, ..] && FormulaStarts.Contains(first, StringComparison.Ordinal) ? field[1..] : field;
    }

    private static T Value<T>(CsvReader csv, string column, T usual)
        where T : struct, Enum => Field(csv, column) is { Length: > 0 } word ? Value<T>(column, word) : usual;

    private static T Value<T>(string column, string word)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            if (Words.Of(value) == word)
                return value;
        throw new FormatException($"{column} \"{word}\" is not known; write one of {string.Join(", ", Enum.GetValues<T>().Select(Words.Of))}");
    }

    private static TimeOnly? Time(CsvReader csv, string column)
    {
        var text = Field(csv, column);
        if (text.Length == 0)
            return null;
        return TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time : throw new FormatException($"{column} \"{text}\" is no time like 08:00");
    }

    private static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
