namespace GraphQL.AspNetCore.Tests.WebSockets;

/// <summary>A clock that stands until a test moves it.</summary>
public sealed class ManualClock : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<Timer> _timers = [];
    private TimeSpan _now = TimeSpan.FromHours(1);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp()
    {
        lock (_lock)
            return _now.Ticks;
    }

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch + TimeSpan.FromTicks(GetTimestamp());

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        lock (_lock)
            _timers.Add(timer);
        return timer;
    }

    /// <summary>Moves it, in steps small enough for every timer.</summary>
    public void Advance(TimeSpan time)
    {
        var end = GetTimestamp() + time.Ticks;
        while (GetTimestamp() < end)
        {
            Timer[] due;
            lock (_lock)
            {
                _now = TimeSpan.FromTicks(Math.Min(end, _now.Ticks + (TimeSpan.TicksPerSecond / 10)));
                due = [.. _timers.Where(timer => timer.IsDue(_now))];
            }

            foreach (var timer in due)
                timer.Fire();
        }
    }

    private sealed class Timer(ManualClock clock, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan? _due;
        private TimeSpan _period;

        public bool IsDue(TimeSpan now) => _due <= now;

        public void Fire()
        {
            _due = _period > TimeSpan.Zero ? _due + _period : null;
            callback(state);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _due = dueTime < TimeSpan.Zero ? null : TimeSpan.FromTicks(clock.GetTimestamp()) + dueTime;
            _period = period;
            return true;
        }

        public void Dispose()
        {
            lock (clock._lock)
                clock._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
