using TalksWatcher.Claims;
using TalksWatcher.Digests.Rendering;
using TalksWatcher.Ledger;

namespace TalksWatcher.Digests.Mail;

/// <summary>The dated meetings ahead, for the reader's calendar; one that fell through is cancelled there.</summary>
internal static class MeetingCalendar
{
    /// <summary>"Some time in May" is no date for a calendar.</summary>
    private const int MostDays = 14;

    /// <returns>An iCalendar file; <c>null</c> where no meeting ahead has days.</returns>
    public static string? Of(Digest digest, string domain)
    {
        var today = DateOnly.FromDateTime(digest.BuiltAt.UtcDateTime);
        var events = digest.Standing.Where(state => IsDated(state, today)).Select(state => Event(digest, state, domain)).ToList();
        return events.Count == 0 ? null : CalendarWriter.Write(events, digest.BuiltAt);
    }

    private static bool IsDated(SubjectState state, DateOnly today) =>
        state is { Kind: ClaimKind.Meeting, From: { } from, To: { } to } && to >= today && to.DayNumber - from.DayNumber < MostDays
        && StatusOf(state) is not null;

    private static CalendarEvent Event(Digest digest, SubjectState state, string domain) => new(
        $"{digest.Watch}.{state.Subject}@{domain}",
        (int)(state.Since.ToUnixTimeSeconds() / 60),
        state.From!.Value,
        state.To!.Value,
        CleanText.Line($"{Wording.Capital(Wording.Meeting(state.Level))} ({string.Join(", ", state.Parties)})"),
        state.Place is { } place ? CleanText.Line(place) : null,
        StatusOf(state)!.Value);

    private static CalendarStatus? StatusOf(SubjectState state) => (state.Status, state.Certainty) switch
    {
        (ClaimStatus.Postponed or ClaimStatus.Cancelled, Certainty.Stated) => CalendarStatus.Cancelled,
        (ClaimStatus.Planned or ClaimStatus.UnderWay, Certainty.Stated) => CalendarStatus.Confirmed,
        (ClaimStatus.Planned or ClaimStatus.Proposed or ClaimStatus.Postponed, not Certainty.Denied) => CalendarStatus.Tentative,
        _ => null,
    };
}
