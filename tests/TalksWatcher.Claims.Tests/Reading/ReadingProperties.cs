using FsCheck;
using FsCheck.Fluent;
using TalksWatcher.Claims.Tests.Corpus;

namespace TalksWatcher.Claims.Tests.Reading;

public class ReadingProperties
{
    private static readonly DateTimeOffset Published = new(2026, 2, 5, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] Pieces =
        [.. CorpusReport.All.SelectMany(r => r.Report.Text.Split(' ')).Distinct(StringComparer.Ordinal), "\n\n", "“", "’s", "—", "(", ";", "\u0000", "…", "U.S."];

    private static Arbitrary<string> Texts { get; } =
        Gen.Elements(Pieces).ArrayOf().Select(words => string.Join(' ', words)).ToArbitrary();

    [Fact]
    public void Any_text_is_read_without_a_fault() =>
        Prop.ForAll(Texts, text => Read(text) is not null).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_characters_are_read_without_a_fault() =>
        Prop.ForAll<string>(text => Read(text ?? "") is not null).QuickCheckThrowOnFailure();

    [Fact]
    public void The_same_text_gives_the_same_claims() =>
        Prop.ForAll(Texts, text => Read(text) == Read(text)).QuickCheckThrowOnFailure();

    [Fact]
    public void Days_are_in_order() =>
        Prop.ForAll(Texts, text => Read(text).Claims.All(c => c.From is null || c.To is null || c.From <= c.To)).QuickCheckThrowOnFailure();

    [Fact]
    public void Evidence_comes_from_the_text() =>
        Prop.ForAll(Texts, text => Read(text).Claims.SelectMany(c => c.Evidence).All(e => text.Contains(e.Quote, StringComparison.Ordinal)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Unrelated_paragraphs_after_a_report_change_nothing()
    {
        const string Weather = "\n\nIt rained all day in the hills. The baker sold bread and the children went home early.";
        foreach (var report in CorpusReport.All)
            Assert.Equal(Checkout.Reader.Read(report.Report), Checkout.Reader.Read(report.Report with { Text = report.Report.Text + Weather }));
    }

    private static ReadResult Read(string text) => Checkout.Reader.Read(new Report("id", "", text, Published));
}
