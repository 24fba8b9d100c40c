namespace Guildhall.Storage;

/// <summary>The one place that gives new ids: version 7, so that they sort by the time they were given.</summary>
/// <param name="clock">Tells the time.</param>
public sealed class IdGenerator(TimeProvider clock)
{
    /// <summary>A new id; never given twice.</summary>
    public Guid Next() => Guid.CreateVersion7(clock.GetUtcNow());
}
