using TalksWatcher.Claims.Events;

namespace TalksWatcher.Claims.Merging;

/// <summary>Turns one report's merged readings into claims with evidence.</summary>
internal sealed class ClaimWriter(Report report, List<SentenceContext> contexts)
{
    private const int MostWords = 40;

    /// <summary>What each sentence proves, once it was asked: several claims may rest on one.</summary>
    private readonly Evidence?[] evidence = new Evidence?[contexts.Count];

    public Claim Write(Merged merged)
    {
        var reading = merged.Reading;
        Span<int> support = stackalloc int[merged.Support.Length];
        var sentences = Ordered(merged, support);
        return new Claim
        {
            Kind = reading.Kind,
            Status = reading.Status,
            Certainty = reading.Kind == ClaimKind.Delegation ? null : reading.Certainty,
            Level = reading.Level,
            Parties = reading.Parties.ToValueList(),
            Places = reading.Place is { } place ? [place] : reading.Places,
            From = reading.From,
            To = reading.To,
            Outcome = reading.Status == ClaimStatus.Concluded ? reading.Outcome : null,
            Party = reading.Party,
            Person = reading.Person,
            Role = reading.Role,
            Replaces = reading.Replaces,
            By = reading.By,
            On = reading.On,
            Says = reading.Says,
            Via = IsOwn(reading.Via) ? null : reading.Via,
            Background = reading.Background,
            Paragraphs = Paragraphs(sentences),
            Evidence = Quotes(sentences),
            Rule = reading.Rule,
        };
    }

    /// <summary>An outlet that names itself credits nobody.</summary>
    private bool IsOwn(string? outlet) => outlet == report.Outlet;

    /// <summary>Each sentence once, in order; there are few.</summary>
    private static ReadOnlySpan<int> Ordered(Merged merged, Span<int> ordered)
    {
        merged.Support.CopyTo(ordered);
        ordered.Sort();
        var count = 0;
        foreach (var sentence in ordered)
        {
            if (count == 0 || ordered[count - 1] != sentence)
                ordered[count++] = sentence;
        }

        return ordered[..count];
    }

    private ValueList<int> Paragraphs(ReadOnlySpan<int> sentences)
    {
        Span<int> paragraphs = stackalloc int[sentences.Length];
        var count = 0;
        foreach (var sentence in sentences)
        {
            if (count == 0 || paragraphs[count - 1] != contexts[sentence].Paragraph)
                paragraphs[count++] = contexts[sentence].Paragraph;
        }

        return ValueList.Create<int>(paragraphs[..count]);
    }

    private ValueList<Evidence> Quotes(ReadOnlySpan<int> sentences)
    {
        var quotes = new Evidence[sentences.Length];
        for (var i = 0; i < quotes.Length; i++)
            quotes[i] = evidence[sentences[i]] ??= Quote(sentences[i]);
        return new ValueList<Evidence>(quotes);
    }

    private Evidence Quote(int index)
    {
        var (text, sentence) = (report.Text, contexts[index].Marks.Sentence);
        var end = sentence.Start;
        for (var words = 0; words < MostWords && end < sentence.End; words++)
        {
            while (end < sentence.End && char.IsWhiteSpace(text[end]))
                end++;
            while (end < sentence.End && !char.IsWhiteSpace(text[end]))
                end++;
        }

        return new Evidence(sentence.Paragraph, text[sentence.Start..end]);
    }
}
