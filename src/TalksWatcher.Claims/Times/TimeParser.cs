namespace TalksWatcher.Claims.Times;

/// <summary>
/// Finds the longest phrase at a token. Phrases nest only so deep and join only so many, so that the work at each
/// token is bounded whatever the text.
/// </summary>
internal sealed class TimeParser(TimeGrammar grammar, TokenizedText text, DateOnly published)
{
    private const int Deepest = 3;
    private const int MostJoined = 12;

    /// <summary>Dates inside the phrase being read: several rules ask for the same one.</summary>
    private Dictionary<Place, Reading?>? known;

    /// <summary>Whether any rule begins with this word and the next; most words are dismissed here.</summary>
    public bool CanBegin(int at)
    {
        var (token, next) = (text[at], text[at + 1]);
        if (token.Word is not { } word)
            return token.Has(TokenTraits.Digits);
        if (word.Class is not (WordClass.Other or WordClass.Numeral))
            return true;
        var node = grammar.Phrases.After(word);
        if (node?.Rule is not null)
            return true;
        return next.Word is null
            ? node is not null && next.Has(TokenTraits.Digits)
            : word.Class == WordClass.Numeral || node is { Slots.Length: > 0 } || node?.After(next.Word) is not null;
    }

    /// <summary>The longest reading that begins at the token.</summary>
    public Reading? Read(int at, Anchors anchors)
    {
        known?.Clear();
        return Longest(new(text, published, at, at) { Anchors = anchors });
    }

    private Reading? Longest(in Surroundings around)
    {
        var best = Plain(around);
        for (var i = 0; best is not null && i < MostJoined; i++)
        {
            var longer = Follow(grammar.Joining, best, around);
            if (longer is null)
                break;
            best = longer;
        }
        return best;
    }

    private Reading? Plain(in Surroundings around)
    {
        if (!around.IsInner)
            return NewPlain(around);
        var place = new Place(around.Start, around.Depth, around.NotBefore, around.Anchors);
        known ??= [];
        return known.TryGetValue(place, out var reading) ? reading : known[place] = NewPlain(around);
    }

    private Reading? NewPlain(in Surroundings around)
    {
        if (around.Depth > Deepest)
            return null;
        var first = Walk(grammar.Phrases, new Match { Around = around, End = around.Start });
        return first is null ? null : Follow(grammar.Retelling, first, around) ?? first;
    }

    private Reading? Follow(GrammarNode tree, Reading first, in Surroundings around) =>
        around.Depth >= Deepest ? null : Walk(tree, new Match { Around = around, End = first.End, Date = first });

    private Reading? Walk(GrammarNode node, in Match match)
    {
        Reading? best = null;
        if (text.WordAt(match.End) is { } word && node.After(word) is { } next)
            best = Walk(next, match with { End = match.End + 1 });
        foreach (var (slot, child) in node.Slots)
        {
            if (Take(slot, match) is { } taken)
                best = Longer(Walk(child, taken), best);
        }
        return best ?? Accept(node.Rule, match);
    }

    private Match? Take(Slot slot, in Match match) => slot switch
    {
        Slot.Date => Longest(Inner(match)) is { } reading ? match.Take(reading) : null,
        Slot.Plain => Plain(Inner(match)) is { } reading ? match.Take(reading) : null,
        _ => Slots.Read(slot, text, match.End) is var (value, end) ? match.Take(slot, value, end) : null,
    };

    /// <summary>A second date is sought from the first one on: "Friday to Sunday" ends on the Sunday after it.</summary>
    private static Surroundings Inner(in Match match) => match.Around with
    {
        Start = match.End,
        Depth = match.Around.Depth + 1,
        NotBefore = match.Date?.Value.From ?? match.Around.NotBefore,
        Anchors = match.Date is { } date ? new Anchors(date.Value, null, IsHere: true) : match.Around.Anchors,
    };

    private static Reading? Accept(TimeRule? rule, in Match match)
    {
        var value = rule?.Produce(match);
        return value is null || (value.PartOnly && !match.Around.IsInner)
            ? null
            : new(match.Start, match.End, rule!, value, match.Date?.Direction ?? match.Direction) { First = match.Date, Second = match.Date2 };
    }

    private static Reading? Longer(Reading? one, Reading? other) =>
        one is null || (other is not null && other.End >= one.End) ? other : one;

    /// <summary>What tells the dates inside one phrase apart.</summary>
    private readonly record struct Place(int Start, int Depth, DateOnly? NotBefore, Anchors Anchors)
    {
        /// <summary>Enough, and quick.</summary>
        public override int GetHashCode() => HashCode.Combine(Start, Depth, NotBefore);
    }
}
