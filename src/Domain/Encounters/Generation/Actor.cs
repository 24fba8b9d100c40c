using System.Text;

namespace Guildhall.Domain.Encounters.Generation;

/// <summary>A unit of the generated night, with the health that its lines tell.</summary>
internal sealed class Actor
{
    public Actor(string guid, string name, int flags, long maximumHealth, Actor? owner = null)
    {
        Guid = guid;
        Name = name;
        Owner = owner;
        MaximumHealth = maximumHealth;
        Health = maximumHealth;
        GuidBytes = Encoding.UTF8.GetBytes(guid);
        Fields = Encoding.UTF8.GetBytes($"{guid},\"{name}\",0x{flags:x},0x80000000");
    }

    public string Guid { get; }

    public string Name { get; }

    public byte[] GuidBytes { get; }

    /// <summary>GUID, quoted name, flags and raid flags as every line has them.</summary>
    public byte[] Fields { get; }

    public Actor? Owner { get; }

    public long MaximumHealth { get; }

    public long Health { get; set; }

    /// <summary>What is left of a shield.</summary>
    public long Shield { get; set; }

    /// <summary>Who gave that shield.</summary>
    public Actor? ShieldCaster { get; set; }

    public double X { get; set; }

    public double Y { get; set; }

    public int Level { get; init; } = 90;

    public bool IsAlive => Health > 0;

    /// <summary>Back on its feet, as a pull finds it.</summary>
    public void Recover()
    {
        Health = MaximumHealth;
        Shield = 0;
        ShieldCaster = null;
    }
}
