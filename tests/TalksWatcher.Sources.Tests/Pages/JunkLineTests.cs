using TalksWatcher.Sources.Pages;

namespace TalksWatcher.Sources.Tests.Pages;

public sealed class JunkLineTests
{
    [Theory]
    [InlineData("Advertisement")]
    [InlineData("ADVERT")]
    [InlineData("Read more: Pier closes for winter")]
    [InlineData("RELATED: Ferry sold")]
    [InlineData("Follow us on Facebook and Telegram.")]
    [InlineData("Have a tip? Write to the desk. Follow her on Twitter.")]
    [InlineData("Sign up for our free newsletter")]
    [InlineData("Get the day's headlines delivered to your inbox.")]
    [InlineData("The delegations on Monday (Image: Agency)")]
    [InlineData("(Reporting by A. Writer; editing by B. Editor)")]
    [InlineData("© 2026 Agency. All rights reserved.")]
    [InlineData("Читайте также: Порт закрывают")]
    [InlineData("Підписуйтесь на наш канал")]
    [InlineData("<img src=pixel.gif>")]
    public void Lines_about_the_page_are_junk(string line)
        => Assert.True(JunkLine.Is(line));

    [Theory]
    [InlineData("He told his supporters to follow him on Telegram.")]
    [InlineData("Sign-up for the evacuation began at noon.")]
    [InlineData("Reading more into it would be wrong.")]
    [InlineData("The newsletter of the ministry named no date.")]
    [InlineData("“Get out of the city,” the mayor said.")]
    [InlineData("Advertisements were taken down.")]
    [InlineData("Photographs of the site were published.")]
    public void Lines_about_the_news_are_not(string line)
        => Assert.False(JunkLine.Is(line));

    [Fact]
    public void A_long_paragraph_is_not_junk_however_it_starts()
        => Assert.False(JunkLine.Is("Subscribe " + new string('x', JunkLine.Longest)));
}
