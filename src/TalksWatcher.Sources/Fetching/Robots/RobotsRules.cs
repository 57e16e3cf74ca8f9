namespace TalksWatcher.Sources.Fetching.Robots;

/// <summary>The rules of one robots.txt that are meant for us (RFC 9309).</summary>
internal sealed class RobotsRules
{
    private readonly RobotsGroup group;

    private RobotsRules(RobotsGroup group) => this.group = group;

    public static RobotsRules AllowAll { get; } = new(new RobotsGroup());

    /// <summary>Least time between two requests, at most half a minute; <c>null</c> where the file asks for none.</summary>
    public TimeSpan? CrawlDelay => group.CrawlDelay;

    /// <param name="product">Our product token; a group for <c>*</c> counts where none names it.</param>
    public static RobotsRules Parse(string text, string product)
    {
        var (ours, everyones) = (new RobotsGroup(), new RobotsGroup());
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
            }
            else if (field is "allow" or "disallow" or "crawl-delay")
            {
                inAgents = false;
                (forUs ? ours : forAll ? everyones : null)?.Add(field, value);
            }
        }
        return new RobotsRules(named ? ours : everyones);
    }

    /// <summary>The longest matching rule decides; between equals, the one that allows.</summary>
    public bool Allows(Uri address)
    {
        var path = address.PathAndQuery;
        var (length, allowed) = (-1, true);
        foreach (var (pattern, allow) in group.Rules)
        {
            if (pattern.Length < length || (pattern.Length == length && !allow) || !Matches(pattern, path))
                continue;
            (length, allowed) = (pattern.Length, allow);
        }
        return allowed;
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
