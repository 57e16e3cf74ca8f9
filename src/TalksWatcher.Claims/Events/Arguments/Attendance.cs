using System.Collections.Frozen;
using TalksWatcher.Claims.Names;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Watches;

namespace TalksWatcher.Claims.Events.Arguments;

/// <summary>Who of those named in a sentence may sit at its table, and who is only spoken of.</summary>
internal sealed class Attendance(Lexicon lexicon, Vocabulary vocabulary)
{
    /// <summary>"Russia's full-scale war".</summary>
    private const int OwnedReach = 4;

    private readonly FrozenSet<string> sponsors = lexicon.Words("sponsor-words");
    private readonly FrozenSet<string> bystanders = lexicon.Words("bystander-nouns");
    private readonly FrozenSet<string> institutions = lexicon.Words("institution-nouns");
    private readonly FrozenSet<string> retinue = lexicon.Words("retinue-words");
    private readonly FrozenSet<string> aid = lexicon.Words("aid-words");
    private readonly FrozenSet<string> topics = lexicon.Words("topic-words");
    private readonly FrozenSet<string> wars = lexicon.Words("war-words");
    private readonly FrozenSet<string> meetings = lexicon.Words("meeting-nouns");
    private readonly FrozenSet<string> elsewhere = lexicon.Words("before-absent");
    private readonly FrozenSet<string> calling = lexicon.Words("calling-words");
    private readonly FrozenSet<string> contacts = lexicon.Words("contact-words");
    private readonly FrozenSet<string> absence = lexicon.Words("absence-links");
    private readonly FrozenSet<string> exceptions = lexicon.Words("exception-words");
    private readonly FrozenSet<string> discords = lexicon.Words("discord-nouns");
    private readonly Senders senders = new(lexicon);
    private readonly HashSet<string> principals = vocabulary.Principals();

    /// <summary>The mention as one of those who may sit; "Trump's envoys" as their side; <c>null</c> where they may not.</summary>
    public Mention? Seated(SentenceContext context, Mention mention) =>
        MaySit(context, mention) ? mention
        : !context.IsSpeaker(mention) && senders.IsOne(context.Marks, mention) ? mention with { Name = new Name(NameKind.Demonym, mention.Name.Canonical, mention.Actor) }
        : null;

    public bool MaySit(SentenceContext context, Mention mention)
    {
        if (mention.Actor is null || mention.Kind is NameKind.Place or NameKind.NeverVenue or NameKind.Outlet)
            return false;
        if (context.IsSpeaker(mention) && !mention.IsPerson && !IsOfPair(context.Marks, mention) || context.IsVenue(mention) || IsTopic(context.Marks, mention))
            return false;
        if (IsSpokesman(context, mention))
            return false;
        var next = context.Marks.Word(mention.Last + 1);
        var before = context.Marks.Word(mention.First - 1);
        if (IsSponsor(context.Marks, mention) || bystanders.Contains(next) || IsOwner(context.Marks, mention) || IsExcepted(context.Marks, mention) || mention.IsPerson && IsChiefOf(context.Marks, mention))
            return false;
        if (IsAbsent(context.Marks, mention) || IsOnTheLine(context.Marks, mention) || IsAtOdds(context.Marks, mention))
            return false;
        if (before is "on" or "upon" && calling.Contains(context.Marks.Word(mention.First - 2)))
            return true;
        if (before is "to" or "for" && aid.Contains(context.Marks.Word(mention.First - 2)) && next is not ("to" or "and"))
            return false;
        return mention.Kind is not (NameKind.Country or NameKind.Adjective or NameKind.Capital or NameKind.Government) || !elsewhere.Contains(before);
    }

    /// <summary>"American and Ukrainian negotiators finished talks, saying", "Kyiv and Washington said after the talks": those who speak sat there.</summary>
    private bool IsOfPair(MarkedSentence marks, Mention mention) =>
        mention.Kind is NameKind.Adjective or NameKind.Country or NameKind.Capital
        && (marks.Word(mention.First - 1) == "and" && IsLike(mention, marks.MentionAt(mention.First - 2)) || marks.Word(mention.Last + 1) == "and" && IsLike(mention, marks.MentionAt(mention.Last + 2)));

    private bool IsLike(Mention one, Mention? other) => other?.Actor is { } actor && one.Kind == other.Kind && principals.Contains(actor);

    /// <summary>"to end the war with Russia", "to discuss the talks with Russia": spoken of at the table.</summary>
    private bool IsTopic(MarkedSentence marks, Mention mention)
    {
        var with = marks.Word(mention.First - 1) == "the" ? mention.First - 2 : mention.First - 1;
        if (marks.Word(with) != "with")
            return false;
        return wars.Contains(marks.Word(with - 1)) || meetings.Contains(marks.Word(with - 1)) && HasTopic(marks, with - 5, with - 2);
    }

