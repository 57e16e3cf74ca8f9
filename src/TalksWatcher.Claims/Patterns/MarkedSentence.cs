using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Text;
using TimeMention = TalksWatcher.Claims.Times.TimeMention;

namespace TalksWatcher.Claims.Patterns;

/// <summary>A sentence with what the layers before the rules found in it.</summary>
internal sealed class MarkedSentence
{
    private readonly Mention?[] mentionAt;
    private readonly TimeSpot?[] timeAt;

    public MarkedSentence(Sentence sentence, IReadOnlyList<Mention> mentions, IReadOnlyList<TimeSpot> times)
    {
        Sentence = sentence;
        Mentions = mentions;
        Times = times;
        Clauses = Text.Clauses.Of(sentence.Tokens);
        mentionAt = new Mention?[sentence.Tokens.Length];
        timeAt = new TimeSpot?[sentence.Tokens.Length];
        foreach (var mention in mentions)
            mentionAt.AsSpan(mention.First, mention.Count).Fill(mention);
        foreach (var time in times)
            timeAt.AsSpan(time.First, time.Count).Fill(time);
    }

    public Sentence Sentence { get; }

    public Token[] Tokens => Sentence.Tokens;

    public IReadOnlyList<Mention> Mentions { get; }

    public IReadOnlyList<TimeSpot> Times { get; }

    /// <summary>For each token the number of its clause, from 0.</summary>
    public int[] Clauses { get; }

    public Mention? MentionAt(int token) => token >= 0 && token < mentionAt.Length ? mentionAt[token] : null;

    public TimeSpot? TimeAt(int token) => token >= 0 && token < timeAt.Length ? timeAt[token] : null;

    public string Word(int token) => token >= 0 && token < Tokens.Length ? Tokens[token].Word : "";
}

/// <summary>A time phrase, on the sentence's tokens.</summary>
internal sealed record TimeSpot(int First, int Count, DateOnly? From, DateOnly? To, TimeMention Mention)
{
    public int Last => First + Count - 1;
}
