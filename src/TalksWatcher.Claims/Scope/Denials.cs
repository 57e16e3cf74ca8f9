using System.Collections.Frozen;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Scope;

/// <summary>Whether somebody says of what is told that it is not so.</summary>
internal sealed class Denials(Lexicon lexicon)
{
    private const int Reach = 12;

    /// <summary>"denied in an interview with the paper that": a clause may stand further off.</summary>
    private const int ClauseReach = 22;

    private readonly FrozenSet<string> denials = lexicon.Words("denial-verbs");
    private readonly FrozenSet<string> accusations = lexicon.Words("accusation-nouns");
    private readonly FrozenSet<string> rejecting = lexicon.Words("rejecting-verbs");
    private readonly FrozenSet<string> accounts = lexicon.Words("account-nouns");
    private readonly FrozenSet<string> dismissing = lexicon.Words("dismissing-verbs");
    private readonly FrozenSet<string> beliefs = lexicon.Words("belief-verbs");

    /// <summary>"denied that", "dismissed reports of": someone says that it is not so.</summary>
    public bool IsRefuted(MarkedSentence marks, int at)
    {
        for (var token = at - 1; token >= 0 && at - token <= (marks.Word(token + 1) == "that" ? ClauseReach : Reach); token--)
        {
            var word = marks.Word(token);
            if (word is ";" or "but" or "which" || word == "and" && marks.MentionAt(token + 1) is null)
                return false;
            if (denials.Contains(word) && marks.Word(token - 1) is not ("not" or "neither" or "nor" or "n't"))
                return true;
            if (accusations.Contains(word) && (rejecting.Contains(marks.Word(token - 1)) || rejecting.Contains(marks.Word(token - 2))))
                return true;
            if (accounts.Contains(word) && dismissing.Contains(marks.Word(token - 1)))
                return true;
        }

        return false;
    }

    /// <summary>"do not believe that he is willing": the denial of believing denies what is believed.</summary>
    public bool IsDisbelieved(MarkedSentence marks, int at)
    {
        for (var token = Math.Max(1, at - Reach); token < at; token++)
        {
            if (beliefs.Contains(marks.Word(token)) && marks.Word(token - 1) is "not" or "n't" or "hardly" or "don't" or "doesn't")
                return true;
        }

        return false;
    }
}
