using System.Collections.Immutable;
using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Validation.Rules;

/// <content>Two fields of one response name.</content>
internal sealed partial class OverlappingFieldsCanBeMerged
{
    private void Compare(
        List<FieldConflict> conflicts,
        string responseName,
        SelectedField first,
        SelectedField second,
        (FragmentScope? First, FragmentScope? Second) scopes,
        bool exclusive)
    {
        Count(1);
        if (first.IsSameLeaf(second))
            return;

        // No object is of two object types at once, so the fields never meet; yet a client must know what shape to expect.
        exclusive |= first.Parent is ObjectType && second.Parent is ObjectType && !ReferenceEquals(first.Parent, second.Parent);
        if (FindDifference(first, second, scopes, exclusive) is { } reason)
        {
            conflicts.Add(new FieldConflict(responseName, reason, [first.Node], [second.Node]));
            return;
        }

        if (first.Node.SelectionSet is not { } firstSet || second.Node.SelectionSet is not { } secondSet)
            return;
        var below = CompareSelections(
            (first.Definition?.Type.Named, firstSet, scopes.First), (second.Definition?.Type.Named, secondSet, scopes.Second), exclusive);
        if (below.Count > 0)
            conflicts.Add(FieldConflict.Above(responseName, first.Node, second.Node, below));
    }

    private string? FindDifference(
        SelectedField first, SelectedField second, (FragmentScope? First, FragmentScope? Second) scopes, bool exclusive)
    {
        if (!exclusive)
        {
            if (first.Node.Name.Value != second.Node.Name.Value)
                return $"\"{LiteralText.Cut(first.Node.Name.Value)}\" and \"{LiteralText.Cut(second.Node.Name.Value)}\" are different fields";
            if (!AreSame(first.Node.Arguments, second.Node.Arguments, scopes))
                return "their arguments differ";
        }

        if (first.IsStreamed || second.IsStreamed)
            return "a list that is streamed can be selected only once";
        return first.Definition?.Type is { } type && second.Definition?.Type is { } other && HaveDifferentShapes(type, other)
            ? $"they are of the types \"{type}\" and \"{other}\""
            : null;
    }

    private static bool HaveDifferentShapes(SchemaType first, SchemaType second) => (first, second) switch
    {
        (ListType list, ListType other) => HaveDifferentShapes(list.ElementType, other.ElementType),
        (NonNullType nonNull, NonNullType other) => HaveDifferentShapes(nonNull.InnerType, other.InnerType),
        (NamedType type, NamedType other) => (type.IsLeaf || other.IsLeaf) && !ReferenceEquals(type, other),
        _ => true,
    };

    private bool AreSame(
        ImmutableArray<Argument> first, ImmutableArray<Argument> second, (FragmentScope? First, FragmentScope? Second) scopes)
    {
        if (first.Length != second.Length)
            return false;
        for (var i = 0; i < first.Length; i++)
        {
            Count(1);
            var argument = first[i];
            var other = second[i];
            if (other.Name.Value != argument.Name.Value)
            {
                Count(second.Length);
                other = second.FirstOrDefault(candidate => candidate.Name.Value == argument.Name.Value);
            }

            if (other is null || !AreSame(argument.Value, other.Value, scopes))
                return false;
        }

        return true;
    }

    private bool AreSame(Value first, Value second, (FragmentScope? First, FragmentScope? Second) scopes)
    {
        Count(1);
        return (first, second) switch
        {
            (Variable a, Variable b) => a.Name.Value == b.Name.Value && HasOneMeaning(a.Name.Value, scopes),
            (IntValue a, IntValue b) => a.Text == b.Text,
            (FloatValue a, FloatValue b) => a.Text == b.Text,
            (StringValue a, StringValue b) => a.Text == b.Text && a.Block == b.Block,
            (BooleanValue a, BooleanValue b) => a.Value == b.Value,
            (EnumValue a, EnumValue b) => a.Text == b.Text,
            (NullValue, NullValue) => true,
            (ListValue a, ListValue b) => a.Items.Length == b.Items.Length && a.Items.Zip(b.Items).All(pair => AreSame(pair.First, pair.Second, scopes)),
            (ObjectValue a, ObjectValue b) => a.Fields.Length == b.Fields.Length
                && ByName(a).Zip(ByName(b)).All(pair => pair.First.Name.Value == pair.Second.Name.Value && AreSame(pair.First.Value, pair.Second.Value, scopes)),
            _ => false,
        };
    }

    /// <summary>True when a name is the same variable on both sides: in one scope, or of the operation.</summary>
    private static bool HasOneMeaning(string variable, (FragmentScope? First, FragmentScope? Second) scopes) =>
        ReferenceEquals(scopes.First, scopes.Second)
        || !(scopes.First?.Defines(variable) ?? false) && !(scopes.Second?.Defines(variable) ?? false);

    private static IEnumerable<ObjectField> ByName(ObjectValue value) =>
        value.Fields.OrderBy(static field => field.Name.Value, StringComparer.Ordinal);
}
