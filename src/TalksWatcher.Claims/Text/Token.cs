namespace TalksWatcher.Claims.Text;

/// <summary>A word, number or punctuation mark of the report's text.</summary>
/// <param name="Start">UTF-16 offset into the report's text.</param>
/// <param name="Length">UTF-16 length.</param>
/// <param name="Word">Lower case, without diacritics and inner full stops ("U.S." is "us").</param>
/// <param name="Joined">Tied to the word before by a hyphen: "US-brokered".</param>
internal readonly record struct Token(int Start, int Length, string Word, TokenShape Shape, bool Joined = false)
{
    /// <summary>No word is longer: a report has many tokens, and they are kept small.</summary>
    public const int MostLength = ushort.MaxValue;

    private readonly ushort length = (ushort)Length;

    public int Length
    {
        get => length;
        init => length = (ushort)value;
    }

    public int End => Start + Length;

    public bool IsCapitalised => Shape is TokenShape.Capitalised or TokenShape.Capitals;

    public bool IsPunctuation => Shape == TokenShape.Punctuation;
}

internal enum TokenShape : byte { Lower, Capitalised, Capitals, Number, Punctuation }
