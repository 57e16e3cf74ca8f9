using TalksWatcher.Digests.Mail;
using TalksWatcher.Digests.Outbox;
using TalksWatcher.Storage.Tests.Databases;

namespace TalksWatcher.Storage.Tests;

public abstract class LetterStoreTests(TestDatabase storage) : StoreTests(storage)
{
    private LetterStore Letters => new(Database);

    [SkippableFact]
    public async Task A_letter_past_its_age_is_dropped_and_a_newer_one_kept()
    {
        await PutAsync("old", Clock.Now.AddDays(-30), OutboxState.Sent);
        await PutAsync("new", Clock.Now.AddDays(-1), OutboxState.Sent);

        Assert.Equal(1, await Letters.DropAsync(Clock.Now.AddDays(-7), CancellationToken.None));

        Assert.Equal((true, false), (await Letters.FindAsync("old", CancellationToken.None) is null, await Letters.FindAsync("new", CancellationToken.None) is null));
    }

    [SkippableTheory]
    [InlineData(OutboxState.Waiting)]
    [InlineData(OutboxState.Leased)]
    [InlineData(OutboxState.Held)]
    [InlineData(OutboxState.Parked)]
    public async Task A_letter_that_a_mail_still_needs_is_kept_whatever_its_age(OutboxState state)
    {
        await PutAsync("old", Clock.Now.AddDays(-30), OutboxState.Sent, state);

        Assert.Equal(0, await Letters.DropAsync(Clock.Now, CancellationToken.None));

        Assert.NotNull(await Letters.FindAsync("old", CancellationToken.None));
    }

    [SkippableFact]
    public async Task Other_marks_are_not_touched()
    {
        var key = await new InstallationKey(Database, Clock).ReadAsync(CancellationToken.None);

        Assert.Equal(0, await Letters.DropAsync(Clock.Now.AddDays(1), CancellationToken.None));

        Assert.Equal(key.ToArray(), (await new InstallationKey(Database, Clock).ReadAsync(CancellationToken.None)).ToArray());
    }

    /// <summary>One letter, and a mail of it in each state.</summary>
    private async Task PutAsync(string key, DateTimeOffset built, params OutboxState[] states)
    {
        var letter = new FormLetter { Key = key, Subject = "s", Text = "t", Html = "h", Date = built };
        var digests = states.Select((state, number) => new BuiltDigest($"{key}{number}", Watch, [], built, Mail(key, number, state, built))).ToList();
        Assert.True(await new DigestStore(Database).SaveAsync(digests, [letter], CancellationToken.None));
    }

    private static OutboxMail Mail(string letter, int number, OutboxState state, DateTimeOffset built) => new()
    {
        Id = Guid.CreateVersion7(built),
        DigestId = $"{letter}{number}",
        SubscriberAddress = Reader,
        MessageId = $"<{letter}{number}@us.example>",
        Subject = "s",
        Letter = letter,
        State = state,
        NotBefore = built,
        CreatedAt = built,
    };
}

public sealed class LetterStoreOnSqliteTests() : LetterStoreTests(new SqliteFile());

[Collection(PostgresCollection.Name)]
public sealed class LetterStoreOnPostgresTests(PostgresServer server) : LetterStoreTests(new PostgresDatabase(server));
