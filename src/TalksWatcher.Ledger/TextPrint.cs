using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace TalksWatcher.Ledger;

/// <summary>MinHash of a text's word triples: near-copies share most of it, whatever was cut or added around them.</summary>
/// <param name="Value">64 minima of 32 bits, little-endian, Base64.</param>
public sealed record TextPrint(string Value)
{
    private const int Minima = 64;
    private const int Shingle = 3;

    /// <summary>The print of a text; <c>null</c> where it has fewer than three words.</summary>
    public static TextPrint? Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = Words(text);
        if (words.Count < Shingle)
            return null;
        var minima = new uint[Minima];
        Array.Fill(minima, uint.MaxValue);
        for (var i = 0; i + Shingle <= words.Count; i++)
            Lower(minima, (words[i] * 31 + words[i + 1]) * 31 + words[i + 2]);
        var bytes = new byte[Minima * sizeof(uint)];
        for (var i = 0; i < Minima; i++)
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * sizeof(uint)), minima[i]);
        return new TextPrint(Convert.ToBase64String(bytes));
    }

    /// <summary>Estimated share (0–1) of word triples that two texts have in common.</summary>
    public double Similarity(TextPrint other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var mine = Convert.FromBase64String(Value);
        var theirs = Convert.FromBase64String(other.Value);
        if (mine.Length != theirs.Length || mine.Length == 0)
            return 0;
        var equal = 0;
        for (var i = 0; i < mine.Length; i += sizeof(uint))
            equal += mine.AsSpan(i, sizeof(uint)).SequenceEqual(theirs.AsSpan(i, sizeof(uint))) ? 1 : 0;
        return equal / (mine.Length / (double)sizeof(uint));
    }

    private static void Lower(uint[] minima, ulong shingle)
    {
        var hash = Mix(shingle);
        for (var i = 0; i < minima.Length; i++)
        {
            var drawn = (uint)(Mix(hash + (ulong)i * 0x9E3779B97F4A7C15UL) >> 32);
            if (drawn < minima[i])
                minima[i] = drawn;
        }
    }

    private static List<ulong> Words(string text)
    {
        var words = new List<ulong>();
        var word = 0UL;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
                word = Mix(word ^ (uint)Rune.ToLowerInvariant(rune).Value);
            else if (word != 0)
                (_, word) = (Add(words, word), 0);
        }
        if (word != 0)
            words.Add(word);
        return words;

        static bool Add(List<ulong> words, ulong word)
        {
            words.Add(word);
            return true;
        }
    }

    /// <summary>The finaliser of splitmix64: every bit of the input sways every bit of the output.</summary>
    private static ulong Mix(ulong x)
    {
        x += 0x9E3779B97F4A7C15UL;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
        return x ^ BitOperations.RotateRight(x, 31);
    }
}
