using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Text;

namespace TalksWatcher.Claims.Names;

/// <summary>Finds the names in the sentences of one report, in order: those of the watch, then places and people that it does not name.</summary>
internal sealed class MentionFinder(string text, NameBook book, Lexicon lexicon)
{
    private readonly NameFinder known = new(book, lexicon);
    private readonly UnknownPlaces places = new(lexicon);
    private readonly UnknownPeople people = new(lexicon);
    private readonly List<Mention> mentions = [];
    private readonly List<Mention> none = [];

    /// <summary>The names of the next sentence, from the first to the last.</summary>
    public List<Mention> Find(Sentence sentence)
    {
        mentions.Clear();
        known.Find(sentence, mentions);
        AddUnknown(sentence.Tokens);
        return mentions.Count == 0 ? none : [.. mentions];
    }

    private void AddUnknown(TokenList tokens)
    {
        Span<bool> taken = stackalloc bool[tokens.Length];
        foreach (var mention in mentions)
            taken.Slice(mention.First, mention.Count).Fill(true);
        var count = mentions.Count;
        places.Add(text, tokens, taken, mentions);
        people.Add(text, tokens, taken, mentions);
        if (mentions.Count > count)
            mentions.Sort((one, other) => one.First.CompareTo(other.First));
    }
}
