using TalksWatcher.Claims;
using TalksWatcher.Ledger;
using TalksWatcher.Storage.Tests.Databases;

namespace TalksWatcher.Storage.Tests;

/// <summary>Near-copies are one voice, on whatever track they are told and in whatever order they arrive.</summary>
public abstract class CopyTests(TestDatabase storage) : StoreTests(storage)
{
    private const string Original =
        "Delegations of both sides will meet in Geneva next week, the spokesman told reporters on Friday, and the team will count some "
        + "fifteen people from several ministries who have been preparing papers on security and on the exchange of prisoners since the autumn.";

    private static readonly DateTimeOffset Morning = new(2026, 2, 13, 8, 0, 0, TimeSpan.Zero);

    [SkippableFact]
    public async Task A_copy_with_a_new_first_sentence_adds_no_voice()
    {
        await TakeInAsync("original", "Reuters", Morning, Original);
        await TakeInAsync("copy", "World Mirror", Morning.AddHours(2), "More soon. " + Original);

        Assert.Equal(1, await VoicesAsync());
    }

    [SkippableFact]
    public async Task A_report_in_other_words_is_a_second_voice()
    {
        await TakeInAsync("original", "Reuters", Morning, Original);
        await TakeInAsync("other", "World Mirror", Morning.AddHours(2), "Swiss officials expect negotiators at the lake within days, people close to the preparations say, though no hotel has been booked.");

        Assert.Equal(2, await VoicesAsync());
    }

    [SkippableFact]
    public async Task A_copy_that_arrives_before_its_original_loses_its_voice_when_that_comes()
    {
        await TakeInAsync("other", "Meduza", Morning.AddHours(-1), "Negotiators are expected at the lake, people close to the preparations say.");
        await TakeInAsync("copy", "World Mirror", Morning.AddHours(2), Original);
        Assert.Equal(2, await VoicesAsync());

        // The original speaks of something else, so that its own track knows nothing of the copy.
        await TakeInAsync("original", "Meduza", Morning, Original, Planned("Minsk") with { Level = MeetingLevel.Leaders });

        Assert.Equal(1, await VoicesAsync());
    }

    [SkippableFact]
    public async Task A_copy_older_than_the_hours_of_retelling_speaks_for_itself()
    {
        await TakeInAsync("original", "Reuters", Morning, Original);
        await TakeInAsync("late", "World Mirror", Morning.AddHours(73), Original);

        Assert.Equal(2, await VoicesAsync());
    }

    [SkippableFact]
    public async Task Prints_are_forgotten_by_age()
    {
        await TakeInAsync("original", "Reuters", Morning, Original);

        Assert.Equal(0, await new LedgerStore(Database, Clock).ForgetPrintsAsync(Morning, CancellationToken.None));
        Assert.Equal(32, await new LedgerStore(Database, Clock).ForgetPrintsAsync(Morning.AddHours(1), CancellationToken.None));
    }

    private async Task<int> VoicesAsync() =>
        (await new LedgerStore(Database, Clock).StandingAsync(Ledger(), new DateOnly(2026, 2, 16), CancellationToken.None))
            .Single(s => s.Track.StartsWith("delegations", StringComparison.Ordinal)).Voices;

    private async Task TakeInAsync(string key, string outlet, DateTimeOffset published, string text, Claim? claim = null)
    {
        var documents = new DocumentStore(Database);
        await documents.SavePollAsync(Watch, "s", Poll(Report(key, text, published)), CancellationToken.None);
        var document = Assert.Single(await documents.PendingAsync(Watch, 10, CancellationToken.None));
        var observation = new Observation
        {
            Document = key,
            Published = published,
            RecordedAt = Clock.Now,
            Outlet = outlet,
            Claims = [claim ?? Planned("Geneva")],
            Print = TextPrint.Of(text),
        };
        await new LedgerStore(Database, Clock).TakeInAsync(
            Ledger(), document, () => new ReadReport(new ReadResult(key, "en", null, observation.Claims), SetAside: null, observation), CancellationToken.None);
    }
}

public sealed class CopyOnSqliteTests() : CopyTests(new SqliteFile());

[Collection(PostgresCollection.Name)]
public sealed class CopyOnPostgresTests(PostgresServer server) : CopyTests(new PostgresDatabase(server));
