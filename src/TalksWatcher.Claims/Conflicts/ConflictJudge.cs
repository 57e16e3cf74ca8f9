using System.Collections.Frozen;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Conflicts;

/// <summary>Decides whether an event belongs to the watched war: from its sentence, else its paragraph, else the report.</summary>
internal sealed class ConflictJudge
{
    private const int CircumstanceReach = 10;
    private const int DateReach = 9;
    private readonly NameTrie<OtherConflict> others = new();
    private readonly NameTrie<string> wars = new();
    private readonly Dictionary<string, SideSet> warring;
    private readonly HashSet<string> mediators;
    private readonly FrozenSet<string> meetings;
    private readonly FrozenSet<string> circumstances;
    private readonly FrozenSet<string> starts;

    public ConflictJudge(Lexicon lexicon, Vocabulary vocabulary)
    {
        meetings = lexicon.Words("meeting-nouns");
        circumstances = lexicon.Words("circumstance-words");
        starts = lexicon.Words("war-start-words");
        mediators = vocabulary.Mediators.ToHashSet(StringComparer.Ordinal);
        warring = vocabulary.Warring.Select((side, number) => (side, number)).ToDictionary(s => s.side, s => SideSet.Of(s.number), StringComparer.Ordinal);
        foreach (var conflict in vocabulary.OtherConflicts)
        {
            foreach (var cue in conflict.Cues)
                others.Add(cue, conflict);
        }

        foreach (var name in vocabulary.WarNames)
            wars.Add(name, name);
    }

    /// <summary>"for the first time since the start of the war": when, not what about.</summary>
    private bool IsDate(MarkedSentence sentence, int war)
    {
        for (var at = war - 1; at >= 0 && war - at <= DateReach; at--)
        {
            if (sentence.Word(at) is "since" or "before")
                return true;
            if (!starts.Contains(sentence.Word(at))
                && !(sentence.MentionAt(at)?.Actor is { } actor && warring.ContainsKey(actor)))
                return false;
        }

        return false;
    }

    public ConflictWeight Weigh(MarkedSentence sentence)
    {
        var (own, other, aside, isTopic) = (0, 0, 0, false);
        for (var at = 0; at < sentence.Tokens.Length; at++)
        {
            if (others.Longest(sentence.Tokens, at).Value is not null)
            {
                other++;
                aside += IsCircumstance(sentence, at) ? 1 : 0;
            }

            if (wars.Longest(sentence.Tokens, at).Value is null)
                continue;
            own += 2;
            isTopic |= !IsDate(sentence, at);
        }

        var weight = new ConflictWeight(sentence.Sentence.Paragraph, own, other, default) { NamesWar = isTopic, Aside = aside };
        foreach (var mention in sentence.Mentions)
            weight += Weigh(mention, weight.Paragraph);
        return weight;
    }

    private ConflictWeight Weigh(Mention mention, int paragraph) =>
        mention.Actor is { } actor && warring.TryGetValue(actor, out var side)
            ? new ConflictWeight(paragraph, 1, 0, side) { Negotiators = mention.IsPerson ? 1 : 0, Represented = mention.IsPerson ? side : default }
            : new ConflictWeight(paragraph, 0, 0, default) { Strangers = IsStranger(mention) ? 1 : 0 };

    /// <summary>A country, or one who acts for it, that is neither a side nor a mediator, and not as a place.</summary>
    private bool IsStranger(Mention mention) =>
        mention.Actor is { } actor && !warring.ContainsKey(actor) && !mediators.Contains(actor) && mention.Kind is NameKind.Country or NameKind.Adjective or NameKind.Demonym or NameKind.Body or NameKind.Person or NameKind.Office;

    /// <summary>"have been on hold since the war in Iran began": when or why, not what about.</summary>
    private bool IsCircumstance(MarkedSentence sentence, int cue)
    {
        for (var at = cue - 1; at > 0 && cue - at <= CircumstanceReach; at--)
        {
            if (circumstances.Contains(sentence.Word(at)))
                return true;
            if (sentence.Word(at) is "," or ";" or "that" || meetings.Contains(sentence.Word(at)))
                return false;
        }

        return false;
    }
}
