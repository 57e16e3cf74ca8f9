using TalksWatcher.Claims;
using TalksWatcher.Ledger;

namespace TalksWatcher.Digests.Rendering;

/// <summary>Every word that stands for a code: certainty, status, change, topic, number of voices.</summary>
internal static class Wording
{
    public const string NotKnownBefore = "not reported before";
    public const string Withdrawn = "withdrawn";
    public const string DaysHavePassed = "the days have passed; no report says how it went";
    public const string HeldMark = "Unconfirmed: one low-tier voice alone";
    public const string InferredMark = "Inferred: the calendar says so, no report does";
    public const string CatchUpNote =
        "Catch-up: this digest sums up a longer time; not everything in it happened today.";

    private static readonly string[] Numbers =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    /// <summary>Status as asserted, as possible, as denied.</summary>
    private static readonly Dictionary<ClaimStatus, (string Stated, string Possible, string Denied)> States = new()
    {
        [ClaimStatus.Proposed] = ("proposed", "perhaps to be proposed", "said not to be proposed"),
        [ClaimStatus.Planned] = ("planned", "tentatively planned", "not confirmed"),
        [ClaimStatus.UnderWay] = ("under way", "reportedly under way", "said not to be under way"),
        [ClaimStatus.Concluded] = ("held", "reportedly held", "said not to have been held"),
        [ClaimStatus.Postponed] = ("put off", "perhaps put off", "said not to be put off"),
        [ClaimStatus.Cancelled] = ("called off", "perhaps called off", "said not to be called off"),
        [ClaimStatus.Rejected] = ("refused", "probably refused", "said not to be refused"),
        [ClaimStatus.Agreed] = ("agreed", "reportedly agreed", "not agreed"),
        [ClaimStatus.InEffect] = ("in effect", "reportedly in effect", "said not to be in effect"),
        [ClaimStatus.Extended] = ("extended", "perhaps extended", "not extended"),
        [ClaimStatus.Violated] = ("said to be broken", "reportedly broken", "said not to be broken"),
        [ClaimStatus.Ended] = ("over", "reportedly over", "said not to be over"),
    };

    public static string State(ClaimStatus? status, Certainty? certainty)
    {
        if (status is not { } known)
            return "mentioned";
        var (stated, possible, denied) = States[known];
        return certainty switch
        {
            Claims.Certainty.Possible => possible,
            Claims.Certainty.Denied => denied,
            _ => stated,
        };
    }

    /// <summary>Certainty and attribution: "Called possible by Peskov", "Stated as fact".</summary>
    public static string Certainty(Certainty? certainty, IReadOnlyCollection<string> says)
    {
        var by = says.Count == 0 ? null : $" by {List([.. says])}";
        return certainty switch
        {
            Claims.Certainty.Possible => by is null ? "Possible, not certain, in the report’s own voice" : $"Called possible{by}",
            Claims.Certainty.Denied => by is null ? "Denied in the report’s own voice" : $"Denied{by}",
            _ => by is null ? "Stated as fact" : $"Stated{by}",
        };
    }

    /// <summary>Where a place is what was refused: "Moscow refused as the place".</summary>
    public static string PlaceRefused(string place, Certainty? certainty) =>
        $"{place} {State(ClaimStatus.Rejected, certainty)} as the place";

    public static string Voices(int voices) => voices switch
    {
        1 => "one voice alone",
        >= 0 and <= 10 => $"{Numbers[voices]} independent voices",
        _ => $"{voices} independent voices",
    };

    public static string Outcome(MeetingOutcome outcome) => outcome switch
    {
        MeetingOutcome.Agreement => "agreement reached",
        MeetingOutcome.Partial => "some results",
        _ => "no breakthrough",
    };

    public static string Kicker(Change change) => change switch
    {
        Change.New => "New",
        Change.Changed => "Changed",
        Change.Confirmed => "Confirmed",
        Change.Disputed => "Disputed",
        Change.Ended => "Ended",
        _ => "Withdrawn",
    };

    public static string Topic(Topic topic) => topic switch
    {
        Ledger.Topic.Talks => "Talks",
        Ledger.Topic.Venues => "Venues",
        _ => "Energy truce",
    };

    /// <summary>"Delegations of", before the parties.</summary>
    public static string Sitting(MeetingLevel? level) => level switch
    {
        MeetingLevel.Leaders => "Leaders of",
        MeetingLevel.Ministers => "Ministers of",
        MeetingLevel.Delegations => "Delegations of",
        _ => "Talks between",
    };

    /// <summary>The event's short name: "summit", "talks".</summary>
    public static string Meeting(MeetingLevel? level) => level switch
    {
        MeetingLevel.Leaders => "summit",
        MeetingLevel.Ministers => "ministers’ talks",
        _ => "talks",
    };

    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => $"{string.Join(", ", items.Take(items.Count - 1))} and {items[^1]}",
    };

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
