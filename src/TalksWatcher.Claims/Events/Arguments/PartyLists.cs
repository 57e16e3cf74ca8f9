using System.Collections.Frozen;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Events.Arguments;

/// <summary>Names that stand in a row: "between Britain, France and the US".</summary>
internal sealed class PartyLists(Lexicon lexicon, Vocabulary vocabulary)
{
    private const int BetweenReach = 14;
    private const int TitleReach = 4;
    private const int ModifierReach = 3;
    private readonly FrozenSet<string> nouns = lexicon.Words("meeting-nouns");
    private readonly FrozenSet<string> ties = lexicon.Words("list-ties");
    private readonly FrozenSet<string> teams = lexicon.Words("team-words");
    private readonly FrozenSet<string> modifiers = lexicon.Words("talks-modifiers");
    private readonly FrozenSet<string> fillers = lexicon.Words("list-fillers");
    private readonly FrozenSet<string> groups = [.. lexicon.Words("team-words"), .. lexicon.Words("officials-words"), .. lexicon.Words("leaders-words"), .. lexicon.Words("ministers-words")];
    private readonly FrozenSet<string> held = lexicon.Words("held-words");
    private readonly FrozenSet<string> meet = lexicon.Words("meet-forms");
    private readonly Company company = new(lexicon);
    private readonly HashSet<string> principals = vocabulary.Principals();

    /// <summary>Those whom the noun's own phrase lists as all who meet; <c>null</c> where it lists none.</summary>
    public List<Mention>? Told(MarkedSentence marks, int anchor) =>
        nouns.Contains(marks.Word(anchor)) && Before(marks, anchor) is { Count: > 1 } pair ? pair
        : Between(marks, anchor) is { Count: > 1 } sides ? sides
        : marks.Word(anchor + 1) is "–" or "—" or "(" or ":" && After(marks, anchor + 1) is { Count: > 2 } set ? set
        : null;

    /// <summary>"the Russian-Ukrainian summit", "US–Ukraine expert talks": those alone, unless others sit with them.</summary>
    private List<Mention> Before(MarkedSentence marks, int anchor)
    {
        var named = new List<Mention>();
        var at = anchor - 1;
        while (at > anchor - ModifierReach && modifiers.Contains(marks.Word(at)))
            at--;
        while (marks.Word(anchor + 1) != "with" && marks.MentionAt(at) is { Actor: not null, Kind: not NameKind.Place } mention && !named.Exists(m => m.Actor == mention.Actor))
        {
            named.Insert(0, mention);
            at = marks.Word(mention.First - 1) is "and" or "–" or "—" or "-" && marks.MentionAt(mention.First - 2) is { Kind: NameKind.Adjective } or { IsPerson: true } ? mention.First - 2 : mention.First - 1;
        }

        return named;
    }

    /// <summary>"talks between A, B and C": those alone; <c>null</c> where no "between" follows.</summary>
    private List<Mention>? Between(MarkedSentence marks, int anchor)
    {
        for (var at = anchor + 1; at <= anchor + BetweenReach; at++)
        {
            if (marks.Word(at) == "between" && (at - anchor <= 4 || nouns.Contains(marks.Word(at - 1))))
                return After(marks, at);
        }

        return null;
    }

    private List<Mention> After(MarkedSentence marks, int between)
    {
        var named = new List<Mention>();
        for (var at = between + 1; at < marks.Tokens.Length; at++)
        {
            if (marks.MentionAt(at) is not { Actor: not null } mention)
            {
                if (marks.Word(at) is "," or "and" or "the" or "officials" or "with" || fillers.Contains(marks.Word(at)) || teams.Contains(marks.Word(at)))
                    continue;
                break;
            }

            mention = Leading(marks, mention) ?? mention;
            if (mention.IsPerson && named.Count > 0 && !named[^1].IsPerson)
                break;
            named.Add(mention);
            at = mention.Last;
        }

        return named;
    }

    /// <summary>"Ukraine's Volodymyr Zelenskyy", "Russian President Vladimir Putin": the person, not the side he is of.</summary>
    private static Mention? Leading(MarkedSentence marks, Mention side)
    {
        for (var at = side.Last + 1; !side.IsPerson && at <= side.Last + TitleReach; at++)
        {
            if (marks.MentionAt(at) is { } person)
                return person.IsPerson && person.Actor == side.Actor ? person : null;
            if (marks.Word(at) is "," or "and")
                return null;
        }

        return null;
    }

    /// <summary>A country beside the principals counts where it stands in a list with one of them or of those who meet, or is met as a person.</summary>
    public bool Holds(MarkedSentence marks, Mention mention)
    {
        if (mention.IsPerson || mention.Kind == NameKind.Demonym && company.IsKept(marks, mention) || mention.Kind == NameKind.Adjective && teams.Contains(marks.Word(mention.Last + 1)))
            return true;
        var (first, last) = (mention.First, mention.Last);
        while (Joined(marks, first, -1) is { } left)
            first = left.First;
        while (Joined(marks, last, 1) is { } right)
            last = right.Last;
        return first < last && (IsTied(marks, first) || IsSubject(marks, last)) && (IsOfGroup(marks, first) || HasPrincipal(marks, first, last));
    }

    /// <summary>"Ukraine and Poland held talks": the list is the subject of a verb.</summary>
    private bool IsSubject(MarkedSentence marks, int last) => held.Contains(marks.Word(last + 1)) || meet.Contains(marks.Word(last + 1));

    private bool HasPrincipal(MarkedSentence marks, int first, int last)
    {
        foreach (var mention in marks.Mentions)
        {
            if (mention.First >= first && mention.Last <= last && mention is { Actor: { } actor, Kind: not NameKind.Place } && principals.Contains(actor))
                return true;
        }

        return false;
    }

    /// <summary>The next name of a list: "Britain, France and the US".</summary>
    private static Mention? Joined(MarkedSentence marks, int from, int step)
    {
        var at = from + step;
        for (var words = 0; words < 3 && marks.Word(at) is "," or "and" or "the"; words++)
            at += step;
        return at != from + step && marks.MentionAt(at) is { Actor: not null, Kind: NameKind.Country or NameKind.Body or NameKind.Person or NameKind.Office or NameKind.Adjective } next ? next : null;
    }

    /// <summary>"the national security advisers of": those of the list meet.</summary>
    private bool IsOfGroup(MarkedSentence marks, int first)
    {
        var tie = marks.Word(first - 1) == "the" ? first - 2 : first - 1;
        return marks.Word(tie) is "of" or "from" && groups.Contains(marks.Word(tie - 1));
    }

    /// <summary>"between Russia, Ukraine and Turkey", "met the Russians and the Americans": what opens the list.</summary>
    private bool IsTied(MarkedSentence marks, int first)
    {
        for (var at = first - 1; at >= 0 && first - at <= 8; at--)
        {
            if (ties.Contains(marks.Word(at)))
                return true;
        }

        return false;
    }
}
