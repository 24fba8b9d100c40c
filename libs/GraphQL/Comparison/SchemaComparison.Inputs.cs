using System.Collections.Immutable;
using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Comparison;

/// <content>Arguments and input objects.</content>
public sealed partial class SchemaComparison
{
    private void Compare(InputObjectType old, InputObjectType @new)
    {
        if (old.IsOneOf != @new.IsOneOf)
        {
            Add(
                SchemaChangeKind.OneOfChanged,
                @new.IsOneOf ? ChangeImpact.Breaking : ChangeImpact.Safe,
                Coordinate(@new.Name),
                @new.IsOneOf ? $"Of \"{@new}\" exactly one field must be given now." : $"Of \"{@new}\" any fields may be given now.");
        }

        foreach (var (before, after) in Pairs<InputValue>(old.Fields, @new.Fields, static field => field.Name))
        {
            var coordinate = Coordinate(@new.Name, (after ?? before)!.Name);
            if (after is null)
                Add(SchemaChangeKind.InputFieldRemoved, ChangeImpact.Breaking, coordinate, $"The input field \"{coordinate}\" is gone{Deprecated(before!.DeprecationReason)}.");
            else if (before is null)
                Add(SchemaChangeKind.InputFieldAdded, after.IsRequired ? ChangeImpact.Breaking : ChangeImpact.Dangerous, coordinate, New("input field", coordinate, after));
            else
                Compare(coordinate, before, after, SchemaChangeKind.InputFieldTypeChanged, SchemaChangeKind.InputFieldDefaultChanged);
        }
    }

    private void CompareArguments(
        ImmutableArray<InputValue> old, ImmutableArray<InputValue> @new, Func<string, SchemaCoordinate> locate, ChangeImpact optional)
    {
        foreach (var (before, after) in Pairs<InputValue>(old, @new, static argument => argument.Name))
        {
            var coordinate = locate((after ?? before)!.Name);
            if (after is null)
                Add(SchemaChangeKind.ArgumentRemoved, ChangeImpact.Breaking, coordinate, $"The argument \"{coordinate}\" is gone{Deprecated(before!.DeprecationReason)}.");
            else if (before is null)
                Add(SchemaChangeKind.ArgumentAdded, after.IsRequired ? ChangeImpact.Breaking : optional, coordinate, New("argument", coordinate, after));
            else
                Compare(coordinate, before, after, SchemaChangeKind.ArgumentTypeChanged, SchemaChangeKind.ArgumentDefaultChanged);
        }
    }

    private void Compare(SchemaCoordinate coordinate, InputValue old, InputValue @new, SchemaChangeKind typeChanged, SchemaChangeKind defaultChanged)
    {
        CompareDescription(coordinate, old.Description, @new.Description);
        CompareDeprecation(coordinate, old.DeprecationReason, @new.DeprecationReason);
        CompareAppliedDirectives(coordinate, old.AppliedDirectives, @new.AppliedDirectives);
        if (!AreSame(old.Type, @new.Type))
        {
            Add(
                typeChanged,
                TakesNoLess(old.Type, @new.Type) ? ChangeImpact.Safe : ChangeImpact.Breaking,
                coordinate,
                $"\"{coordinate}\" takes the type \"{@new.Type}\" and took \"{old.Type}\".");
        }

        if (old.DefaultValue is null && @new.DefaultValue is null)
            return;
        var (before, after) = (Text(old.DefaultValue), Text(@new.DefaultValue));
        if (before == after)
            return;
        Add(
            defaultChanged,
            @new.IsRequired ? ChangeImpact.Breaking : ChangeImpact.Dangerous,
            coordinate,
            @new.IsRequired ? $"\"{coordinate}\" must be given: its default \"{before}\" is gone."
                : after is null ? $"The default of \"{coordinate}\" is gone; it was \"{before}\"."
                : before is null ? $"\"{coordinate}\" defaults to \"{after}\" now, where clients leave it out."
                : $"\"{coordinate}\" defaults to \"{after}\" and not to \"{before}\" any more.");
    }

    /// <summary>True when the new type takes every value that the old one took.</summary>
    private static bool TakesNoLess(SchemaType old, SchemaType @new) => (old, @new) switch
    {
        (NonNullType before, NonNullType after) => TakesNoLess(before.InnerType, after.InnerType),
        (NonNullType before, _) => TakesNoLess(before.InnerType, @new),
        (_, NonNullType) => false,
        (ListType before, ListType after) => TakesNoLess(before.ElementType, after.ElementType),
        (NamedType before, NamedType after) => before.Name == after.Name,
        _ => false,
    };

    private static string New(string what, SchemaCoordinate coordinate, InputValue value) => value.IsRequired
        ? $"The {what} \"{coordinate}\" is new, and must be given."
        : $"The {what} \"{coordinate}\" is new; clients may leave it out{(value.DefaultValue is null ? "" : ", and then its default holds")}.";

    /// <summary>A constant with the fields of its objects in one order, since that says nothing.</summary>
    private static string? Text(Value? value) => value switch
    {
        null => null,
        ObjectValue @object => $"{{{string.Join(", ", @object.Fields.OrderBy(static field => field.Name.Value, StringComparer.Ordinal)
            .Select(static field => $"{field.Name}: {Text(field.Value)}"))}}}",
        ListValue list => $"[{string.Join(", ", list.Items.Select(Text))}]",
        StringValue text => SyntaxPrinter.Print(new StringValue { Text = text.Text }),
        _ => SyntaxPrinter.Print(value),
    };
}
