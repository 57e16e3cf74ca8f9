namespace TalksWatcher.Claims.Times;

/// <summary>The dates told before a phrase.</summary>
/// <param name="Last">The nearest; <c>null</c> where none is near.</param>
/// <param name="Ahead">The nearest of those that lie ahead of the publication.</param>
/// <param name="IsHere">The nearest stands in the same sentence.</param>
internal readonly record struct Anchors(TimeValue? Last, TimeValue? Ahead, bool IsHere)
{
    /// <summary>The date of the same sentence.</summary>
    public TimeValue? Here => IsHere ? Last : null;

    /// <summary>"on Monday, he said on Thursday. That day they will": what lies ahead refers to a date ahead.</summary>
    public TimeValue? For(TimeDirection direction) =>
        direction == TimeDirection.Future && !IsHere ? Ahead ?? Last : Last;

    public Anchors With(TimeValue value, DateOnly published) =>
        new(value, value.To > published ? value : Ahead, IsHere: true);
}
