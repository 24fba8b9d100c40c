using System.CommandLine;
using System.Text;
using GraphQL.Types;
using Guildhall.Api.Composition;

namespace Guildhall.Api.Commands;

/// <summary><c>guildhall schema</c>: the schema as text, without starting a server.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var output = new Option<FileInfo>("--output", "-o")
        {
            Description = "Where to write it.",
            DefaultValueFactory = _ => new FileInfo("schema.graphql"),
        };
        var export = new Command("export", "Writes the schema to a file.") { output };
        export.SetAction(async (result, cancellationToken) =>
        {
            var file = result.GetRequiredValue(output);
            file.Directory?.Create();
            await File.WriteAllTextAsync(file.FullName, Print(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancellationToken);
            Console.WriteLine(file.FullName);
            return 0;
        });

        var print = new Command("print", "Writes the schema to standard output.");
        print.SetAction(_ => Console.Out.Write(Print()));

        return new Command("schema", "Shows the GraphQL schema.") { export, print };
    }

    private static string Print()
    {
        using var application = GuildhallApplication.Build([]);
        return SchemaPrinter.Print(application.Services.GetRequiredService<GraphQL.Types.Schema>());
    }
}
