using TalksWatcher.Ledger;
using TalksWatcher.Storage.Rows;

namespace TalksWatcher.Storage;

/// <summary>Observations as rows: what is looked for stands in columns, the rest in the JSON.</summary>
internal static class ObservationJson
{
    public static ObservationRow Row(string watch, Observation observation) => new()
    {
        Watch = watch,
        Document = observation.Document,
        Revision = observation.Revision,
        Reading = observation.Reading,
        Published = observation.Published,
        RecordedAt = observation.RecordedAt,
        Outlet = observation.Outlet,
        Print = observation.Print is { } print ? Json.Write(print) : null,
        CopyOf = observation.Copies?.Document,
        CopiedVoice = observation.Copies?.Voice,
        Json = Json.Write(observation with { Print = null, Copies = null }),
    };

    /// <summary>Rows of the first schema have what they copy in their JSON.</summary>
    public static Observation Read(string json, string? copyOf, string? voice)
    {
        var observation = Json.Read<Observation>(json);
        return copyOf is null ? observation : observation with { Copies = new CopiedReport(copyOf, voice!) };
    }
}
