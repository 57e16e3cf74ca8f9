using System.Diagnostics;
using System.Globalization;
using System.Net;
using TalksWatcher.Digests.Rendering;

namespace TalksWatcher.Digests.Tests.Rendering;

/// <summary>Lays digests out in a real browser, where one is installed.</summary>
public sealed class BrowserTests
{
    private const string Browser = "/usr/bin/chromium";

    [SkippableTheory]
    [InlineData(320)]
    [InlineData(600)]
    [InlineData(1200)]
    public async Task Nothing_runs_over_the_right_edge(int width)
    {
        Skip.IfNot(File.Exists(Browser), "Chromium is not installed (Debian: chromium)");
        await using var renderer = new DigestRenderer(Samples.Names);
        var longWord = Samples.Moved() with { Headline = new string('x', 300) };
        var rendered = await renderer.RenderAsync(Samples.Full with { Developments = [Samples.Moved(), longWord, Samples.TruceOver()] }, Samples.Links);
        Assert.Equal(width, await LaidOutWidthAsync(rendered.Html, width));
    }

    [SkippableTheory]
    [InlineData(320)]
    [InlineData(1200)]
    public async Task Nothing_runs_over_the_right_edge_of_the_page_on_the_web(int width)
    {
        Skip.IfNot(File.Exists(Browser), "Chromium is not installed (Debian: chromium)");
        await using var renderer = new DigestRenderer(Samples.Names);
        Assert.Equal(width, await LaidOutWidthAsync((await renderer.RenderAsync(Samples.Full, ReaderLinks.OfPage)).Html, width));
    }

    private static async Task<int> LaidOutWidthAsync(string html, int width)
    {
        var folder = Directory.CreateTempSubdirectory("talkswatcher-browser-");
        try
        {
            var page = Path.Combine(folder.FullName, "page.html");
            await File.WriteAllTextAsync(page, $"""
                <!DOCTYPE html><iframe id="f" width="{width}" height="600" frameborder="0" scrolling="no" srcdoc="{WebUtility.HtmlEncode(html)}"
                onload="document.title='width:'+this.contentDocument.documentElement.scrollWidth+';'"></iframe>
                """);
            var dom = await DumpAsync(page, folder.FullName);
            var start = dom.IndexOf("<title>width:", StringComparison.Ordinal) + "<title>width:".Length;
            return int.Parse(dom[start..dom.IndexOf(';', start)], CultureInfo.InvariantCulture);
        }
        finally
        {
            await folder.DeleteAsync();
        }
    }

    private static async Task<string> DumpAsync(string page, string profile)
    {
        var start = new ProcessStartInfo(Browser) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])
            ["--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1400,900", $"--user-data-dir={profile}/profile", "--dump-dom", new Uri(page).AbsoluteUri])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var dom = await process.StandardOutput.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        return dom;
    }
}
