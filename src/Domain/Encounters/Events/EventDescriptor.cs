namespace Guildhall.Domain.Encounters.Events;

/// <summary>How the fields of one kind of event lie.</summary>
/// <param name="Name">As the game writes it.</param>
/// <param name="Family">How it is read.</param>
/// <param name="Prefix">Fields before the advanced block: 9, or 12 with a spell; 0 for events without two units at their front.</param>
/// <param name="HasBlock">True when an advanced block follows the prefix, whose width the log decides.</param>
/// <param name="Minimum">Fewest fields, the advanced block not counted.</param>
/// <param name="Maximum">Most fields, the advanced block not counted.</param>
internal sealed record EventDescriptor(string Name, EventFamily Family, int Prefix, bool HasBlock, int Minimum, int Maximum)
{
    /// <summary>True when source and destination stand in fields 1 to 8.</summary>
    public bool HasUnits => Prefix > 0;
}
