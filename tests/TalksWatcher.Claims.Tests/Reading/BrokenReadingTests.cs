namespace TalksWatcher.Claims.Tests.Reading;

/// <summary>Texts on which the reader once failed.</summary>
public sealed class BrokenReadingTests
{
    private const string Lead = "Volodymyr Zelenskyy said in Kyiv that Ukraine was ready for talks with Russia, and after a day of consultations he proposed a meeting.\n\n";

    [Fact]
    public void A_refusal_in_a_shorter_sentence_than_the_offer_is_read() => Assert.Contains(
        Read(Lead + "In a long statement issued late in the evening after consultations with the leaders of Britain, France and Germany, "
            + "Volodymyr Zelenskyy proposed a meeting with Vladimir Putin. In December Moscow rejected the idea.").Claims,
        claim => claim.Status == ClaimStatus.Rejected);

    [Theory]
    [InlineData("999 years later they met again. ")]
    [InlineData("Ninety years later they met again. ")]
    [InlineData("The following year they met again. ")]
    public void Years_counted_on_and_on_end_somewhere(string sentence) =>
        Assert.Null(Read(Lead + "The talks between Russia and Ukraine were on Monday in Geneva. " + string.Concat(Enumerable.Repeat(sentence, 300))).SetAside);

    private static ReadResult Read(string text) =>
        Checkout.Reader.Read(new Report("id", "", text, new DateTimeOffset(2026, 2, 10, 0, 0, 0, TimeSpan.Zero)));
}
