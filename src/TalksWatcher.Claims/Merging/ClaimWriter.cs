using TalksWatcher.Claims.Events;
using TalksWatcher.Claims.Text;

namespace TalksWatcher.Claims.Merging;

/// <summary>Turns merged readings into claims with evidence.</summary>
internal static class ClaimWriter
{
    private const int MostWords = 40;

    public static Claim Write(Merged merged, string text, IReadOnlyList<SentenceContext> contexts)
    {
        var reading = merged.Reading;
        return new Claim
        {
            Kind = reading.Kind,
            Status = reading.Status,
            Certainty = reading.Kind == ClaimKind.Delegation ? null : reading.Certainty,
            Level = reading.Level,
            Parties = reading.Parties.ToValueList(),
            Places = reading.Place is { } place ? [place] : reading.Places.ToValueList(),
            From = reading.From,
            To = reading.To,
            Outcome = reading.Status == ClaimStatus.Concluded ? reading.Outcome : null,
            Party = reading.Party,
            Person = reading.Person,
            Role = reading.Role,
            Replaces = reading.Replaces,
            By = reading.By,
            On = reading.On,
            Says = reading.Says.ToValueList(),
            Via = reading.Via,
            Background = reading.Background,
            Paragraphs = Ordered(merged, s => s.Paragraph).ToValueList(),
            Evidence = Ordered(merged, s => s.Sentence).ConvertAll(s => Quote(text, contexts[s].Marks.Sentence)).ToValueList(),
            Rule = reading.Rule,
        };
    }

    /// <summary>Each number once, in order; there are few.</summary>
    private static List<int> Ordered(Merged merged, Func<(int Paragraph, int Sentence), int> number)
    {
        var numbers = new List<int>(merged.Support.Length);
        foreach (var support in merged.Support)
        {
            if (!numbers.Contains(number(support)))
                numbers.Add(number(support));
        }

        numbers.Sort();
        return numbers;
    }

    private static Evidence Quote(string text, Sentence sentence)
    {
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
