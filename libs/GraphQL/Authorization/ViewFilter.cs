using System.Collections.Immutable;
using GraphQL.Types;

namespace GraphQL.Authorization;

/// <summary>
/// Finds what of a schema callers with certain roles do not see. Hiding spreads until what is left is a valid schema again: a field goes with its
/// type, a type with its last field, an interface's field with that of any type implementing it, an input with what it requires.
/// </summary>
internal sealed class ViewFilter
{
    private readonly Schema _schema;
    private readonly Func<AuthorizationRule, bool> _hasRole;
    private readonly HashSet<object> _hidden = new(ReferenceEqualityComparer.Instance);

    private ViewFilter(Schema schema, Func<AuthorizationRule, bool> hasRole)
    {
        _schema = schema;
        _hasRole = hasRole;
    }

    /// <summary>Types, fields, arguments and input fields, all by reference.</summary>
    /// <param name="schema">The whole schema.</param>
    /// <param name="hasRole">Whether callers have one of the roles of a rule.</param>
    public static HashSet<object> Hidden(Schema schema, Func<AuthorizationRule, bool> hasRole)
    {
        var filter = new ViewFilter(schema, hasRole);
        int before;
        do
        {
            before = filter._hidden.Count;
            foreach (var type in schema.Types)
                filter.Visit(type);
        }
        while (filter._hidden.Count > before);
        return filter._hidden;
    }

    private void Visit(NamedType type)
    {
        switch (type)
        {
            case ComplexType complex:
                foreach (var field in complex.Fields)
                    HideIf(IsHidden(complex, field), field);
                HideIf(!complex.Fields.IsEmpty && AreHidden(complex.Fields), complex);
                if (type is InterfaceType)
                    HideIf(!_schema.PossibleTypes(type).IsEmpty && AreHidden(_schema.PossibleTypes(type)), type);
                break;
            case UnionType union:
                HideIf(!union.Types.IsEmpty && AreHidden(union.Types), union);
                break;
            case InputObjectType input:
                foreach (var field in input.Fields)
                    HideIf(IsHidden(field), field);
                HideIf(!input.Fields.IsEmpty && (AreHidden(input.Fields) || LacksRequired(input.Fields)), input);
                break;
        }
    }

    private bool IsHidden(ComplexType type, OutputField field)
    {
        foreach (var argument in field.Arguments)
            HideIf(IsHidden(argument) || Counterparts(type, field.Name).Any(other => other.FindArgument(argument.Name) is { } same && _hidden.Contains(same)), argument);
        return !field.Authorization.All(_hasRole)
            || _hidden.Contains(field.Type.Named)
            || LacksRequired(field.Arguments)
            || (type is InterfaceType @interface && Implementations(@interface).Any(item => item.FindField(field.Name) is { } other && _hidden.Contains(other)));
    }

    /// <summary>Fields of the same name up and down the line of interfaces, which take the same arguments.</summary>
    private IEnumerable<OutputField> Counterparts(ComplexType type, string fieldName) =>
        type.Interfaces.Concat(type is InterfaceType @interface ? Implementations(@interface) : [])
            .Select(other => other.FindField(fieldName)).OfType<OutputField>();

    private bool IsHidden(InputValue input) => !input.Authorization.All(_hasRole) || _hidden.Contains(input.Type.Named);

    private bool LacksRequired(ImmutableArray<InputValue> inputs) => inputs.Any(input => input.IsRequired && _hidden.Contains(input));

    private IEnumerable<ComplexType> Implementations(InterfaceType @interface) =>
        _schema.Types.OfType<ComplexType>().Where(type => type.Interfaces.Contains(@interface) && !_hidden.Contains(type));

    private bool AreHidden<T>(ImmutableArray<T> members)
        where T : class => members.All(_hidden.Contains);

    private void HideIf(bool condition, object member)
    {
        if (condition)
            _hidden.Add(member);
    }
}
