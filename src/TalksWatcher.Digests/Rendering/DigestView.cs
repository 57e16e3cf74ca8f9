namespace TalksWatcher.Digests.Rendering;

/// <summary>What both faces of a digest say, in words; they differ only in how they lay it out.</summary>
public sealed record DigestView
{
    public required string Subject { get; init; }

    /// <summary>What mail lists show after the subject.</summary>
    public required string Preview { get; init; }

    public required string Title { get; init; }

    /// <summary>"Friday, 13 February 2026".</summary>
    public required string Date { get; init; }

    public string? Note { get; init; }

    /// <summary>Corrections first, then by topic.</summary>
    public required IReadOnlyList<SectionView> Sections { get; init; }

    /// <summary>Headlines of developments that the limit of size leaves no room to tell in full.</summary>
    public required IReadOnlyList<string> Briefly { get; init; }

    /// <summary>At most five.</summary>
    public required IReadOnlyList<StandingView> Standing { get; init; }

    /// <summary>At most five, the nearest first.</summary>
    public required IReadOnlyList<DateView> NextDates { get; init; }

    public required TimelineView? Timeline { get; init; }

    /// <summary>Which sources are silent for too long; <c>null</c> where none is.</summary>
    public string? Dark { get; init; }

    /// <summary><c>null</c> on the web.</summary>
    public string? Address { get; init; }

    public required string Foot { get; init; }

    public string? Unsubscribe { get; init; }

    public string? Page { get; init; }
}

public sealed record SectionView(string Title, IReadOnlyList<DevelopmentView> Developments, bool Correction = false);

/// <summary>One development as a reader sees it.</summary>
public sealed record DevelopmentView
{
    public required string Kicker { get; init; }
    public required string Headline { get; init; }

    /// <summary>Held, inferred.</summary>
    public required IReadOnlyList<string> Marks { get; init; }

    /// <summary>Who meets, or which truce; <c>null</c> where the headline says it.</summary>
    public string? About { get; init; }

    public required string Was { get; init; }
    public required string Now { get; init; }

    /// <summary>What it had been meanwhile ("planned in Abu Dhabi, 11–12 Feb"); <c>null</c> where it went there in one step.</summary>
    public string? Between { get; init; }

    /// <summary>"Stated by Peskov. Two independent voices: RIA Novosti, The Moscow Times."</summary>
    public required string? Carried { get; init; }

    public QuoteView? Evidence { get; init; }

    /// <summary>The other side of a dispute; <c>null</c> where nobody contradicts.</summary>
    public OtherSideView? Against { get; init; }
}

public sealed record OtherSideView(string Says, string? Carried, string? Quote);

/// <param name="Text">The sentence, without quotation marks; <c>null</c> where only the report is known.</param>
/// <param name="Source">"The Moscow Times, 13 Feb".</param>
/// <param name="Title">The report's headline, for the link.</param>
public sealed record QuoteView(string? Text, string Source, string? Title, string? Url);

public sealed record StandingView(string Subject, string State, string Since);

public sealed record DateView(string When, string What);
