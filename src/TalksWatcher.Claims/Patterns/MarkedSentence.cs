using System.Collections.Frozen;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Text;
using TimeMention = TalksWatcher.Claims.Times.TimeMention;

namespace TalksWatcher.Claims.Patterns;

/// <summary>A sentence with what the layers before the rules found in it.</summary>
internal sealed class MarkedSentence
{
    /// <summary>For all tokens the numbers of their clauses, then of the names and then of the times that they belong to; rows that would be empty are left out.</summary>
    private readonly ArraySegment<byte> numbers;

    private readonly ReadingRoom room;

    public MarkedSentence(Sentence sentence, List<Mention> mentions, List<TimeSpot> times, ReadingRoom room)
    {
        Sentence = sentence;
        Mentions = mentions;
        Times = times;
        this.room = room;
        numbers = room.Numbers.Take(sentence.Tokens.Length * (times.Count > 0 ? 3 : mentions.Count > 0 ? 2 : 1));
        Text.Clauses.Mark(sentence.Tokens, numbers);
        for (var i = 0; i < mentions.Count; i++)
            numbers.AsSpan(Tokens.Length + mentions[i].First, mentions[i].Count).Fill((byte)(i + 1));
        for (var i = 0; i < times.Count; i++)
            numbers.AsSpan(2 * Tokens.Length + times[i].First, times[i].Count).Fill((byte)(i + 1));
    }

    public Sentence Sentence { get; }

    public PatternMatcher Matcher => new(this, room.Slots);

    public TokenList Tokens => Sentence.Tokens;

    public List<Mention> Mentions { get; }

    public List<TimeSpot> Times { get; }

    /// <summary>For each token the number of its clause, from 0.</summary>
    public ReadOnlySpan<byte> Clauses => numbers.AsSpan(0, Tokens.Length);

    /// <summary>The same sentence, its names read otherwise.</summary>
    public MarkedSentence With(List<Mention> mentions) => new(Sentence, mentions, Times, room);

    /// <summary>What some of its tokens say; names and times that are not whole are left out.</summary>
    /// <param name="kept">Those tokens, in order.</param>
    public MarkedSentence Only(ReadOnlySpan<int> kept)
    {
        var tokens = room.Tokens.Take(kept.Length);
        for (var at = 0; at < kept.Length; at++)
            tokens[at] = Tokens[kept[at]];
        var (mentions, times) = (new List<Mention>(Mentions.Count), Times.Count == 0 ? Times : []);
        foreach (var mention in Mentions)
        {
            if (kept.BinarySearch(mention.First) is >= 0 and var first && kept.BinarySearch(mention.Last) >= 0)
                mentions.Add(first == mention.First ? mention : mention with { First = first });
        }

        foreach (var time in Times)
        {
            if (kept.BinarySearch(time.First) is >= 0 and var first && kept.BinarySearch(time.Last) >= 0)
                times.Add(first == time.First ? time : time with { First = first });
        }

        return new MarkedSentence(Sentence with { Tokens = new TokenList(tokens) }, mentions, times, room);
    }

    public Mention? MentionAt(int token) =>
        Mentions.Count > 0 && token >= 0 && token < Tokens.Length && numbers[Tokens.Length + token] is var number and > 0 ? Mentions[number - 1] : null;

    public TimeSpot? TimeAt(int token) =>
        Times.Count > 0 && token >= 0 && token < Tokens.Length && numbers[2 * Tokens.Length + token] is var number and > 0 ? Times[number - 1] : null;

    /// <summary>The first token of a token's clause, as far as it is not broken by another.</summary>
    public int ClauseStart(int token)
    {
        var clauses = Clauses;
        while (token > 0 && clauses[token - 1] == clauses[token])
            token--;
        return token;
    }

    /// <summary>Whether any token from the first to the last is one of the words.</summary>
    public bool HasAny(FrozenSet<string> words, int first = 0, int last = int.MaxValue)
    {
        for (var at = Math.Max(0, first); at <= last && at < Tokens.Length; at++)
        {
            if (words.Contains(Tokens[at].Word))
                return true;
        }

        return false;
    }

    /// <summary>Whether a pattern matches from one token to another.</summary>
    public bool Has(Pattern pattern, int first = 0, int last = int.MaxValue)
    {
        for (var at = Math.Max(0, first); at <= last && at < Tokens.Length; at++)
        {
            if (Matcher.IsMatch(pattern, at))
                return true;
        }

        return false;
    }

    /// <summary>The first match of a pattern that begins from one token to another.</summary>
    public PatternMatch? First(Pattern pattern, int first = 0, int last = int.MaxValue)
    {
        for (var at = Math.Max(0, first); at <= last && at < Tokens.Length; at++)
        {
            if (Matcher.Match(pattern, at) is { } match)
                return match;
        }

        return null;
    }

    public string Word(int token) => token >= 0 && token < Tokens.Length ? Tokens[token].Word : "";
}

/// <summary>A time phrase, on the sentence's tokens.</summary>
internal sealed record TimeSpot(int First, int Count, DateOnly? From, DateOnly? To, TimeMention Mention)
{
    public int Last => First + Count - 1;

    /// <summary>"two days after the attack": the day of what it is counted from, and of nothing else in its sentence.</summary>
    public bool IsOfEvent => Mention.Role == Times.TimeRole.OfEvent;
}
