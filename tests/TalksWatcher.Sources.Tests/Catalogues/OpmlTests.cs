using System.Text;
using TalksWatcher.Sources.Catalogues;

namespace TalksWatcher.Sources.Tests.Catalogues;

public class OpmlTests
{
    [Fact]
    public void Feeds_are_read_from_any_depth_with_names_of_their_own()
    {
        var reading = Opml.Read(Encoding.UTF8.GetBytes("""
            <opml version="1.0"><head><title>Mine</title></head><body>
              <outline text="Agencies">
                <outline type="rss" text="Wire &amp; World" xmlUrl="https://a.example/rss" htmlUrl="https://a.example/"/>
                <outline type="rss" title="Wire: World" xmlUrl="https://b.example/rss"></outline>
              </outline>
              <outline title="Українська Правда" xmlUrl="https://c.example/rss"/>
              <outline text="" xmlUrl="https://d.example/rss"/>
              <outline text="Bad" xmlUrl="javascript:alert(1)"/>
            </body></opml>
            """));

        Assert.Equal(
            [("wire-world", "https://a.example/rss"), ("wire-world-2", "https://b.example/rss"), ("украінська-правда", "https://c.example/rss"), ("d.example", "https://d.example/rss")],
            reading.Sources.Select(source => (source.Name, source.Url!)));
        Assert.Equal([new SourceFault("outline \"Bad\"", "its xmlUrl is no http or https address", "correct it or leave it out")], reading.Faults);
    }

    [Fact]
    public void What_was_written_is_read_again()
    {
        SourceDefinition[] sources =
        [
            new() { Name = "wire", Kind = SourceKind.Feed, Url = "https://a.example/rss?a=1&b=2", Outlet = "Wire <\"&\">" },
            new() { Name = "inbox", Kind = SourceKind.Folder, Path = "inbox" },
        ];

        var text = Opml.Write("Ukraine & Russia", sources);

        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>", text, StringComparison.Ordinal);
        Assert.Equal([sources[0] with { Outlet = null }], Opml.Read(Encoding.UTF8.GetBytes(text)).Sources);
    }
}
