using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TalksWatcher.Claims;
using TalksWatcher.Ledger;
using TalksWatcher.Storage.Checks;
using TalksWatcher.Storage.Tests.Databases;

namespace TalksWatcher.Storage.Tests;

/// <summary>After an upgrade of the ledger's rules: what the new ones find in old reports is kept, and nobody is told.</summary>
public abstract class RenewalTests(TestDatabase storage) : StoreTests(storage)
{
    private const string Text =
        "Delegations of both sides will meet in Geneva next week, the spokesman told reporters on Friday, and the team will count some "
        + "fifteen people from several ministries who have been preparing papers on security and on the exchange of prisoners since the autumn.";

    private static readonly DateTimeOffset Early = new(2026, 2, 13, 8, 0, 0, TimeSpan.Zero);

    private static readonly TrackLedger Tiered = new(new LedgerSettings
    {
        Watch = Watch,
        Outlets = [new OutletTier("Reuters", 1, "agency"), new OutletTier("Blog", 4, "one man")],
    });

    [SkippableFact]
    public async Task A_late_report_tells_of_itself_only()
    {
        await AddReaderAsync();
        await ReportAsync("old", Early, Planned("Geneva"));
        await ForgetAsync();

        var raised = await ReportAsync("late", Early.AddHours(-2), Proposed("Minsk"));

        Assert.Equal("late", Assert.Single(raised).Document);
        Assert.Equal([raised[0].Id], await OwedToReaderAsync());
    }

    [SkippableFact]
    public async Task What_the_new_rules_find_in_old_reports_is_history()
    {
        await AddReaderAsync();
        await ReportAsync("old", Early, Planned("Geneva"));
        await ForgetAsync();

        await ReportAsync("next", Early.AddHours(2), Planned("Geneva"));

        Assert.Empty(await OwedToReaderAsync());
        var found = Assert.Single(await DevelopmentsAsync());
        Assert.Equal(("old", true), (found.Document, found.Quiet));
        await AssertSoundAsync();
    }

    [SkippableFact]
    public async Task An_edit_that_says_the_same_tells_nobody()
    {
        await AddReaderAsync();
        await ReportAsync("old", Early, Planned("Geneva"));
        await ForgetAsync();

        await ReportAsync("old", Early, Planned("Geneva"), revision: 2);

        Assert.Empty(await OwedToReaderAsync());
    }

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_an_edit_brings_to_light_is_told_as_ever(bool isUpgraded)
    {
        await AddReaderAsync();
        await ReportAsync("first", Early, Planned("Geneva") with { From = new(2026, 2, 20), To = new(2026, 2, 20) });
        await ReportAsync("second", Early.AddHours(3), Planned("Geneva"), outlet: "Reuters");
        var before = await OwedToReaderAsync();
        if (isUpgraded)
            await FoldedByAsync(0);

        await ReportAsync("first", Early, claim: null, revision: 2);

        Assert.Equal(2, (await OwedToReaderAsync()).Except(before, StringComparer.Ordinal).Count());
    }

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_revision_that_comes_after_a_later_one_changes_nothing(bool isUpgraded)
    {
        await ReportAsync("other", Early.AddHours(-5), Planned("Riyadh"));
        await ReportAsync("edited", Early, Planned("Geneva"), revision: 2);
        if (isUpgraded)
            await FoldedByAsync(0);

        var raised = await ReportAsync("edited", Early, Planned("Minsk"), revision: 1);

        Assert.Empty(raised);
        await AssertSoundAsync();
    }

