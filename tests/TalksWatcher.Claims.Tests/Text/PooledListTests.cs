using TalksWatcher.Claims.Text;

namespace TalksWatcher.Claims.Tests.Text;

public class PooledListTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(1_000)]
    public void Items_come_out_as_they_went_in(int count)
    {
        var items = new PooledList<int>();
        for (var item = 0; item < count; item++)
            items.Add(item);

        Assert.Equal(Enumerable.Range(0, count), items.ToArray());
    }
}
