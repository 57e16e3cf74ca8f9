using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events;

/// <summary>One rule: phrases that say the same of an event.</summary>
/// <param name="Status">Fixed by the phrase; <c>null</c> where the verb's tense decides.</param>
/// <param name="Certainty">Fixed by the phrase; <c>null</c> where the sentence decides.</param>
/// <param name="Start">The verb begins the event ("opened"), so a past form means it is under way.</param>
/// <param name="IsEvent">The phrase is the event itself ("met"); else it says something of one named nearby.</param>
/// <param name="Rank">Of several rules for one event the highest is heard.</param>
internal sealed record CueRule(
    string Name,
    ClaimStatus? Status,
    Certainty? Certainty,
    bool Start,
    bool IsEvent,
    int Rank,
    string? Role);

/// <summary>All rules of one folder.</summary>
internal sealed class CueRules
{
    private readonly RuleIndex<CueRule> index = new();

    public CueRules(Lexicon lexicon, IReadOnlyList<RuleFile> files, string folder)
    {
        foreach (var file in files.Where(f => f.Folder == folder))
            Add(lexicon, file);
    }

    public IEnumerable<(CueRule Rule, PatternMatch Match)> Matches(MarkedSentence sentence) => index.Matches(sentence);

    private void Add(Lexicon lexicon, RuleFile file)
    {
        var rule = new CueRule(file.Name, null, null, false, false, 0, null);
        var patterns = new List<Pattern>();
        foreach (var (line, text) in file.Lines())
        {
            if (text.IndexOf(": ", StringComparison.Ordinal) is var colon and > 0)
                rule = Set(rule, file, line, text[..colon], text[(colon + 2)..]);
            else
                patterns.Add(lexicon.Read(file, line, text));
        }

        if (patterns.Count == 0)
            throw file.Fault(1, "no patterns");
        foreach (var pattern in patterns)
            index.Add(rule, pattern);
    }

    private static CueRule Set(CueRule rule, RuleFile file, int line, string key, string value) => key switch
    {
        "status" => rule with { Status = Value<ClaimStatus>(file, line, value) },
        "certainty" => rule with { Certainty = Value<Certainty>(file, line, value) },
        "start" => rule with { Start = value == "yes" },
        "event" => rule with { IsEvent = value == "yes" },
        "role" => rule with { Role = value },
        "rank" => int.TryParse(value, out var rank) ? rule with { Rank = rank } : throw file.Fault(line, $"'{value}' is no number"),
        _ => throw file.Fault(line, $"unknown setting '{key}'"),
    };

    private static T Value<T>(RuleFile file, int line, string value)
        where T : struct, Enum =>
        Enum.TryParse<T>(value.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var parsed)
            ? parsed
            : throw file.Fault(line, $"'{value}' is none of {string.Join(", ", Enum.GetNames<T>())}");
}
