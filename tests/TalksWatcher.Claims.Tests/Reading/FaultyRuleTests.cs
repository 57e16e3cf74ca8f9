using TalksWatcher.Claims.Patterns;

namespace TalksWatcher.Claims.Tests.Reading;

public class FaultyRuleTests
{
    [Theory]
    [InlineData("English/Meetings/Bad.txt", "status: planned\n~meet <planet>", "English/Meetings/Bad.txt:2: '<planet>' is no known category")]
    [InlineData("English/Meetings/Bad.txt", "# remark\nstatus: mooted\nmeet", "English/Meetings/Bad.txt:2: 'mooted' is none of")]
    [InlineData("English/Meetings/Bad.txt", "colour: red\nmeet", "English/Meetings/Bad.txt:1: unknown setting 'colour'")]
    [InlineData("English/Meetings/Bad.txt", "status: planned", "English/Meetings/Bad.txt:1: no patterns")]
    [InlineData("English/Meetings/Bad.txt", "~meet ..99 in", "English/Meetings/Bad.txt:1: '..99' is no gap of 1 to 24 words")]
    [InlineData("English/Meetings/Bad.txt", "meet @nowhere", "English/Meetings/Bad.txt:1: there is no word list 'nowhere'")]
    [InlineData("English/Meetings/Bad.txt", "meet a||b", "English/Meetings/Bad.txt:1: 'a||b' has an empty alternative")]
    [InlineData("English/Meetings/Bad.txt", "meet on|<time>", "English/Meetings/Bad.txt:1: 'on|<time>' names a category among words")]
    [InlineData("English/Words/irregular-verbs.txt", "hold held", "English/Words/irregular-verbs.txt:1: expected a verb's base, past and participle")]
    public void A_faulty_line_is_named_with_file_and_number(string path, string content, string message)
    {
        var files = RuleFile.Embedded().Where(f => f.Path != path).Append(new RuleFile(path, content)).ToList();

        var fault = Assert.Throws<RuleFileException>(() => ClaimRules.Load(files));

        Assert.StartsWith(message, fault.Message, StringComparison.Ordinal);
    }
}