    /// <summary>"put off because of the tension between the US and Iran": two who are at odds elsewhere.</summary>
    private bool IsAtOdds(MarkedSentence marks, Mention mention)
    {
        var isForeign = !principals.Contains(mention.Actor!);
        var at = mention.First - 1;
        for (; at > 0 && marks.Word(at) != "between"; at--)
        {
            if (marks.MentionAt(at) is { } other)
                isForeign |= !principals.Contains(other.Actor ?? "");
            else if (marks.Word(at) is not ("and" or "the"))
                return false;
        }

        if (at == 0 || !discords.Contains(marks.Word(at - 1)))
            return false;
        return isForeign || marks.Word(mention.Last + 1) == "and" && marks.MentionAt(mention.Last + 2) is { Actor: { } joined } && !principals.Contains(joined);
    }

    private bool HasTopic(MarkedSentence marks, int first, int last)
    {
        for (var at = first; at <= last; at++)
        {
            if (topics.Contains(marks.Word(at)) && marks.TimeAt(at) is null && marks.TimeAt(at + 1) is null)
                return true;
        }

        return false;
    }

    /// <summary>"Trump's special envoy", "the son-in-law of President Trump": the envoy sits, not Trump.</summary>
    private bool IsChiefOf(MarkedSentence marks, Mention mention)
    {
        if (marks.Word(mention.Last + 1) == "'s")
            return marks.HasAny(retinue, mention.Last + 2, mention.Last + 5);
        var of = mention.First - 1;
        while (of > 0 && mention.First - of <= 4 && marks.Word(of) != "of")
            of--;
        return marks.Word(of) == "of" && marks.HasAny(retinue, of - 4, of - 1);
    }

    /// <summary>"Russia's full-scale war": what is theirs is told of, not they.</summary>
    private bool IsOwner(MarkedSentence marks, Mention mention)
    {
        if (marks.Word(mention.Last + 1) != "'s" || mention.IsPerson)
            return false;
        for (var at = mention.Last + 2; at <= mention.Last + OwnedReach; at++)
        {
            if (marks.MentionAt(at) is null && (bystanders.Contains(marks.Word(at)) || mention.Actor is "EU" or "NATO" && institutions.Contains(marks.Word(at))))
                return true;
        }

        return false;
    }

    /// <summary>"without any Ukrainian", "with no Russian present".</summary>
    private bool IsAbsent(MarkedSentence marks, Mention mention)
    {
        for (var at = mention.First - 1; at >= 0 && mention.First - at <= 4; at--)
        {
            if (marks.Word(at) == "without" || marks.Word(at) == "no" && marks.Word(at - 1) == "with")
                return true;
            if (!absence.Contains(marks.Word(at)) && marks.MentionAt(at) is null)
                return false;
        }

        return false;
    }

    /// <summary>"after a phone call with Fidan".</summary>
    private bool IsOnTheLine(MarkedSentence marks, Mention mention)
    {
        for (var at = mention.First - 1; at > 0 && mention.First - at <= 5; at--)
        {
            if (marks.Word(at) == "with")
                return contacts.Contains(marks.Word(at - 1)) || marks.Word(at - 1) == "conversation" && marks.Word(at - 2) is "phone" or "telephone";
        }

        return false;
    }

    /// <summary>"anywhere except Russia and Belarus".</summary>
    private bool IsExcepted(MarkedSentence marks, Mention mention)
    {
        for (var at = mention.First - 1; at >= 0 && mention.First - at <= 6; at--)
        {
            if (exceptions.Contains(marks.Word(at)))
                return true;
            if (marks.MentionAt(at) is null && marks.Word(at) is not ("and" or "or" or "of" or "for" or "the" or ","))
                return false;
        }

        return false;
    }

    /// <summary>"US-brokered talks".</summary>
    private bool IsSponsor(MarkedSentence marks, Mention mention) =>
        sponsors.Contains(marks.Word(mention.Last + 1)) && marks.Tokens[mention.Last + 1].Joined;

    /// <summary>Who only tells of the table: officials, and people of countries that do not sit at it.</summary>
    private bool IsSpokesman(SentenceContext context, Mention mention) =>
        (mention.Name.Rank is PersonRank.Official || !principals.Contains(mention.Actor!)) && IsHeard(context, mention.Name.Canonical);

    private static bool IsHeard(SentenceContext context, string name)
    {
        for (var i = 0; i < context.Speakers.Count; i++)
        {
            if (context.Speakers[i].Count > 0 && context.Speakers[i].Name.Canonical == name)
                return true;
        }

        return false;
    }
}
