using TalksWatcher.Claims;
using TalksWatcher.Digests.Rendering;
using TalksWatcher.Ledger;

namespace TalksWatcher.Digests.Tests.Rendering;

public sealed class SubjectLineTests
{
    private static readonly NewsPhrase Phrases = new(new NameBook(Samples.Names), 2026);

    public static TheoryData<string, Claim?, Claim> News => new()
    {
        { "next round moves from Abu Dhabi to Geneva, 17–18 Feb", Round("Abu Dhabi", 1), Round("Geneva", 17, 18) },
        { "next round may move from Abu Dhabi to Geneva", Round("Abu Dhabi", 1), Round("Geneva", null) with { Certainty = Certainty.Possible } },
        { "next round in Geneva moves to 17–18 Feb", Round("Geneva", 12), Round("Geneva", 17, 18) },
        { "talks planned in Geneva, 17 Feb", null, Round("Geneva", 17) },
        { "summit planned in Geneva, 17 Feb", null, Round("Geneva", 17) with { Level = MeetingLevel.Leaders } },
        { "talks not confirmed in Geneva, 17 Feb", Round("Geneva", 17), Round("Geneva", 17) with { Certainty = Certainty.Denied } },
        { "talks held in Geneva: some results", Round("Geneva", 17), Round("Geneva", 17) with { Status = ClaimStatus.Concluded, Outcome = MeetingOutcome.Partial } },
        { "energy truce extended to 20 Feb", Truce(ClaimStatus.InEffect), Truce(ClaimStatus.Extended) with { To = new(2026, 2, 20) } },
        { "energy truce perhaps extended", null, Truce(ClaimStatus.Extended) with { To = new(2026, 2, 20), Certainty = Certainty.Possible } },
        { "energy truce over", Truce(ClaimStatus.InEffect), Truce(ClaimStatus.Ended) },
        { "Kirill Budanov heads Ukraine’s team for Rustem Umerov", null, Head("UA", "Kirill Budanov") with { Replaces = "Rustem Umerov" } },
        { "Russia strikes energy sites, 7 Feb", null, new Claim { Kind = ClaimKind.EnergyStrike, By = "RU", From = new(2026, 2, 7), To = new(2026, 2, 7) } },
    };

    [Theory]
    [MemberData(nameof(News))]
    public void Each_piece_of_news_has_a_short_phrase(string phrase, Claim? was, Claim now) =>
        Assert.Equal(phrase, Phrases.Of(Samples.Moved() with { Was = was, Now = now }));

    [Theory]
    [InlineData(Change.Withdrawn, "correction: “energy truce agreed” is withdrawn")]
    [InlineData(Change.Disputed, "disputed: energy truce agreed")]
    [InlineData(Change.Confirmed, "confirmed: energy truce agreed")]
    public void A_phrase_says_what_kind_of_change_it_is(Change change, string phrase) =>
        Assert.Equal(phrase, Phrases.Of(Samples.Moved() with { Change = change, Was = null, Now = Truce(ClaimStatus.Agreed) }));

    [Fact]
    public void News_of_one_low_tier_voice_is_called_unconfirmed() =>
        Assert.Equal("unconfirmed: talks planned in Geneva, 17 Feb", Phrases.Of(Samples.Moved() with { Held = true, Was = null, Now = Round("Geneva", 17) }));

    [Fact]
    public void The_subject_has_the_most_important_news_first_and_what_else_fits() => Assert.Equal(
        "Talks: next round moves from Abu Dhabi to Geneva, 17–18 Feb · energy truce over",
        Of(Samples.Moved(), Samples.TruceOver()));

    [Fact]
    public void What_does_not_fit_is_counted() => Assert.Equal(
        "Talks: next round moves from Abu Dhabi to Geneva, 17–18 Feb · energy truce over · +1 more",
        Of(Samples.Moved(), Samples.Moved() with { Was = null, Now = Head("UA", "Kirill Budanov") }, Samples.TruceOver()));

    [Fact]
    public void A_topic_that_the_phrase_names_is_not_named_twice() => Assert.Equal("Energy truce over", Of(Samples.TruceOver()));

    [Fact]
    public void A_phrase_that_is_too_long_is_cut_at_a_word()
    {
        var subject = Of(Samples.Moved() with { Was = null, Now = Head("UA", string.Join(' ', Enumerable.Repeat("Maximilian", 20))) });
        Assert.Equal("Talks: " + string.Join(' ', Enumerable.Repeat("Maximilian", 7)) + "…", subject);
    }

    private static string Of(params Development[] developments) =>
        SubjectLine.Of(Samples.Full with { Developments = developments.ToValueList() }, Phrases);

    private static Claim Round(string place, int? from, int? to = null) => new()
    {
        Kind = ClaimKind.Meeting,
        Status = ClaimStatus.Planned,
        Certainty = Certainty.Stated,
        Level = MeetingLevel.Delegations,
        Places = [place],
        From = from is { } first ? new DateOnly(2026, 2, first) : null,
        To = (to ?? from) is { } last ? new DateOnly(2026, 2, last) : null,
    };

    private static Claim Truce(ClaimStatus status) => new() { Kind = ClaimKind.EnergyTruce, Status = status, Certainty = Certainty.Stated };

    private static Claim Head(string party, string person) =>
        new() { Kind = ClaimKind.Delegation, Party = party, Person = person, Role = DelegationRole.Head };
}
