using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace TalksWatcher.Metrics;

/// <summary>
/// The instruments of one meter in the Prometheus text format 0.0.4. Small on purpose: counters, gauges and histograms with
/// the buckets that the instrument advises.
/// </summary>
public sealed class PrometheusText : IDisposable
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private static readonly double[] DefaultBuckets = [0.005, 0.05, 0.5, 5, 50];
    private readonly MeterListener listener = new();
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, Family> families = new(StringComparer.Ordinal);

    public PrometheusText(Meter meter)
    {
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter == meter)
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Record(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Record(instrument, value, tags));
        listener.Start();
    }

    public string Scrape()
    {
        lock (gate)
            foreach (var family in families.Values.Where(f => f.Type == "gauge"))
                family.Series.Clear();
        listener.RecordObservableInstruments();
        var text = new StringBuilder();
        lock (gate)
            foreach (var family in families.Values)
                Write(text, family);
        return text.ToString();
    }

    public void Dispose() => listener.Dispose();

    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = Labels(tags);
        lock (gate)
        {
            if (!families.TryGetValue(instrument.Name, out var family))
                families[instrument.Name] = family = Family.Of(instrument);
            if (!family.Series.TryGetValue(labels, out var series))
                family.Series[labels] = series = new Series(family.Buckets.Length);
            series.Add(family, value);
        }
    }

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var parts = new List<string>(tags.Length);
        foreach (var (name, value) in tags)
            parts.Add($"{name}=\"{Escape(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")}\"");
        parts.Sort(StringComparer.Ordinal);
        return string.Join(',', parts);
    }

    private static string Escape(string value) => value
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);

    private static void Write(StringBuilder text, Family family)
    {
        text.Append("# HELP ").Append(family.Name).Append(' ').Append(family.Help.Replace("\n", " ", StringComparison.Ordinal)).Append('\n');
        text.Append("# TYPE ").Append(family.Name).Append(' ').Append(family.Type).Append('\n');
        foreach (var (labels, series) in family.Series)
            if (family.Type == "histogram")
                WriteHistogram(text, family, labels, series);
            else
                Line(text, family.Name, labels, series.Sum);
    }

    private static void WriteHistogram(StringBuilder text, Family family, string labels, Series series)
    {
        for (var i = 0; i < family.Buckets.Length; i++)
            Line(text, family.Name + "_bucket", Join(labels, $"le=\"{Number(family.Buckets[i])}\""), series.Counts[i]);
        Line(text, family.Name + "_bucket", Join(labels, "le=\"+Inf\""), series.Count);
        Line(text, family.Name + "_sum", labels, series.Sum);
        Line(text, family.Name + "_count", labels, series.Count);
    }

    private static void Line(StringBuilder text, string name, string labels, double value)
    {
        text.Append(name);
        if (labels.Length > 0)
            text.Append('{').Append(labels).Append('}');
        text.Append(' ').Append(Number(value)).Append('\n');
    }

    private static string Join(string labels, string label) => labels.Length == 0 ? label : $"{labels},{label}";

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private sealed record Family(string Name, string Help, string Type, double[] Buckets)
    {
        public SortedDictionary<string, Series> Series { get; } = new(StringComparer.Ordinal);

        public static Family Of(Instrument instrument)
        {
            var type = instrument switch
            {
                Counter<long> or Counter<double> => "counter",
                Histogram<double> => "histogram",
                _ => "gauge",
            };
            var advised = (instrument as Histogram<double>)?.Advice?.HistogramBucketBoundaries?.ToArray();
            return new Family(instrument.Name, instrument.Description ?? "", type, type == "histogram" ? advised ?? DefaultBuckets : []);
        }
    }

    private sealed class Series(int buckets)
    {
        public double Sum { get; private set; }
        public long Count { get; private set; }

        /// <summary>Cumulative, as the format wants them.</summary>
        public long[] Counts { get; } = new long[buckets];

        public void Add(Family family, double value)
        {
            Count++;
            Sum = family.Type == "gauge" ? value : Sum + value;
            for (var i = 0; i < family.Buckets.Length; i++)
                if (value <= family.Buckets[i])
                    Counts[i]++;
        }
    }
}
