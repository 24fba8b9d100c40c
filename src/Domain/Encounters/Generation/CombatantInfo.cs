using System.Text;

namespace Guildhall.Domain.Encounters.Generation;

/// <summary>Makes up what COMBATANT_INFO tells of a player, in the 34 fields of format 22.</summary>
internal static class CombatantInfo
{
    private const int GearSlots = 18;

    public static byte[] Create(Dice dice, string guid, int specId)
    {
        var text = new StringBuilder($"{guid},{dice.Between(0, 1)}");
        var strength = dice.Between(900, 2_400);
        text.Append($",{strength},{dice.Between(900, 2_400)},{dice.Between(20_000, 28_000)},{dice.Between(900, 2_400)},0");
        var crit = dice.Between(300, 900);
        var haste = dice.Between(300, 900);
        var versatility = dice.Between(50, 400);
        text.Append($",{crit},0,0,{crit},{crit},{crit},{dice.Between(0, 100)},{dice.Between(0, 100)},{haste},{haste},{haste}");
        text.Append($",{dice.Between(0, 120)},{dice.Between(300, 900)},{versatility},{versatility},{versatility},{dice.Between(3_000, 9_000)},{specId}");
        text.Append(",[(96170,118957,1),(96171,118958,2)],(0,204081,356510,0),[");
        for (var slot = 0; slot < GearSlots; slot++)
        {
            text.Append(slot == 0 ? "" : ",");
            // Shirt and tabard stay empty.
            if (slot is 3 or GearSlots - 1)
                text.Append("(0,0,(),(),())");
            else
                text.Append($"({240_000 + dice.Between(0, 999)},{dice.Between(266, 289)},(7534,0,0),(6652,12345),({213_743},273))");
        }

        text.Append($"],[{guid},21562,1,{guid},1126,1],{dice.Between(1, 200)},0,0,0");
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
