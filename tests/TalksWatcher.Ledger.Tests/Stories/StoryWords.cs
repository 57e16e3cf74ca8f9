using System.Globalization;
using System.Text.Json;
using TalksWatcher.Claims;

namespace TalksWatcher.Ledger.Tests.Stories;

/// <summary>Claims and developments in few words: <c>planned possible @Abu_Dhabi 02-04..02-05 says=Zelensky</c>.</summary>
internal static class StoryWords
{
    public static Claim Read(string text, int year)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var claim = words[0] switch
        {
            "head" or "member" => Delegation(words),
            "strike" => new Claim { Kind = ClaimKind.EnergyStrike, Certainty = Certainty.Stated, By = "RU", On = "UA" },
            "truce" => new Claim { Kind = ClaimKind.EnergyTruce, Status = Enum<ClaimStatus>(words[1]), Certainty = Certainty.Stated, Parties = ["RU", "UA"] },
            _ => new Claim
            {
                Kind = ClaimKind.Meeting,
                Status = Enum<ClaimStatus>(words[0]),
                Certainty = Certainty.Stated,
                Level = MeetingLevel.Delegations,
                Parties = ["RU", "UA", "US"],
            },
        };
        return words.Skip(1).Aggregate(claim, (c, word) => Add(c, word, year));
    }

    public static string Of(Development d)
    {
        var held = d.Held ? " held" : "";
        var inferred = d.Inferred ? " inferred" : "";
        var was = d.Was is null ? "" : $" (was {Of(d.Was)})";
        return $"{Name(d.Change)} {Name(d.Topic)}{held}{inferred}: {Of(d.Now)}{was} x{d.Voices}";
    }

    private static string Of(Claim claim) => string.Join(' ', new[]
    {
        claim.Person ?? (claim.Status is { } status ? Name(status) : null),
        claim.Certainty is null or Certainty.Stated ? null : Name(claim.Certainty),
        claim.Place is { } place ? "@" + place.Replace(' ', '_') : null,
        claim.From is null && claim.To is null ? null : claim.From == claim.To ? Day(claim.To) : $"{Day(claim.From)}..{Day(claim.To)}",
    }.OfType<string>());

    private static Claim Delegation(string[] words) => new()
    {
        Kind = ClaimKind.Delegation,
        Role = Enum<DelegationRole>(words[0]),
        Party = words[1],
        Person = words[2].Replace('_', ' '),
    };

    private static Claim Add(Claim claim, string word, int year)
    {
        var (key, value) = word.Split('=', 2) is [var k, var v] ? (k, v) : (word, "");
        if (char.IsDigit(word[0]) || word.StartsWith("..", StringComparison.Ordinal))
        {
            var ends = word.Split("..");
            return claim with { From = Day(ends[0], year), To = Day(ends[^1], year) };
        }
        return key switch
        {
            "possible" => claim with { Certainty = Certainty.Possible },
            "denied" => claim with { Certainty = Certainty.Denied },
            "recalled" => claim with { Background = true },
            "leaders" => claim with { Level = MeetingLevel.Leaders, Parties = ["RU", "UA"] },
            "parties" => claim with { Parties = value.Split('-').ToValueList() },
            "says" => claim with { Says = value.Split('+').Select(s => s.Replace('_', ' ')).ToValueList() },
            "via" => claim with { Via = value },
            "replaces" => claim with { Replaces = value.Replace('_', ' ') },
            "outcome" => claim with { Outcome = Enum<MeetingOutcome>(value) },
            _ when word[0] == '@' => claim with { Places = [word[1..].Replace('_', ' ')] },
            _ => claim,
        };
    }

    private static DateOnly? Day(string text, int year) =>
        text.Length == 0 ? null : DateOnly.ParseExact($"{year}-{text}", "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Day(DateOnly? day) => day?.ToString("MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static T Enum<T>(string word) => JsonSerializer.Deserialize<T>($"\"{word}\"", ClaimJson.Options)!;

    private static string Name<T>(T value) => JsonSerializer.Serialize(value, ClaimJson.Options).Trim('"');
}
