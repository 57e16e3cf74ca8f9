using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events.Meetings;

/// <summary>"They will begin on Sunday", "It is to be hosted by Qatar": a pronoun that stands for the meeting of the sentence before.</summary>
internal sealed class MeetingPronouns(Lexicon lexicon, MeetingNouns nouns)
{
    private readonly Pattern happening = lexicon.Phrases("happening-phrases");

    /// <summary>The pronoun's token, where what it stands for happens, of a sentence that names no meeting itself.</summary>
    public int? Find(SentenceContext context) =>
        context.Marks.First(happening) is { } match && context.BeforeHere is { } before && IsNamed(before.Marks) ? match.First : null;

    private bool IsNamed(MarkedSentence marks)
    {
        var named = new List<int>();
        nouns.Find(marks, named);
        return named.Count > 0;
    }
}
