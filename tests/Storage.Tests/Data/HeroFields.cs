using System.Linq.Expressions;
using GraphQL.Data;

namespace Guildhall.Storage.Tests.Data;

/// <summary>Paths to the columns of a hero.</summary>
internal static class HeroFields
{
    public static FieldPath Id { get; } = Of("id", hero => hero.Id, isNullable: false);

    public static FieldPath Name { get; } = Of("name", hero => hero.Name, isNullable: false);

    public static FieldPath Title { get; } = Of("title", hero => hero.Title, isNullable: true);

    public static FieldPath Level { get; } = Of("level", hero => hero.Level, isNullable: true);

    public static FieldPath Gold { get; } = Of("gold", hero => hero.Gold, isNullable: false);

    public static FieldPath Score { get; } = Of("score", hero => hero.Score, isNullable: true);

    public static FieldPath Online { get; } = Of("online", hero => hero.Online, isNullable: false);

    public static FieldPath Verified { get; } = Of("verified", hero => hero.Verified, isNullable: true);

    public static FieldPath Tag { get; } = Of("tag", hero => hero.Tag, isNullable: true);

    public static FieldPath Rank { get; } = Of("rank", hero => hero.Rank, isNullable: false);

    public static FieldPath Former { get; } = Of("former", hero => hero.Former, isNullable: true);

    public static FieldPath SeenAt { get; } = Of("seenAt", hero => hero.SeenAt, isNullable: true);

    public static FieldPath Motto { get; } = Guild("motto", guild => guild.Motto, isNullable: true);

    public static FieldPath Size { get; } = Guild("size", guild => guild.Size, isNullable: false);

    public static FieldPath Items { get; } = Of("items", hero => hero.Items, isNullable: false);

    public static FieldPath ItemLabels { get; } = Of("itemLabels", hero => hero.Items.Select(item => item.Label), isNullable: false);

    public static FieldPath Label { get; } = Item("label", item => item.Label);

    public static FieldPath Power { get; } = Item("power", item => item.Power);

    public static FieldPath Element { get; } = new([DataField.Element(typeof(string))]);

    private static FieldPath Of<TValue>(string name, Expression<Func<Hero, TValue>> accessor, bool isNullable) =>
        new([new DataField(name, accessor, isNullable)]);

    private static FieldPath Guild<TValue>(string name, Expression<Func<HeroGuild, TValue>> accessor, bool isNullable) =>
        Of("guild", hero => hero.Guild, isNullable: true).Then(new DataField(name, accessor, isNullable));

    private static FieldPath Item<TValue>(string name, Expression<Func<Item, TValue>> accessor) => new([new DataField(name, accessor, isNullable: true)]);
}
