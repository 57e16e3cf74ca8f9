using System.Collections.Frozen;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace TalksWatcher.Sources.Pages;

/// <summary>
/// Drops the tags of elements nested absurdly deep, and keeps their text. The parser limits the depth of its tree, but
/// not of its stack of open elements, through which it searches at every tag.
/// </summary>
internal sealed class NestingLimit
{
    private const int Deepest = 512;

    /// <summary>Elements without content, or which end where the next begins (HTML standard, 13.1.2.4).</summary>
    private static readonly FrozenSet<string> NeverPileUp = FrozenSet.ToFrozenSet(
    [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
        "wbr", "html", "head", "body", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option",
        "a", "nobr",
    ], StringComparer.Ordinal);

    /// <summary>To drop these tags would show their content as text.</summary>
    private static readonly FrozenSet<string> RawText = FrozenSet.ToFrozenSet(
        ["script", "style", "textarea", "title", "iframe", "noembed", "noframes", "noscript", "xmp", "plaintext"],
        StringComparer.Ordinal);

    private readonly List<string> _open = [];
    private readonly Dictionary<string, int> _dropped = new(StringComparer.Ordinal);
    private int _foreign;

    public bool WasReached { get; private set; }

    /// <summary>Stands between tokenizer and tree.</summary>
    public TokenConsumptionResult Pass(ref StructHtmlToken token, TokenConsumer next)
    {
        var passes = token.Type switch
        {
            HtmlTokenType.StartTag when !token.IsSelfClosing || _foreign == 0 => Opens(token.Name.ToString()),
            HtmlTokenType.EndTag => Closes(token.Name.ToString()),
            _ => true,
        };
        if (passes)
            next(ref token);
        return TokenConsumptionResult.Continue;
    }

    private bool Opens(string name)
    {
        if (_foreign == 0 && NeverPileUp.Contains(name) || RawText.Contains(name))
            return true;
        if (_open.Count >= Deepest)
        {
            WasReached = true;
            _dropped[name] = _dropped.GetValueOrDefault(name) + 1;
            return false;
        }
        _open.Add(name);
        _foreign += IsForeign(name) ? 1 : 0;
        return true;
    }

    private bool Closes(string name)
    {
        if (_dropped.TryGetValue(name, out var dropped) && dropped > 0)
        {
            _dropped[name] = dropped - 1;
            return false;
        }
        var at = _open.LastIndexOf(name);
        if (at < 0)
            return true;
        _foreign -= _open[at..].Count(IsForeign);
        _open.RemoveRange(at, _open.Count - at);
        return true;
    }

    /// <summary>In these, no element ends by itself.</summary>
    private static bool IsForeign(string name) => name is "svg" or "math";
}
