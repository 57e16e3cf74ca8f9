using TalksWatcher.Claims.Text;

namespace TalksWatcher.Claims.Tests.Text;

public class BlocksTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(250, 40)]
    [InlineData(5_000, 3)]
    public void Runs_keep_what_is_written_to_them(int length, int count)
    {
        using var blocks = new Blocks<byte>();
        var runs = Enumerable.Range(1, count).Select(n => Filled(blocks.Take(length), (byte)n)).ToList();

        Assert.All(runs.Select((run, n) => (run, n)), r => Assert.Equal(Enumerable.Repeat((byte)(r.n + 1), length), r.run));
    }

    [Fact]
    public void Room_that_others_have_written_to_is_empty()
    {
        for (var n = 0; n < 3; n++)
        {
            using var blocks = new Blocks<byte>();
            var run = blocks.Take(3);

            Assert.Equal<byte>([0, 0, 0], run.ToArray());
            Filled(run, 1);
        }
    }

    [Fact]
    public void What_was_free_and_is_taken_is_kept()
    {
        using var blocks = new Blocks<byte>();
        blocks.Free(9)[0] = 7;

        Assert.Equal<byte>([7], blocks.Take(1).ToArray());
    }

    private static ArraySegment<byte> Filled(ArraySegment<byte> run, byte value)
    {
        run.AsSpan().Fill(value);
        return run;
    }
}
