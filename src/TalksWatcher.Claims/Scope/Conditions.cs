using System.Collections.Frozen;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Scope;

/// <summary>What is told only under a condition: "if talks resume", "not until the two meet", "only after the guns fall silent".</summary>
internal sealed class Conditions(Lexicon lexicon)
{
    private const int OpenReach = 8;
    private const int ConditionReach = 12;
    private const int AwaitedReach = 6;
    private readonly FrozenSet<string> openers = lexicon.Words("conditional-openers");
    private readonly Pattern courtesies = lexicon.Phrases("courtesy-conditions");
    private readonly FrozenSet<string> apart = lexicon.Words("apart-clause-openers");
    private readonly FrozenSet<string> conditions = lexicon.Words("conditions");
    private readonly FrozenSet<string> provisos = lexicon.Words("provisos");
    private readonly FrozenSet<string> questions = lexicon.Words("before-questions");
    private readonly FrozenSet<string> puzzles = lexicon.Words("puzzle-nouns");
    private readonly FrozenSet<string> asked = lexicon.Words("asked-words");

    /// <summary>"if talks resume", "should a meeting come about": nothing is asserted.</summary>
    public bool IsConditional(MarkedSentence marks, int at)
    {
        var first = marks.ClauseStart(at);
        for (var token = first; token <= Math.Min(first + 1, at); token++)
        {
            if (openers.Contains(marks.Word(token)) && (token == first || !IsInverted(marks.Word(token)) || marks.Word(first) is "and" or "but" or "yet" or "," && !IsPassive(marks, token)))
                return true;
        }

        for (var token = at - 1; token > first && at - token <= ConditionReach; token--)
        {
            if (marks.Word(token) is "when" or "where" or "how" && (asked.Contains(marks.Word(token - 1)) || marks.Word(token - 1) == "is" && marks.HasAny(puzzles, 0, token)))
                return true;
            if (marks.Word(token) == "that" && marks.Word(token - 1) == "so")
                return true;
            if (openers.Contains(marks.Word(token)) && (marks.Word(token - 1) == "," || marks.Word(token) is "if" or "whether" or "unless"))
                return true;
        }

        return false;
    }

    /// <summary>"uncertain whether Moscow was ready for talks".</summary>
    public static bool IsOpen(MarkedSentence marks, int at)
    {
        for (var token = Math.Max(0, at - OpenReach); token < at; token++)
        {
            if (marks.Word(token) == "whether" && marks.Clauses[token] == marks.Clauses[at])
                return true;
        }

        return false;
    }

    /// <summary>"would send a delegation if the Russians came": what is told holds under a condition.</summary>
    public bool IsUnderCondition(MarkedSentence marks, int at)
    {
        for (var token = 0; token < marks.Tokens.Length; token++)
        {
            if ((marks.Clauses[token] != marks.Clauses[at] || token > at) && provisos.Contains(marks.Word(token)) && !questions.Contains(marks.Word(token - 1)))
                return true;
        }

        return false;
    }

    /// <summary>"not until the two meet": a meeting that is waited for.</summary>
    public static bool IsAwaited(MarkedSentence marks, int at)
    {
        for (var token = at - 1; token >= 0 && at - token <= AwaitedReach && marks.Clauses[token] == marks.Clauses[at]; token--)
        {
            if (marks.Word(token) is "until" or "unless")
                return true;
        }

        return false;
    }

    /// <summary>"but only when the deal is final".</summary>
    public static bool HasPrecondition(MarkedSentence marks)
    {
        for (var at = 0; at < marks.Tokens.Length; at++)
        {
            if (marks.Word(at) == "only" && IsPrecondition(marks, at))
                return true;
        }

        return false;
    }

    /// <summary>"if Kyiv agrees", "only after the guns fall silent": a word that makes a proposal hold under a condition.</summary>
    /// <param name="head">Token of the proposal's verb.</param>
    public bool IsAt(MarkedSentence marks, int at, int head) => IsCondition(marks, at, head) || IsPrecondition(marks, at);

    /// <summary>Neither "if he dares" nor "would be welcome if he came, Bern has said, after Macron named Geneva".</summary>
    private bool IsCondition(MarkedSentence marks, int at, int head)
    {
        if (!conditions.Contains(marks.Word(at)) || marks.Matcher.IsMatch(courtesies, at))
            return false;
        return at > head || marks.Clauses[at] == marks.Clauses[head] || !apart.Contains(marks.Word(marks.ClauseStart(head)));
    }

    /// <summary>"only after the guns fall silent", "once there is an agenda", "as soon as the Americans are".</summary>
    private static bool IsPrecondition(MarkedSentence marks, int at) => marks.Word(at) switch
    {
        "soon" => marks.Word(at - 1) == "as" && marks.Word(at + 1) == "as" && marks.Word(at + 2) != "possible" && marks.TimeAt(at + 2) is null,
        "only" => marks.Word(at + 1) is "once" or "after" or "when" or "at",
        "once" => marks.Word(at + 1) is not ("again" or "more" or "," or "a") && marks.Word(at - 1) is not ("at" or "for"),
        _ => false,
    };

    /// <summary>"but were cancelled", "and were to meet": the subject stands before.</summary>
    private bool IsPassive(MarkedSentence marks, int token) =>
        marks.Word(token) == "were" && (marks.Word(token + 1) is "to" or "not" || lexicon.FormOf(marks.Word(token + 1)).HasFlag(VerbForm.Participle));

    /// <summary>"were talks to resume": conditional only before its subject.</summary>
    private static bool IsInverted(string word) => word is "were" or "should";
}
