using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace TalksWatcher.Ledger;

/// <summary>
/// Fingerprint of a text, in two parts. Near-copies share most word triples, whatever was cut or added around them; a
/// rewritten copy shares the names and numbers, for these cannot be paraphrased.
/// </summary>
/// <param name="Shingles">MinHash of the word triples: 64 minima of 32 bits, little-endian, Base64.</param>
/// <param name="Names">Hashes of names and numbers, the 160 smallest, ascending; 32 bits, little-endian, Base64.</param>
public sealed record TextPrint(string Shingles, string Names)
{
    private const int Minima = 64;
    private const int Shingle = 3;
    private const int NamesKept = 160;
    private const int ShortestName = 3;

    /// <summary>The print of a text; <c>null</c> where it has fewer than three words.</summary>
    public static TextPrint? Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = Words(text);
        return words.Count < Shingle ? null : new TextPrint(Packed(LowestShingles(words)), Packed(NamesOf(words)));
    }

    /// <summary>Estimated share (0–1) of word triples that two texts have in common.</summary>
    public double Similarity(TextPrint other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var (mine, theirs) = (Unpacked(Shingles), Unpacked(other.Shingles));
        if (mine.Length != theirs.Length || mine.Length == 0)
            return 0;
        var same = 0;
        for (var i = 0; i < mine.Length; i++)
            same += mine[i] == theirs[i] ? 1 : 0;
        return same / (double)mine.Length;
    }

    /// <summary>Share (0–1) of names and numbers that two texts have in common.</summary>
    /// <param name="usual">Hashes of names that every report on the matter has (<see cref="NamesIn"/>): they tell nothing.</param>
    public double SharedNames(TextPrint other, IReadOnlySet<uint>? usual = null)
    {
        ArgumentNullException.ThrowIfNull(other);
        var (mine, theirs) = (Telling(Names, usual), Telling(other.Names, usual));
        var common = Common(mine, theirs);
        var all = mine.Length + theirs.Length - common;
        return all == 0 ? 0 : common / (double)all;
    }

    /// <summary>
    /// Hashes of pairs of minima, for an index: two texts whose <see cref="Similarity"/> is above one half have one of them
    /// in common, for more than half of the minima cannot be spread over the pairs without filling one.
    /// </summary>
    /// <param name="scope">What may be compared with each other: the watch.</param>
    public IReadOnlyList<long> Bands(string scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var seed = scope.Aggregate(0UL, (hash, c) => Mix(hash ^ c));
        return [.. Unpacked(Shingles).Chunk(2).Select((pair, at) => (long)Mix(Mix(seed + (ulong)at) ^ (((ulong)pair[0] << 32) | pair[^1])))];
    }

    /// <summary>Hashes of the words of a name, as <see cref="Names"/> holds them.</summary>
    public static IEnumerable<uint> NamesIn(string name) => Words(name).Select(w => (uint)(w.Hash >> 32));

    /// <summary>How many numbers two ascending lists share.</summary>
    private static int Common(uint[] mine, uint[] theirs)
    {
        var (common, i, j) = (0, 0, 0);
        while (i < mine.Length && j < theirs.Length)
        {
            var order = mine[i].CompareTo(theirs[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return common;
    }

    private static uint[] Telling(string names, IReadOnlySet<uint>? usual) => usual is null
        ? Unpacked(names)
        : Array.FindAll(Unpacked(names), name => !usual.Contains(name));

    private static uint[] LowestShingles(List<Word> words)
    {
        var minima = new uint[Minima];
        Array.Fill(minima, uint.MaxValue);
        for (var i = 0; i + Shingle <= words.Count; i++)
        {
            var hash = Mix(((words[i].Hash * 31) + words[i + 1].Hash) * 31 + words[i + 2].Hash);
            for (var n = 0; n < Minima; n++)
                minima[n] = Math.Min(minima[n], (uint)(Mix(hash + ((ulong)n * 0x9E3779B97F4A7C15UL)) >> 32));
        }
        return minima;
    }

    /// <summary>Numbers, and words in capitals that the text never writes small: the first word of a sentence is no name.</summary>
    private static uint[] NamesOf(List<Word> words)
    {
        var small = words.Where(w => !w.Capital).Select(w => w.Hash).ToHashSet();
        return [.. words.Where(w => w.Number || (w.Capital && w.Length >= ShortestName && !small.Contains(w.Hash)))
            .Select(w => (uint)(w.Hash >> 32)).Distinct().Order().Take(NamesKept)];
    }

    private static List<Word> Words(string text)
    {
        var words = new List<Word>();
        var word = default(Word);
        foreach (var rune in text.EnumerateRunes().Append(new Rune(' ')))
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                word = word.Followed(rune);
                continue;
            }
            if (word.Length > 0)
                words.Add(word);
            word = default;
        }
        return words;
    }

    private static string Packed(uint[] hashes)
    {
        var bytes = new byte[hashes.Length * sizeof(uint)];
        for (var i = 0; i < hashes.Length; i++)
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * sizeof(uint)), hashes[i]);
        return Convert.ToBase64String(bytes);
    }

    private static uint[] Unpacked(string packed)
    {
        var bytes = Convert.FromBase64String(packed);
        var hashes = new uint[bytes.Length / sizeof(uint)];
        for (var i = 0; i < hashes.Length; i++)
            hashes[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(i * sizeof(uint)));
        return hashes;
    }

    /// <summary>The finaliser of splitmix64: every bit of the input sways every bit of the output.</summary>
    private static ulong Mix(ulong x)
    {
        x += 0x9E3779B97F4A7C15UL;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
        return x ^ BitOperations.RotateRight(x, 31);
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Word(ulong Hash, int Length, bool Capital, bool Number)
    {
        public Word Followed(Rune rune) => new(
            Mix(Hash ^ (uint)Rune.ToLowerInvariant(rune).Value), Length + 1,
            Length == 0 ? Rune.IsUpper(rune) : Capital, Length == 0 ? Rune.IsDigit(rune) : Number);
    }
}
