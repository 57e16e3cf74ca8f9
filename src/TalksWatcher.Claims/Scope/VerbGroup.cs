namespace TalksWatcher.Claims.Scope;

/// <summary>What a verb's auxiliaries say about when and whether.</summary>
internal enum Aspect
{
    Unknown,
    Past,
    Perfect,
    PastPerfect,
    Present,
    Progressive,

    /// <summary>"will", "is to", "is set to".</summary>
    Future,

    /// <summary>"is expected to", "is likely to".</summary>
    Expected,

    /// <summary>"may", "could".</summary>
    Possible,

    /// <summary>"is ready to", "wants to", "offered to".</summary>
    Offered,

    /// <summary>"refused to", "declined to".</summary>
    Refused,

    /// <summary>"held in June" after its noun.</summary>
    Participle,
}

/// <param name="Passive">"was held".</param>
internal readonly record struct VerbGroup(Aspect Aspect, bool Negated, bool Passive)
{
    /// <summary>"can enter the country and hold talks": of an ability, not of a plan.</summary>
    public bool IsAbility { get; init; }

    /// <summary>"is staying on to meet": of a purpose.</summary>
    public bool IsInfinitive { get; init; }

    /// <summary>"have to meet": asked for, or planned where there is a day.</summary>
    public bool IsObliged { get; init; }

    /// <summary>"had been expected to meet": an expectation that is past.</summary>
    public bool IsLapsed { get; init; }

    /// <summary>"would meet": told of a thought, not of a plan.</summary>
    public bool IsConditional { get; init; }

    /// <summary>"said he would meet": the plan of the speaker, told afterwards.</summary>
    public bool IsReported { get; init; }

    public bool IsPast => Aspect is Aspect.Past or Aspect.Perfect or Aspect.PastPerfect or Aspect.Participle;
}
