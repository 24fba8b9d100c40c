using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using GraphQL.Data;

namespace Guildhall.Storage.Tests.Data;

/// <summary>A question and the rows to ask it of.</summary>
internal sealed record Question(IReadOnlyList<Hero> Heroes, Predicate Predicate, Ordering Ordering, int PageSize)
{
    public override string ToString() =>
        $"{Heroes.Count} heroes, {PageSize} to a page, order {string.Join(", ", Ordering.Terms)}, {PredicateText.Of(Predicate)}";
}

/// <summary>Random questions over few different values, so that ties, missing values and hits are frequent.</summary>
internal static class HeroGenerator
{
    private static readonly string[] Texts = ["", "a", "A", "ab", "aB", "b%", "b_", "%", "_", "\\", "é", "\uFF21", "😀", "a😀", "😀b", "'"];
    private static readonly Guid[] Guids = [.. new[] { "0a", "a0", "ff" }.Select(head => Guid.Parse($"{head}000000-0000-0000-0000-0000000000{head}"))];
    private static readonly DateTimeOffset Epoch = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<FieldPath, Gen<object?>> Comparable = new()
    {
        [HeroFields.Id] = Boxed(Gen.Choose(0, 30)),
        [HeroFields.Name] = Boxed(Gen.Elements(Texts)),
        [HeroFields.Title] = Boxed(Gen.Elements(Texts)),
        [HeroFields.Level] = Boxed(Gen.Choose(0, 4)),
        [HeroFields.Gold] = Boxed(Gen.Elements(0L, long.MinValue, 5_000_000_000L)),
        [HeroFields.Score] = Boxed(Gen.Elements(0.1, -1.5, 1e300)),
        [HeroFields.Online] = Boxed(Gen.Elements(true, false)),
        [HeroFields.Verified] = Boxed(Gen.Elements(true, false)),
        [HeroFields.Tag] = Boxed(Gen.Elements(Guids)),
        [HeroFields.Rank] = Boxed(Gen.Elements(Enum.GetValues<Rank>())),
        [HeroFields.Former] = Boxed(Gen.Elements(Enum.GetValues<Rank>())),
        [HeroFields.SeenAt] = Boxed(Gen.Choose(0, 3).Select(hour => Epoch.AddHours(hour))),
        [HeroFields.Motto] = Boxed(Gen.Elements(Texts)),
        [HeroFields.Size] = Boxed(Gen.Choose(0, 2)),
    };

    public static Arbitrary<Question> Questions => (
        from count in Gen.Choose(0, 24)
        from heroes in Heroes(count)
        from predicate in Predicates(3, Leaf)
        from ordering in Orderings
        from size in Gen.Choose(1, 9)
        select new Question(heroes, predicate, ordering, size)).ToArbitrary();

    private static Gen<Ordering> Orderings =>
        from count in Gen.Choose(0, 3)
        from terms in Term.ArrayOf(count)
        from isDescending in Gen.Elements(true, false)
        select new Ordering(terms, new OrderTerm(HeroFields.Id, isDescending));

    private static Gen<OrderTerm> Term =>
        from path in Gen.Elements(Comparable.Keys.ToArray())
        from isDescending in Gen.Elements(true, false)
        select new OrderTerm(path, isDescending);

    private static Gen<Predicate> Leaf => Gen.Frequency(
        (4, Gen.Elements(Comparable.Keys.ToArray()).SelectMany(path => Comparisons(path, Comparable[path]))),
        (2, Gen.Elements(HeroFields.Name, HeroFields.Title, HeroFields.Motto).SelectMany(TextTests)),
        (2, Quantified(HeroFields.Items, Predicates(2, Gen.OneOf(
            Comparisons(HeroFields.Power, Boxed(Gen.Choose(0, 3))), Comparisons(HeroFields.Label, Boxed(Gen.Elements(Texts))), TextTests(HeroFields.Label))))),
        (1, Quantified(HeroFields.ItemLabels, Predicates(2, Gen.OneOf(
            Comparisons(HeroFields.Element, Boxed(Gen.Elements(Texts))), TextTests(HeroFields.Element))))));

    private static Gen<Predicate> Predicates(int depth, Gen<Predicate> leaf)
    {
        if (depth == 0)
            return leaf;
        var inner = Predicates(depth - 1, leaf);
        return Gen.Frequency(
            (3, leaf),
            (1, inner.Select(operand => (Predicate)new Predicate.Not(operand))),
            (2, Operands(inner).Select(operands => (Predicate)new Predicate.And(operands))),
            (2, Operands(inner).Select(operands => (Predicate)new Predicate.Or(operands))));
    }

