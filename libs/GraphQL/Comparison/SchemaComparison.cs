using System.Collections.Immutable;
using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Comparison;

/// <summary>
/// Finds what changed between two schemas, and what each change does to clients. Agrees with the reference implementation's
/// <c>findSchemaChanges</c> and with graphql-inspector; where these two differ, the more careful one is followed.
/// </summary>
public sealed partial class SchemaComparison
{
    private readonly ImmutableArray<SchemaChange>.Builder _changes = ImmutableArray.CreateBuilder<SchemaChange>();

    private SchemaComparison()
    {
    }

    /// <summary>All changes; empty when the schemas differ in nothing but the order of their definitions.</summary>
    /// <param name="old">What clients know.</param>
    /// <param name="new">What they will meet.</param>
    public static ImmutableArray<SchemaChange> Compare(Schema old, Schema @new)
    {
        var comparison = new SchemaComparison();
        comparison.CompareRoots(old, @new);
        comparison.CompareDirectives(old, @new);
        comparison.CompareTypes(old, @new);
        return comparison._changes.ToImmutable();
    }

    private void CompareRoots(Schema old, Schema @new)
    {
        CompareDescription(null, old.Description, @new.Description);
        CompareAppliedDirectives(null, old.AppliedDirectives, @new.AppliedDirectives);
        foreach (var operation in Enum.GetValues<OperationType>())
        {
            var (before, after) = (old.RootType(operation)?.Name, @new.RootType(operation)?.Name);
            if (before == after)
                continue;
            var what = operation switch
            {
                OperationType.Query => "Queries",
                OperationType.Mutation => "Mutations",
                _ => "Subscriptions",
            };
            Add(
                SchemaChangeKind.RootTypeChanged,
                before is null ? ChangeImpact.Safe : ChangeImpact.Breaking,
                null,
                before is null ? $"{what} start at \"{after}\"; there were none."
                    : after is null ? $"{what} are gone."
                    : $"{what} start at \"{after}\" and not at \"{before}\" any more.");
        }
    }

    private void CompareTypes(Schema old, Schema @new)
    {
        foreach (var (before, after) in Pairs(Own(old), Own(@new), static type => type.Name))
        {
            if (after is null)
                Add(SchemaChangeKind.TypeRemoved, ChangeImpact.Breaking, Coordinate(before!.Name), $"The type \"{before}\" is gone.");
            else if (before is null)
                Add(SchemaChangeKind.TypeAdded, ChangeImpact.Safe, Coordinate(after.Name), $"The type \"{after}\" is new.");
            else
                Compare(before, after);
        }
    }

    private void Compare(NamedType old, NamedType @new)
    {
        var coordinate = Coordinate(@new.Name);
        CompareDescription(coordinate, old.Description, @new.Description);
        if (old.GetType() != @new.GetType() && (old, @new) is not (ScalarType, ScalarType))
        {
            Add(SchemaChangeKind.TypeKindChanged, ChangeImpact.Breaking, coordinate, $"\"{@new}\" is {KindOf(@new)} and was {KindOf(old)}.");
            return;
        }

        CompareAppliedDirectives(coordinate, old.AppliedDirectives, @new.AppliedDirectives);
        switch (old, @new)
        {
            case (ComplexType before, ComplexType after):
                CompareInterfaces(before, after);
                CompareFields(before, after);
                break;
            case (InputObjectType before, InputObjectType after):
                Compare(before, after);
                break;
            case (EnumType before, EnumType after):
                Compare(before, after);
                break;
            case (UnionType before, UnionType after):
                Compare(before, after);
                break;
            case (ScalarType before, ScalarType after):
                Compare(before, after);
                break;
        }
    }

    /// <summary>The types that the schema adds to what every schema has.</summary>
    private static IEnumerable<NamedType> Own(Schema schema) =>
        schema.Types.Where(static type => SpecifiedScalars.Find(type.Name) is null && IntrospectionTypes.Find(type.Name) is null);

    /// <summary>Things of both sides by name: those of the old one first, in its order, then what is new.</summary>
    private static IEnumerable<(T? Old, T? New)> Pairs<T>(IEnumerable<T> old, IEnumerable<T> @new, Func<T, string> name)
        where T : class
    {
        var after = new Dictionary<string, T>();
        foreach (var item in @new)
            after.TryAdd(name(item), item);
        foreach (var item in old)
            yield return (item, after.Remove(name(item), out var same) ? same : null);
        foreach (var item in after.Values)
            yield return (null, item);
    }

    private static string KindOf(NamedType type) => type switch
    {
        ObjectType => "an object",
        InterfaceType => "an interface",
        UnionType => "a union",
        EnumType => "an enum",
        InputObjectType => "an input object",
        _ => "a scalar",
    };

    private static SchemaCoordinate Coordinate(string type, string? member = null, string? argument = null) =>
        new() { IsDirective = false, Name = type, Member = member, Argument = argument };

    private static SchemaCoordinate DirectiveCoordinate(string directive, string? argument = null) =>
        new() { IsDirective = true, Name = directive, Argument = argument };

    private void Add(SchemaChangeKind kind, ChangeImpact impact, SchemaCoordinate? coordinate, string message) =>
        _changes.Add(new SchemaChange(kind, impact, coordinate, message));
}
