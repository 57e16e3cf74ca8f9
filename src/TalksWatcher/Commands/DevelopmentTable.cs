using System.Globalization;
using Spectre.Console;
using TalksWatcher.Flow;
using TalksWatcher.Ledger;

namespace TalksWatcher.Commands;

/// <summary>Developments for people: topic, was → now, certainty, who says, outlet.</summary>
internal static class DevelopmentTable
{
    public static Table Of(IEnumerable<Development> developments)
    {
        var table = new Table().RoundedBorder().AddColumns("date", "topic", "change", "was → now", "certainty", "who says", "outlet");
        foreach (var d in developments)
            table.AddRow(
                d.At.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                Words.Of(d.Topic),
                Words.Of(d.Change) + (d.Held ? " (held)" : "") + (d.Inferred ? " (inferred)" : ""),
                Markup.Escape(d.Headline),
                d.Now.Certainty is { } certainty ? Words.Of(certainty) : "",
                Markup.Escape(string.Join(", ", d.Now.Says)),
                Markup.Escape(string.Join(", ", d.Support.Select(s => s.Outlet ?? s.Voice).Distinct(StringComparer.Ordinal).Take(3))));
        return table;
    }
}
