using System.Globalization;
using TalksWatcher.Claims;
using TalksWatcher.Ledger.Rules;

namespace TalksWatcher.Ledger.Headlines;

/// <summary>One line of plain English for a development: was → now.</summary>
internal sealed class HeadlineWriter(NameBook names)
{
    private readonly MeetingHeadline meetings = new(names);
    private readonly TruceHeadline truces = new(names);

    public string Write(Change change, Claim? was, Claim now) => now.Kind switch
    {
        ClaimKind.Meeting => meetings.Write(change, was, now),
        ClaimKind.EnergyTruce => truces.Write(change, now),
        _ => Head(was, now),
    };

    public static string Withdrawn(Development gone, Decision? why) => why is null
        ? $"Withdrawn by {gone.Support.Select(s => s.Outlet).FirstOrDefault() ?? "its outlet"}: {gone.Headline}"
        : $"Correction, we misread a report: {gone.Headline}";

    public string Passed(Claim claim) => claim.Kind == ClaimKind.EnergyTruce
        ? $"{truces.Subject(claim)} has reached its last day, {DayWords.Span(claim.To, claim.To)}"
        : $"{meetings.Subject(claim)}{Phrases.In(claim.Place)}: no report that it was held on {DayWords.Span(claim.From, claim.To)}";

    private string Head(Claim? was, Claim now)
    {
        var side = names.Short(now.Party ?? "?");
        var team = side == now.Party ? $"the {side} team" : $"{Phrases.Possessive(side)} team";
        var old = now.Replaces ?? was?.Person;
        return old is null ? $"{now.Person} heads {team}" : $"{now.Person} takes over from {old} as head of {team}";
    }
}

/// <summary>Turns of phrase that several headlines share.</summary>
internal static class Phrases
{
    public static string In(string? place) => place is null ? "" : $" in {Place(place)}";

    /// <summary>"the United States", "the UAE", "Geneva".</summary>
    public static string Place(string place) =>
        place.StartsWith("United ", StringComparison.Ordinal) || place.All(char.IsUpper) ? $"the {place}" : place;

    public static string Possessive(string name) => name.EndsWith('s') ? $"{name}’" : $"{name}’s";

    public static string Capital(string line) => line.Length == 0 ? line : char.ToUpper(line[0], CultureInfo.InvariantCulture) + line[1..];

    /// <summary>"Peskov", "Peskov and Zelensky", "Zelensky and others"; empty for the outlet's own voice.</summary>
    public static string Speakers(ValueList<string> says) => says.Count switch
    {
        0 => "",
        1 => says[0],
        2 => $"{says[0]} and {says[1]}",
        _ => $"{says[0]} and others",
    };

    /// <summary>A line with who says so behind it.</summary>
    public static string Said(string line, ValueList<string> says) => says.Count == 0 ? line : $"{line}, {Speakers(says)} {Say(says)}";

    public static string Say(ValueList<string> says) =>
        says.Count > 1 || IsPlural(says[0].Split(' ')[^1]) ? "say" : "says";

    /// <summary>"US officials", "experts"; not "Financial Times".</summary>
    private static bool IsPlural(string word) => word.Length > 0 && char.IsLower(word[0]) && word.EndsWith('s');
}
