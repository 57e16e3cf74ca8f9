namespace TalksWatcher.Claims.Events.Outcomes;

/// <summary>What a phrase tells to have come of a meeting; what counts first stands first.</summary>
internal enum ToldOutcome : byte
{
    Agreement,
    Partial,
    None,

    /// <summary>"constructive".</summary>
    Warm,

    /// <summary>Nothing is told.</summary>
    Silent,
}
