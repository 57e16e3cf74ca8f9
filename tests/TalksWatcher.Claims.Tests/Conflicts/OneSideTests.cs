namespace TalksWatcher.Claims.Tests.Conflicts;

/// <summary>Short items name one side of the war and leave the other out.</summary>
public class OneSideTests
{
    [Theory]
    [InlineData("Witkoff will meet Putin in Moscow on Thursday, Peskov said.")]
    [InlineData("Putin has agreed to a halt in strikes on energy facilities, Peskov said.")]
    public void With_its_negotiators_and_nothing_else_it_is_enough(string text) => Assert.Single(Read(text).Claims);

    [Theory]
    [InlineData("Hungary and Russia will hold talks in Moscow on Thursday, Peskov said.")]
    [InlineData("Russia will hold talks with Washington in Geneva on Thursday, Peskov said. Tariffs are the subject.")]
    [InlineData("Russia will hold talks with its suppliers in Geneva on Thursday.")]
    public void With_a_third_country_another_matter_or_nobody_who_negotiates_it_is_not(string text) => Assert.Empty(Read(text).Claims);

    private static ReadResult Read(string text) => Checkout.Reader.Read(new Report("id", "", text, new(2026, 2, 3, 0, 0, 0, TimeSpan.Zero)));
}
