namespace TalksWatcher.Scenarios.Tests.Replicas;

/// <summary>Tests that start several workers and measure time: after all others, one by one.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "alone";
}
