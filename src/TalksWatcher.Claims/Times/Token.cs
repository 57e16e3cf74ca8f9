namespace TalksWatcher.Claims.Times;

/// <summary>A word, a run of digits or one mark of a text.</summary>
/// <param name="Word">What the lexicon knows of it; <c>null</c> for all other words.</param>
/// <param name="Number">Value of a run of at most four digits; -1 for everything else.</param>
internal readonly record struct Token(int Start, int Length, Word? Word, int Number, TokenTraits Traits)
{
    public int End => Start + Length;

    public bool Has(TokenTraits trait) => (Traits & trait) != TokenTraits.None;
}

[Flags]
internal enum TokenTraits
{
    None = 0,
    Letters = 1,

    /// <summary>Begins with a digit; with Letters: "5pm".</summary>
    Digits = 2,

    /// <summary>"15th".</summary>
    Ordinal = 4,

    /// <summary>No blank stands before it.</summary>
    Glued = 8,
    Capital = 16,

    /// <summary>"Feb." with its dot.</summary>
    Dotted = 32,
}
