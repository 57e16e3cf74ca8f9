using AngleSharp.Dom;

namespace TalksWatcher.Sources.Pages;

/// <summary>The text of a page as blocks in reading order, each knowing the elements around it.</summary>
internal sealed class PageText
{
    private const int ShortestProse = 80;

    private readonly List<TextBlock> _blocks = [];
    private readonly List<PageElement> _elements = [];
    private readonly TextFolder _folder = new();
    private PageElement? _blockElement;
    private int _linkLength;
    private int _linkDepth;
    private bool _lineBroken;

    private PageText()
    {
    }

    public IReadOnlyList<TextBlock> Blocks => _blocks;

    public IReadOnlyList<PageElement> Elements => _elements;

    /// <summary>Reads without recursion, so that no nesting exhausts the stack.</summary>
    /// <param name="root">Usually the body element.</param>
    /// <param name="isLeftOut">Elements that are passed over with everything in them.</param>
    public static PageText Read(IElement root, Func<PageElement, bool> isLeftOut)
    {
        var page = new PageText();
        var open = new Stack<(PageElement Element, int Next)>();
        page.Enter(new PageElement(root, null, 0), open);
        while (open.TryPop(out var top))
        {
            var children = top.Element.Source.ChildNodes;
            if (top.Next >= children.Length)
            {
                page.Leave(top.Element);
                continue;
            }
            open.Push((top.Element, top.Next + 1));
            if (children[top.Next] is IText text)
                page.AppendText(text.Data, top.Element);
            else if (children[top.Next] is IElement child)
                page.Visit(new PageElement(child, top.Element, page._elements.Count), isLeftOut, open);
        }
        page.EndBlock();
        return page;
    }

    private void Visit(PageElement element, Func<PageElement, bool> isLeftOut, Stack<(PageElement, int)> open)
    {
        if (HtmlTags.IsMedia(element.Name))
            foreach (var around in element.SelfAndAncestors().TakeWhile(around => !around.HasMedia))
                around.HasMedia = true;
        if (element.Name == "br")
            BreakLine();
        else if (!isLeftOut(element))
            Enter(element, open);
        else if (HtmlTags.IsBlock(element.Name))
            EndBlock();
    }

    private void Enter(PageElement element, Stack<(PageElement, int)> open)
    {
        _elements.Add(element);
        if (HtmlTags.IsBlock(element.Name))
            EndBlock();
        if (element.Name == "a")
            _linkDepth++;
        open.Push((element, 0));
    }

    private void Leave(PageElement element)
    {
        if (HtmlTags.IsBlock(element.Name))
            EndBlock();
        if (element.Name == "a")
            _linkDepth--;
    }

    private void BreakLine()
    {
        if (_lineBroken)
            EndBlock();
        else
            _folder.BreakLine();
        _lineBroken = _folder.Length > 0;
    }

    private void AppendText(string text, PageElement parent)
    {
        var added = _folder.Append(text);
        if (added == 0)
            return;
        _lineBroken = false;
        _blockElement ??= parent.SelfAndAncestors()
            .First(element => HtmlTags.IsBlock(element.Name) || element.Parent is null);
        if (_linkDepth > 0)
            _linkLength += added;
    }

    private void EndBlock()
    {
        var text = _folder.Take();
        if (text.Length > 0 && _blockElement is { } element)
            AddBlock(new TextBlock(text, element, Math.Min(_linkLength, text.Length)));
        _blockElement = null;
        _linkLength = 0;
        _lineBroken = false;
    }

    private void AddBlock(TextBlock block)
    {
        _blocks.Add(block);
        var prose = block.Text.Length >= ShortestProse && block.LinkDensity < 0.5 ? block.Text.Length : 0;
        foreach (var element in block.Element.SelfAndAncestors())
        {
            element.TextLength += block.Text.Length;
            element.LinkLength += block.LinkLength;
            element.ProseLength += prose;
        }
    }
}
