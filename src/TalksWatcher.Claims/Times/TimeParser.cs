namespace TalksWatcher.Claims.Times;

/// <summary>
/// Finds the longest phrase at a token. Phrases nest only so deep and extend only so often, so that the work at each
/// token is bounded whatever the text.
/// </summary>
internal sealed class TimeParser(TimeGrammar grammar, TokenizedText text, DateOnly published)
{
    private const int Deepest = 4;
    private const int MostExtensions = 12;

    /// <summary>The longest reading that begins at the token.</summary>
    public Reading? Read(int at, TimeValue? anchor) => Longest(new(text, published, at) { Anchor = anchor });

    private Reading? Longest(Surroundings around)
    {
        var best = Plain(around);
        for (var i = 0; best is not null && i < MostExtensions; i++)
        {
            var longer = Extend(best, around);
            if (longer is null)
                break;
            best = longer;
        }
        return best;
    }

    private Reading? Plain(Surroundings around) =>
        around.Depth > Deepest ? null : Walk(grammar.Phrases, new Match { Around = around, End = around.Start });

    private Reading? Extend(Reading reading, Surroundings around) => around.Depth > Deepest
        ? null
        : Walk(grammar.Extensions, new Match { Around = around, End = reading.End, Date = reading });

    private Reading? Walk(GrammarNode node, Match match)
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

    private Match? Take(Slot slot, Match match) => slot switch
    {
        Slot.Date => Longest(Inner(match)) is { } reading ? match.Take(reading) : null,
        Slot.Plain => Plain(Inner(match)) is { } reading ? match.Take(reading) : null,
        _ => Slots.Read(slot, text, match.End) is var (value, end) ? match.Take(slot, value, end) : null,
    };

    /// <summary>A second date is sought from the first one on: in "Friday to Sunday" Sunday is the one after that Friday.</summary>
    private static Surroundings Inner(Match match) => match.Around with
    {
        Start = match.End,
        Depth = match.Around.Depth + 1,
        NotBefore = match.Date?.Value.From ?? match.Around.NotBefore,
        Anchor = match.Date?.Value ?? match.Around.Anchor,
    };

    private static Reading? Accept(TimeRule? rule, Match match)
    {
        var value = rule?.Produce(match);
        return value is null || (value.PartOnly && !match.Around.IsInner)
            ? null
            : new(match.Around.Start, match.End, match.NamesUnder(rule!), value, match.Around.Direction);
    }

    private static Reading? Longer(Reading? one, Reading? other) =>
        one is null || (other is not null && other.End >= one.End) ? other : one;
}
