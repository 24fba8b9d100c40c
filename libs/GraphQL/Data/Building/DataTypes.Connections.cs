using System.Reflection;
using GraphQL.Execution;
using GraphQL.Types;

namespace GraphQL.Data;

/// <content>The object types of connections.</content>
internal sealed partial class DataTypes
{
    /// <summary>The type of pages of rows.</summary>
    public ObjectType Connection(Type row)
    {
        var node = _types.Output(AnnotatedType.Of(row).With(isNullable: false));
        var noun = Nouns.Plural(node.Named.Name);
        var connection = typeof(Connection<>).MakeGenericType(row);
        var edge = typeof(Edge<>).MakeGenericType(row);
        return _types.GetOrAdd($"{node.Named.Name}Connection", () =>
        {
            var edgeType = _types.GetOrAdd($"{node.Named.Name}Edge", () => new ObjectType
            {
                Name = $"{node.Named.Name}Edge",
                Description = $"One of a page of {noun}.",
                RuntimeType = edge,
                Fields =
                [
                    Field(edge, nameof(Edge<>.Cursor), _types.Output(typeof(string)), "Its place, for `after` and `before`."),
                    Field(edge, nameof(Edge<>.Node), node, description: null),
                ],
            });
            return new ObjectType
            {
                Name = $"{node.Named.Name}Connection",
                Description = $"A page of {noun}; `totalCount` is counted only when selected.",
                RuntimeType = connection,
                Fields =
                [
                    Field(connection, nameof(Connection<>.Edges), ListOf(new NonNullType(edgeType)), description: null),
                    Field(connection, nameof(Connection<>.Nodes), ListOf(node), description: null),
                    Field(connection, nameof(Connection<>.PageInfo), _types.Output(typeof(PageInfo)), description: null),
                    Field(connection, nameof(Connection<>.TotalCount), _types.Output(typeof(int)), "Of all pages."),
                ],
            };
        });
    }

    private static NonNullType ListOf(SchemaType element) => new(new ListType(element));

    private static OutputField Field(Type owner, string property, SchemaType type, string? description) => new()
    {
        Name = NamingConventions.Camel(property),
        Description = description,
        Type = type,
        Resolver = new FieldResolver.Property(owner.GetProperty(property, BindingFlags.Public | BindingFlags.Instance)!),
    };
}
