namespace TalksWatcher.Sources.Dates;

/// <summary>Month names as feeds and pages write them; a prefix of three letters is enough where it names one month.</summary>
internal static class MonthNames
{
    private const int ShortestPrefix = 3;

    // One line a language, months parted by spaces, forms of one month by a slash.
    private static readonly string[] Languages =
    [
        "january february march april may june july august september october november december",
        "январь/января февраль/февраля март/марта апрель/апреля май/мая июнь/июня июль/июля август/августа сентябрь/сентября октябрь/октября ноябрь/ноября декабрь/декабря",
        "січень/січня лютий/лютого березень/березня квітень/квітня травень/травня червень/червня липень/липня серпень/серпня вересень/вересня жовтень/жовтня листопад/листопада грудень/грудня",
        "januar/jänner februar märz/maerz april mai juni juli august september oktober november dezember",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "styczeń/stycznia luty/lutego marzec/marca kwiecień/kwietnia maj/maja czerwiec/czerwca lipiec/lipca sierpień/sierpnia wrzesień/września październik/października listopad/listopada grudzień/grudnia",
        "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
        "januari februari maart april mei juni juli augustus september oktober november december",
        "január február március április május június július augusztus szeptember október november december",
        "ιανουάριος/ιανουαρίου φεβρουάριος/φεβρουαρίου μάρτιος/μαρτίου απρίλιος/απριλίου μάιος/μαΐου ιούνιος/ιουνίου ιούλιος/ιουλίου αύγουστος/αυγούστου σεπτέμβριος/σεπτεμβρίου οκτώβριος/οκτωβρίου νοέμβριος/νοεμβρίου δεκέμβριος/δεκεμβρίου",
    ];

    private static readonly (string Name, int Month)[] Names = [.. Languages.SelectMany(Forms).Distinct()];

    private static readonly Dictionary<string, int> Months = Prefixes();

    /// <param name="word">Folded by <see cref="DateText"/>.</param>
    public static bool TryFind(ReadOnlySpan<char> word, out int month) =>
        Months.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out month);

    private static IEnumerable<(string Name, int Month)> Forms(string language) =>
        language.Split(' ').SelectMany((forms, index) => forms.Split('/').Select(form => (DateText.Fold(form), index + 1)));

    private static IEnumerable<string> PrefixesOf(string name) =>
        Enumerable.Range(ShortestPrefix, Math.Max(0, name.Length - ShortestPrefix + 1)).Select(length => name[..length]);

    private static Dictionary<string, int> Prefixes()
    {
        var prefixes = Names
            .SelectMany(name => PrefixesOf(name.Name), (name, prefix) => (Prefix: prefix, name.Month))
            .GroupBy(entry => entry.Prefix, entry => entry.Month, StringComparer.Ordinal)
            .Where(months => months.Distinct().Count() == 1)
            .ToDictionary(months => months.Key, months => months.First(), StringComparer.Ordinal);
        foreach (var (name, month) in Names)
            prefixes[name] = month;
        return prefixes;
    }
}
