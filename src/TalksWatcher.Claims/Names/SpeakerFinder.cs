using System.Collections.Frozen;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Names;

/// <summary>
/// Who speaks in a sentence: subjects of reporting verbs before or after them, agents of their passives, "according to",
/// "in his words". A sentence without a speaker goes on with the one before it in its paragraph.
/// </summary>
/// <param name="subjects">Made once for all reports, as are <paramref name="phrases"/> of reporting.</param>
internal sealed class SpeakerFinder(Lexicon lexicon, SpeechSubjects subjects, Pattern phrases)
{
    private readonly FrozenSet<string> verbs = lexicon.Words("reporting-verbs");
    private readonly FrozenSet<string> acts = lexicon.Words("speech-acts");
    private readonly FrozenSet<string> views = lexicon.Words("view-nouns");
    private readonly SpeakerMemory memory = new(lexicon);
    private IReadOnlyList<Mention> before = [];
    private int paragraph;

    public static Pattern Phrases(Lexicon lexicon) => lexicon.Phrases("speech-phrases");

    /// <summary>The speakers of a sentence, in order. Call sentence by sentence: pronouns point back.</summary>
    public IReadOnlyList<Mention> Find(MarkedSentence sentence)
    {
        if (sentence.Sentence.Paragraph != paragraph)
            before = [];
        paragraph = sentence.Sentence.Paragraph;
        var speakers = Named(sentence);
        var found = speakers.Count > 0 ? speakers : before;
        memory.Close(sentence, isSpoken: found.Count > 0);
        before = [.. found.Select(SpeakerMemory.Elsewhere)];
        return found;
    }

    private List<Mention> Named(MarkedSentence sentence)
    {
        var speakers = new List<Mention>();
        if (Labelled(sentence) is { } label)
            Add(speakers, label);
        var matcher = sentence.Matcher;
        for (var at = 0; at < sentence.Tokens.Length; at++)
        {
            if (At(sentence, matcher, at) is not { } speaker)
                continue;
            if (speaker.First >= 2 && subjects.Partner(sentence, speaker) is { } partner)
                Add(speakers, partner);
            Add(speakers, speaker);
        }

        return speakers;
    }

    private void Add(List<Mention> speakers, Mention speaker)
    {
        memory.Hear(speaker, paragraph);
        if (!speakers.Exists(s => s.Name.Spoken == speaker.Name.Spoken))
            speakers.Add(speaker);
    }

    private Mention? At(MarkedSentence sentence, PatternMatcher matcher, int at)
    {
        if (IsReporting(sentence, matcher, at))
            return subjects.Of(sentence, at, memory);
        var next = sentence.Word(at + 1);
        return sentence.Word(at) switch
        {
            "according" when next == "to" => subjects.After(sentence, at + 2, memory),
            "reported" or "announced" or "confirmed" when next == "by" => subjects.After(sentence, at + 2, memory),
            "per" when sentence.MentionAt(at + 1) is { Kind: NameKind.Outlet or NameKind.Person or NameKind.Body } named => named,
            "put" or "puts" when next == "it" && sentence.MentionAt(at - 1) is { IsPerson: true } named => named,
            "reference" when next == "to" && sentence.Word(at - 1) == "with" => subjects.After(sentence, at + 2, memory),
            "citing" or "cites" => subjects.After(sentence, at + 1, memory),
            "quoted" or "quotes" or "quoting" or "cited" => subjects.Quoted(sentence, at + 1, memory),
            "'s" when views.Contains(next) => sentence.MentionAt(at - 1),
            "his" or "her" when views.Contains(next) && sentence.Word(at - 1) is "in" or "by" or "to" or "from" => memory.Resolve("he", sentence),
            var view when next == "of" && views.Contains(view) && IsAdverbial(sentence, at) => subjects.After(sentence, at + 2, memory),
            _ => null,
        };
    }

    /// <summary>"in the words of", "in the drier formulation of".</summary>
    private static bool IsAdverbial(MarkedSentence sentence, int view) => Enumerable.Range(view - 3, 3).Any(at => sentence.Word(at) is "in" or "by");

    /// <summary>"Peskov: no talks this week"; a place before the colon is a dateline.</summary>
    private static Mention? Labelled(MarkedSentence sentence) =>
        sentence.MentionAt(0) is { Kind: NameKind.Person or NameKind.Office or NameKind.Body } label && sentence.Word(label.Last + 1) == ":" ? label : null;

    /// <summary>Not "called off".</summary>
    private bool IsReporting(MarkedSentence sentence, PatternMatcher matcher, int at)
    {
        if (sentence.MentionAt(at) is not null)
            return false;
        var word = sentence.Word(at);
        return verbs.Contains(word) || acts.Contains(word) && sentence.Word(at + 1) is not ("off" or "for") || matcher.Match(phrases, at) is not null;
    }
}
