using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Language;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQL.Validation.Sdl;

namespace Conformance.Adapter;

/// <summary>What we make of a case as the corpus has them: the tests compare it with the record, the adapter sends it to others.</summary>
internal static class CaseVerdict
{
    private const int CachedSchemas = 100;

    private static readonly ConcurrentDictionary<string, Schema> Schemas = new(StringComparer.Ordinal);

    /// <summary>Reads what the experiments of the reference implementation add: its tests turn them on nearly everywhere.</summary>
    public static ParserOptions Experimental { get; } = new() { FragmentArguments = true };

    /// <summary>The errors; empty when the case is accepted.</summary>
    /// <param name="content">
    /// The members of the case: <c>kind</c>, and by kind <c>body</c> and <c>options</c>; <c>sdl</c>, <c>body</c> and <c>rules</c>;
    /// <c>body</c>, <c>extend</c> and <c>rules</c>; <c>sdl</c>, a text or several; <c>sdl</c>, <c>body</c> or <c>defs</c>, and <c>inputs</c>.
    /// </param>
    public static ImmutableArray<GraphQLError> Of(JsonElement content)
    {
        try
        {
            return content.GetProperty("kind").GetString() switch
            {
                "parse" => Parse(content),
                "validate" => Validate(content, RuleNames.In(content)),
                "validateSDL" => ValidateSdl(content),
                "validateSchema" => ValidateSchema(content),
                "variables" => CoerceVariables(content),
                var kind => throw new ArgumentException($"There is no kind of cases \"{kind}\"."),
            };
        }
        catch (GraphQLException exception)
        {
            return exception.Errors;
        }
    }

    /// <summary>The errors of named rules; null for those of a server.</summary>
    public static ImmutableArray<GraphQLError> Validate(JsonElement content, RuleNames? rules)
    {
        var options = new ValidationOptions
        {
            AllowIntrospection = rules?.Contains("NoSchemaIntrospection") is not true,
            AllowDeprecated = rules?.Contains("NoDeprecated") is not true,
        };
        var errors = DocumentValidator.Validate(SchemaOf(content), Parser.ParseDocument(Text(content, "body")!, Experimental), options);
        return rules?.Choose(errors) ?? errors;
    }

    private static ImmutableArray<GraphQLError> Parse(JsonElement content)
    {
        var options = ParserOptions.Default;
        if (content.TryGetProperty("options", out var given) && given.ValueKind == JsonValueKind.Object)
        {
            var isExperimental = IsOn(given, "experimentalFragmentArguments") || IsOn(given, "experimentalFragmentVariables")
                || IsOn(given, "allowLegacyFragmentVariables");
            options = options with
            {
                FragmentArguments = isExperimental,
                MaxTokens = given.TryGetProperty("maxTokens", out var maxTokens) ? maxTokens.GetInt32() : options.MaxTokens,
            };
        }

        Parser.ParseDocument(Text(content, "body")!, options);
        return [];
    }

    private static ImmutableArray<GraphQLError> ValidateSdl(JsonElement content)
    {
        var document = Parser.ParseDocument(Text(content, "body")!, Experimental);
        var errors = SdlValidator.Validate(document, Text(content, "extend") is { } extended ? BuildSchema(extended) : null);
        return RuleNames.In(content)?.Choose(errors) ?? errors;
    }

    /// <summary>The first text makes a schema, the others extend it.</summary>
    private static ImmutableArray<GraphQLError> ValidateSchema(JsonElement content)
    {
        var texts = content.GetProperty("sdl") is { ValueKind: JsonValueKind.Array } several
            ? several.EnumerateArray().Select(static text => text.GetString()!).ToList()
            : [Text(content, "sdl")!];
        var schema = texts.Skip(1).Aggregate(
            BuildSchema(texts[0]), static (schema, text) => SchemaFromDocument.Extend(schema, Parser.ParseDocument(text, Experimental)));
        return SchemaValidator.Validate(schema);
    }

    private static ImmutableArray<GraphQLError> CoerceVariables(JsonElement content)
    {
        var schema = SchemaOf(content);
        var body = Text(content, "body")
            ?? $"query ({string.Join(", ", content.GetProperty("defs").EnumerateArray().Select(static item => item.GetString()))}) {{ __typename }}";
        var document = Parser.ParseDocument(body, Experimental);
        var operation = document.Definitions.OfType<OperationDefinition>().First();

        // The recorded calls skip validation, and one of them has a variable of no known type; in a server validation comes first.
        var unknown = DocumentValidator.Validate(schema, document).Where(static error => error.Extensions?["rule"] is "KnownTypeNames" or "VariablesAreInputTypes");
        if (unknown.Any())
            return [.. unknown];
        var plan = new OperationPlan(schema, document, operation, new RequestExecutorOptions());
        VariableCoercion.Coerce(plan, content.TryGetProperty("inputs", out var inputs) ? inputs : default, CoercionContext.Empty, out var errors);
        return errors;
    }

    private static Schema SchemaOf(JsonElement content)
    {
        var sdl = Text(content, "sdl") ?? "";
        if (Schemas.Count > CachedSchemas)
            Schemas.Clear();
        return Schemas.GetOrAdd(sdl, BuildSchema);
    }

    /// <summary>An empty text is a schema with nothing but what all have.</summary>
    private static Schema BuildSchema(string sdl)
    {
        var source = Source.From(sdl);
        return SchemaFromDocument.Build(
            string.IsNullOrWhiteSpace(sdl) ? new Document { Source = source, Definitions = [] } : Parser.ParseDocument(source, Experimental));
    }

    private static bool IsOn(JsonElement options, string name) => options.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static string? Text(JsonElement content, string name) =>
        content.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
