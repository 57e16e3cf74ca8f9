using System.Text;

namespace TalksWatcher.Sources.Charsets;

/// <summary>
/// Names the single-byte charset of undeclared text: the one in which most of the bytes above ASCII are letters
/// that are frequent in its languages. Lower-case letters only, so that a reading with swapped case loses.
/// </summary>
internal static class CharsetGuess
{
    private const int SampledBytes = 65536;

    private static readonly (string Charset, string Letters)[] Candidates =
    [
        ("windows-1252", "éèàùâêîôûçäöüßñáíóúãõåøæ’‘“”–—«»…\u00A0"),
        ("windows-1251", "оеаинтсрвлкмдпуяьізїєийгч’“”–—«»\u00A0"),
        ("koi8-u", "оеаинтсрвлкмдпуяьізїєийгч"),
        ("cp866", "оеаинтсрвлкмдпуяьізїєийгч"),
        ("windows-1250", "ěščřžýáíéůúłąęśżźćńóőű’“”„–—\u00A0"),
        ("windows-1254", "ışğüöçâî’“”–—\u00A0"),
        ("windows-1253", "αοιετσνηυρπκμλςάέίόή’“”–—«»\u00A0"),
    ];

    public static Encoding Of(ReadOnlySpan<byte> bytes)
    {
        var high = HighBytes(bytes[..Math.Min(bytes.Length, SampledBytes)]);
        Encoding best = Encoding.Latin1;
        var most = -1;
        foreach (var (charset, _) in Candidates)
        {
            if (!CharsetName.TryResolve(charset, out var encoding))
                continue;
            var frequent = Frequent(encoding, high);
            if (frequent > most)
                (best, most) = (encoding, frequent);
        }
        return best;
    }

    /// <summary>
    /// Whether a declared Latin-1 is most likely a server's default and not the truth: Western languages hardly
    /// ever put two accented letters side by side, other scripts do all the time.
    /// </summary>
    public static bool Contradicts(Encoding declared, ReadOnlySpan<byte> bytes)
    {
        if (declared.WebName is not ("windows-1252" or "iso-8859-1"))
            return false;
        var (letters, pairs) = (0, 0);
        for (var i = 1; i < Math.Min(bytes.Length, SampledBytes); i++)
        {
            if (bytes[i] < 0xC0)
                continue;
            letters++;
            pairs += bytes[i - 1] >= 0xC0 ? 1 : 0;
        }
        return letters >= 16 && pairs * 2 > letters;
    }

    private static int Frequent(Encoding encoding, byte[] high)
    {
        var letters = Array.Find(Candidates, candidate => candidate.Charset == encoding.WebName).Letters ?? "";
        return encoding.GetString(high).Count(letters.Contains);
    }

    private static byte[] HighBytes(ReadOnlySpan<byte> sample)
    {
        var high = new List<byte>();
        foreach (var value in sample)
            if (value >= 0x80)
                high.Add(value);
        return [.. high];
    }
}
