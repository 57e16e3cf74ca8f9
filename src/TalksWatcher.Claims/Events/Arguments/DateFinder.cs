using System.Collections.Frozen;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events.Arguments;

/// <summary>Which time phrase of a sentence dates an event; times of speaking ("said on Thursday") do not.</summary>
internal sealed class DateFinder(Lexicon lexicon)
{
    private readonly FrozenSet<string> reporting = lexicon.Words("reporting-verbs");
    private readonly FrozenSet<string> speaking = lexicon.Words("speaking-occasions");
    private readonly FrozenSet<string> meetings = lexicon.Words("meeting-nouns");

    public TimeSpot? Find(SentenceContext context, int anchor)
    {
        var marks = context.Marks;
        TimeSpot? best = null;
        var bestDistance = int.MaxValue;
        foreach (var time in marks.Times)
        {
            if (time.From is null && time.To is null || IsOfSpeech(marks, time))
                continue;
            var distance = Math.Abs(time.First - anchor) + 12 * Math.Abs(marks.Clauses[time.First] - marks.Clauses[anchor]);
            if (distance < bestDistance && distance < 30)
                (best, bestDistance) = (time, distance);
        }

        return best;
    }

    private bool IsOfSpeech(MarkedSentence marks, TimeSpot time)
    {
        for (var at = time.First - 1; at >= 0 && time.First - at <= 6; at--)
        {
            var word = marks.Word(at);
            if (meetings.Contains(word) || word is "," or ";" or "that")
                return false;
            if (reporting.Contains(word) || speaking.Contains(word))
                return true;
        }

        return false;
    }
}
