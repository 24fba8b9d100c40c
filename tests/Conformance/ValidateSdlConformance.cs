using System.Text.Json;
using GraphQL.Language;
using GraphQL.Types;
using GraphQL.Validation.Sdl;
using Prerequisites;
using Xunit.Abstractions;

namespace Conformance;

public sealed class ValidateSdlConformance(ITestOutputHelper output)
{
    private const string RuleSuffix = "Rule";

    [SharedDataFact(Corpus.RelativePath)]
    public void Type_definitions_are_valid_or_not_at_the_same_places_as_in_the_reference_implementation() => CorpusRun.Check("validateSDL", output, Difference);

    private static string? Difference(CorpusCase item)
    {
        var errors = SdlValidator.Validate(Parser.ParseDocument(item.Body), Extended(item));
        if (item.Content.GetProperty("rules") is { ValueKind: JsonValueKind.Array } rules)
        {
            var names = rules.EnumerateArray().Select(rule => rule.GetString()![..^RuleSuffix.Length]).ToHashSet();
            errors = [.. errors.Where(error => names.Contains((string)error.Extensions!["rule"]!))];
        }

        return Verdict.Difference(item.Content.GetProperty("errors"), errors);
    }

    /// <summary>The schema that the document extends; an empty text is a schema with nothing but what all have.</summary>
    private static Schema? Extended(CorpusCase item)
    {
        if (item.Content.GetProperty("extend").GetString() is not { } text)
            return null;
        var source = Source.From(text);
        return SchemaFromDocument.Build(text.Length > 0 ? Parser.ParseDocument(source) : new Document { Source = source, Definitions = [] });
    }
}
