using TalksWatcher.Claims.Events;
using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims;

/// <summary>Word lists and rules of the language, read once; a faulty line throws with its file and number.</summary>
internal sealed class RuleBook
{
    private RuleBook(IReadOnlyList<RuleFile> files)
    {
        Lexicon = new Lexicon(files);
        Meetings = new CueRules(Lexicon, files, "English/Meetings");
    }

    public Lexicon Lexicon { get; }

    public CueRules Meetings { get; }

    public static RuleBook Load(IReadOnlyList<RuleFile> files) => new(files);

    public static RuleBook LoadEmbedded() => Load(RuleFile.Embedded());
}
