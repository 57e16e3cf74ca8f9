using System.ComponentModel.DataAnnotations;
using TalksWatcher.Claims;
using TalksWatcher.Digests;

namespace TalksWatcher.Configuration;

/// <summary><c>config/talkswatcher.json</c>: what an operator sets. Durations are "hh:mm:ss" or "d.hh:mm:ss"; times UTC.</summary>
public sealed record Settings
{
    /// <summary>Version of this file's format; 1.</summary>
    [Range(1, 1, ErrorMessage = "this program reads schema 1")]
    public required int Schema { get; init; }

    public StorageSettings Storage { get; init; } = new();
    public ScheduleSettings Schedule { get; init; } = new();
    public ReadingSettings Reading { get; init; } = new();
    public FetchingSettings Fetching { get; init; } = new();
    public MailSettings Mail { get; init; } = new();

    /// <summary>Switches lists of sources on or off by name, whatever they say themselves ("public": true). Names are lower case.</summary>
    public IReadOnlyDictionary<string, bool> SourceLists { get; init; } = new Dictionary<string, bool>(StringComparer.OrdinalIgnoreCase);
    public ListenerSettings Listener { get; init; } = new();
    public TelemetrySettings Telemetry { get; init; } = new();

    /// <summary>Subscribers to start with; they count as confirmed. More are added by <c>subscribers add</c>.</summary>
    public ValueList<Subscriber> Subscribers { get; init; } = [];
}

public sealed record ScheduleSettings
{
    /// <summary>Time between two polls of a source that names none of its own. Default 15 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "7.00:00:00", ErrorMessage = "5 seconds to 7 days")]
    public TimeSpan Poll { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>The longest time between two polls of a source that brings nothing new. Default 1 hour.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "7.00:00:00", ErrorMessage = "5 seconds to 7 days")]
    public TimeSpan PollQuiet { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The longest wait that a server's wishes or a row of failures may cause. Default 1 day.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "7.00:00:00", ErrorMessage = "5 seconds to 7 days")]
    public TimeSpan PollMost { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How often digests that have come due are built. Default 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ErrorMessage = "1 second to 1 day")]
    public TimeSpan Digests { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How often the outbox is looked at. Default 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "1 second to 1 hour")]
    public TimeSpan Outbox { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often the configuration is looked at for changes. Default 10 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ErrorMessage = "1 second to 1 day")]
    public TimeSpan Reload { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How often what is kept for a time only is dropped. Default 1 day.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "30.00:00:00", ErrorMessage = "1 second to 30 days")]
    public TimeSpan Forgetting { get; init; } = TimeSpan.FromDays(1);
}

public sealed record ReadingSettings
{
    /// <summary>A baseline older than this at the first start gives one catch-up digest instead of alarms. Default 14 days.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00", ErrorMessage = "1 to 3650 days")]
    public TimeSpan CatchUpAfter { get; init; } = TimeSpan.FromDays(14);

    /// <summary>Digests name the sources that have failed for longer than this. Default 1 day.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "90.00:00:00", ErrorMessage = "1 minute to 90 days")]
    public TimeSpan DarkAfter { get; init; } = TimeSpan.FromDays(1);
}

public sealed record FetchingSettings
{
    /// <summary>Whom a site's owner can write to; part of the User-Agent.</summary>
    [MinLength(3, ErrorMessage = "an address or web page a site's owner can reach")]
    public string Contact { get; init; } = "operator@talkswatcher.example";

    /// <summary>
    /// Host names, addresses or networks ("feeds.internal", "10.1.2.3", "10.1.0.0/16") that may be reached though they are private
    /// or loopback; everything else must be public. Names and addresses may be reached on any port.
    /// </summary>
    public ValueList<string> AllowPrivateHosts { get; init; } = [];

    /// <summary>Total time for one poll of one address, retries included. Default 90 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ErrorMessage = "1 second to 10 minutes")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>Time for one attempt, of which the total may hold several. Default 20 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00", ErrorMessage = "1 second to 10 minutes")]
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The operator is told of a source that has failed for this long, three times in a row at least. Default 1 hour.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00", ErrorMessage = "0 to 30 days")]
    public TimeSpan TellAfter { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Least time between two requests to one host. Default half a second.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00", ErrorMessage = "0 to 10 minutes")]
    public TimeSpan HostSpacing { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Largest response in bytes, after decompression. Default 10 MB.</summary>
    [Range(1024, 104_857_600, ErrorMessage = "1 KB to 100 MB")]
    public int MaximumBytes { get; init; } = 10 * 1024 * 1024;
}

public sealed record ListenerSettings
{
    /// <summary>Whether health and metrics are served over HTTP.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Address to listen on; loopback unless the operator says otherwise.</summary>
    [RegularExpression("https?://[^ /]+(:[0-9]+)?", ErrorMessage = "write it like http://127.0.0.1:8765")]
    public string Address { get; init; } = "http://127.0.0.1:8765";

    /// <summary>Not ready when no source has answered for longer than this. Default 2 hours.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "30.00:00:00", ErrorMessage = "5 seconds to 30 days")]
    public TimeSpan SilenceLimit { get; init; } = TimeSpan.FromHours(2);

    /// <summary>Not ready when a mail has been due for longer than this. Default 1 hour.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "30.00:00:00", ErrorMessage = "5 seconds to 30 days")]
    public TimeSpan OutboxLimit { get; init; } = TimeSpan.FromHours(1);
}

public sealed record TelemetrySettings
{
    /// <summary>Collector that receives metrics and traces (OTLP over gRPC or HTTP); <c>null</c> sends none.</summary>
    public string? OtlpEndpoint { get; init; }
}
