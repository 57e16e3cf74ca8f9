using TalksWatcher.Ledger.Headlines;
using TalksWatcher.Ledger.Rules;
using TalksWatcher.Ledger.Tests.Stories;

namespace TalksWatcher.Ledger.Tests.Headlines;

public sealed class HeadlineTests
{
    private static readonly HeadlineWriter Writer = new(new NameBook(TestWatch.Settings.Names));

    [Theory]
    [InlineData(Change.New, null, "planned @Geneva 02-17..02-18 says=Peskov", "Russia–Ukraine–US talks set for Geneva, 17–18 Feb, Peskov says")]
    [InlineData(Change.New, null, "planned possible 02-27..03-02", "Russia–Ukraine–US talks possible, 27 Feb – 2 Mar")]
    [InlineData(Change.Changed, "planned @Abu_Dhabi 02-01", "planned @Geneva 02-17..02-18", "Russia–Ukraine–US talks move from Abu Dhabi to Geneva, 17–18 Feb")]
    [InlineData(Change.Changed, "planned @Abu_Dhabi 02-01", "planned @Abu_Dhabi 02-04..02-05", "Russia–Ukraine–US talks in Abu Dhabi move from 1 Feb to 4–5 Feb")]
    [InlineData(Change.Changed, "planned leaders 02-01", "planned possible leaders 02-04", "Russia–Ukraine leaders’ meeting may move from 1 Feb to 4 Feb")]
    [InlineData(Change.Changed, "proposed ..08-31", "planned 08-20", "Russia–Ukraine–US talks set, 20 Aug")]
    [InlineData(Change.Confirmed, "proposed possible leaders @Moscow", "proposed leaders @Moscow says=Kremlin", "Confirmed: Kremlin invites Ukraine’s leader to Moscow")]
    [InlineData(Change.New, null, "proposed leaders @Istanbul says=Zelensky", "Zelensky proposes Russia–Ukraine leaders’ meeting in Istanbul")]
    [InlineData(Change.Disputed, "proposed leaders @Moscow", "rejected leaders @Moscow says=Zelensky", "Zelensky rules out Moscow for Russia–Ukraine leaders’ meeting")]
    [InlineData(Change.Disputed, "planned 02-01", "planned denied says=US_officials", "US officials: no Russia–Ukraine–US talks agreed")]
    [InlineData(Change.Changed, "planned @UAE 02-01", "postponed possible @UAE 02-01", "Russia–Ukraine–US talks in the UAE may be put off")]
    [InlineData(Change.Ended, "under-way @Geneva", "concluded @Geneva outcome=none says=Umerov+Medinsky", "Russia–Ukraine–US talks in Geneva over, without a breakthrough, Umerov and Medinsky say")]
    [InlineData(Change.New, null, "truce agreed ..02-01 parties=RU says=Trump", "Russia’s pause in energy strikes agreed until 1 Feb, Trump says")]
    [InlineData(Change.Changed, "truce agreed", "truce violated 02-03 says=Zelensky", "Energy truce between Russia and Ukraine broken, 3 Feb, Zelensky says")]
    [InlineData(Change.Changed, null, "head RU Vladimir_Medinsky replaces=Igor_Kostyukov", "Vladimir Medinsky takes over from Igor Kostyukov as head of Russia’s team")]
    [InlineData(Change.New, null, "head US Steve_Witkoff", "Steve Witkoff heads the US team")]
    public void A_headline_says_what_was_and_what_is(Change change, string? was, string now, string headline) =>
        Assert.Equal(headline, Writer.Write(change, was is null ? null : StoryWords.Read(was, 2026), StoryWords.Read(now, 2026)));
}
