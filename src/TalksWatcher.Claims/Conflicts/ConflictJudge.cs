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
    private readonly HashSet<string> warring;
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
        warring = vocabulary.Warring.ToHashSet(StringComparer.Ordinal);
        foreach (var conflict in vocabulary.OtherConflicts)
        {
            foreach (var cue in conflict.Cues)
                others.Add(cue, conflict);
        }

        foreach (var name in vocabulary.WarNames)
            wars.Add(name, name);
    }

    public ConflictView View(IReadOnlyList<MarkedSentence> sentences) => new([.. sentences.Select(Weigh)], sentences);

    /// <summary>"for the first time since the start of the war": when, not what about.</summary>
    private bool IsDate(MarkedSentence sentence, int war)
    {
        for (var at = war - 1; at >= 0 && war - at <= DateReach; at--)
        {
            if (sentence.Word(at) is "since" or "before")
                return true;
            if (!starts.Contains(sentence.Word(at))
                && !(sentence.MentionAt(at)?.Actor is { } actor && warring.Contains(actor)))
                return false;
        }

        return false;
    }

    private ConflictWeight Weigh(MarkedSentence sentence)
    {
        var (own, other, named, aside) = (0, 0, 0, 0);
        var isTopic = false;
        HashSet<string>? sides = null;
        HashSet<string>? represented = null;
        foreach (var mention in sentence.Mentions)
        {
            if (mention.Actor is not { } actor || !warring.Contains(actor))
                continue;
            (sides ??= new(StringComparer.Ordinal)).Add(actor);
            named++;
            if (mention.IsPerson)
                (represented ??= new(StringComparer.Ordinal)).Add(actor);
        }

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

        return new ConflictWeight(own + named, other, sides?.Count ?? 0)
        {
            NamesWar = isTopic,
            Strangers = sentence.Mentions.Count(IsStranger),
            Negotiators = sentence.Mentions.Count(m => m.IsPerson && m.Actor is { } actor && warring.Contains(actor)),
            Named = sides ?? ConflictWeight.Nobody,
            Represented = represented ?? ConflictWeight.Nobody,
            Aside = aside,
        };
    }

    /// <summary>A country, or one who acts for it, that is neither a side nor a mediator, and not as a place.</summary>
    private bool IsStranger(Mention mention) =>
        mention.Actor is { } actor && !warring.Contains(actor) && !mediators.Contains(actor) && mention.Kind is NameKind.Country or NameKind.Adjective or NameKind.Demonym or NameKind.Body or NameKind.Person or NameKind.Office;

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
