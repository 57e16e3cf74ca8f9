using System.Globalization;

namespace TalksWatcher.Claims.Tests.Wire;

/// <summary>
/// A short report with the claims an annotator gives it. A file holds many: "# date name", the text, then a line "= claim"
/// for each claim or a bare "=" for none. Of a claim are written: kind, status, certainty, level, parties, @place, days, says, outcome, bg.
/// </summary>
public sealed record WireExample(string Name, DateOnly Published, string Text, ValueList<string> Claims)
{
    public static IReadOnlyList<WireExample> In(string file) =>
        [.. File.ReadAllText(Path.Combine(Checkout.Root, "tests", "TalksWatcher.Claims.Tests", "Wire", file))
            .Split("\n# ", StringSplitOptions.RemoveEmptyEntries).Select(block => Parse(block.TrimStart('#', ' ')))];

    public ValueList<string> Read() =>
        Checkout.Reader.Read(new Report(Name, "", Text, new DateTimeOffset(Published, default, TimeSpan.Zero)))
            .Claims.Select(Write).Order(StringComparer.Ordinal).ToValueList();

    public override string ToString() => $"{Published:O} {Name}";

    private static WireExample Parse(string block)
    {
        var lines = block.Split('\n');
        var text = string.Join('\n', lines.Skip(1).TakeWhile(l => !l.StartsWith('='))).Trim();
        var claims = lines.Where(l => l.StartsWith("= ", StringComparison.Ordinal)).Select(l => l[2..].Trim());
        if (text.Length == 0 || !lines.Any(l => l.StartsWith('=')))
            throw new FormatException($"'{lines[0]}' has no text or no claims");
        var published = DateOnly.ParseExact(lines[0][..10], "O", CultureInfo.InvariantCulture);
        return new(lines[0][11..].Trim(), published, text, claims.Order(StringComparer.Ordinal).ToValueList());
    }

    /// <summary>A mediating US may be given or left out, so it is not written beside both sides.</summary>
    private static string Write(Claim claim) => string.Join(' ', new[]
    {
        Spell(claim.Kind), Spell(claim.Status), Spell(claim.Certainty), Spell(claim.Level), Sides(claim.Parties),
        claim.Party, Spell(claim.Role), Spaceless(claim.Person), List("replaces:", claim.Replaces is { } old ? [old] : []),
        claim.By is null ? null : $"{claim.By}>{claim.On}",
        List("@", claim.Places), claim.From is null && claim.To is null ? null : $"{claim.From:O}..{claim.To:O}",
        claim.Kind == ClaimKind.Delegation ? null : List("says:", claim.Says), claim.Outcome is { } outcome ? "outcome:" + Spell(outcome) : null, claim.Background ? "bg" : null,
    }.Where(part => !string.IsNullOrEmpty(part)));

    private static string? Sides(ValueList<string> parties) =>
        parties.Contains("RU") && parties.Contains("UA") ? string.Join(',', parties.Where(p => p != "US")) : string.Join(',', parties);

    private static string? Spell<T>(T value) => value?.ToString() is { } name
        ? string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()))
        : null;

    private static string? List(string label, ValueList<string> values) => values.Count == 0 ? null : label + string.Join(',', values.Select(Spaceless));

    private static string? Spaceless(string? name) => name?.Replace(' ', '_');
}
