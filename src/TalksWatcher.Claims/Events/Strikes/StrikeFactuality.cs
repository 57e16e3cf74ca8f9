using System.Collections.Frozen;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Scope;

namespace TalksWatcher.Claims.Events.Strikes;

/// <summary>Whether an attack was made: not "plans to strike", "had it hit", "has been striking since spring".</summary>
internal sealed class StrikeFactuality(Lexicon lexicon, StrikeCues cues, StrikeSides sides)
{
    /// <summary>What has gone on for longer is a campaign, no attack.</summary>
    private const int CampaignDays = 31;

    private const int HaltReach = 5;
    private readonly FrozenSet<string> campaign = lexicon.Words("campaign-words");
    private readonly FrozenSet<string> halting = lexicon.Words("halting-words");
    private readonly FrozenSet<string> unreal = lexicon.Words("unreal-words");
    private readonly FrozenSet<string> governors = lexicon.Words("unreal-governors");
    private readonly FrozenSet<string> counterfactual = lexicon.Words("counterfactual-openers");
    private readonly FrozenSet<string> pointing = lexicon.Words("pointing-words");
    private readonly FrozenSet<string> counting = lexicon.Words("counting-words");
    private readonly FrozenSet<string> notActors = lexicon.Words("not-actor-prepositions");
    private readonly FrozenSet<string> plurals = lexicon.Words("attack-plurals");
    private readonly FrozenSet<string> grounds = lexicon.Words("ground-prepositions");
    private readonly VerbGroupReader groups = new(lexicon);

    /// <summary>Told as done, not as planned, feared or going on in general.</summary>
    public bool IsReal(SentenceContext context, int attack)
    {
        var marks = context.Marks;
        if (marks.Word(marks.Tokens.Length - 1) == "?")
            return false;
        var clause = marks.Clauses[attack];
        for (var at = 0; at < marks.Tokens.Length; at++)
        {
            if (marks.Clauses[at] == clause && (unreal.Contains(marks.Word(at)) || campaign.Contains(marks.Word(at)) || halting.Contains(marks.Word(at)) && attack > at && attack - at <= HaltReach))
                return false;
        }

        if (IsOngoing(context, clause) || IsUnfinished(marks, attack) || IsCount(marks, attack) || IsOfOthers(marks, attack))
            return false;
        return !IsCounterfactual(marks, attack) && !cues.IsNone(marks, attack) && groups.Read(marks, attack) is { Negated: false, Aspect: not (Aspect.Future or Aspect.Possible or Aspect.Offered or Aspect.Expected) };
    }

    /// <summary>Far down a report, with neither a place nor a number, and not as past: "the strikes on power plants".</summary>
    public bool IsVague(SentenceContext context, int attack) =>
        (context.Paragraph > 1 || IsInGeneral(context.Marks, attack)) && !HasPlaceOrCount(context.Marks) && !groups.Read(context.Marks, attack).IsPast;

    /// <summary>"to repair the grid after Russian strikes", "a shield against attacks on power plants": many, none of them told.</summary>
    private bool IsInGeneral(MarkedSentence marks, int attack)
    {
        if (!plurals.Contains(marks.Word(attack)))
            return false;
        var before = attack - 1;
        while (before >= 0 && (marks.MentionAt(before) is { Kind: NameKind.Adjective } || marks.Word(before) is "'s" || marks.MentionAt(before) is { Kind: NameKind.Country }))
            before--;
        return grounds.Contains(marks.Word(before));
    }

    /// <summary>"to stop striking", "has been striking".</summary>
    private bool IsUnfinished(MarkedSentence marks, int attack) =>
        marks.Word(attack - 1) == "to" && governors.Contains(marks.Word(attack - 2))
        || marks.Word(attack - 1) is "been" or "successfully" && marks.Word(attack).EndsWith("ing", StringComparison.Ordinal);

    /// <summary>"since the spring": for longer than an attack.</summary>
    private static bool IsOngoing(SentenceContext context, int clause)
    {
        foreach (var time in context.Marks.Times)
        {
            if (time.Mention.Role == Times.TimeRole.Since && time.From < context.Published.AddDays(-CampaignDays) && context.Marks.Clauses[time.First] == clause)
                return true;
        }

        return false;
    }

    /// <summary>"had the drone hit the compressor": it did not.</summary>
    private bool IsCounterfactual(MarkedSentence marks, int attack) => counterfactual.Contains(marks.Word(marks.ClauseStart(attack)));

    /// <summary>"It was the third attack within a week": those told of already.</summary>
    private bool IsCount(MarkedSentence marks, int attack) =>
        pointing.Contains(marks.Word(0)) && marks.HasAny(counting, attack - 3, attack - 1);

    /// <summary>"Lithuania has sent transformers": no side of the war acts.</summary>
    private bool IsOfOthers(MarkedSentence marks, int attack)
    {
        foreach (var mention in marks.Mentions)
        {
            if (mention is { Kind: NameKind.Country or NameKind.Capital, Actor: not null } && !sides.IsWarring(mention)
                && mention.Last < attack && attack - mention.Last <= 3 && !notActors.Contains(marks.Word(mention.First - 1)))
                return true;
        }

        return false;
    }

    private bool HasPlaceOrCount(MarkedSentence marks)
    {
        foreach (var token in marks.Tokens)
        {
            if (token.Shape == Text.TokenShape.Number)
                return true;
        }

        foreach (var mention in marks.Mentions)
        {
            if (mention.Kind is NameKind.Place or NameKind.Capital && sides.IsWarring(mention))
                return true;
        }

        return false;
    }
}
