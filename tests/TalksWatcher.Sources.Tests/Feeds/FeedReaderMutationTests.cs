using System.Text;
using TalksWatcher.Sources.Feeds;

namespace TalksWatcher.Sources.Tests.Feeds;

public class FeedReaderMutationTests
{
    private const string Sample = """
        <?xml version="1.0" encoding="utf-8"?><!DOCTYPE rss [<!ENTITY x "y">]>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom" xml:base="https://a.example/">
        <channel><title>Talks &amp; &eacute; &#x42;</title><link>./</link><ttl>5</ttl><skipHours><hour>1</hour></skipHours>
        <item><title>One</title><atom:link href='1'/><guid>g</guid><description>&lt;p class="x"&gt;a&lt;/p&gt;</description>
        <content:encoded><![CDATA[<p>A<br/>b</p><script>x</script>]]></content:encoded><pubDate>Thu, 01 Jan 2026 12:30:00 GMT</pubDate></item></channel></rss>
        """;

    private static readonly string[] Splices = ["<", ">", "&", "'", "\"", "<![CDATA[", "]]>", "<!--", "-->", "<!DOCTYPE [", "</item>", "<item>", "&#x110000;", "&#xD800;", "{", "\0", "xmlns:a=''", "xml:base='%%:'", "::"];

    [Fact]
    public void Every_prefix_of_a_feed_is_read_or_refused()
    {
        for (var length = 0; length <= Sample.Length; length++)
            ReadOrRefuse(Sample[..length]);
    }

    [Fact]
    public void Every_mutation_of_a_feed_is_read_or_refused()
    {
        var random = new Random(20260101);
        for (var round = 0; round < 5_000; round++)
        {
            var text = new StringBuilder(Sample);
            for (var change = random.Next(1, 6); change > 0; change--)
            {
                var at = random.Next(text.Length);
                text.Remove(at, Math.Min(random.Next(12), text.Length - at)).Insert(at, Splices[random.Next(Splices.Length)]);
            }
            ReadOrRefuse(text.ToString());
        }
    }

    private static void ReadOrRefuse(string text)
    {
        try
        {
            Assert.NotNull(FeedReader.Read(Encoding.UTF8.GetBytes(text), address: new Uri("https://b.example/")).Entries);
        }
        catch (FeedFormatException refusal)
        {
            Assert.NotEmpty(refusal.Message);
        }
    }
}
