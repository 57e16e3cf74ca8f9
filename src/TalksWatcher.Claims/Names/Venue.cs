namespace TalksWatcher.Claims.Names;

/// <summary>A named place and how it is tied to what happens.</summary>
/// <param name="Group">Places of one list ("Turkey or Switzerland") share a number.</param>
internal sealed record Venue(Mention Mention, VenueRole Role, int Group)
{
    public string Name => Mention.Name.Venue!;

    /// <summary>Its role is that of the place after it in a list.</summary>
    public bool Shared { get; init; }
}

internal enum VenueRole
{
    /// <summary>Named, but not as where something happens.</summary>
    None,

    /// <summary>"in Geneva".</summary>
    Location,

    /// <summary>"heading to Geneva".</summary>
    Destination,

    /// <summary>"the Geneva talks".</summary>
    Attribute,
}
