using System.Diagnostics;

namespace TalksWatcher.Scenarios.Tests.Running;

/// <summary>Waits for another process to reach a state; fails with the last state seen.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    /// <param name="limit">How long it may take; a minute and a half where <c>null</c>.</param>
    public static async Task<T> SeeAsync<T>(Func<Task<T>> look, Func<T, bool> wanted, Func<string>? story = null, TimeSpan? limit = null)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var seen = await look();
            if (wanted(seen))
                return seen;
            if (Stopwatch.GetElapsedTime(started) > (limit ?? Limit))
                throw new TimeoutException($"last seen: {seen}\n{story?.Invoke()}");
            await Task.Delay(100);
        }
    }

    public static Task<T> SeeAsync<T>(Func<T> look, Func<T, bool> wanted, Func<string>? story = null) =>
        SeeAsync(() => Task.FromResult(look()), wanted, story);
}
