namespace TalksWatcher.Claims.Times;

/// <summary>What the slots of a pattern took on one way through it; the second of a kind fills the second field.</summary>
internal readonly record struct Match
{
    public required Surroundings Around { get; init; }

    /// <summary>Index of the token after the match.</summary>
    public required int End { get; init; }

    public int Weekday { get; init; }
    public int Month { get; init; }
    public int Day { get; init; }
    public int Day2 { get; init; }
    public int? Year { get; init; }
    public int Count { get; init; }
    public int Count2 { get; init; }
    public TimeUnit? Unit { get; init; }
    public Season Season { get; init; }
    public DateOnly? Numeric { get; init; }
    public Reading? Date { get; init; }
    public Reading? Date2 { get; init; }

    public int Start => Around.Start;

    public TokenizedText Text => Around.Text;

    public DateOnly Published => Around.Published;

    public TimeDirection Direction => Around.Direction;

    public Token Next => Text[End];

    /// <summary>The unit that the matched words name, also where the pattern spells it out.</summary>
    public TimeUnit NamedUnit
    {
        get
        {
            var at = Start;
            while (Text.WordAt(at) is not { Class: WordClass.Unit })
                at++;
            return (TimeUnit)Text.WordAt(at)!.Value;
        }
    }

    public bool IsPossessive => Text.Is(End, "'s");

    /// <summary>The word before the match is one of these.</summary>
    public bool Follows(params ReadOnlySpan<string> words) => Text.Is(Start - 1, words);

    /// <summary>The word after the match is one of these.</summary>
    public bool Precedes(params ReadOnlySpan<string> words) => Text.Is(End, words);

    public bool StartsWith(params ReadOnlySpan<string> words) => Text.Is(Start, words);

    public bool EndsWith(params ReadOnlySpan<string> words) => Text.Is(End - 1, words);

    public bool Has(string word)
    {
        for (var at = Start; at < End; at++)
        {
            if (Text.Is(at, word))
                return true;
        }
        return false;
    }

    public Match Take(Slot slot, int value, int end) => slot switch
    {
        Slot.Weekday => this with { Weekday = value, End = end },
        Slot.Month => this with { Month = value, End = end },
        Slot.Day or Slot.Nth when Day == 0 => this with { Day = value, End = end },
        Slot.Day or Slot.Nth => this with { Day2 = value, End = end },
        Slot.Year => this with { Year = value, End = end },
        Slot.Count when Count == 0 => this with { Count = value, End = end },
        Slot.Count => this with { Count2 = value, End = end },
        Slot.Unit => this with { Unit = (TimeUnit)value, End = end },
        Slot.Season => this with { Season = (Season)value, End = end },
        Slot.Iso or Slot.Numeric => this with { Numeric = DateOnly.FromDayNumber(value), End = end },
        _ => this with { End = end },
    };

    public Match Take(Reading reading) => Date is null
        ? this with { Date = reading, End = reading.End }
        : this with { Date2 = reading, End = reading.End };
}

/// <summary>A rule's reading of the tokens from <paramref name="Start"/> up to <paramref name="End"/>.</summary>
internal sealed record Reading(int Start, int End, TimeRule Rule, TimeValue Value, TimeDirection Direction)
{
    /// <summary>The date that the rule took in; <c>null</c> where none.</summary>
    public Reading? First { get; init; }

    /// <summary>The second one.</summary>
    public Reading? Second { get; init; }

    /// <summary>Names of the rule and of those inside it.</summary>
    public string Names => First is null ? Rule.Name : Second is null ? $"{Rule.Name}/{First.Names}" : $"{Rule.Name}/{First.Names}/{Second.Names}";
}
