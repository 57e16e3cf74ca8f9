using System.Collections.Frozen;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Text;

namespace TalksWatcher.Claims.Names;

/// <summary>What the preposition before a place makes of it: where something happens, where one goes, or neither.</summary>
internal sealed class VenuePrepositions(Lexicon lexicon, IReadOnlySet<string> parties, IReadOnlySet<string> warring)
{
    private const int Reach = 7;
    private const int SlotReach = 3;
    private const int MotionReach = 7;
    private const int MatterReach = 3;
    private const int SpeechReach = 5;
    private readonly FrozenSet<string> prepositions = lexicon.Words("venue-prepositions");
    private readonly FrozenSet<string> modifiers = lexicon.Words("before-place-words");
    private readonly FrozenSet<string> motion = lexicon.Words("motion-words");
    private readonly FrozenSet<string> slots = lexicon.Words("slot-verbs");
    private readonly FrozenSet<string> offices = lexicon.Words("seated-offices");
    private readonly FrozenSet<string> grounds = lexicon.Words("ground-nouns");
    private readonly FrozenSet<string> matters = lexicon.Words("matters-in-places");
    private readonly FrozenSet<string> meetings = lexicon.Words("meeting-nouns");
    private readonly FrozenSet<string> meet = lexicon.Words("meet-forms");
    private readonly SpeechVerbs reporting = new(lexicon);
    private readonly FrozenSet<string> speaking = lexicon.Words("speaking-occasions");
    private readonly FrozenSet<string> after = lexicon.Words("after-place-words");
    private readonly FrozenSet<string> excluding = lexicon.Words("excluding-words");

    public VenueRole RoleOf(MarkedSentence sentence, Mention mention) =>
        IsTerritory(sentence, mention) ? VenueRole.Location
        : Before(sentence, mention.First) is { } at ? RoleAfter(sentence, mention, at) : VenueRole.None;

    /// <summary>"Moscow", "Washington": the name of a party's capital rather means its government.</summary>
    public bool IsPartySeat(Mention mention) =>
        mention.Kind is NameKind.Capital or NameKind.Government && mention.Actor is { } code && parties.Contains(code);

    /// <summary>"on the shores of Lake Geneva": the preposition that governs the place.</summary>
    private int? Before(MarkedSentence sentence, int first)
    {
        for (var at = first - 1; at >= 0 && first - at <= Reach; at--)
        {
            if (prepositions.Contains(sentence.Word(at)))
                return at;
            if (!modifiers.Contains(sentence.Word(at)) && sentence.MentionAt(at) is not { Kind: NameKind.Adjective or NameKind.Country or NameKind.Place or NameKind.Capital })
                return null;
        }

        return null;
    }

    private VenueRole RoleAfter(MarkedSentence sentence, Mention mention, int at)
    {
        var word = sentence.Word(at);
        if (word == "on" && IsGround(sentence, mention))
            return VenueRole.Location;
        if (word == "for" && mention.Kind != NameKind.Country && !IsPartySeat(mention) && IsSlot(sentence, at))
            return VenueRole.Location;
        if (word is "from" or "on" or "outside" or "via" || IsExcluded(sentence, at) || IsModifier(sentence, mention) || IsSeatOfOffice(sentence, at) || IsSeatOfSpeaker(sentence, mention, at) || IsOccasionOfSpeech(sentence, at))
            return VenueRole.None;
        if (mention.Kind == NameKind.Country && mention.Actor is { } code && (warring.Contains(code) || parties.Contains(code) && word != "in"))
            return VenueRole.None;
        if (word is "to" or "for" or "into" or "towards")
            return IsMotion(sentence, at) || !IsPartySeat(mention) && mention.Kind != NameKind.Country && word == "to" ? VenueRole.Destination : VenueRole.None;
        return mention.Kind == NameKind.Country && IsMatter(sentence, at) ? VenueRole.None : VenueRole.Location;
    }

    /// <summary>"wherever it may be, only not in Moscow".</summary>
    private bool IsExcluded(MarkedSentence sentence, int at) => excluding.Contains(sentence.Word(at - 1));

    /// <summary>"a turn in U.S. foreign policy", "in UK waters": a short form that stands for the adjective.</summary>
    private bool IsModifier(MarkedSentence sentence, Mention mention) =>
        mention.Kind == NameKind.Country && sentence.Tokens[mention.First].Shape == TokenShape.Capitals && mention.Last + 1 < sentence.Tokens.Length
        && sentence.Tokens[mention.Last + 1].Shape == TokenShape.Lower && !after.Contains(sentence.Word(mention.Last + 1)) && sentence.TimeAt(mention.Last + 1) is null;

    /// <summary>"a summit announced for Budapest": what is set for there.</summary>
    private bool IsSlot(MarkedSentence sentence, int at) => sentence.HasAny(slots, at - SlotReach, at - 1);

    /// <summary>"the foreign ministry in Bern": where an office sits.</summary>
    private bool IsSeatOfOffice(MarkedSentence sentence, int at) => offices.Contains(sentence.Word(at - 1));

    /// <summary>"officials in Vienna said".</summary>
    private bool IsSeatOfSpeaker(MarkedSentence sentence, Mention mention, int at) =>
        reporting.IsAt(sentence, mention.Last + 1) && !meetings.Contains(sentence.Word(at - 1));

    /// <summary>"on Turkish soil".</summary>
    private bool IsGround(MarkedSentence sentence, Mention mention) => grounds.Contains(sentence.Word(mention.Last + 1));

    /// <summary>"on the territory of Belarus".</summary>
    private bool IsTerritory(MarkedSentence sentence, Mention mention) =>
        sentence.Word(mention.First - 1) == "of" && grounds.Contains(sentence.Word(mention.First - 2)) && sentence.Word(mention.First - 4) is "on" or "in"
        && !(mention.Actor is { } code && warring.Contains(code));

    /// <summary>"flew to Geneva".</summary>
    private bool IsMotion(MarkedSentence sentence, int at) => sentence.HasAny(motion, at - MotionReach, at - 1);

    /// <summary>"war in Ukraine", "ceasefire in Gaza": what is there, not where one meets.</summary>
    private bool IsMatter(MarkedSentence sentence, int at) => sentence.HasAny(matters, at - MatterReach, at - 1);

    /// <summary>"Peskov said in Moscow on Thursday", "told a conference in Munich", "at a news conference in Minsk".</summary>
    private bool IsOccasionOfSpeech(MarkedSentence sentence, int at)
    {
        for (var back = at - 1; back >= 0 && at - back <= SpeechReach; back--)
        {
            var word = sentence.Word(back);
            if (meetings.Contains(word))
                return speaking.Contains(sentence.Word(back - 1));
            if (meet.Contains(word) || word == "that")
                return false;
            if ((reporting.IsAt(sentence, back) || sentence.MentionAt(back) is null && speaking.Contains(word)) && sentence.MentionAt(back - 1) is not { Kind: NameKind.Adjective })
                return true;
            if (word is "," or ";")
                return false;
        }

        return false;
    }
}
