using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events.Meetings;

/// <summary>"They will begin on Sunday", "It is to be hosted by Qatar": a pronoun that stands for the meeting of the sentence before.</summary>
internal sealed class MeetingPronouns(Lexicon lexicon, MeetingNouns nouns)
{
    private readonly Pattern happening = lexicon.Phrases("happening-phrases");

    /// <summary>The pronoun's token, where what it stands for happens; none where the sentence names a meeting itself.</summary>
    public IReadOnlyList<int> Find(SentenceContext context) =>
        context.Marks.First(happening) is { } match && context.BeforeHere is { } before && nouns.Find(before.Marks).Count > 0 ? [match.First] : [];
}
