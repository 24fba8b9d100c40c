using System.Collections;
using GraphQL.Execution;
using GraphQL.Language;
using GraphQL.Types;
using Xunit;

namespace GraphQL.Tests.Types;

public sealed class IntrospectionTypesTests
{
    /// <summary>Names, types and arguments as the specification has them, September 2025, section "Schema Introspection Schema".</summary>
    private const string Specified = """
        __Schema.description: String
        __Schema.types: [__Type!]!
        __Schema.queryType: __Type!
        __Schema.mutationType: __Type
        __Schema.subscriptionType: __Type
        __Schema.directives: [__Directive!]!
        __Type.kind: __TypeKind!
        __Type.name: String
        __Type.description: String
        __Type.specifiedByURL: String
        __Type.fields(includeDeprecated: Boolean! = false): [__Field!]
        __Type.interfaces: [__Type!]
        __Type.possibleTypes: [__Type!]
        __Type.enumValues(includeDeprecated: Boolean! = false): [__EnumValue!]
        __Type.inputFields(includeDeprecated: Boolean! = false): [__InputValue!]
        __Type.ofType: __Type
        __Type.isOneOf: Boolean
        __Field.name: String!
        __Field.description: String
        __Field.args(includeDeprecated: Boolean! = false): [__InputValue!]!
        __Field.type: __Type!
        __Field.isDeprecated: Boolean!
        __Field.deprecationReason: String
        __InputValue.name: String!
        __InputValue.description: String
        __InputValue.type: __Type!
        __InputValue.defaultValue: String
        __InputValue.isDeprecated: Boolean!
        __InputValue.deprecationReason: String
        __EnumValue.name: String!
        __EnumValue.description: String
        __EnumValue.isDeprecated: Boolean!
        __EnumValue.deprecationReason: String
        __Directive.name: String!
        __Directive.description: String
        __Directive.isRepeatable: Boolean!
        __Directive.locations: [__DirectiveLocation!]!
        __Directive.args(includeDeprecated: Boolean! = false): [__InputValue!]!
        __schema: __Schema!
        __type(name: String!): __Type
        __typename: String!
        """;

    private static readonly Schema Schema = SchemaFromDocument.Build(Parser.ParseDocument("""
        "What it is for."
        schema { query: Query }
        interface Named { name: String old: String @deprecated }
        type Query implements Named { name: String old: String @deprecated(reason: "Use name.") find(by: Key, limit: Int = 5, was: Int @deprecated): [Named!]! }
        union Any = Query
        enum Size { SMALL LARGE @deprecated }
        input Key @oneOf { id: ID name: String }
        input Range { from: Int = 1 was: Int @deprecated }
        scalar Url @specifiedBy(url: "https://url.spec.whatwg.org/")
        """));

    [Fact]
    public void The_types_are_those_of_the_specification()
    {
        var fields = IntrospectionTypes.All.OfType<ObjectType>().SelectMany(type => type.Fields.Select(field => $"{type.Name}.{Describe(field)}"));
        var metaFields = new[] { MetaFields.Schema, MetaFields.Type, MetaFields.TypeName }.Select(Describe);
        Assert.Equal(Specified.ReplaceLineEndings("\n").Split('\n').Order(), fields.Concat(metaFields).Order());
        Assert.Equal(
            ["SCALAR", "OBJECT", "INTERFACE", "UNION", "ENUM", "INPUT_OBJECT", "LIST", "NON_NULL"],
            IntrospectionTypes.TypeKind.Values.Select(value => value.Name));
        Assert.Equal(19, IntrospectionTypes.DirectiveLocation.Values.Length);
        Assert.All(IntrospectionTypes.All, type => Assert.Same(type, IntrospectionTypes.Find(type.Name)));
    }

    [Theory]
    [InlineData("Query", "OBJECT", "find name", "Named", null)]
    [InlineData("Named", "INTERFACE", "name", "", "Query")]
    [InlineData("Any", "UNION", null, null, "Query")]
    [InlineData("Size", "ENUM", null, null, null)]
    [InlineData("Url", "SCALAR", null, null, null)]
    [InlineData("Key", "INPUT_OBJECT", null, null, null)]
    public void A_type_tells_what_its_kind_has(string name, string kind, string? fields, string? interfaces, string? possibleTypes)
    {
        var type = Schema.FindType(name)!;
        Assert.Equal(kind, Resolve(IntrospectionTypes.Type, "kind", type));
        Assert.Equal(name, Resolve(IntrospectionTypes.Type, "name", type));
        Assert.Equal(fields, Names(Resolve(IntrospectionTypes.Type, "fields", type)));
        Assert.Equal(interfaces, Names(Resolve(IntrospectionTypes.Type, "interfaces", type)));
        Assert.Equal(possibleTypes, Names(Resolve(IntrospectionTypes.Type, "possibleTypes", type)));
        Assert.Equal(name == "Url" ? "https://url.spec.whatwg.org/" : null, Resolve(IntrospectionTypes.Type, "specifiedByURL", type));
        Assert.Equal(name == "Key" ? true : null, Resolve(IntrospectionTypes.Type, "isOneOf", type));
        Assert.Null(Resolve(IntrospectionTypes.Type, "ofType", type));
    }

