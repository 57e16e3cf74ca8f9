using System.Collections.Frozen;
using System.Collections.Immutable;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Events.Meetings;

/// <summary>What may be said of a meeting that the sentence itself does not name.</summary>
internal sealed class FollowUpPhrases(Lexicon lexicon)
{
    /// <summary>"neither venue nor date is fixed".</summary>
    public const string Unsettled = "MeetingUnsettled";

    private static readonly (string List, string Rule, ClaimStatus Status, Certainty Certainty)[] Lists =
    [
        ("followed-by-end", "MeetingCalledOff", ClaimStatus.Cancelled, Certainty.Stated),
        ("followed-by-doubt", "MeetingMaySlip", ClaimStatus.Postponed, Certainty.Possible),
        ("followed-by-delay", "MeetingPutOff", ClaimStatus.Postponed, Certainty.Stated),
        ("followed-by-denial", Unsettled, ClaimStatus.Planned, Certainty.Denied),
    ];

    /// <summary>"brushed the suggestion aside".</summary>
    public Pattern Refusal { get; } = lexicon.Phrases("proposal-refusals");

    /// <summary>Words before which no refusal is meant: "did not brush aside".</summary>
    public FrozenSet<string> NotRefusing { get; } = lexicon.Words("not-refusing");

    /// <summary>In the order in which they are tried.</summary>
    public ImmutableArray<FollowUpPhrase> Kinds { get; } = [.. Lists.Select(l => new FollowUpPhrase(lexicon.Phrases(l.List), l.Rule, l.Status, l.Certainty))];
}

/// <param name="Rule">Its name in claims.</param>
internal sealed record FollowUpPhrase(Pattern Pattern, string Rule, ClaimStatus Status, Certainty Certainty);
