using System.Collections.Frozen;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Events.Answers;

/// <summary>Which phrases cannot speak of what was told before.</summary>
internal sealed class AnswerGuards(Lexicon lexicon, Vocabulary vocabulary)
{
    /// <summary>So many sentences on nobody need be named to be heard on it.</summary>
    private const int NearSentences = 2;
    private const int MostParagraphs = 3;
    private const int NounReach = 3;
    private readonly HashSet<string> principals = vocabulary.Principals();
    private readonly FrozenSet<string> questionOpeners = lexicon.Words("question-openers");
    private readonly FrozenSet<string> notAnswering = lexicon.Words("not-refusing");
    private readonly FrozenSet<string> acting = lexicon.Words("acting-verbs");
    private readonly FrozenSet<string> both = lexicon.Words("both-words");
    private readonly FrozenSet<string> nouns = lexicon.Words("answered-nouns").Concat(lexicon.Words("planned-nouns")).ToFrozenSet(StringComparer.Ordinal);
    private readonly FrozenSet<string> planned = lexicon.Words("planned-nouns");
    private readonly FrozenSet<string> bare = lexicon.Words("bare-pointers");
    private readonly FrozenSet<string> afterBare = lexicon.Words("after-bare-pointers");
    private readonly FrozenSet<string> contents = lexicon.Words("after-answered-nouns");

    /// <summary>"Will they meet?" asserts nothing.</summary>
    public bool IsQuestion(MarkedSentence marks) =>
        marks.Word(marks.Tokens.Length - 1) == "?" && questionOpeners.Contains(marks.Word(0));

    public bool CanAnswer(SentenceContext context, CueRule rule, PatternMatch match, Reading before)
    {
        var (sentences, paragraphs) = (context.Index - before.Sentence, context.Paragraph - before.Paragraph);
        return sentences <= rule.Reach && paragraphs <= (rule.Reach <= NearSentences ? 1 : MostParagraphs)
            && !IsOfOther(context.Marks, match.Last) && !PointsAhead(context.Marks, match)
            && !(rule.Status == ClaimStatus.Rejected && IsFiniteVerb(context.Marks.Word(match.First)) && notAnswering.Contains(context.Marks.Word(match.First - 1)) && !IsActing(context.Marks, match.First))
            && (IsByPrincipal(context) ?? sentences <= NearSentences);
    }

    /// <summary>"continues to stonewall": it is done.</summary>
    public bool IsActing(MarkedSentence marks, int verb) => marks.Word(verb - 1) == "to" && acting.Contains(marks.Word(verb - 2));

    private bool IsFiniteVerb(string word) => lexicon.FormOf(word) is not (VerbForm.None or VerbForm.Ing);

    /// <summary>"rejected the idea of a rate cut": an idea of its own.</summary>
    private bool IsOfOther(MarkedSentence marks, int last) => nouns.Contains(marks.Word(last)) && contents.Contains(marks.Word(last + 1));

    /// <summary>"rejected this claim", "killed one person": the pointing word belongs to what follows it, which was not put forward.</summary>
    private bool PointsAhead(MarkedSentence marks, PatternMatch match) => PointsAhead(marks, match.First, match.Last) || PointsAhead(marks, match.Last, match.Last);

    private bool PointsAhead(MarkedSentence marks, int at, int end)
    {
        var next = marks.Word(at + 1);
        return bare.Contains(marks.Word(at)) && next.Length > 0 && char.IsLetter(next[0]) && !afterBare.Contains(next) && marks.TimeAt(at + 1) is null
            && !HasNoun(marks, at + 1, Math.Min(at + NounReach, end));
    }

    private bool HasNoun(MarkedSentence marks, int from, int to) => marks.HasAny(nouns, from, to) || marks.HasAny(planned, from, to);

    /// <returns><c>null</c> where the sentence names nobody.</returns>
    private bool? IsByPrincipal(SentenceContext context)
    {
        if (IsByBoth(context.Marks))
            return true;
        bool? isAny = null;
        foreach (var mention in context.Marks.Mentions)
        {
            if (mention.Actor is not { } actor || mention.Kind is NameKind.Place or NameKind.Outlet or NameKind.NeverVenue)
                continue;
            if (principals.Contains(actor))
                return true;
            isAny = false;
        }

        return isAny;
    }

    /// <summary>"Both sides", "each of them".</summary>
    public bool IsByBoth(MarkedSentence marks) => marks.HasAny(both, 0, marks.Tokens.Length - 1);

    /// <summary>Whoever opens the sentence of the offer is one of the two who would meet.</summary>
    public static bool IsByOneOfTwo(SentenceContext offering, Reading offer) =>
        offer.Parties.Count == 2
        && offering.Marks.Mentions.Find(m => m.Actor is not null && m.First < offer.Anchor && m.Kind is not (NameKind.Place or NameKind.Adjective)) is { Actor: { } actor }
        && offer.Parties.Contains(actor);
}
