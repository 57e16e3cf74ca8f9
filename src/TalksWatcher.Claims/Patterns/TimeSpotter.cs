using TalksWatcher.Claims.Text;
using TimeReader = TalksWatcher.Claims.Times.TimeReader;

namespace TalksWatcher.Claims.Patterns;

/// <summary>Puts the time phrases of a report on the tokens of its sentences.</summary>
internal sealed class TimeSpotter(string text, DateOnly published)
{
    public List<TimeSpot> In(Sentence sentence)
    {
        var spots = new List<TimeSpot>();
        var at = 0;
        foreach (var mention in TimeReader.Read(text.Substring(sentence.Start, sentence.Length), published))
        {
            var (start, end) = (sentence.Start + mention.Start, sentence.Start + mention.End);
            while (at < sentence.Tokens.Length && sentence.Tokens[at].End <= start)
                at++;
            var last = at;
            while (last + 1 < sentence.Tokens.Length && sentence.Tokens[last + 1].Start < end)
                last++;
            if (at < sentence.Tokens.Length)
                spots.Add(new TimeSpot(at, last - at + 1, mention.From, mention.To, mention with { Start = start }));
            at = last;
        }

        return spots;
    }
}