    private static Gen<ImmutableArray<Predicate>> Operands(Gen<Predicate> inner) =>
        from count in Gen.Choose(0, 3)
        from operands in inner.ArrayOf(count)
        select operands.ToImmutableArray();

    private static Gen<Predicate> Comparisons(FieldPath path, Gen<object?> values)
    {
        var orNull = Gen.Frequency((6, values), (1, Gen.Constant<object?>(null)));
        var comparison =
            from @operator in Gen.Elements(Enum.GetValues<ComparisonOperator>())
            from value in orNull
            select (Predicate)new Predicate.Comparison(path, @operator, value);
        var membership =
            from count in Gen.Choose(0, 3)
            from items in orNull.ArrayOf(count)
            select (Predicate)new Predicate.In(path, [.. items]);
        return Gen.OneOf(comparison, comparison, membership);
    }

    private static Gen<Predicate> TextTests(FieldPath path) =>
        from @operator in Gen.Elements(Enum.GetValues<TextOperator>())
        from part in Gen.Elements(Texts)
        select (Predicate)new Predicate.Text(path, @operator, part);

    private static Gen<Predicate> Quantified(FieldPath path, Gen<Predicate> element) =>
        from quantifier in Gen.Elements(Enum.GetValues<Quantifier>())
        from condition in element
        select (Predicate)new Predicate.Quantified(path, quantifier, condition);

    private static Gen<IReadOnlyList<Hero>> Heroes(int count) =>
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select Make(count, new Random(seed));

    private static IReadOnlyList<Hero> Make(int count, Random random)
    {
        var guilds = Enumerable.Range(1, 3).Select(id => new HeroGuild { Id = id, Motto = OrNull(Text()), Size = random.Next(3) }).ToArray();
        return [.. Enumerable.Range(0, count).Select(id =>
        {
            var guild = OrNull(guilds[random.Next(guilds.Length)]);
            return new Hero
            {
                Id = id,
                Name = Text(),
                Title = OrNull(Text()),
                Level = random.Next(3) == 0 ? null : random.Next(5),
                Gold = random.Next(2) == 0 ? 0 : 5_000_000_000L,
                Score = random.Next(3) == 0 ? null : random.Next(2) == 0 ? 0.1 : -1.5,
                Online = random.Next(2) == 0,
                Verified = random.Next(3) == 0 ? null : random.Next(2) == 0,
                Tag = random.Next(3) == 0 ? null : Guids[random.Next(Guids.Length)],
                Rank = (Rank)random.Next(3),
                Former = random.Next(3) == 0 ? null : (Rank)random.Next(3),
                SeenAt = random.Next(3) == 0 ? null : Epoch.AddHours(random.Next(4)),
                Guild = guild,
                GuildId = guild?.Id,
                Items = [.. Enumerable.Range(0, random.Next(3)).Select(index => new Item
                {
                    Id = (id * 10) + index,
                    HeroId = id,
                    Label = OrNull(Text()),
                    Power = random.Next(3) == 0 ? null : random.Next(4),
                })],
            };
        })];

        string Text() => Texts[random.Next(Texts.Length)];

        T? OrNull<T>(T value)
            where T : class => random.Next(3) == 0 ? null : value;
    }

    private static Gen<object?> Boxed<T>(Gen<T> values) => values.Select(value => (object?)value);
}

/// <summary>Predicates as failing properties show them.</summary>
internal static class PredicateText
{
    public static string Of(Predicate predicate) => predicate switch
    {
        Predicate.And conjunction => $"({string.Join(" and ", conjunction.Operands.Select(Of))})",
        Predicate.Or disjunction => $"({string.Join(" or ", disjunction.Operands.Select(Of))})",
        Predicate.Not negation => $"not {Of(negation.Operand)}",
        Predicate.Comparison comparison => $"{comparison.Path} {comparison.Operator} {comparison.Value ?? "null"}",
        Predicate.In membership => $"{membership.Path} in [{string.Join(", ", membership.Values.Select(value => value ?? "null"))}]",
        Predicate.Text text => $"{text.Path} {text.Operator} '{text.Value}'",
        Predicate.Quantified quantified => $"{quantified.Quantifier} {quantified.Path}: {Of(quantified.Element)}",
        _ => predicate.ToString()!,
    };
}
