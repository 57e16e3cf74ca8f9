using TalksWatcher.Claims.Text;
using TimeMention = TalksWatcher.Claims.Times.TimeMention;
using TimeScanner = TalksWatcher.Claims.Times.TimeScanner;

namespace TalksWatcher.Claims.Patterns;

/// <summary>Puts the time phrases of a report on the tokens of its sentences.</summary>
internal sealed class TimeSpotter(string text, DateOnly published) : IDisposable
{
    private readonly TimeScanner scanner = new(text, published);
    private readonly List<TimeMention> mentions = [];
    private readonly List<TimeSpot> none = [];

    public List<TimeSpot> In(Sentence sentence)
    {
        mentions.Clear();
        scanner.Read(sentence.Start, sentence.End, mentions);
        if (mentions.Count == 0)
            return none;
        var (at, spots) = (0, new List<TimeSpot>(mentions.Count));
        foreach (var mention in mentions)
        {
            while (at < sentence.Tokens.Length && sentence.Tokens[at].End <= mention.Start)
                at++;
            var last = at;
            while (last + 1 < sentence.Tokens.Length && sentence.Tokens[last + 1].Start < mention.End)
                last++;
            if (at < sentence.Tokens.Length)
                spots.Add(new TimeSpot(at, last - at + 1, mention.From, mention.To, mention));
            at = last;
        }

        return spots;
    }

    public void Dispose() => scanner.Dispose();
}
