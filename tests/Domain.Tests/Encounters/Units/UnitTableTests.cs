using System.Text;
using Guildhall.Domain.Encounters.Units;
using Xunit;

namespace Domain.Tests.Encounters.Units;

public class UnitTableTests
{
    [Fact]
    public void A_guid_keeps_its_number_and_its_first_real_name()
    {
        var units = new UnitTable();
        var number = units.Intern("Pet-0-1-2-3-4-05"u8, "nil"u8);
        Assert.Equal(number, units.Intern("Pet-0-1-2-3-4-05"u8, "\"Unknown\""u8));
        Assert.Equal("", units.NameOf(number));
        Assert.Equal(number, units.Intern("Pet-0-1-2-3-4-05"u8, "\"Zik \\\"Z\\\"\""u8));
        Assert.Equal("Zik \"Z\"", units.NameOf(number));
        Assert.Equal("Pet-0-1-2-3-4-05", units.GuidOf(number));
        Assert.NotEqual(number, units.Intern("Pet-0-1-2-3-4-06"u8, default));
    }

    [Theory]
    [InlineData("0000000000000000")]
    [InlineData("nil")]
    public void Nobody_has_the_number_of_nobody(string guid) =>
        Assert.Equal(UnitTable.None, new UnitTable().Intern(Encoding.UTF8.GetBytes(guid), default));

    [Theory]
    [InlineData("Player-1-0000000A", UnitKind.Player)]
    [InlineData("Pet-0-1-2-3-4-5", UnitKind.Pet)]
    [InlineData("Creature-0-1-2-3-4-5", UnitKind.Creature)]
    [InlineData("Vehicle-0-1-2-3-4-5", UnitKind.Vehicle)]
    [InlineData("GameObject-0-1-2-3-4-5", UnitKind.GameObject)]
    [InlineData("Cast-3-1-2-3-4-5", UnitKind.Thing)]
    [InlineData("1", UnitKind.Unknown)]
    internal void A_guid_tells_its_kind(string guid, UnitKind kind)
    {
        var units = new UnitTable();
        Assert.Equal(kind, units.KindOf(units.Intern(Encoding.UTF8.GetBytes(guid), default)));
    }

    [Fact]
    public void Chains_of_owners_are_followed_for_five_hops_and_circles_end()
    {
        var units = new UnitTable();
        var chain = Enumerable.Range(0, 8).Select(i => units.Intern(Encoding.UTF8.GetBytes($"Creature-{i}"), default)).ToList();
        for (var i = 0; i + 1 < chain.Count; i++) units.SetOwner(chain[i], chain[i + 1]);
        Assert.Equal(chain[5], units.RootOf(chain[0]));
        Assert.Equal(chain[7], units.RootOf(chain[3]));
        units.SetOwner(chain[7], chain[6]);
        Assert.InRange(units.RootOf(chain[7]), chain[6], chain[7]);
    }

    [Fact]
    public void The_games_own_word_on_an_owner_outlasts_a_summon()
    {
        var units = new UnitTable();
        var (pet, first, second) = (units.Intern("Pet-1"u8, default), units.Intern("Player-1"u8, default), units.Intern("Player-2"u8, default));
        units.SetSummoner(pet, first);
        Assert.Equal(first, units.RootOf(pet));
        units.SetOwner(pet, second);
        units.SetSummoner(pet, first);
        Assert.Equal(second, units.RootOf(pet));
        units.SetOwner(pet, pet);
        Assert.Equal(second, units.RootOf(pet));
    }

    [Fact]
    public void Many_units_are_told_apart_up_to_the_bound()
    {
        var units = new UnitTable { Capacity = 20_000 };
        var numbers = Enumerable.Range(0, 30_000).Select(i => units.Intern(Encoding.UTF8.GetBytes($"Creature-0-1-{i:X8}"), default)).ToList();
        Assert.Equal(19_999, numbers.Where(number => number != UnitTable.None).Distinct().Count());
        Assert.All(Enumerable.Range(0, 100), i => Assert.Equal(numbers[i], units.Intern(Encoding.UTF8.GetBytes($"Creature-0-1-{i:X8}"), default)));
        units.Clear();
        Assert.Equal(1, units.Count);
        Assert.Equal(1, units.Intern("Player-1"u8, default));
    }

    [Theory]
    [InlineData("Ondine", "Ondine", null, null)]
    [InlineData("Ondine-Marrowfen", "Ondine", "Marrowfen", null)]
    [InlineData("Ondine-Marrowfen-EU", "Ondine", "Marrowfen", "EU")]
    [InlineData("Ondine-Mar-Fen", "Ondine", "Mar-Fen", null)]
    [InlineData("Ondine-Mar(Fên)-US", "Ondine", "Mar(Fên)", "US")]
    [InlineData("Ondine-", "Ondine", null, null)]
    [InlineData("", "", null, null)]
    public void A_name_is_taken_apart(string full, string name, string? realm, string? region) =>
        Assert.Equal(new CharacterName(name, realm, region), CharacterName.Parse(full));
}
