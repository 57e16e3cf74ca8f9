namespace TalksWatcher.Sources.Dates;

/// <summary>A position in folded date text; every read either succeeds and moves on, or leaves the position alone.</summary>
internal ref struct DateCursor(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;

    public int Position { get; set; }

    public readonly bool AtEnd => Position >= text.Length;

    public readonly char Current => AtEnd ? '\0' : text[Position];

    public readonly bool AtDigit => char.IsAsciiDigit(Current);

    public readonly bool AtLetter => char.IsLetter(Current);

    /// <summary>Length of the run of digits that starts here.</summary>
    public readonly int Digits => AtEnd ? 0 : text[Position..].IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? end : text.Length - Position;

    public void SkipSpaces()
    {
        while (Current == ' ')
            Position++;
    }

    public bool Skip(char wanted)
    {
        if (Current != wanted || AtEnd)
            return false;
        Position++;
        return true;
    }

    public bool SkipAnyOf(ReadOnlySpan<char> wanted)
    {
        if (AtEnd || !wanted.Contains(Current))
            return false;
        Position++;
        return true;
    }

    /// <summary>Reads exactly <paramref name="count"/> digits.</summary>
    public bool TryDigits(int count, out int value)
    {
        value = 0;
        return Digits >= count && int.TryParse(text.Slice(Position, count), out value) && Advance(count);
    }

    /// <summary>Reads the whole run of digits, at most nine.</summary>
    public bool TryNumber(out int value, out int digits)
    {
        digits = Digits;
        value = 0;
        return digits is > 0 and <= 9 && TryDigits(digits, out value);
    }

    public ReadOnlySpan<char> ReadWord()
    {
        var start = Position;
        while (AtLetter)
            Position++;
        return text[start..Position];
    }

    private bool Advance(int count)
    {
        Position += count;
        return true;
    }
}
