using System.Collections.Frozen;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Text;

namespace TalksWatcher.Claims.Names;

/// <summary>Finds the watch's names in the sentences of one report, in order: a surname counts once its bearer was met.</summary>
internal sealed class NameFinder
{
    private readonly NameBook book;
    private readonly List<string> met = [];
    private readonly Func<Name, bool> isTrusted;
    private readonly FrozenSet<string> titles;
    private readonly FrozenSet<string> grounds;
    private string? side;

    public NameFinder(NameBook book, Lexicon lexicon)
    {
        this.book = book;
        titles = lexicon.Words("personal-titles");
        grounds = lexicon.Words("ground-nouns");
        isTrusted = IsTrusted;
    }

    /// <summary>Adds the names of the next sentence.</summary>
    public void Find(Sentence sentence, List<Mention> mentions)
    {
        for (var at = 0; at < sentence.Tokens.Length; at++)
        {
            var (name, count) = book.Longest(sentence.Tokens, at, isTrusted);
            if (name?.BySide is { } bodies)
                name = Side(sentence, at + count) is { } near && bodies.TryGetValue(near, out var body) ? body : null;
            if (name is null)
                continue;
            side = name.Actor is not null && name.Kind is not NameKind.Place ? name.Actor : side;
            if (name.Kind == NameKind.Person && !met.Contains(name.Canonical))
                met.Add(name.Canonical);
            var titled = name.Kind == NameKind.Person ? Titles(sentence, at, mentions) : 0;
            mentions.Add(new Mention(IsGround(sentence, at + count) ? book.Ground(name) : name, at - titled, count + titled));
            at += count - 1;
        }
    }

    /// <summary>In "President Volodymyr Zelenskyy" the title belongs to the name.</summary>
    private int Titles(Sentence sentence, int first, List<Mention> before)
    {
        var free = before.Count == 0 ? 0 : before[^1].Last + 1;
        var at = first;
        while (at > free && sentence.Tokens[at - 1].IsCapitalised && titles.Contains(sentence.Tokens[at - 1].Word))
            at--;
        return first - at;
    }

    /// <summary>"on Saudi soil", "Belarusian territory": the country as a place.</summary>
    private bool IsGround(Sentence sentence, int at) =>
        at < sentence.Tokens.Length && grounds.Contains(sentence.Tokens[at].Word);

    /// <summary>"the General Staff in Kyiv"; else the side named last.</summary>
    private string? Side(Sentence sentence, int after) =>
        after < sentence.Tokens.Length && sentence.Tokens[after].Word is "in" or "of" && book.Longest(sentence.Tokens, after + 1, IsTrusted).Name is { Actor: { } actor } ? actor : side;

    private bool IsTrusted(Name name) => name.NeedsFull is not { } full || met.Contains(full);
}
