using Conformance.Adapter;
using GraphQL;
using GraphQL.Language;
using GraphQL.Types;
using Prerequisites;
using Xunit;
using Xunit.Abstractions;

namespace Conformance;

public sealed class PrintConformance(ITestOutputHelper output)
{
    [NodeFact]
    public Task Documents_print_as_in_the_reference_implementation() =>
        CompareAsync("print", Documents(), text => SyntaxPrinter.Print(Parser.ParseDocument(text, CaseVerdict.Experimental)));

    [NodeFact]
    public Task Schemas_print_as_in_the_reference_implementation() =>
        CompareAsync("printSchema", Schemas(), text => SchemaPrinter.Print(SchemaFromDocument.Build(Parser.ParseDocument(text))));

    private static List<string> Documents() =>
    [
        .. Corpus.Read("parse").Where(item => item.Content.GetProperty("ok").GetBoolean()).Select(item => item.Body),
        .. PrintingSamples.Documents,
    ];

    private static List<string> Schemas() =>
    [
        .. Corpus.Read("validateSchema").Select(item => item.Content.GetProperty("sdl")[0].GetString()!),
        .. Corpus.Read("validateSDL").Select(item => item.Body),
        .. PrintingSamples.Schemas,
    ];

    private async Task CompareAsync(string ask, List<string> texts, Func<string, string> print)
    {
        var expected = await ReferenceImplementation.AskAsync(ask, texts);
        var compared = 0;
        var differences = new List<string>();
        for (var i = 0; i < texts.Count; i++)
        {
            if (expected[i] is null)
                continue;
            compared++;
            var actual = Print(texts[i], print);
            if (actual != expected[i])
                differences.Add($"--- of\n{texts[i]}\n--- expected\n{expected[i]}\n--- actual\n{actual}");
        }

        output.WriteLine($"{ask}: {compared - differences.Count} of {compared} texts equal.");
        Assert.True(compared > 0);
        Assert.True(differences.Count == 0, $"{differences.Count} of {compared} differ:\n{string.Join("\n\n", differences.Take(5))}");
    }

    private static string Print(string text, Func<string, string> print)
    {
        try
        {
            return print(text);
        }
        catch (GraphQLException exception)
        {
            return exception.Message;
        }
    }
}
