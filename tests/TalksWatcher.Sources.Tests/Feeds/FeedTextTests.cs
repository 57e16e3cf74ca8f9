using TalksWatcher.Sources.Feeds;

namespace TalksWatcher.Sources.Tests.Feeds;

/// <summary>Titles, summaries and contents as plain text.</summary>
public class FeedTextTests
{
    [Theory]
    [InlineData("<item><title>Plain &amp; simple</title>", "Plain & simple")]
    [InlineData("<item><title>Undeclared &eacute;&nbsp;&hellip;&rang;</title>", "Undeclared é\u00A0…\u232A")]
    [InlineData("<item><title>Bare & ampersand &unknown; AT&T</title>", "Bare & ampersand &unknown; AT&T")]
    [InlineData("<item><title>&#65;&#x42;&#X43;&#150;&#0;</title>", "ABC–")]
    [InlineData("<item><title><![CDATA[Marked <b>up</b> &amp; sound]]></title>", "Marked up & sound")]
    [InlineData("<item><title><![CDATA[Broken off", "Broken off")]
    [InlineData("<item><title>Twice &amp;amp; escaped &amp;quot;x&amp;quot;</title>", "Twice & escaped \"x\"")]
    [InlineData("<item><title>1 &lt; 2 &gt; 0</title>", "1 < 2 > 0")]
    [InlineData("<item><title>3 < 4</title>", "3 < 4")]
    [InlineData("<item><title>Un<b>escaped</b> markup<br>here</title>", "Unescaped markup\nhere")]
    [InlineData("<item><title>safe<script>alert('x')</script> text</title>", "safe text")]
    [InlineData("<item><title>&lt;script&gt;alert('&lt;p&gt;')&lt;/script&gt;safe&lt;style&gt;p{}&lt;/style&gt;</title>", "safe")]
    [InlineData("<item><title>Contr\u0001ol\u000Bs</title>", "Controls")]
    [InlineData("<item><TITLE>Upper case</Title>", "Upper case")]
    [InlineData("<item><title>First</title><title>Second</title>", "First")]
    [InlineData("<item><media:title>Other</media:title><title>Own</title>", "Own")]
    [InlineData("<item><media:title>Other</media:title>", "Other")]
    [InlineData("<item><dc:title>Dublin</dc:title>", "Dublin")]
    [InlineData("<item><x:title xmlns:x='urn:x'>Foreign</x:title><title>Own</title>", "Own")]
    [InlineData("<item><image><title>Picture</title></image><title>Own</title>", "Own")]
    [InlineData("<item><title></title><dc:title>Dublin</dc:title>", "Dublin")]
    [InlineData("<item><!-- <title>No</title> --><?php echo 1 ?><title>Yes</title>", "Yes")]
    public void A_title_is_read_as_plain_text(string item, string title) =>
        Assert.Equal(title, Assert.Single(SampleFeed.Read($"<rss version='2.0'><channel>{item}</item></channel></rss>").Entries).Title);

    [Theory]
    [InlineData("<title>x</title>", "x")]
    [InlineData("<title type='text'>The &lt;blink&gt; tag</title>", "The <blink> tag")]
    [InlineData("<title type='html'>A &amp;amp; B &lt;i&gt;c&lt;/i&gt;</title>", "A & B c")]
    [InlineData("<title type='text/html' mode='escaped'>A &lt;i&gt;c&lt;/i&gt;</title>", "A c")]
    [InlineData("<title type='application/octet-stream' mode='base64'>RXhhbXBsZSBBdG9t</title>", "Example Atom")]
    [InlineData("<title mode='base64' type='text/html'>PGI+RXhhbXBsZTwvYj4gQXRvbQ==</title>", "Example Atom")]
    [InlineData("<title type='application/xhtml+xml' mode='xml'>A <i>c</i></title>", "A c")]
    [InlineData("<title type=''>x</title>", "x")]
    public void An_atom_text_is_read_by_its_type_and_mode(string title, string text)
    {
        Assert.Equal(text, Assert.Single(SampleFeed.Read($"<feed xmlns='http://www.w3.org/2005/Atom'><entry>{title}</entry></feed>").Entries).Title);
        Assert.Equal(text, Assert.Single(SampleFeed.Read($"<a:feed xmlns:a='http://purl.org/atom/ns#'><a:entry>{title.Replace("title", "a:title", StringComparison.Ordinal)}</a:entry></a:feed>").Entries).Title);
    }

    [Theory]
    [InlineData("<description>Short</description><content:encoded>Long</content:encoded>", "Short", "Long")]
    [InlineData("<content:encoded>Long</content:encoded><description>Short</description>", "Short", "Long")]
    [InlineData("<description>Short</description><summary>Other</summary>", "Short", "Other")]
    [InlineData("<content:encoded>Long</content:encoded>", "Long", "Long")]
    [InlineData("<xhtml:body xmlns:xhtml='http://www.w3.org/1999/xhtml'><xhtml:p>Long</xhtml:p></xhtml:body>", "Long", "Long")]
    [InlineData("<itunes:summary>Spoken</itunes:summary>", "Spoken", null)]
    [InlineData("<media:description>Seen</media:description>", "Seen", null)]
    public void Summary_and_content_are_told_apart(string item, string summary, string? content)
    {
        var entry = Assert.Single(SampleFeed.Read($"<rss><channel><item>{item}</item></channel></rss>").Entries);

        Assert.Equal((summary, content), (entry.Summary, entry.Content));
    }
}
