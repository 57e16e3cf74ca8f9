using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Scope;

/// <summary>What the words before a verb have told so far, read from right to left.</summary>
internal struct VerbTrail
{
    public Aspect Modal;
    public Aspect Intent;

    /// <summary>"had been expected to".</summary>
    public bool Lapsed;

    /// <summary>"should be held soon": rather foreseen than asked for.</summary>
    public bool IsSoon;

    /// <summary>"after meeting": it is over.</summary>
    public bool IsAfter;
    public bool To;
    public bool Headline;
    public bool Negated;
    public bool Would;
    public bool Can;
    public bool Obliged;
    public string? Have;
    public string? Be;
    public string? Do;

    /// <summary>"to be held".</summary>
    public readonly bool IsBareBe => Be == "be" && Modal == Aspect.Unknown && Have is null && Do is null && !To;

    public readonly bool IsBare => Modal == Aspect.Unknown && Have is null && Be is null && Do is null && !To;

    public readonly Aspect AspectOf(VerbForm form)
    {
        if (Modal is Aspect.Possible or Aspect.Offered && !To)
            return Modal == Aspect.Offered && IsSoon ? Aspect.Expected : Modal;
        if (To)
            return Intent == Aspect.Unknown && Headline ? Aspect.Future : Intent;
        if (Modal == Aspect.Future)
            return Have is null ? Aspect.Future : Aspect.PastPerfect;
        if (Have is { } have)
            return have == "had" ? Aspect.PastPerfect : Aspect.Perfect;
        if (Do is { } done)
            return done == "did" ? Aspect.Past : Aspect.Present;
        if (Be is { } be)
            return be is "was" or "were" && !IsOngoing(form) ? Aspect.Past : form.HasFlag(VerbForm.Ing) || be == "being" ? Aspect.Progressive : Aspect.Present;
        return form switch
        {
            _ when form.HasFlag(VerbForm.Past) => Aspect.Past,
            _ when form.HasFlag(VerbForm.Participle) && !form.HasFlag(VerbForm.Base) => Aspect.Participle,
            VerbForm.Ing => IsAfter ? Aspect.Perfect : Aspect.Unknown,
            _ when form != VerbForm.None => Aspect.Present,
            _ => Aspect.Unknown,
        };
    }

    /// <summary>"was holding a second day of talks": told in the past, yet going on.</summary>
    private static bool IsOngoing(VerbForm form) => form.HasFlag(VerbForm.Ing);
}
