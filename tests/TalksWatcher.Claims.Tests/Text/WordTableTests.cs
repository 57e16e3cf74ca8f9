using TalksWatcher.Claims.Text;

namespace TalksWatcher.Claims.Tests.Text;

public class WordTableTests
{
    [Theory]
    [InlineData("talks")]
    [InlineData("tiny")]
    public void A_word_that_is_met_again_is_the_same_string(string word)
    {
        var words = new WordTable(["talks"], 16);

        Assert.Same(words.Of(word), words.Of(word));
    }

    [Fact]
    public void Words_that_share_a_place_stay_apart()
    {
        var words = new WordTable([], 1);
        string[] read = ["one", "two", "one"];

        Assert.Equal(read, read.Select(w => words.Of(w)));
    }

    [Fact]
    public void A_table_without_room_gives_every_word()
    {
        var words = new WordTable(["talks"]);

        Assert.Equal(["talks", "tiny"], [words.Of("talks"), words.Of("tiny")]);
    }

    [Fact]
    public void Words_of_any_length_are_given()
    {
        var word = new string('a', 100);

        Assert.Equal(word, new WordTable([], 16).Of(word));
    }
}
