namespace TalksWatcher.Claims.Tests.Reading;

/// <summary>Where one meets need not be on the watch's list of places.</summary>
public class UnknownPlaceTests
{
    [Theory]
    [InlineData("Ras Tavira", "Talks between Russia and Ukraine will be held in Ras Tavira on Monday.")]
    [InlineData("Ostheim", "Talks between Russia and Ukraine ended in Ostheim.")]
    [InlineData("Ostheim", "The mayor said all beds in Ostheim were taken. Ostheim will host talks between Russia and Ukraine on Monday.")]
    public void A_name_behind_in_is_a_place(string place, string text) => Assert.Equal([place], Read(text).Places);

    [Theory]
    [InlineData("Talks between Russia and Ukraine will be held in February.")]
    [InlineData("Talks between Russia and Ukraine will be held in Ostheim colours on Monday.")]
    [InlineData("Talks between Russia and Ukraine will be held on Monday, Zelensky wrote in English.")]
    public void Months_languages_and_what_describes_a_noun_are_none(string text) => Assert.Equal([], Read(text).Places);

    private static Claim Read(string text) => Checkout.Reader.Read(new Report("id", "", text, new(2026, 2, 5, 0, 0, 0, TimeSpan.Zero))).Claims[^1];
}
