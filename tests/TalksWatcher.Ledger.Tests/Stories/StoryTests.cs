using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TalksWatcher.Claims;

namespace TalksWatcher.Ledger.Tests.Stories;

public sealed class StoryTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "streams");

    private static IEnumerable<string> Files => Directory.EnumerateFiles(Folder, "*.txt").Order(StringComparer.Ordinal);

    public static TheoryData<string> Names => new(Files.Select(Path.GetFileNameWithoutExtension).ToArray()!);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_stream_raises_what_a_careful_editor_would(string name)
    {
        var (told, expected) = Story.Read(Path.Combine(Folder, name + ".txt")).Play();

        Assert.Equal(expected, told);
    }

    /// <summary>
    /// Stored states are folded anew where <see cref="TrackLedger.RulesVersion"/> has risen, and only there. Where a story
    /// that was there before gives another state, raise it; then (or where a story is new) write the hash here.
    /// </summary>
    [Fact]
    public void The_rules_version_rises_with_every_change_of_what_the_stories_end_in()
    {
        var states = Files.Select(file => Story.Read(file).States());

        var json = JsonSerializer.Serialize(states, ClaimJson.Options);

        Assert.Equal((1, "ec0b4d25a813e03c"), (TrackLedger.RulesVersion, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)).AsSpan(0, 8))));
    }
}
