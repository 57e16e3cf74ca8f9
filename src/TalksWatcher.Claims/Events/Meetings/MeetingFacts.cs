using System.Collections.Immutable;
using TalksWatcher.Claims.Events.Arguments;

namespace TalksWatcher.Claims.Events.Meetings;

/// <summary>What a sentence tells of one meeting.</summary>
/// <param name="Anchor">Token of the meeting's noun or verb.</param>
internal readonly record struct MeetingFacts(string Rule, int Anchor, ClaimStatus Status, Table Table)
{
    public CueTopic Topic { get; init; }

    public Certainty Certainty { get; init; }

    public string? Place { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public ValueList<string> Says { get; init; } = [];

    public bool IsJourney { get; init; }

    public bool Resumes { get; init; }

    public bool IsLapsed { get; init; }
}
