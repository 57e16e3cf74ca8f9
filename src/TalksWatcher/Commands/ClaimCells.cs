using System.Globalization;
using Spectre.Console;
using TalksWatcher.Claims;
using TalksWatcher.Flow;

namespace TalksWatcher.Commands;

/// <summary>A claim as a row of a table.</summary>
internal static class ClaimCells
{
    public static string[] Of(string report, Claim claim) =>
    [
        Markup.Escape(report),
        Words.Of(claim.Kind) + (claim.Background ? " (background)" : ""),
        claim.Status is { } status ? Words.Of(status) : claim.Role is { } role ? Words.Of(role) : "",
        claim.Certainty is { } certainty ? Words.Of(certainty) : "",
        Markup.Escape(Who(claim)),
        Markup.Escape(string.Join(", ", claim.Places)),
        Days(claim.From, claim.To),
        Markup.Escape(string.Join(", ", claim.Says)),
        string.Join(",", claim.Paragraphs),
        Markup.Escape(claim.Rule ?? ""),
    ];

    private static string Who(Claim claim) => claim.Kind switch
    {
        ClaimKind.Delegation => $"{claim.Party}: {claim.Person}",
        ClaimKind.EnergyStrike => $"{claim.By} → {claim.On}",
        _ => string.Join("–", claim.Parties),
    };

    private static string Days(DateOnly? from, DateOnly? to) =>
        from is null && to is null ? "" : from == to ? Day(from) : $"{Day(from)}..{Day(to)}";

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
