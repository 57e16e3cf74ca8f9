namespace TalksWatcher.Ledger.Tests;

public sealed class TextPrintTests
{
    private const string Original =
        "Delegations of Russia and Ukraine will meet in Geneva on 17 and 18 February, Dmitry Peskov told reporters on Friday. "
        + "Vladimir Medinsky is to head the Russian team, which will count some 15 people from several ministries.";

    private const string Rewritten =
        "Some 15 people led by Vladimir Medinsky travel to Geneva for a meeting on 17 and 18 February. "
        + "The announcement came from Dmitry Peskov; Russia and Ukraine last sat together in January.";

    private const string Unrelated =
        "In Doha negotiators of Israel and Hamas resumed indirect contacts on Sunday through Egyptian and Qatari go-betweens.";

    [Fact]
    public void A_text_equals_itself() => Assert.Equal(1, TextPrint.Of(Original)!.Similarity(TextPrint.Of(Original)!));

    [Fact]
    public void A_copy_with_a_new_first_sentence_is_near() =>
        Assert.True(TextPrint.Of(Original)!.Similarity(TextPrint.Of("More soon. " + Original)!) > 0.8);

    [Fact]
    public void A_rewritten_text_shares_names_and_numbers_but_no_phrases() => Assert.Equal(
        (true, true),
        (TextPrint.Of(Original)!.Similarity(TextPrint.Of(Rewritten)!) < 0.2, TextPrint.Of(Original)!.SharedNames(TextPrint.Of(Rewritten)!) > 0.5));

    [Fact]
    public void An_unrelated_text_shares_next_to_nothing() => Assert.Equal(
        (true, true),
        (TextPrint.Of(Original)!.Similarity(TextPrint.Of(Unrelated)!) < 0.1, TextPrint.Of(Original)!.SharedNames(TextPrint.Of(Unrelated)!) < 0.1));

    [Fact]
    public void Usual_names_do_not_count() => Assert.Equal(
        0, TextPrint.Of("in Kyiv today")!.SharedNames(TextPrint.Of("from Kyiv again")!, TextPrint.NamesIn("Kyiv").ToHashSet()));

    [Fact]
    public void A_text_of_two_words_has_no_print() => Assert.Null(TextPrint.Of("Talks over"));
}
