namespace TalksWatcher.Scenarios.Tests.Replicas;

/// <summary>Tests that measure time with several workers, or what the whole process holds: after all others, one by one.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "alone";
}
