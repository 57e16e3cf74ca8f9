using TalksWatcher.Claims.Events.Outcomes;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events;

/// <summary>One rule: phrases that say the same of an event.</summary>
/// <param name="Status">Fixed by the phrase; <c>null</c> where the verb's tense decides.</param>
/// <param name="Certainty">Fixed by the phrase; <c>null</c> where the sentence decides.</param>
/// <param name="Start">The verb begins the event ("opened"), so a past form means it is under way.</param>
/// <param name="Link">How the phrase is tied to the noun of the event.</param>
/// <param name="Reach">How many tokens may lie between phrase and noun.</param>
/// <param name="NegatedWords">The phrases hold their negation themselves.</param>
/// <param name="Groups">The phrase names delegations or leaders, so its sentence need not name sides.</param>
/// <param name="Venue">The phrase tells of a place; who would meet there and how high is told elsewhere.</param>
/// <param name="Level">Who meets where the sentence does not tell how high they rank.</param>
/// <param name="Past">Heard only in a past or finished tense.</param>
/// <param name="Journey">Whoever has set out or arrived is yet to meet.</param>
/// <param name="WithLeaders">Heard in sentences in which a leader acts, too.</param>
/// <param name="After">Heard only after an event of this status was told, or "any": it need not be named again.</param>
/// <param name="Sides">Where nobody is named, both sides of the war are meant.</param>
/// <param name="Named">Heard only where the sentence names the event itself, not where it points back to it.</param>
/// <param name="Beside">Told even beside a stronger phrase of its clause.</param>
/// <param name="HasStance">Whoever is the subject of the phrase stands for what it tells.</param>
/// <param name="AmidTalks">Heard only where its sentence or one shortly before speaks of talks or teams.</param>
/// <param name="Topic">What of the event the rule tells, where that is not the event as a whole.</param>
/// <param name="Outcome">What the phrase tells to have come of a meeting.</param>
/// <param name="Rank">Of several rules for one event the highest is heard.</param>
internal sealed record CueRule(
    string Name,
    ClaimStatus? Status,
    Certainty? Certainty,
    bool Start,
    CueLink Link,
    int Reach,
    int Rank,
    string? Role,
    bool Past = false,
    bool NegatedWords = false,
    bool Groups = false,
    bool Venue = false,
    MeetingLevel? Level = null,
    bool Journey = false,
    bool WithLeaders = true,
    string? After = null,
    bool Sides = false,
    bool Named = false,
    bool Beside = false,
    bool HasStance = true,
    bool AmidTalks = false,
    CueTopic Topic = CueTopic.Event,
    ToldOutcome Outcome = ToldOutcome.Silent);

internal enum CueLink
{
    /// <summary>The noun may stand on either side.</summary>
    Either,

    /// <summary>The noun is the verb's subject: "talks took place".</summary>
    Subject,

    /// <summary>The noun is the verb's object, or the subject of its passive: "held talks", "talks were held".</summary>
    Object,

    /// <summary>The noun is the verb's object or stands in its clause: "proposed that talks be held".</summary>
    Content,

    /// <summary>The noun is the verb's subject or its object: "talks ended", "ended the talks".</summary>
    Both,

    /// <summary>The phrase needs no noun: "the envoys met".</summary>
    None,
}

/// <summary>All rules of one folder.</summary>
internal sealed class CueRules
{
    private readonly RuleIndex<CueRule> index = new();

    public CueRules(Lexicon lexicon, IReadOnlyList<RuleFile> files, string folder)
    {
        foreach (var file in files.Where(f => f.Folder == folder))
            Add(lexicon, file);
    }

    public IReadOnlyList<(CueRule Rule, PatternMatch Match)> Matches(MarkedSentence sentence) => index.Matches(sentence);

    private void Add(Lexicon lexicon, RuleFile file)
    {
        var rule = new CueRule(file.Name, null, null, false, CueLink.Either, 15, 0, null);
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
        "link" => rule with { Link = Value<CueLink>(file, line, value) },
        "reach" => rule with { Reach = Number(file, line, value) },
        "past" => rule with { Past = value == "yes" },
        "negated" => rule with { NegatedWords = value == "inside" },
        "groups" => rule with { Groups = value == "yes" },
        "level" => rule with { Level = Value<MeetingLevel>(file, line, value) },
        "venue" => rule with { Venue = value == "yes" },
        "leaders" => rule with { WithLeaders = value != "no" },
        "sides" => rule with { Sides = value == "yes" },
        "named" => rule with { Named = value == "yes" },
        "stance" => rule with { HasStance = value != "none" },
        "beside" => rule with { Beside = value == "yes" },
        "journey" => rule with { Journey = value == "yes" },
        "after" => rule with { After = value },
        "amid" => rule with { AmidTalks = value == "talks" },
        "topic" => rule with { Topic = Value<CueTopic>(file, line, value) },
        "outcome" => rule with { Outcome = Value<ToldOutcome>(file, line, value) },
        "role" => rule with { Role = value },
        "rank" => rule with { Rank = Number(file, line, value) },
        _ => throw file.Fault(line, $"unknown setting '{key}'"),
    };

    private static int Number(RuleFile file, int line, string value) =>
        int.TryParse(value, out var number) ? number : throw file.Fault(line, $"'{value}' is no number");

    private static T Value<T>(RuleFile file, int line, string value)
        where T : struct, Enum =>
        Enum.TryParse<T>(value.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var parsed)
            ? parsed
            : throw file.Fault(line, $"'{value}' is none of {string.Join(", ", Enum.GetNames<T>())}");
}
