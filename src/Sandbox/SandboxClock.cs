namespace Guidan.Sandbox;

/// <summary>The sandbox's own time, so that tests can let months pass. It moves with the journal.</summary>
internal sealed class SandboxClock(TimeProvider system) : TimeProvider
{
    private long offsetTicks;

    public TimeSpan Offset
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref offsetTicks));
        set => Interlocked.Exchange(ref offsetTicks, value.Ticks);
    }

    public override DateTimeOffset GetUtcNow() => system.GetUtcNow() + Offset;
}
