using GraphQL.Execution;

namespace GraphQL.Types;

/// <summary>Fields that types have without defining them; September 2025, section "Schema Introspection". Shared by all schemas.</summary>
public static class MetaFields
{
    /// <summary><c>__schema</c>, on the query type.</summary>
    public static OutputField Schema { get; } = new()
    {
        Name = "__schema",
        Description = "The type system of this server.",
        Type = new NonNullType(IntrospectionTypes.Schema),
        Resolver = new FieldResolver.Synchronous(static context => context.Schema),
    };

    /// <summary><c>__type(name:)</c>, on the query type.</summary>
    public static OutputField Type { get; } = new()
    {
        Name = "__type",
        Description = "One type of this server.",
        Type = IntrospectionTypes.Type,
        Arguments = [new InputValue { Name = "name", Description = "The type's name.", Type = new NonNullType(SpecifiedScalars.String) }],
        Resolver = new FieldResolver.Synchronous(static context => context.Schema.FindType((string)context.Argument("name")!)),
    };

    /// <summary><c>__typename</c>, on every object, interface and union.</summary>
    public static OutputField TypeName { get; } = new()
    {
        Name = "__typename",
        Description = "The name of the object's type.",
        Type = new NonNullType(SpecifiedScalars.String),
        Resolver = new FieldResolver.Synchronous(static context => context.ParentType.Name),
    };

    /// <summary>The meta field of that name on a type of a schema; null when there is none.</summary>
    public static OutputField? Find(Schema schema, NamedType parentType, string name) => name switch
    {
        "__typename" when parentType.IsComposite => TypeName,
        "__schema" when ReferenceEquals(parentType, schema.QueryType) => Schema,
        "__type" when ReferenceEquals(parentType, schema.QueryType) => Type,
        _ => null,
    };
}
