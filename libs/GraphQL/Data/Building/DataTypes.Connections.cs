using System.Collections.Immutable;
using System.Reflection;
using GraphQL.Execution;
using GraphQL.Types;

namespace GraphQL.Data;

/// <content>The object types of pages and segments.</content>
internal sealed partial class DataTypes
{
    /// <summary>The type of pages of rows.</summary>
    public ObjectType Connection(Type row, UsePagingAttribute paging)
    {
        var node = _types.Output(AnnotatedType.Of(row).With(isNullable: false));
        var noun = Nouns.Plural(node.Named.Name);
        var name = paging.ConnectionName ?? node.Named.Name;
        var connection = typeof(Connection<>).MakeGenericType(row);
        var edge = typeof(Edge<>).MakeGenericType(row);
        ClaimPages($"{name}Connection", row, paging.IncludeTotalCount, nameof(UsePagingAttribute.ConnectionName));
        return _types.GetOrAdd($"{name}Connection", () =>
        {
            var edgeType = _types.GetOrAdd($"{name}Edge", () => new ObjectType
            {
                Name = $"{name}Edge",
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
                Name = $"{name}Connection",
                Description = Describe($"A page of {noun}", paging.IncludeTotalCount),
                RuntimeType = connection,
                Fields =
                [
                    Field(connection, nameof(Connection<>.Edges), ListOf(new NonNullType(edgeType)), description: null),
                    Field(connection, nameof(Connection<>.Nodes), ListOf(node), description: null),
                    Field(connection, nameof(Connection<>.PageInfo), _types.Output(typeof(PageInfo)), description: null),
                    .. TotalCount(connection, paging.IncludeTotalCount, "Of all pages."),
                ],
            };
        });
    }

    /// <summary>The type of segments of rows.</summary>
    public ObjectType Segment(Type row, UseOffsetPagingAttribute paging)
    {
        var item = _types.Output(AnnotatedType.Of(row).With(isNullable: false));
        var name = $"{paging.CollectionSegmentName ?? item.Named.Name}CollectionSegment";
        var segment = typeof(CollectionSegment<>).MakeGenericType(row);
        ClaimPages(name, row, paging.IncludeTotalCount, nameof(UseOffsetPagingAttribute.CollectionSegmentName));
        return _types.GetOrAdd(name, () => new ObjectType
        {
            Name = name,
            Description = Describe($"A part of a list of {Nouns.Plural(item.Named.Name)}", paging.IncludeTotalCount),
            RuntimeType = segment,
            Fields =
            [
                Field(segment, nameof(CollectionSegment<>.Items), ListOf(item), description: null),
                Field(segment, nameof(CollectionSegment<>.PageInfo), _types.Output(typeof(CollectionSegmentInfo)), description: null),
                .. TotalCount(segment, paging.IncludeTotalCount, "Of the whole list."),
            ],
        });
    }

    private void ClaimPages(string name, Type row, bool hasTotal, string property)
    {
        if (!_pages.TryAdd(name, (row, hasTotal)) && _pages[name] != (row, hasTotal))
            throw new SchemaBuildException($"There is another {name}, of other rows or with another IncludeTotalCount; tell them apart by {property}.");
    }

    private static string Describe(string what, bool hasTotal) => hasTotal ? $"{what}; `totalCount` is counted only when selected." : $"{what}.";

    private ImmutableArray<OutputField> TotalCount(Type owner, bool isIncluded, string description) =>
        isIncluded ? [Field(owner, nameof(Connection<>.TotalCount), _types.Output(typeof(int)), description)] : [];

    private static NonNullType ListOf(SchemaType element) => new(new ListType(element));

    private static OutputField Field(Type owner, string property, SchemaType type, string? description) => new()
    {
        Name = NamingConventions.Camel(property),
        Description = description,
        Type = type,
        Resolver = new FieldResolver.Property(owner.GetProperty(property, BindingFlags.Public | BindingFlags.Instance)!),
    };
}
