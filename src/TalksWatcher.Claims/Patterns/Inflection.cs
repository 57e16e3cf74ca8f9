namespace TalksWatcher.Claims.Patterns;

[Flags]
internal enum VerbForm
{
    None = 0,
    Base = 1,
    Third = 2,
    Past = 4,
    Participle = 8,
    Ing = 16,
}

/// <summary>The forms of English verbs: a list of irregular ones, rules for the rest; "cancelled" is "canceled", too.</summary>
internal sealed class Inflection
{
    private readonly Dictionary<string, string[]> irregular = new(StringComparer.Ordinal);

    /// <param name="file">Lines "hold held held"; a fourth word is the -ing form.</param>
    public Inflection(RuleFile file)
    {
        foreach (var (number, text) in file.Lines())
        {
            var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length is not (3 or 4))
                throw file.Fault(number, "expected a verb's base, past and participle");
            irregular[words[0]] = words;
        }
    }

    public IEnumerable<(string Word, VerbForm Form)> Forms(string verb)
    {
        yield return (verb, VerbForm.Base);
        yield return (Third(verb), VerbForm.Third);
        if (verb == "be")
        {
            yield return ("are", VerbForm.Third);
            yield return ("were", VerbForm.Past);
        }

        if (irregular.TryGetValue(verb, out var parts))
        {
            yield return (parts[1], VerbForm.Past);
            yield return (parts[2], VerbForm.Participle);
            yield return (parts.Length == 4 ? parts[3] : Ing(verb), VerbForm.Ing);
            if (parts[1] == verb + "led")
            {
                yield return (verb + "ed", VerbForm.Past | VerbForm.Participle);
                yield return (verb + "ing", VerbForm.Ing);
            }

            yield break;
        }

        yield return (Regular(verb), VerbForm.Past | VerbForm.Participle);
        yield return (Ing(verb), VerbForm.Ing);
    }

    private static string Third(string verb) => verb switch
    {
        "be" => "is",
        "have" => "has",
        _ when verb.EndsWith('s') || verb.EndsWith('x') || verb.EndsWith("sh", StringComparison.Ordinal)
            || verb.EndsWith("ch", StringComparison.Ordinal) || verb.EndsWith('o') => verb + "es",
        _ when EndsInConsonantY(verb) => verb[..^1] + "ies",
        _ => verb + "s",
    };

    private static string Regular(string verb) => verb switch
    {
        _ when verb.EndsWith('e') => verb + "d",
        _ when EndsInConsonantY(verb) => verb[..^1] + "ied",
        _ when Doubles(verb) => verb + verb[^1] + "ed",
        _ => verb + "ed",
    };

    private static string Ing(string verb) => verb switch
    {
        _ when verb.EndsWith("ie", StringComparison.Ordinal) => verb[..^2] + "ying",
        _ when verb.EndsWith('e') && verb.Length > 2 && !verb.EndsWith("ee", StringComparison.Ordinal) => verb[..^1] + "ing",
        _ when Doubles(verb) => verb + verb[^1] + "ing",
        _ => verb + "ing",
    };

    private static bool EndsInConsonantY(string verb) => verb.Length > 1 && verb[^1] == 'y' && !IsVowel(verb[^2]);

    /// <summary>Short verbs of one syllable double their last consonant: "stop", "wrap", "hit".</summary>
    private static bool Doubles(string verb) =>
        verb.Length is 3 or 4 && !IsVowel(verb[^1]) && verb[^1] is not ('w' or 'x' or 'y') && IsVowel(verb[^2]) && verb.Count(IsVowel) == 1;

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
