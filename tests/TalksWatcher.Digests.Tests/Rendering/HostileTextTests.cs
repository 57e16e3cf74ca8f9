using System.Text;
using TalksWatcher.Claims;
using TalksWatcher.Digests.Rendering;
using TalksWatcher.Ledger;

namespace TalksWatcher.Digests.Tests.Rendering;

public sealed class HostileTextTests
{
    [Fact]
    public async Task Markup_in_a_headline_is_shown_not_run()
    {
        var rendered = await RenderAsync(Samples.Moved() with { Headline = "<script>alert(1)</script><img src=x onerror=alert(2)>" });
        Assert.DoesNotContain("<script", rendered.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", rendered.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", rendered.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,<script>alert(1)</script>")]
    [InlineData("ftp://x.example/a")]
    [InlineData("/relative")]
    [InlineData("not an address")]
    public async Task A_link_that_is_not_http_is_left_out(string url)
    {
        var rendered = await RenderAsync(Samples.Moved() with { Support = [new("moscowtimes-geneva", "v", "Outlet", url, null, [])] });
        Assert.DoesNotContain("<a ", rendered.Html[..rendered.Html.IndexOf("Unsubscribe", StringComparison.Ordinal)].Replace("<a class=\"acc\" href=\"https://talks.example", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain(url, rendered.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quote_in_an_address_cannot_leave_its_attribute()
    {
        var rendered = await RenderAsync(Samples.Moved() with { Support = [new("d", "v", "Outlet", "https://x.example/\" onclick=\"alert(1)", null, [])] });
        Assert.DoesNotContain("onclick=\"", rendered.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Line_ends_in_a_name_cannot_start_a_header()
    {
        var now = new Claim { Kind = ClaimKind.Delegation, Party = "RU", Person = "A\r\nBcc: eve@x.example", Role = DelegationRole.Head };
        var rendered = await RenderAsync(Samples.Moved() with { Was = null, Now = now });
        Assert.Equal("Talks: A Bcc: eve@x.example heads Russia’s team", rendered.Subject);
    }

    [Fact]
    public async Task Marks_that_turn_the_direction_of_text_are_dropped()
    {
        var rendered = await RenderAsync(Samples.Moved() with { Headline = "abc\u202Egnp.exe" });
        Assert.DoesNotContain('\u202E', rendered.Text);
        Assert.DoesNotContain("202E", rendered.Html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_sentence_of_more_than_forty_words_is_cut()
    {
        var evidence = string.Join(' ', Enumerable.Range(1, 60).Select(number => $"w{number}"));
        var moved = Samples.Moved();
        var rendered = await RenderAsync(moved with { Now = moved.Now with { Evidence = [new(1, evidence)] } });
        Assert.Contains("w40 …", rendered.Html.Replace("&#x2026;", "…", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("w41", rendered.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(2_000)]
    public async Task However_many_developments_the_html_stays_within_100_KB(int count)
    {
        var rendered = await RenderAsync([.. Enumerable.Repeat(Samples.TruceOver(), count)]);
        Assert.InRange(Encoding.UTF8.GetByteCount(rendered.Html), 1, DigestRenderer.LongestHtml);
        Assert.Contains("Also", rendered.Html, StringComparison.Ordinal);
    }

    private static Task<RenderedDigest> RenderAsync(params Development[] developments) =>
        RenderAsync(Samples.Full with { Developments = developments.ToValueList() });

    private static async Task<RenderedDigest> RenderAsync(Digest digest)
    {
        await using var renderer = new DigestRenderer(Samples.Names);
        return await renderer.RenderAsync(digest, Samples.Links);
    }
}
