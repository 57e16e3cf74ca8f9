namespace TalksWatcher.Claims.Events;

/// <summary>What of an event a rule tells.</summary>
internal enum CueTopic : byte
{
    /// <summary>The event itself: "met on Monday".</summary>
    Event,

    /// <summary>Negotiations as such rather than a sitting: "talks are under way".</summary>
    Process,

    /// <summary>Negotiations at rest rather than a sitting put off: "on hold".</summary>
    Standstill,

    /// <summary>Readiness, wishes and ideas: "open to talks".</summary>
    Readiness,

    /// <summary>When or where the one just told of is to be: "the date may still change".</summary>
    Slot,

    /// <summary>Where one may be held: "Geneva is being considered".</summary>
    Venue,

    /// <summary>That it is over: "wrapped up".</summary>
    End,

    /// <summary>That whoever was asked agreed: "granted it".</summary>
    Consent,

    /// <summary>Who sat at the table that day, rather than who belongs to the team: "Witkoff met Umerov".</summary>
    Presence,
}
