using GraphQL.Types;

namespace GraphQL.Comparison;

/// <content>Objects, interfaces, unions, enums and scalars.</content>
public sealed partial class SchemaComparison
{
    private void CompareInterfaces(ComplexType old, ComplexType @new)
    {
        var coordinate = Coordinate(@new.Name);
        foreach (var (before, after) in Pairs<InterfaceType>(old.Interfaces, @new.Interfaces, static type => type.Name))
        {
            if (after is null)
                Add(SchemaChangeKind.InterfaceRemoved, ChangeImpact.Breaking, coordinate, $"\"{@new}\" does not implement \"{before}\" any more.");
            else if (before is null)
                Add(SchemaChangeKind.InterfaceAdded, ChangeImpact.Dangerous, coordinate, $"\"{@new}\" implements \"{after}\" now; clients may not expect it there.");
        }
    }

    private void CompareFields(ComplexType old, ComplexType @new)
    {
        foreach (var (before, after) in Pairs<OutputField>(old.Fields, @new.Fields, static field => field.Name))
        {
            var coordinate = Coordinate(@new.Name, (after ?? before)!.Name);
            if (after is null)
                Add(SchemaChangeKind.FieldRemoved, ChangeImpact.Breaking, coordinate, $"The field \"{coordinate}\" is gone{Deprecated(before!.DeprecationReason)}.");
            else if (before is null)
                Add(SchemaChangeKind.FieldAdded, ChangeImpact.Safe, coordinate, $"The field \"{coordinate}\" is new.");
            else
                Compare(@new, before, after);
        }
    }

    private void Compare(ComplexType type, OutputField old, OutputField @new)
    {
        var coordinate = Coordinate(type.Name, @new.Name);
        CompareDescription(coordinate, old.Description, @new.Description);
        CompareDeprecation(coordinate, old.DeprecationReason, @new.DeprecationReason);
        CompareAppliedDirectives(coordinate, old.AppliedDirectives, @new.AppliedDirectives);
        if (!AreSame(old.Type, @new.Type))
        {
            Add(
                SchemaChangeKind.FieldTypeChanged,
                GivesNoMore(old.Type, @new.Type) ? ChangeImpact.Safe : ChangeImpact.Breaking,
                coordinate,
                $"\"{coordinate}\" is of the type \"{@new.Type}\" and was of \"{old.Type}\".");
        }

        CompareArguments(old.Arguments, @new.Arguments, argument => Coordinate(type.Name, @new.Name, argument), ChangeImpact.Dangerous);
    }

    private void Compare(UnionType old, UnionType @new)
    {
        var coordinate = Coordinate(@new.Name);
        foreach (var (before, after) in Pairs<ObjectType>(old.Types, @new.Types, static type => type.Name))
        {
            if (after is null)
                Add(SchemaChangeKind.UnionMemberRemoved, ChangeImpact.Breaking, coordinate, $"\"{before}\" is no member of \"{@new}\" any more.");
            else if (before is null)
                Add(SchemaChangeKind.UnionMemberAdded, ChangeImpact.Dangerous, coordinate, $"\"{after}\" is a member of \"{@new}\" now; clients may not expect it.");
        }
    }

    private void Compare(EnumType old, EnumType @new)
    {
        foreach (var (before, after) in Pairs<EnumMember>(old.Values, @new.Values, static value => value.Name))
        {
            var coordinate = Coordinate(@new.Name, (after ?? before)!.Name);
            if (after is null)
            {
                Add(SchemaChangeKind.EnumValueRemoved, ChangeImpact.Breaking, coordinate, $"The value \"{coordinate}\" is gone{Deprecated(before!.DeprecationReason)}.");
            }
            else if (before is null)
            {
                Add(SchemaChangeKind.EnumValueAdded, ChangeImpact.Dangerous, coordinate, $"The value \"{coordinate}\" is new; clients may not expect it.");
            }
            else
            {
                CompareDescription(coordinate, before.Description, after.Description);
                CompareDeprecation(coordinate, before.DeprecationReason, after.DeprecationReason);
                CompareAppliedDirectives(coordinate, before.AppliedDirectives, after.AppliedDirectives);
            }
        }
    }

    private void Compare(ScalarType old, ScalarType @new)
    {
        if (old.SpecifiedByUrl != @new.SpecifiedByUrl)
        {
            Add(
                SchemaChangeKind.SpecifiedByChanged,
                ChangeImpact.Dangerous,
                Coordinate(@new.Name),
                $"\"{@new}\" is specified by \"{@new.SpecifiedByUrl ?? "nothing"}\" and was by \"{old.SpecifiedByUrl ?? "nothing"}\".");
        }
    }

    /// <summary>True when what the new type gives could have come from the old one too: it may only promise more.</summary>
    private static bool GivesNoMore(SchemaType old, SchemaType @new) => (old, @new) switch
    {
        (NonNullType before, NonNullType after) => GivesNoMore(before.InnerType, after.InnerType),
        (NonNullType, _) => false,
        (_, NonNullType after) => GivesNoMore(old, after.InnerType),
        (ListType before, ListType after) => GivesNoMore(before.ElementType, after.ElementType),
        (NamedType before, NamedType after) => before.Name == after.Name,
        _ => false,
    };

    private static bool AreSame(SchemaType first, SchemaType second) => first.ToString() == second.ToString();

    private static string Deprecated(string? reason) => reason is null ? "" : "; it was deprecated";
}
