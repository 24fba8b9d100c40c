using System.Collections.Immutable;
using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Execution;

/// <summary>A variable of an operation.</summary>
internal sealed class VariablePlan
{
    public VariablePlan(OperationPlan operation, VariableDefinition definition)
    {
        Definition = definition;
        Name = definition.Variable.Name.Value;
        Type = Resolve(operation.Schema, definition.Type);
        if (definition.DefaultValue is not { } literal)
            return;
        DefaultViolations = Violations(operation, literal);
        if (!DefaultViolations.IsEmpty)
            return;
        try
        {
            Default = LiteralCoercion.Coerce(Type, literal, VariableValues.None);
        }
        catch (CoercionException exception)
        {
            // Only an application's own conversion finds this; it concerns the requests that need the default.
            DefaultFault = exception.Message;
        }
    }

    public VariableDefinition Definition { get; }

    public string Name { get; }

    public SchemaType Type { get; }

    public bool HasDefault => Definition.DefaultValue is not null;

    public object? Default { get; }

    /// <summary>Why the default cannot be used; null when it can.</summary>
    public string? DefaultFault { get; }

    /// <summary>Rules that the default breaks; they concern the requests that need it.</summary>
    public ImmutableArray<GraphQLError> DefaultViolations { get; } = [];

    private ImmutableArray<GraphQLError> Violations(OperationPlan operation, Value literal)
    {
        var errors = ImmutableArray.CreateBuilder<GraphQLError>();
        var input = new InputValue { Name = Name, Type = Type };
        LiteralConstraints.Check(Name, input, $"${Name}", literal, VariableValues.None, (coordinate, path, reason) =>
        {
            if (errors.Count < InputErrors.Maximum)
                errors.Add(InputErrors.Violation($"default of the variable \"{Name}\"", coordinate, path, reason, operation.LocationOf(literal)));
        });
        return errors.ToImmutable();
    }

    private static SchemaType Resolve(Schema schema, TypeReference reference) => reference switch
    {
        NonNullTypeReference nonNull => new NonNullType(Resolve(schema, nonNull.Type)),
        ListTypeReference list => new ListType(Resolve(schema, list.Type)),
        NamedTypeReference named => schema.FindType(named.Name.Value)
            ?? throw new InvalidOperationException($"There is no type {named.Name.Value}: the document was not validated."),
        _ => throw new InvalidOperationException($"{reference.Kind} is no type."),
    };
}
