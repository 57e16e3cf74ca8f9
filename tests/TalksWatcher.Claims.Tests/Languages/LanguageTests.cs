namespace TalksWatcher.Claims.Tests.Languages;

public class LanguageTests
{
    [Theory]
    [InlineData("en", "The delegations of the two countries will meet in Geneva on Tuesday, the spokesman said.")]
    [InlineData("de", "Die Delegationen der beiden Länder treffen sich am Dienstag in Genf, sagte der Sprecher, und sie werden über die Waffenruhe sprechen.")]
    [InlineData("fr", "Les délégations des deux pays se réuniront mardi à Genève, a déclaré le porte-parole, et elles parleront de la trêve dans le secteur.")]
    [InlineData("es", "Las delegaciones de los dos países se reunirán el martes en Ginebra, según el portavoz, y hablarán de la tregua en el sector.")]
    [InlineData("pl", "Delegacje obu krajów spotkają się we wtorek w Genewie, jak powiedział rzecznik, i będą rozmawiać o rozejmie, który nie jest jeszcze pewny.")]
    [InlineData("tr", "İki ülkenin heyetleri salı günü Cenevre'de bir araya gelecek ve enerji için bir ateşkes daha görüşülecek, ancak tarih ne kadar kesin değil.")]
    [InlineData("ru", "Делегации двух стран встретятся во вторник в Женеве, сказал представитель, и они будут говорить о перемирии, которое не было согласовано.")]
    [InlineData("uk", "Делегації двох країн зустрінуться у вівторок в Женеві, сказав речник, і вони будуть говорити про перемир'я, яке ще не було узгоджено.")]
    [InlineData("ar", "ستجتمع وفود البلدين يوم الثلاثاء في جنيف")]
    [InlineData("zh", "两国代表团将于星期二在日内瓦会晤")]
    [InlineData("ja", "両国の代表団は火曜日にジュネーブで会談する")]
    [InlineData(null, "Kyiv Moscow Geneva 17 18")]
    public void The_language_of_a_report_is_told_by_its_words_and_script(string? language, string text) =>
        Assert.Equal(language, Checkout.Reader.Read(Of(text)).Language);

    [Fact]
    public void A_report_in_another_language_is_set_aside() =>
        Assert.Equal(
            new ReadResult("id", "de", "language", []),
            Checkout.Reader.Read(Of("Russland und die Ukraine werden sich am Montag in Genf zu neuen Gesprächen treffen, sagte der Sprecher des Kreml, und es wird um die Waffenruhe gehen.")));

    [Fact]
    public void An_undated_report_is_set_aside() =>
        Assert.Equal("undated", Checkout.Reader.Read(Of("Russia and Ukraine will hold talks in Geneva on Monday, the Kremlin said.") with { Published = null }).SetAside);

    [Fact]
    public void An_empty_report_is_set_aside() =>
        Assert.Equal(new ReadResult("id", null, "empty", []), Checkout.Reader.Read(Of("  \n ")));

    private static Report Of(string text) => new("id", "", text, new DateTimeOffset(2026, 2, 5, 0, 0, 0, TimeSpan.Zero));
}
