using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Configuration;

/// <summary>What must hold of a watch's vocabulary beyond the shape of its JSON.</summary>
internal static class VocabularyRules
{
    private const int MostSides = 32;

    public static IEnumerable<ConfigFault> Check(string file, Vocabulary vocabulary)
    {
        var sides = vocabulary.Warring;
        if (sides.Count is < 2 or > MostSides || sides.Distinct(StringComparer.Ordinal).Count() < sides.Count)
            yield return new ConfigFault(file, "$.vocabulary.warring", "does not name two or more sides, each once", $"give the codes of the warring sides, 2 to {MostSides}");
        var countries = vocabulary.Places.Select(p => (p.Name, p.Country)).ToHashSet();
        for (var i = 0; i < vocabulary.Places.Count; i++)
        {
            if (vocabulary.Places[i] is { Region: { } region, Country: var country } && !countries.Contains((region, country)))
                yield return new ConfigFault(file, $"$.vocabulary.places[{i}].region", $"\"{region}\" is no place of {country}", "name it among the places, too");
        }
    }
}
