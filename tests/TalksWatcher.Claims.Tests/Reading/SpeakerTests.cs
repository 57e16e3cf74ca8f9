namespace TalksWatcher.Claims.Tests.Reading;

/// <summary>Who says it: each line tells of the same round, in other words.</summary>
public class SpeakerTests
{
    private const string Round = "talks between Russia and Ukraine will be held in Geneva on Monday";

    [Theory]
    [InlineData("Peskov", "Next, ROUND, said Kremlin spokesman Dmitry Peskov.")]
    [InlineData("Umerov", "That ROUND was announced by Rustem Umerov.")]
    [InlineData("Peskov", "Dmitry Peskov, the Kremlin spokesman, had already said that ROUND.")]
    [InlineData("Ukraine", "Kyiv said that ROUND.")]
    [InlineData("Ukrainian military", "Ukraine's military said that ROUND.")]
    [InlineData("person familiar with the matter", "According to a person familiar with the matter, ROUND.")]
    public void The_subject_of_a_reporting_verb_speaks(string says, string text) => Assert.Equal(says, Says(text));

    [Theory]
    [InlineData("Ukrainian presidential adviser", "An adviser to President Volodymyr Zelenskyy said that ROUND.")]
    [InlineData("Turkish Foreign Ministry source", "A source at the Turkish Foreign Ministry said that ROUND.")]
    [InlineData("Swiss foreign ministry", "The foreign ministry in Bern confirmed that ROUND.")]
    [InlineData("Ukrainian delegation", "A member of the Ukrainian delegation said that ROUND.")]
    [InlineData("source close to the delegation", "A source close to the delegation said that ROUND.")]
    [InlineData("Zelenskyy's office", "Zelensky's office said that ROUND.")]
    [InlineData("Ushakov", "According to Kremlin aide Yuri Ushakov, ROUND.")]
    [InlineData("Chernihivoblenergo", "As for power, local utility Chernihivoblenergo said that ROUND.")]
    [InlineData("US official", "In the drier formulation of a US official, ROUND.")]
    [InlineData("Russian Foreign Ministry", "A statement by the Russian Foreign Ministry said that ROUND.")]
    public void A_role_speaks_rather_than_the_one_it_serves(string says, string text) => Assert.Equal(says, Says(text));

    [Theory]
    [InlineData("Witkoff", "Donald Trump spoke to reporters in Russia.\n\nSteve Witkoff is confident: ROUND, he told Fox.")]
    [InlineData("Peskov", "Dmitry Peskov spoke to reporters in Russia. Putin, he said, knows that ROUND.")]
    [InlineData("Zelenskyy", "Volodymyr Zelensky went one step further than Russia. “I will be waiting for Putin. And ROUND,” he wrote on X.")]
    [InlineData("Trump", "Donald Trump leapt to the defence of Russia. Putin kept his word and ROUND, he told reporters.")]
    [InlineData("Zelenskyy", "Volodymyr Zelensky spoke in Kyiv. With Rustem Umerov in charge, ROUND, he told journalists.")]
    public void A_pronoun_means_the_one_a_paragraph_opens_with_unless_he_is_spoken_of(string says, string text) => Assert.Equal(says, Says(text));

    [Theory]
    [InlineData("Lytvyn", "In fact ROUND.\n\nDmytro Lytvyn said that nothing else was settled.")]
    [InlineData("Peskov", "The weather was fine, Dmitry Peskov said.\n\nHe was in good humour, he said. Snow is coming, he added.\n\nIn fact ROUND.")]
    public void What_no_one_says_is_said_by_the_next_paragraph_or_by_the_one_source_of_a_report(string says, string text) => Assert.Equal(says, Says(text));

    [Theory]
    [InlineData("Lytvyn", "Dmytro Lytvyn, a presidential adviser, spoke on Wednesday. According to him, ROUND.")]
    [InlineData("Umerov", "Rustem Umerov, the defence minister, was asked about it; Volodymyr Zelensky was not. The minister said that ROUND.")]
    [InlineData("US official", "US officials spoke to Axios. One official said that ROUND.")]
    [InlineData("Medinsky", "Vladimir Medinsky flew in from Russia. According to the head of the Russian delegation, ROUND.")]
    [InlineData("Peskov,Reuters", "Dmitry Peskov spoke to Reuters. Reuters quoted him as saying that ROUND.")]
    public void Pronouns_and_bare_roles_point_back(string says, string text) => Assert.Equal(says, Says(text));

    [Theory]
    [InlineData("Russian Defense Ministry", "Russia was calm. The Defense Ministry said that ROUND.")]
    [InlineData("Ukrainian General Staff", "Russia was calm. The General Staff in Kyiv said that ROUND.")]
    public void A_body_named_without_its_country_belongs_to_the_side_at_hand(string says, string text) => Assert.Equal(says, Says(text));

    [Fact]
    public void A_government_that_speaks_is_completed_by_its_spokesman() =>
        Assert.Equal("Kremlin,Peskov", Says("The Kremlin said that ROUND. There was no agenda yet, its spokesman Dmitry Peskov told reporters."));

    [Theory]
    [InlineData("Putin", "In fact ROUND. Vladimir Putin said that nothing else was settled.")]
    [InlineData("", "The weather was fine.\n\nIn fact ROUND. Vladimir Putin said that nothing else was settled.")]
    [InlineData("Peskov", "Dmitry Peskov spoke to reporters.\n\nIn fact ROUND. Nothing else was settled, he said.")]
    [InlineData("Putin", "The weather was fine.\n\nIn fact ROUND. Nothing else was settled so far, said Vladimir Putin.")]
    [InlineData("", "The weather was fine.\n\nIn fact ROUND. But nothing else was settled so far, said Vladimir Putin.")]
    public void A_later_speaker_backs_a_lead_and_a_later_pronoun_backs_what_comes_before_it(string says, string text) =>
        Assert.Equal(says, Says(text));

    private static string Says(string text)
    {
        var report = new Report("id", "", text.Replace("ROUND", Round, StringComparison.Ordinal), new(2026, 2, 5, 0, 0, 0, TimeSpan.Zero));
        var claim = Checkout.Reader.Read(report).Claims.First(c => c.Status == ClaimStatus.Planned);
        return string.Join(',', claim.Says);
    }
}