    [Fact]
    public void Lists_and_non_nulls_tell_what_they_are_of()
    {
        var type = ((ComplexType)Schema.FindType("Query")!).FindField("find")!.Type;
        var kinds = new List<object?>();
        for (object? current = type; current is not null; current = Resolve(IntrospectionTypes.Type, "ofType", current))
            kinds.Add(Resolve(IntrospectionTypes.Type, "kind", current));
        Assert.Equal(["NON_NULL", "LIST", "NON_NULL", "INTERFACE"], kinds);
        Assert.Null(Resolve(IntrospectionTypes.Type, "name", type));
    }

    [Fact]
    public void Deprecated_ones_are_listed_only_when_asked_for()
    {
        var query = (ObjectType)Schema.FindType("Query")!;
        Assert.Equal("find name", Names(Resolve(IntrospectionTypes.Type, "fields", query)));
        Assert.Equal("find name old", Names(Resolve(IntrospectionTypes.Type, "fields", query, includeDeprecated: true)));
        Assert.Equal("by limit", Names(Resolve(IntrospectionTypes.Field, "args", query.FindField("find")!)));
        Assert.Equal("by limit was", Names(Resolve(IntrospectionTypes.Field, "args", query.FindField("find")!, includeDeprecated: true)));
        Assert.Equal("SMALL", Names(Resolve(IntrospectionTypes.Type, "enumValues", Schema.FindType("Size")!)));
        Assert.Equal("from", Names(Resolve(IntrospectionTypes.Type, "inputFields", Schema.FindType("Range")!)));

        Assert.Equal(true, Resolve(IntrospectionTypes.Field, "isDeprecated", query.FindField("old")!));
        Assert.Equal("Use name.", Resolve(IntrospectionTypes.Field, "deprecationReason", query.FindField("old")!));
        Assert.Equal(SpecifiedDirectives.DefaultDeprecationReason, Resolve(IntrospectionTypes.Field, "deprecationReason", ((ComplexType)Schema.FindType("Named")!).FindField("old")!));
        Assert.Equal(false, Resolve(IntrospectionTypes.Field, "isDeprecated", query.FindField("name")!));
    }

    [Fact]
    public void Meta_fields_are_found_where_they_are()
    {
        var (query, named) = (Schema.QueryType!, Schema.FindType("Named")!);
        Assert.Same(MetaFields.Schema, Schema.FindField(query, "__schema"));
        Assert.Same(MetaFields.Type, Schema.FindField(query, "__type"));
        Assert.Same(MetaFields.TypeName, Schema.FindField(named, "__typename"));
        Assert.Same(MetaFields.TypeName, Schema.FindField(Schema.FindType("Any")!, "__typename"));
        Assert.Null(Schema.FindField(named, "__schema"));
        Assert.Null(Schema.FindField(SpecifiedScalars.Int, "__typename"));
        Assert.Same(((ComplexType)named).FindField("name"), Schema.FindField(named, "name"));

        Assert.Same(Schema, Resolve(MetaFields.Schema, null));
        Assert.Same(named, ((FieldResolver.Synchronous)MetaFields.Type.Resolver!).Invoke(
            ResolverCalls.ContextOf(Schema.QueryType!, MetaFields.Type, parent: null, Schema, "Named")));
        Assert.Equal("Query", Resolve(MetaFields.TypeName, null));
    }

    [Fact]
    public void The_schema_and_its_directives_describe_themselves()
    {
        Assert.Equal("What it is for.", Resolve(IntrospectionTypes.Schema, "description", Schema));
        Assert.Same(Schema.QueryType, Resolve(IntrospectionTypes.Schema, "queryType", Schema));
        Assert.Null(Resolve(IntrospectionTypes.Schema, "mutationType", Schema));
        Assert.Equal("deprecated include oneOf skip specifiedBy", Names(Resolve(IntrospectionTypes.Schema, "directives", Schema)));
        Assert.Equal("if", Names(Resolve(IntrospectionTypes.Directive, "args", SpecifiedDirectives.Skip)));
        Assert.Equal("reason: String! = \"No longer supported\"", string.Join(", ", SpecifiedDirectives.Deprecated.Arguments.Select(Describe)));
        Assert.Equal(
            ["FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INPUT_FIELD_DEFINITION", "ENUM_VALUE"],
            (IEnumerable<string>)Resolve(IntrospectionTypes.Directive, "locations", SpecifiedDirectives.Deprecated)!);
    }

    private static string Describe(OutputField field) =>
        field.Arguments.IsEmpty ? $"{field.Name}: {field.Type}" : $"{field.Name}({string.Join(", ", field.Arguments.Select(Describe))}): {field.Type}";

    private static string Describe(InputValue value) =>
        $"{value.Name}: {value.Type}{(Resolve(IntrospectionTypes.InputValue, "defaultValue", value) is string text ? $" = {text}" : "")}";

    private static object? Resolve(ObjectType type, string field, object parent, bool includeDeprecated = false) =>
        Resolve(type.FindField(field)!, parent, includeDeprecated);

    private static object? Resolve(OutputField field, object? parent, bool includeDeprecated = false) => field.Resolver switch
    {
        FieldResolver.Property property => property.Member.GetValue(parent),
        FieldResolver.Synchronous synchronous => synchronous.Invoke(
            ResolverCalls.ContextOf(Schema.QueryType!, field, parent, Schema, includeDeprecated)),
        _ => throw new NotSupportedException(field.Name),
    };

    private static string? Names(object? list) => list is null
        ? null
        : string.Join(' ', ((IEnumerable)list).Cast<object>().Select(item => (string)item.GetType().GetProperty("Name")!.GetValue(item)!).Order(StringComparer.Ordinal));
}
