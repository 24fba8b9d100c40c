namespace Guildhall.Domain.Encounters.Generation;

/// <summary>A spell or attack of the generated cast.</summary>
/// <param name="Id">The spell id.</param>
/// <param name="Name">As the log writes it; may hold what a careless reader stumbles over.</param>
/// <param name="School">Bit mask of schools.</param>
/// <param name="Minimum">Least amount, before chance.</param>
/// <param name="Maximum">Largest amount, before chance.</param>
internal sealed record Ability(int Id, string Name, int School, int Minimum, int Maximum)
{
    /// <summary>Id, quoted name and school as every spell line has them.</summary>
    public byte[] Fields { get; } = System.Text.Encoding.UTF8.GetBytes($"{Id},\"{Name}\",0x{School:x}");
}
