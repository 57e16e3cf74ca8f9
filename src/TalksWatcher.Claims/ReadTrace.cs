namespace TalksWatcher.Claims;

/// <summary>How a report was read: every sentence with what each layer saw in it.</summary>
public sealed record ReadTrace(ReadResult Result, ValueList<SentenceTrace> Sentences);

/// <param name="Paragraph">1-based.</param>
/// <param name="Names">"Peskov → Dmitry Peskov (RU, person)".</param>
/// <param name="Speakers">Who speaks in it.</param>
/// <param name="Venues">Places where something happens, with how they are tied.</param>
/// <param name="Clauses">The sentence cut into clauses.</param>
/// <param name="Conflict">From where it was decided that it is about the watched war; <c>null</c> where it is not.</param>
/// <param name="Readings">What the rules found, before merging.</param>
public sealed record SentenceTrace(
    int Paragraph,
    string Text,
    ValueList<string> Names,
    ValueList<TimeAnnotation> Times,
    ValueList<string> Speakers,
    ValueList<string> Venues,
    ValueList<string> Clauses,
    string? Conflict,
    ValueList<string> Readings);

/// <param name="Start">UTF-16 offset into the report's text.</param>
/// <param name="From">First day, inclusive; <c>null</c> where open.</param>
/// <param name="To">Last day, inclusive; <c>null</c> where open.</param>
public sealed record TimeAnnotation(string Text, int Start, int Length, DateOnly? From, DateOnly? To);
