using System.Globalization;
using TalksWatcher.Claims.Times;

namespace TalksWatcher.Claims.Tests.Times;

/// <summary>One line of a rule's examples: the day of publication, a text and all mentions to be read from it.</summary>
public sealed record TimeExample(
    string Rule, string File, int Line, DateOnly Published, string Text, ValueList<string> Mentions)
{
    public static IReadOnlyList<TimeExample> All { get; } = Load();

    /// <summary>What the reader makes of it, as the example files write it.</summary>
    public ValueList<string> Read() => TimeReader.Read(Text, Published).Select(m => Write(m, Text)).ToValueList();

    public override string ToString() => $"{File}:{Line} {Text}";

    public static string Write(TimeMention mention, string text)
    {
        var role = mention.Role == TimeRole.On ? "" : $" {mention.Role.ToString().ToLowerInvariant()}";
        var days = mention switch
        {
            { HasInterval: false } => "?",
            _ when mention.From == mention.To => Iso(mention.From),
            _ => $"{Iso(mention.From)}..{Iso(mention.To)}",
        };
        return $"{text.Substring(mention.Start, mention.Length)} = {days}{role}";
    }

    private static string Iso(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture) ?? "";

    private static List<TimeExample> Load()
    {
        var assembly = typeof(TimeExample).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("Times/", StringComparison.Ordinal))
            .SelectMany(name => Parse(name["Times/".Length..], ReadResource(name)))
            .ToList();
    }

    private static string ReadResource(string name)
    {
        using var reader = new StreamReader(typeof(TimeExample).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private static IEnumerable<TimeExample> Parse(string file, string content)
    {
        var rule = "";
        foreach (var (index, line) in content.Split('\n').Index())
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
                rule = line[2..].Trim();
            else if (line.Trim().Length > 0)
                yield return ParseLine(rule, file, index + 1, line);
        }
    }

    private static TimeExample ParseLine(string rule, string file, int number, string line)
    {
        var columns = line.Split(" | ").Select(column => column.Trim()).ToArray();
        if (columns.Length < 3 || (columns.Length % 2 != 0 && columns[2] != "none"))
            throw new FormatException($"{file}:{number} is neither 'published | text | phrase | days' nor '… | none'");
        var mentions = columns[2] == "none" ? [] : columns.Skip(2).Chunk(2).Select(pair => $"{pair[0]} = {pair[1]}");
        var published = DateOnly.Parse(columns[0], CultureInfo.InvariantCulture);
        return new(rule, file, number, published, columns[1], mentions.ToValueList());
    }
}
