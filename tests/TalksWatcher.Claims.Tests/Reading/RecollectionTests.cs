namespace TalksWatcher.Claims.Tests.Reading;

/// <summary>What a report tells as news and what it recalls as known, on 5 February 2026.</summary>
public class RecollectionTests
{
    private const string Lead = "Russia and Ukraine are at war, reporters wrote.\n\n";

    [Theory]
    [InlineData(false, "Talks between Russia and Ukraine ended in Istanbul on Wednesday.")]
    [InlineData(true, "Talks between Russia and Ukraine were held in Istanbul last week.")]
    [InlineData(true, "Background: talks between Russia and Ukraine ended in Istanbul on Wednesday.")]
    [InlineData(true, "Russia and Ukraine last held talks in Istanbul on Wednesday.")]
    [InlineData(true, "Abu Dhabi had hosted talks between Russia and Ukraine on Wednesday.")]
    [InlineData(false, "Volodymyr Zelensky proposed talks with Russia in Istanbul.")]
    [InlineData(true, "Volodymyr Zelensky had earlier proposed talks with Russia in Istanbul.")]
    [InlineData(true, "In the most recent round with Ukraine the Russian delegation was led by Igor Kostyukov.")]
    [InlineData(false, "The Russian delegation is led by Igor Kostyukov, who met Ukraine in the previous round.")]
    public void Age_and_words_of_looking_back_make_background(bool background, string text) =>
        Assert.Equal(background, Read(Lead + text).Background);

    [Fact]
    public void The_lead_tells_news_in_whatever_words() =>
        Assert.False(Read("Russia and Ukraine last held talks in Istanbul on Wednesday.").Background);

    private static Claim Read(string text) =>
        Assert.Single(Checkout.Reader.Read(new Report("id", "", text, new(2026, 2, 5, 0, 0, 0, TimeSpan.Zero))).Claims);
}
