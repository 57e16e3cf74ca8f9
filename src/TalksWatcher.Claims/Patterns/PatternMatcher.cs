using System.Collections.Immutable;
using TalksWatcher.Claims.Text;

namespace TalksWatcher.Claims.Patterns;

/// <summary>Where a pattern matched.</summary>
/// <param name="Head">Token of the pattern's first verb; its first token where it has none.</param>
internal sealed record PatternMatch(int First, int Last, int Head, ImmutableArray<SlotMatch> Slots)
{
    public SlotMatch? Slot(string name)
    {
        foreach (var slot in Slots)
        {
            if (slot.Name == name)
                return slot;
        }

        return null;
    }
}

internal readonly record struct SlotMatch(string Name, int First, int Last);

/// <summary>Matches one pattern at one token. Work is bounded by the pattern's length and gaps, not by the sentence.</summary>
/// <param name="slots">Scratch room.</param>
internal struct PatternMatcher(MarkedSentence sentence, List<SlotMatch> slots)
{
    private int head;

    public PatternMatch? Match(Pattern pattern, int at)
    {
        var end = End(pattern, at);
        return end < 0 ? null : new PatternMatch(at, end - 1, head < 0 ? at : head, slots.Count == 0 ? [] : [.. slots]);
    }

    public bool IsMatch(Pattern pattern, int at) => End(pattern, at) >= 0;

    /// <summary>The token after the match; -1 where there is none.</summary>
    private int End(Pattern pattern, int at)
    {
        if (pattern.Starts is { } words && !words.Contains(sentence.Word(at)))
            return -1;
        slots.Clear();
        head = -1;
        return From(pattern.Elements, 0, at);
    }

    /// <summary>The token after the match of the elements from <paramref name="step"/> on; -1 where they do not match.</summary>
    private int From(Element[] elements, int step, int at)
    {
        if (step == elements.Length)
            return at;
        var element = elements[step];
        return element switch
        {
            Gap gap => AcrossGap(elements, step, at, gap.Most),
            Phrase phrase => ThroughPhrase(elements, step, at, phrase),
            _ => ThroughOne(elements, step, at, element),
        };
    }

    private int AcrossGap(Element[] elements, int step, int at, int most)
    {
        for (var skipped = 0; skipped <= most && at + skipped <= sentence.Tokens.Length; skipped++)
        {
            var end = From(elements, step + 1, at + skipped);
            if (end >= 0)
                return end;
            if (at + skipped < sentence.Tokens.Length && sentence.Tokens[at + skipped].Word is ";" or ".")
                break;
        }

        return -1;
    }

    private int ThroughPhrase(Element[] elements, int step, int at, Phrase phrase)
    {
        foreach (var alternative in phrase.StartingWith(sentence.Word(at)))
        {
            var inner = From(alternative, 0, at);
            if (inner < 0)
                continue;
            var end = Keep(elements, step, at, inner, isVerb: false);
            if (end >= 0)
                return end;
        }

        return phrase.Optional ? From(elements, step + 1, at) : -1;
    }

    private int ThroughOne(Element[] elements, int step, int at, Element element)
    {
        var length = at < sentence.Tokens.Length ? Length(element, at) : 0;
        if (length > 0)
        {
            var end = Keep(elements, step, at, at + length, element is OneWord { IsVerb: true });
            if (end >= 0)
                return end;
        }

        return element.Optional ? From(elements, step + 1, at) : -1;
    }

    private int Keep(Element[] elements, int step, int at, int next, bool isVerb)
    {
        var (slotsBefore, headBefore) = (slots.Count, head);
        if (isVerb && head < 0)
            head = at;
        if (elements[step].Slot is { } slot)
            slots.Add(new SlotMatch(slot, at, next - 1));
        var end = From(elements, step + 1, next);
        if (end >= 0)
            return end;
        slots.RemoveRange(slotsBefore, slots.Count - slotsBefore);
        head = headBefore;
        return -1;
    }

    private int Length(Element element, int at) => element switch
    {
        OneWord one => one.Words.Contains(sentence.Tokens[at].Word) ? 1 : 0,
        Category { Kind: "number" } => sentence.Tokens[at].Shape == TokenShape.Number ? 1 : 0,
        Category { Kind: "capitalised" } => sentence.Tokens[at].IsCapitalised ? 1 : 0,
        Category { Kind: "time" } => sentence.TimeAt(at)?.Count ?? 0,
        Category category => sentence.MentionAt(at) is { } mention && mention.First == at && Fits(category, mention) ? mention.Count : 0,
        _ => 0,
    };

    /// <summary>In "Putin's aide" no Putin acts; in "Moscow keeps suggesting" nobody goes to Moscow.</summary>
    private bool Fits(Category category, Names.Mention mention) => category.Kind switch
    {
        "person" or "leader" or "envoy" when sentence.Word(mention.Last + 1) == "'s" => false,
        "place" or "city" when mention.Name.IsPartySeat => Categories.Fits(category.Kind, mention) && category.Seats.IsPlace(sentence, mention),
        _ => Categories.Fits(category.Kind, mention),
    };
}
