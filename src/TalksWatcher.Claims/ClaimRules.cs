using TalksWatcher.Claims.Events;
using TalksWatcher.Claims.Languages;
using TalksWatcher.Claims.Patterns;
using TalksWatcher.Claims.Text;

namespace TalksWatcher.Claims;

/// <summary>Word lists and rules of the language, read once; a faulty line throws with its file and number.</summary>
internal sealed class ClaimRules
{
    private ClaimRules(IReadOnlyList<RuleFile> files)
    {
        Languages = new LanguageDetector(files);
        Lexicon = new Lexicon(files);
        JunkLines = new JunkLines(files);
        Meetings = new CueRules(Lexicon, files, "English/Meetings");
        Truces = new CueRules(Lexicon, files, "English/Truces");
        Answers = new CueRules(Lexicon, files, "English/Answers");
        Outcomes = new CueRules(Lexicon, files, "English/Outcomes");
        Delegations = new CueRules(Lexicon, files, "English/Delegations");
        Spellings = [.. files.SelectMany(f => Tokenizer.Tokenize(f.Content)).Select(t => t.Word).Concat(Lexicon.Forms).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Every word that a rule or word list knows.</summary>
    public IReadOnlyCollection<string> Spellings { get; }

    public LanguageDetector Languages { get; }

    public Lexicon Lexicon { get; }

    public JunkLines JunkLines { get; }

    public CueRules Meetings { get; }

    public CueRules Truces { get; }

    public CueRules Answers { get; }

    public CueRules Delegations { get; }

    public CueRules Outcomes { get; }

    public static ClaimRules Load(IReadOnlyList<RuleFile> files) => new(files);

    public static ClaimRules LoadEmbedded() => Load(RuleFile.Embedded());
}
