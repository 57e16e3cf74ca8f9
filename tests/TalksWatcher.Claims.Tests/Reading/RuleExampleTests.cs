using System.Globalization;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Tests.Reading;

/// <summary>
/// Each rule's examples stand beside it: sentences, and under each the claims that the whole book reads in it, told on
/// Thursday, 5 February 2026; a claim that another rule found bears its name.
/// </summary>
public class RuleExampleTests
{
    private static readonly DateTimeOffset Published = new(2026, 2, 5, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] Folders = ["English/Meetings", "English/Truces", "English/Answers", "English/Delegations"];

    public static IEnumerable<object[]> Examples =>
        Files().SelectMany(f => Blocks(f.Value).Select(b => new object[] { f.Key, b.Sentence, b.Claims }));

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_whole_book_reads_an_example_as_its_claims(string rule, string sentence, string claims)
    {
        var result = Checkout.Reader.Read(new Report("id", "", sentence, Published));

        Assert.Null(result.SetAside);
        Assert.Equal(claims, result.Claims.Count == 0 ? "none" : string.Join('\n', result.Claims.Select(c => Describe(c) + (c.Rule == rule ? "" : $" ({c.Rule})"))));
    }

    [Fact]
    public void Every_rule_has_a_yes_and_a_no_example()
    {
        var examples = Files();
        var lacking = RuleFile.Embedded().Where(f => Folders.Contains(f.Folder))
            .Where(f => !examples.TryGetValue(f.Name, out var text) || Blocks(text).All(b => b.Claims == "none") || Blocks(text).All(b => b.Claims != "none"))
            .Select(f => f.Name);

        Assert.Empty(lacking);
    }

    [Theory]
    [InlineData(MeetingOutcome.Partial, "Talks between Russia and Ukraine in Geneva ended on Wednesday. The two sides agreed to swap 300 prisoners.")]
    [InlineData(MeetingOutcome.None, "Talks between Russia and Ukraine in Geneva ended on Wednesday without a breakthrough.")]
    [InlineData(MeetingOutcome.Partial, "Talks between Russia and Ukraine in Geneva ended on Wednesday without a breakthrough. The two sides will exchange prisoners.")]
    [InlineData(null, "Talks between Russia and Ukraine in Geneva ended on Wednesday.")]
    public void What_came_of_a_round_is_read_from_its_report(MeetingOutcome? outcome, string text) =>
        Assert.Equal(outcome, Assert.Single(Checkout.Reader.Read(new Report("id", "", text, Published)).Claims).Outcome);

    [Theory]
    [InlineData("energy-strike RU on UA | 2026-02-05..2026-02-05", "Russian missiles struck power plants in Ukraine overnight, the governor of the Odesa region said.")]
    [InlineData("energy-strike UA on RU | Samara region | 2026-02-04..2026-02-04", "Ukrainian drones hit an oil refinery in the Samara region of Russia on Wednesday, the governor said.")]
    [InlineData("energy-strike RU on UA | 2026-02-05..2026-02-05", "5,600 blocks lost heating after this morning's strike, Kyiv Mayor Vitali Klitschko said of the war with Russia.")]
    [InlineData("energy-strike RU on UA | Kherson | 2026-02-01..2026-02-01", "In Kherson, a power line was cut by Russian artillery on Sunday.")]
    [InlineData("energy-strike UA on RU | Sochi | 2026-02-05..2026-02-05", "Debris of a Ukrainian drone fell on an oil depot in Sochi overnight.")]
    [InlineData("energy-strike RU on UA | Kharkiv | 2026-02-01..2026-02-01\nenergy-strike UA on RU | Saratov | 2026-02-02..2026-02-02", "Russia hit a power plant in Kharkiv on Sunday, and Ukrainian drones answered on Monday with a strike on the Saratov refinery.")]
    [InlineData("energy-strike RU on UA | Poltava region | 2026-02-01..2026-02-01", "Russian drones destroyed gas production sites in the Poltava region on Sunday, Naftogaz said.")]
    [InlineData("energy-strike RU on UA | 2026-02-01..2026-02-01", "DTEK said one of its thermal plants in the war with Russia had been hit on Sunday.")]
    [InlineData("none", "The EU will send transformers to Ukraine to repair its energy grid after Russian attacks.")]
    [InlineData("none", "Russian missiles struck a school in Ukraine overnight, the governor of the Odesa region said.")]
    [InlineData("none", "Russia may strike power plants in Ukraine again, the governor of the Odesa region warned.")]
    public void Strikes_on_energy_are_read_with_both_sides(string claims, string sentence)
    {
        var read = Checkout.Reader.Read(new Report("id", "", sentence, Published)).Claims;

        Assert.Equal(claims, read.Count == 0 ? "none" : string.Join('\n', read.Select(Describe)));
    }

    private static string Describe(Claim claim) => string.Join(" | ", new[]
    {
        claim.Kind switch
        {
            ClaimKind.Meeting => $"meeting {claim.Status} {claim.Certainty}",
            ClaimKind.EnergyTruce => $"energy-truce {claim.Status} {claim.Certainty}",
            ClaimKind.Delegation => $"delegation {claim.Role}",
            _ => $"energy-strike {claim.By} on {claim.On}",
        },
        string.Join(',', claim.Parties),
        claim.Party,
        claim.Person,
        claim.Replaces is null ? null : "for " + claim.Replaces,
        string.Join(',', claim.Places),
        claim.From is null && claim.To is null ? null : string.Create(CultureInfo.InvariantCulture, $"{claim.From:yyyy-MM-dd}..{claim.To:yyyy-MM-dd}"),
    }.Where(part => !string.IsNullOrEmpty(part)));

    private static Dictionary<string, string> Files()
    {
        var assembly = typeof(RuleExampleTests).Assembly;
        return assembly.GetManifestResourceNames().Where(n => n.StartsWith("Rules/", StringComparison.Ordinal))
            .ToDictionary(n => n[(n.LastIndexOf('/') + 1)..^".examples.txt".Length], Content, StringComparer.Ordinal);

        string Content(string name)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        }
    }

    private static IEnumerable<(string Sentence, string Claims)> Blocks(string text)
    {
        foreach (var block in text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var lines = block.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            yield return (lines[0], string.Join('\n', lines.Skip(1).Select(l => l["=> ".Length..])));
        }
    }
}
