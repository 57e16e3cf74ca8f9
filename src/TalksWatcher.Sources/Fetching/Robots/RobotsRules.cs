namespace TalksWatcher.Sources.Fetching.Robots;

/// <summary>The rules of one robots.txt that are meant for us (RFC 9309).</summary>
internal sealed class RobotsRules
{
    private const int MostRules = 2000;

    private readonly List<(string Pattern, bool Allow)> rules;

    private RobotsRules(List<(string, bool)> rules) => this.rules = rules;

    public static RobotsRules AllowAll { get; } = new([]);

    /// <param name="product">Our product token; a group for <c>*</c> counts where none names it.</param>
    public static RobotsRules Parse(string text, string product)
    {
        var ours = new List<(string, bool)>();
        var everyones = new List<(string, bool)>();
        bool forUs = false, forAll = false, named = false, inAgents = false;
        foreach (var (field, value) in text.ReplaceLineEndings("\n").Split('\n').Select(Split))
        {
            if (field == "user-agent")
            {
                (forUs, forAll) = inAgents ? (forUs, forAll) : (false, false);
                forUs |= value.Split('/')[0].Equals(product, StringComparison.OrdinalIgnoreCase);
                forAll |= value == "*";
                named |= forUs;
                inAgents = true;
                continue;
            }
            if (field is not ("allow" or "disallow"))
                continue;
            inAgents = false;
            Add(forUs ? ours : forAll ? everyones : null, field == "allow", value);
        }
        return new RobotsRules(named ? ours : everyones);
    }

    /// <summary>The longest matching rule decides; between equals, the one that allows.</summary>
    public bool Allows(Uri address)
    {
        var path = address.PathAndQuery;
        var (length, allowed) = (-1, true);
        foreach (var (pattern, allow) in rules)
        {
            if (pattern.Length < length || (pattern.Length == length && !allow) || !Matches(pattern, path))
                continue;
            (length, allowed) = (pattern.Length, allow);
        }
        return allowed;
    }

    private static void Add(List<(string, bool)>? group, bool allow, string pattern)
    {
        if (group is not null && pattern.Length > 0 && group.Count < MostRules)
            group.Add((pattern, allow));
    }

    private static (string Field, string Value) Split(string line)
    {
        var text = line.Split('#')[0];
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? ("", "") : (text[..colon].Trim().ToLowerInvariant(), text[(colon + 1)..].Trim());
    }

    /// <summary>
    /// <c>*</c> stands for any run of characters, a final <c>$</c> for the end. Takes the earliest match of each piece, so
    /// never goes back.
    /// </summary>
    private static bool Matches(string pattern, string path)
    {
        var anchored = pattern.EndsWith('$');
        var pieces = (anchored ? pattern[..^1] : pattern).Split('*');
        if (!path.StartsWith(pieces[0], StringComparison.Ordinal))
            return false;
        var at = pieces[0].Length;
        foreach (var piece in pieces.Skip(1))
        {
            var found = path.IndexOf(piece, at, StringComparison.Ordinal);
            if (found < 0)
                return false;
            at = found + piece.Length;
        }
        return !anchored || at == path.Length || (pieces.Length > 1 && path.EndsWith(pieces[^1], StringComparison.Ordinal));
    }
}
