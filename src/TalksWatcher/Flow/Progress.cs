namespace TalksWatcher.Flow;

/// <summary>Says every few seconds how far a long step has come; a short one says nothing.</summary>
internal sealed class Progress(TimeProvider clock, ILogger<Progress> log)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(5);

    public Step Begin(string what) => new(this, what, clock.GetUtcNow());

    internal sealed class Step(Progress progress, string what, DateTimeOffset started)
    {
        private readonly DateTimeOffset began = started;
        private DateTimeOffset last = started;

        public int Done { get; private set; }

        public void Add(int more)
        {
            Done += more;
            var now = progress.Now;
            if (now - last < Between)
                return;
            last = now;
            var seconds = (now - began).TotalSeconds;
            Log.Progress(progress.Logger, what, Done, seconds, Done / seconds);
        }
    }

    private DateTimeOffset Now => clock.GetUtcNow();

    private ILogger Logger => log;
}
