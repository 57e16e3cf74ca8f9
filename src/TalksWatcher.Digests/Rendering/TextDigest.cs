namespace TalksWatcher.Digests.Rendering;

/// <summary>The plain-text face: the same words, laid out by line ends and indents.</summary>
internal static class TextDigest
{
    public static string Write(DigestView view)
    {
        var text = new TextLayout();
        text.Heading(view.Title);
        text.Paragraph(view.Date);
        if (view.Note is not null)
            text.Paragraph(view.Note);
        foreach (var section in view.Sections)
            Write(text, section);
        WriteBriefly(text, view.Briefly);
        WriteTimeline(text, view.Timeline);
        WriteStanding(text, view.Standing);
        WriteDates(text, view.NextDates);
        WriteFoot(text, view);
        return text.ToString();
    }

    private static void Write(TextLayout text, SectionView section)
    {
        text.Heading(section.Title);
        foreach (var development in section.Developments)
            Write(text, development);
    }

    private static void Write(TextLayout text, DevelopmentView development)
    {
        text.Line($"{development.Kicker.ToUpperInvariant()}: {development.Headline}", hanging: 2);
        foreach (var mark in development.Marks)
            text.Line($"! {mark}", indent: 2, hanging: 2);
        if (development.About is not null)
            text.Line($"{development.About}.", indent: 2);
        text.Line($"Was: {development.Was}", indent: 2, hanging: 5);
        if (development.Between is not null)
            text.Line($"(in between: {development.Between})", indent: 2, hanging: 5);
        text.Line($"Now: {development.Now}", indent: 2, hanging: 5);
        if (development.Carried is not null)
            text.Line(development.Carried, indent: 2);
        if (development.Evidence is { } evidence)
            Write(text, evidence);
        if (development.Against is { } against)
            Write(text, against);
        text.Gap();
    }

    private static void Write(TextLayout text, QuoteView evidence)
    {
        if (evidence.Text is not null)
            text.Line($"“{evidence.Text}”", indent: 4, hanging: 1);
        if (evidence.Source.Length > 0)
            text.Line(evidence.Title is null ? $"– {evidence.Source}" : $"– {evidence.Source}: {evidence.Title}", indent: 4, hanging: 2);
        if (evidence.Url is not null)
            text.Line(evidence.Url, indent: 6);
    }

    private static void Write(TextLayout text, OtherSideView against)
    {
        text.Line($"The other side: {against.Says}. {against.Carried}".TrimEnd(), indent: 2);
        if (against.Quote is not null)
            text.Line($"“{against.Quote}”", indent: 4, hanging: 1);
    }

    private static void WriteBriefly(TextLayout text, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
            return;
        text.Heading("Also");
        foreach (var line in lines)
            text.Line($"* {line}", hanging: 2);
        text.Gap();
    }

    private static void WriteTimeline(TextLayout text, TimelineView? timeline)
    {
        if (timeline is null)
            return;
        text.Heading("Rounds and truces");
        foreach (var row in timeline.Rows)
            text.Line($"* {row.Label}: {row.When}", hanging: 2);
        text.Gap();
    }

    private static void WriteStanding(TextLayout text, IReadOnlyList<StandingView> lines)
    {
        if (lines.Count == 0)
            return;
        text.Heading("Where things stand");
        foreach (var line in lines)
            text.Line($"* {line.Subject}: {line.State} ({line.Since})", hanging: 2);
        text.Gap();
    }

    private static void WriteDates(TextLayout text, IReadOnlyList<DateView> dates)
    {
        if (dates.Count == 0)
            return;
        text.Heading("Next dates");
        foreach (var date in dates)
            text.Line($"* {date.When}: {date.What}", hanging: 2);
        text.Gap();
    }

    private static void WriteFoot(TextLayout text, DigestView view)
    {
        // Two hyphens and a space: what follows is a signature to mail readers.
        text.Raw("-- ");
        if (view.Dark is not null)
            text.Line(view.Dark);
        if (view.Address is not null)
            text.Line($"Sent to {view.Address}.");
        text.Line(view.Foot);
        if (view.Page is not null)
            text.Line($"In the browser: {view.Page}");
        if (view.Unsubscribe is not null)
            text.Line($"Unsubscribe: {view.Unsubscribe}");
    }
}
