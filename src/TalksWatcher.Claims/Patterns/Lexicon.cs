using System.Collections.Frozen;

namespace TalksWatcher.Claims.Patterns;

/// <summary>Word lists and verb forms, and the reader of the pattern notation.</summary>
/// <remarks>
/// word · this|that · ~verb (all forms) · @list · &lt;category&gt; · ..4 (up to four tokens) · trailing ? (may be absent) ·
/// slot=element (keep what matched).
/// </remarks>
internal sealed class Lexicon
{
    private static readonly OneWord Article = new(FrozenSet.ToFrozenSet(["the"], StringComparer.Ordinal)) { Optional = true };
    private readonly Dictionary<string, RuleFile> lists;
    private readonly Dictionary<string, Element> read = new(StringComparer.Ordinal);
    private readonly Dictionary<string, VerbForm> forms = new(StringComparer.Ordinal);
    private readonly Inflection inflection;
    private readonly SeatPlaces seats;

    public Lexicon(IReadOnlyList<RuleFile> files)
    {
        lists = files.Where(f => f.Folder.EndsWith("/Words", StringComparison.Ordinal)).ToDictionary(f => f.Name, StringComparer.Ordinal);
        inflection = new Inflection(lists.TryGetValue("irregular-verbs", out var irregular)
            ? irregular
            : throw new RuleFileException("English/Words/irregular-verbs.txt: missing"));
        seats = new SeatPlaces(this);
        foreach (var list in lists.Values.Where(l => l != irregular))
            List(list.Name, list, 1);
    }

    /// <summary>Every form of every verb that a pattern names.</summary>
    public IReadOnlyCollection<string> Forms => forms.Keys;

    /// <summary>What forms of a verb a word can be, of all verbs that any pattern names.</summary>
    public VerbForm FormOf(string word) => forms.GetValueOrDefault(word);

    /// <summary>The single words of a list.</summary>
    public FrozenSet<string> Words(string list) =>
        List(list, null, 0) is OneWord words ? words.Words : throw new RuleFileException($"{lists[list].Path}:1: only single words here");

    /// <summary>A whole list, phrases and all, as one pattern.</summary>
    public Pattern Phrases(string list) => new([List(list, null, 0)], 1);

    public Pattern Read(RuleFile file, int line, string text)
    {
        var elements = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => ReadElement(file, line, part)).ToArray();
        return new Pattern(WithArticles(elements), line);
    }

    /// <summary>Before a place an article may stand: "in the Emirates".</summary>
    private static Element[] WithArticles(Element[] elements)
    {
        var all = new List<Element>();
        foreach (var element in elements)
        {
            if (all.Count > 0 && element is Category { Kind: "place" or "site" or "city" } && all[^1] is not (Gap or OneWord { Optional: true }))
                all.Add(Article);
            all.Add(element);
        }

        return [.. all];
    }

    private Element ReadElement(RuleFile file, int line, string part)
    {
        var slotEnd = part.IndexOf('=', StringComparison.Ordinal);
        var slot = slotEnd > 0 ? part[..slotEnd] : null;
        var body = part[(slotEnd + 1)..];
        var optional = body.Length > 1 && body[^1] == '?';
        if (optional)
            body = body[..^1];
        return Core(file, line, body) with { Slot = slot, Optional = optional };
    }

    private Element Core(RuleFile file, int line, string body)
    {
        if (body.StartsWith("..", StringComparison.Ordinal))
            return int.TryParse(body.AsSpan(2), out var most) && most is > 0 and <= 24 ? new Gap(most) : throw file.Fault(line, $"'{body}' is no gap of 1 to 24 words");
        if (body[0] == '<' && body[^1] == '>')
            return Categories.Known.Contains(body[1..^1]) ? new Category(body[1..^1], seats) : throw file.Fault(line, $"'{body}' is no known category");
        if (body[0] == '@' && !body.Contains('|', StringComparison.Ordinal))
            return List(body[1..], file, line);
        var words = body.Split('|');
        if (words.Any(w => w.Length == 0))
            throw file.Fault(line, $"'{body}' has an empty alternative");
        if (words.Any(w => w[0] == '<'))
            throw file.Fault(line, $"'{body}' names a category among words");
        var sets = words.Select(w => w[0] == '@' ? Single(file, line, w[1..]) : Expand(w)).ToArray();
        return new OneWord(sets.SelectMany(s => s.Words).ToFrozenSet(StringComparer.Ordinal), sets.Any(s => s.IsVerb));
    }

    private OneWord Single(RuleFile file, int line, string list) =>
        List(list, file, line) as OneWord ?? throw file.Fault(line, $"'@{list}' holds phrases and cannot be one of several");

    private OneWord Expand(string word) => new(FormsOf(word).ToFrozenSet(StringComparer.Ordinal), word[0] == '~');

    private IEnumerable<string> FormsOf(string word)
    {
        if (word[0] != '~')
            return [word];
        var all = inflection.Forms(word[1..]).ToList();
        foreach (var (form, kind) in all)
            forms[form] = forms.GetValueOrDefault(form) | kind;
        return all.Select(f => f.Word);
    }

    private Element List(string name, RuleFile? user, int line)
    {
        if (read.TryGetValue(name, out var known))
            return known;
        return lists.TryGetValue(name, out var list)
            ? ReadList(list)
            : throw user?.Fault(line, $"there is no word list '{name}'") ?? new RuleFileException($"English/Words/{name}.txt: missing");
    }

    private Element ReadList(RuleFile list)
    {
        var lines = list.Lines().Select(l => Read(list, l.Number, l.Text).Elements).ToArray();
        return read[list.Name] = lines.All(l => l is [OneWord { Optional: false }])
            ? new OneWord(lines.SelectMany(l => ((OneWord)l[0]).Words).ToFrozenSet(StringComparer.Ordinal), lines.Any(l => ((OneWord)l[0]).IsVerb))
            : new Phrase(lines);
    }
}