    [SkippableTheory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task A_trusted_voice_for_what_was_overlooked_and_held_is_news_in_any_order(int hours)
    {
        await AddReaderAsync();
        await ReportAsync("rumour", Early, Planned("Geneva"), outlet: "Blog");
        await ForgetAsync();

        await ReportAsync("news", Early.AddHours(hours), Planned("Geneva"), outlet: "Reuters");

        Assert.Single(await OwedToReaderAsync());
    }

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_late_original_releases_what_its_copy_told(bool isUpgraded)
    {
        await AddReaderAsync();
        await ReportAsync("copy", Early.AddHours(2), Planned("Geneva"), outlet: "Blog", text: Text);
        if (isUpgraded)
            await FoldedByAsync(0);

        await ReportAsync("original", Early, Planned("Minsk") with { Level = MeetingLevel.Leaders }, outlet: "Reuters", text: Text);

        Assert.Equal(2, (await OwedToReaderAsync()).Count);
    }

    [SkippableFact]
    public async Task What_the_new_rules_release_is_quiet_and_sound()
    {
        await AddReaderAsync();
        Clock.Now += TimeSpan.FromMinutes(1);
        await ReportAsync("rumour", Early, Planned("Geneva"), outlet: "Blog");
        await ReportAsync("news", Early.AddHours(1), Planned("Geneva"), outlet: "Reuters");
        await HoldAsync();
        await FoldedByAsync(0);

        await ReportAsync("again", Early.AddHours(2), Planned("Geneva"), outlet: "Reuters");

        Assert.Empty(await OwedToReaderAsync());
        Assert.True(Assert.Single(await DevelopmentsAsync()).Quiet);
        await AssertSoundAsync();
    }

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_day_gone_by_is_told_though_a_report_comes_before_the_calendar(bool isUpgraded)
    {
        await ReportAsync("plan", Early, Planned("Geneva") with { From = new(2026, 2, 15), To = new(2026, 2, 15) });
        if (isUpgraded)
            await FoldedByAsync(0);
        await ReportAsync("idea", Early.AddDays(3), Proposed("Minsk"));

        var raised = await Store.TickAsync(Tiered, new DateOnly(2026, 2, 16), CancellationToken.None);

        Assert.True(Assert.Single(raised).Inferred);
    }

    [SkippableFact]
    public async Task Taking_back_what_nobody_was_told_tells_nobody_either()
    {
        await AddReaderAsync();
        await ReportAsync("old", Early, Planned("Geneva"));
        await ForgetAsync();

        await Store.DecideAsync(
            Tiered, new Decision("d", DecisionKind.Retract, "old", ClaimKey.Of(Planned("Geneva")), "editor", "misread", Clock.Now), CancellationToken.None);

        Assert.Empty(await OwedToReaderAsync());
    }

    [SkippableFact]
    public async Task Two_tracks_of_one_report_are_folded_anew_together()
    {
        await AddReaderAsync();
        Clock.Now += TimeSpan.FromMinutes(1);
        await ReportAsync("a", Early, Planned("Geneva"));
        await ReportAsync("b", Early, Planned("Minsk") with { Level = MeetingLevel.Leaders });
        await FoldedByAsync(0);
        var before = await OwedToReaderAsync();

        await ReportAsync("c", Early.AddHours(1), [Planned("Istanbul"), Planned("Oslo") with { Level = MeetingLevel.Leaders }]);

        Assert.Equal(2, (await OwedToReaderAsync()).Except(before, StringComparer.Ordinal).Count());
        Assert.Empty(await new DocumentStore(Database).PendingAsync(Watch, 10, CancellationToken.None));
        await AssertSoundAsync();
    }

    /// <summary>During an upgrade of several workers both programs fold.</summary>
    [SkippableFact]
    public async Task A_state_that_an_earlier_program_has_folded_on_is_not_passed_off_as_the_later_ones()
    {
        await ReportAsync("a", Early, Planned("Geneva"));
        await FoldedByAsync(TrackLedger.RulesVersion + 1);

        await ReportAsync("b", Early.AddHours(1), Planned("Minsk"));

        await using var db = Database.Open();
        Assert.Equal(TrackLedger.RulesVersion, Read<TrackState>((await db.Tracks.SingleAsync()).Json).RulesVersion);
    }

    private static Claim Proposed(string place) => Planned(place) with { Status = ClaimStatus.Proposed };

    private async Task AssertSoundAsync()
    {
        var findings = await new Doctor(Database, Clock).ExamineAsync([Tiered], TimeSpan.FromMinutes(10), CancellationToken.None);
        Assert.All(findings, finding => Assert.True(finding.Ok, string.Join("; ", finding.Faults)));
    }

    private Task<IReadOnlyList<Development>> ReportAsync(
        string key, DateTimeOffset published, Claim? claim, int revision = 1, string outlet = "Test Outlet", string? text = null) =>
        ReportAsync(key, published, claim is null ? [] : [claim], revision, outlet, text);

    private async Task<IReadOnlyList<Development>> ReportAsync(
        string key, DateTimeOffset published, ValueList<Claim> claims, int revision = 1, string outlet = "Test Outlet", string? text = null)
    {
        var documents = new DocumentStore(Database);
        await documents.SavePollAsync(Watch, "s", Poll(Report(key, text ?? $"Text {revision} of {key}.", published)), CancellationToken.None);
        var document = Assert.Single(await documents.PendingAsync(Watch, 10, CancellationToken.None));
        var observation = new Observation
        {
            Document = key,
            Published = published,
            Revision = revision,
            RecordedAt = Clock.Now,
            Outlet = outlet,
            Claims = claims,
            Print = text is null ? null : TextPrint.Of(text),
        };
        return (await Store.TakeInAsync(
            Tiered, document, () => new ReadReport(new ReadResult(key, "en", null, claims), SetAside: null, observation), CancellationToken.None))!;
    }

    /// <summary>An earlier program weighed the reports and made nothing of them.</summary>
    private async Task ForgetAsync()
    {
        await using var db = Database.Open();
        await db.Developments.ExecuteDeleteAsync();
        await db.LedgerEntries.ExecuteDeleteAsync();
        await ChangeAsync(state => state with { RulesVersion = 0, Subjects = [] });
    }

    private Task FoldedByAsync(int rules) => ChangeAsync(state => state with { RulesVersion = rules });

    /// <summary>An earlier program took no report for a second voice.</summary>
    private async Task HoldAsync()
    {
        await using var db = Database.Open();
        var row = await db.Developments.SingleAsync();
        (row.Held, row.OwedSince, row.Json) = (true, null, Write(Read<Development>(row.Json) with { Held = true }));
        await db.SaveChangesAsync();
    }

    private async Task ChangeAsync(Func<TrackState, TrackState> change)
    {
        await using var db = Database.Open();
        foreach (var row in await db.Tracks.ToListAsync())
            row.Json = Write(change(Read<TrackState>(row.Json)));
        await db.SaveChangesAsync();
    }

    private async Task<IReadOnlyList<Development>> DevelopmentsAsync()
    {
        await using var db = Database.Open();
        return [.. (await db.Developments.ToListAsync()).Select(row => Read<Development>(row.Json))];
    }

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, ClaimJson.Options)!;

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, ClaimJson.Options);
}

public sealed class RenewalOnSqliteTests() : RenewalTests(new SqliteFile());

[Collection(PostgresCollection.Name)]
public sealed class RenewalOnPostgresTests(PostgresServer server) : RenewalTests(new PostgresDatabase(server));
