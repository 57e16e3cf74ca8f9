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
            Places = reading.Place is { } place ? [place] : [],
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
            Paragraphs = merged.Support.Select(s => s.Paragraph).Distinct().Order().ToValueList(),
            Evidence = merged.Support.Select(s => s.Sentence).Distinct().Order().Select(s => Quote(text, contexts[s].Marks.Sentence)).ToValueList(),
            Rule = reading.Rule,
        };
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
