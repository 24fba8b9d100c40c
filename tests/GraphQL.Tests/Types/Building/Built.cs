using System.Text;
using System.Text.Json;
using GraphQL.Execution;
using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Tests.Types.Building;

/// <summary>Schemas of a few classes of a test.</summary>
internal static class Built
{
    public static Schema Schema(params Type[] types) => Builder(types).Build();

    public static SchemaBuilder Builder(params Type[] types)
    {
        var builder = new SchemaBuilder();
        foreach (var type in types)
            builder.AddType(type);
        return builder;
    }

    /// <summary>Asserts that a schema is the one that a document defines, in the same order of fields, arguments and values.</summary>
    /// <param name="sdl">Without the scalars that every schema may use.</param>
    /// <param name="schema">What was built.</param>
    public static void AssertIs(string sdl, Schema schema)
    {
        var scalars = string.Concat(CommonScalars.Bindings.Select(static item => item.Scalar.Name).Distinct()
            .Where(static name => SpecifiedScalars.Find(name) is null)
            .Select(static name => $" scalar {name}"));
        Xunit.Assert.Equal(Print(SchemaFromDocument.Build(Parser.ParseDocument(sdl + scalars))), Print(schema));
    }

    /// <summary>What the building of these classes fails with.</summary>
    public static IReadOnlyList<string> Problems(params Type[] types) =>
        Xunit.Assert.Throws<SchemaBuildException>(() => Builder(types).Build()).Problems;

    /// <summary>The type of a field, such as <c>[String!]!</c>.</summary>
    public static string? FieldType(this Schema schema, string type, string field) =>
        (schema.FindType(type) as ComplexType)?.FindField(field)?.Type.ToString();

    /// <summary>The fields of an object or interface type in their order.</summary>
    public static IEnumerable<string> FieldNames(this Schema schema, string type) => ((ComplexType)schema.FindType(type)!).Fields.Select(field => field.Name);

    /// <summary>The response to a document as JSON.</summary>
    public static async Task<string> RunAsync(this Schema schema, string document, string variables = "{}", params object[] services)
    {
        using var result = await new RequestExecutor(schema).ExecuteAsync(Request(document, variables, services), CancellationToken.None);
        return result.ToString();
    }

    /// <summary>The responses to a subscription as JSON.</summary>
    public static async Task<List<string>> SubscribeAsync(this Schema schema, string document, string variables = "{}", params object[] services)
    {
        var responses = new List<string>();
        await foreach (var result in new RequestExecutor(schema).SubscribeAsync(Request(document, variables, services), CancellationToken.None))
        {
            responses.Add(result.ToString());
            result.Dispose();
        }

        return responses;
    }

    private static OperationRequest Request(string document, string variables, object[] services) => new()
    {
        Document = Encoding.UTF8.GetBytes(document),
        Variables = JsonDocument.Parse(variables).RootElement,
        Services = new Services(services),
    };

    private static string Print(Schema schema) => string.Join("\n\n", schema.Types
        .Where(type => type is not ScalarType && IntrospectionTypes.Find(type.Name) is null)
        .OrderBy(type => type.Name, StringComparer.Ordinal)
        .Select(type => SchemaPrinter.Print(type)));
}

/// <summary>A few objects as services.</summary>
internal sealed class Services(params object[] services) : IServiceProvider
{
    public object? GetService(Type serviceType) => Array.Find(services, serviceType.IsInstanceOfType);
}
