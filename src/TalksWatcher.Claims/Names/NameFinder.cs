using TalksWatcher.Claims.Text;

namespace TalksWatcher.Claims.Names;

/// <summary>Finds the watch's names in the sentences of one report, in order: a surname counts once its bearer was met.</summary>
internal sealed class NameFinder
{
    private readonly NameBook book;
    private readonly HashSet<string> met = new(StringComparer.Ordinal);
    private readonly Func<Name, bool> isTrusted;

    public NameFinder(NameBook book)
    {
        this.book = book;
        isTrusted = IsTrusted;
    }

    public List<Mention> Find(Sentence sentence)
    {
        var mentions = new List<Mention>();
        for (var at = 0; at < sentence.Tokens.Length; at++)
        {
            var (name, count) = book.Longest(sentence.Tokens, at, isTrusted);
            if (name is null)
                continue;
            if (name.Kind == NameKind.Person)
                met.Add(name.Canonical);
            mentions.Add(new Mention(IsGround(sentence, at + count) ? book.Ground(name) : name, at, count));
            at += count - 1;
        }

        return mentions;
    }

    /// <summary>"on Saudi soil", "Belarusian territory": the country as a place.</summary>
    private static bool IsGround(Sentence sentence, int at) =>
        at < sentence.Tokens.Length && sentence.Tokens[at].Word is "soil" or "territory" or "ground";

    private bool IsTrusted(Name name) => name.NeedsFull is not { } full || met.Contains(full);
}
