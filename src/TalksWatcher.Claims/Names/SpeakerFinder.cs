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
    private readonly SpeechVerbs verbs = new(lexicon);
    private readonly FrozenSet<string> acts = lexicon.Words("speech-acts");
    private readonly FrozenSet<string> views = lexicon.Words("view-nouns");
    private readonly SpeakerMemory memory = new(lexicon);
    private readonly List<Mention> speakers = [];

    /// <summary>Who spoke in the paragraph so far last, on the tokens of their sentence.</summary>
    private Mention[] last = [];

    /// <summary>The same for the sentences after it; <c>null</c> until one asks.</summary>
    private Mention[]? before;
    private int paragraph;

    public static Pattern Phrases(Lexicon lexicon) => lexicon.Phrases("speech-phrases");

    /// <summary>The speakers of a sentence, in order. Call sentence by sentence: pronouns point back.</summary>
    public IReadOnlyList<Mention> Find(MarkedSentence sentence)
    {
        if (sentence.Sentence.Paragraph != paragraph)
            (last, before) = ([], null);
        paragraph = sentence.Sentence.Paragraph;
        speakers.Clear();
        AddNamed(sentence);
        memory.Close(sentence, isSpoken: speakers.Count > 0 || last.Length > 0);
        if (speakers.Count == 0)
            return before ??= Array.ConvertAll(last, SpeakerMemory.Elsewhere);
        before = null;
        return last = [.. speakers];
    }

    private void AddNamed(MarkedSentence sentence)
    {
        if (Labelled(sentence) is { } label)
            Add(label);
        for (var at = 0; at < sentence.Tokens.Length; at++)
        {
            if (At(sentence, at) is not { } speaker)
                continue;
            if (speaker.First >= 2 && subjects.Partner(sentence, speaker) is { } partner)
                Add(partner);
            Add(speaker);
        }
    }

    private void Add(Mention speaker)
    {
        memory.Hear(speaker, paragraph);
        foreach (var other in speakers)
        {
            if (other.Name == speaker.Name || other.Name.Spoken == speaker.Name.Spoken)
                return;
        }

        speakers.Add(speaker);
    }

    private Mention? At(MarkedSentence sentence, int at)
    {
        if (IsReporting(sentence, at))
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
    private static bool IsAdverbial(MarkedSentence sentence, int view) =>
        IsInOrBy(sentence.Word(view - 3)) || IsInOrBy(sentence.Word(view - 2)) || IsInOrBy(sentence.Word(view - 1));

    private static bool IsInOrBy(string word) => word is "in" or "by";

    /// <summary>"Peskov: no talks this week"; a place before the colon is a dateline.</summary>
    private static Mention? Labelled(MarkedSentence sentence) =>
        sentence.MentionAt(0) is { Kind: NameKind.Person or NameKind.Office or NameKind.Body } label && sentence.Word(label.Last + 1) == ":" ? label : null;

    /// <summary>Not "called off".</summary>
    private bool IsReporting(MarkedSentence sentence, int at)
    {
        if (sentence.MentionAt(at) is not null)
            return false;
        var word = sentence.Word(at);
        return verbs.IsAt(sentence, at) || acts.Contains(word) && sentence.Word(at + 1) is not ("off" or "for") || sentence.Matcher.IsMatch(phrases, at);
    }
}
