using System.Collections.Frozen;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Text;

namespace TalksWatcher.Claims.Events.Delegations;

/// <summary>What stands between commas or dashes and says more of a person: "Kushner, the son-in-law of Trump, would meet".</summary>
internal sealed class Asides(Lexicon lexicon)
{
    private const int Longest = 22;
    private const int LongestAdverbial = 6;
    private readonly FrozenSet<string> reporting = lexicon.Words("reporting-verbs");
    private readonly FrozenSet<string> openers = lexicon.Words("aside-openers");

    /// <summary>The sentence without its asides; <c>null</c> where it has none.</summary>
    public MarkedSentence? Without(MarkedSentence marks)
    {
        if (marks.Tokens.Length > ReportText.MostTokens)
            return null;
        Span<int> kept = stackalloc int[marks.Tokens.Length];
        var count = 0;
        for (var at = 0; at < marks.Tokens.Length; at++)
        {
            kept[count++] = at;
            if (End(marks, at) is { } end)
                at = end - 1;
        }

        return count == kept.Length ? null : marks.Only(kept[..count]);
    }

    /// <summary>The mark that closes the aside which the mark at <paramref name="open"/> opens.</summary>
    private int? End(MarkedSentence marks, int open)
    {
        var mark = marks.Word(open);
        if (mark == "," && AdverbialEnd(marks, open) is { } closing)
            return closing;
        if (mark is not ("," or "—") || marks.MentionAt(open - 1) is not { } before || !IsAside(marks, open))
            return null;
        for (var at = open + 1; at < marks.Tokens.Length && at - open <= Longest; at++)
        {
            var word = marks.Word(at);
            if (word == mark || word is ";" || at == marks.Tokens.Length - 1 && word is ".")
                return HoldsPeople(marks, open + 1, at) ? null : at;
            if (word == "and" && marks.MentionAt(at + 1) is { Kind: NameKind.Person } && before.IsPerson && marks.Word(open + 1) is not ("who" or "whose"))
                return null;
        }

        return null;
    }

    /// <summary>"led, as before, by": what parts a participle from its "by" is by the way.</summary>
    private static int? AdverbialEnd(MarkedSentence marks, int open)
    {
        for (var at = open + 1; at <= open + LongestAdverbial; at++)
        {
            if (marks.Word(at) == "," && marks.Word(at + 1) == "by")
                return at + 1;
            if (marks.Word(at) is "," or ";" || marks.MentionAt(at) is not null && marks.TimeAt(at) is null)
                return null;
        }

        return null;
    }

    /// <summary>", who heads", ", the head of", ", Zelensky's aide", ", Peskov said".</summary>
    private bool IsAside(MarkedSentence marks, int open)
    {
        if (openers.Contains(marks.Word(open + 1)))
            return true;
        if (marks.MentionAt(open + 1) is not { } inside)
            return false;
        return marks.Word(inside.Last + 1) == "'s" || reporting.Contains(marks.Word(inside.Last + 1)) || inside.Kind is NameKind.Adjective or NameKind.Country or NameKind.Body && marks.MentionAt(open - 1) is { IsPerson: true };
    }

    /// <summary>Someone who is named for himself, not as the one whose aide another is.</summary>
    private bool HoldsPeople(MarkedSentence marks, int from, int to)
    {
        if (marks.Word(from) is "who" or "whose" or "which")
            return false;
        foreach (var mention in marks.Mentions)
        {
            if (mention.First >= from && mention.Last < to && PeopleLists.IsKnown(marks, mention) && !reporting.Contains(marks.Word(mention.Last + 1)))
                return true;
        }

        return false;
    }
}
