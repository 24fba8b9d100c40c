using System.CommandLine;
using System.Text;
using GraphQL.Language;
using GraphQL.Types;

namespace Guildhall.Api.Commands;

/// <summary><c>guildhall schema</c>: the schema as text and what changed in it, without starting a server.</summary>
internal static class SchemaCommand
{
    public static Command Create() =>
        new("schema", "Shows, compares and checks the GraphQL schema.") { Export(), Print(), SchemaDiffCommand.Diff(), SchemaDiffCommand.Check() };

    private static Command Export()
    {
        var output = new Option<FileInfo>("--output", "-o")
        {
            Description = "Where to write it.",
            DefaultValueFactory = _ => new FileInfo("schema.graphql"),
        };
        var command = new Command("export", "Writes the schema to a file.") { output };
        command.SetAction(async (result, cancellationToken) =>
        {
            var file = result.GetRequiredValue(output);
            try
            {
                file.Directory?.Create();
                await File.WriteAllTextAsync(file.FullName, SchemaSource.Own, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancellationToken);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                await Console.Error.WriteLineAsync($"{file.FullName} cannot be written: {exception.Message}");
                return SchemaSource.Unusable;
            }

            Console.WriteLine(file.FullName);
            return 0;
        });
        return command;
    }

    private static Command Print()
    {
        var type = new Option<string>("--type", "-t") { Description = "Only the type of that name, or with an at sign the directive." };
        var command = new Command("print", "Writes the schema, or one type of it, to standard output.") { type };
        command.SetAction(result =>
        {
            if (result.GetValue(type) is not { } name)
            {
                Console.Out.WriteLine(SchemaSource.Own);
                return 0;
            }

            var schema = SchemaFromDocument.Build(Parser.ParseDocument(SchemaSource.Own, ParserOptions.ForSchemas));
            var text = name.StartsWith('@')
                ? schema.FindDirective(name[1..]) is { } directive ? SchemaPrinter.Print(directive) : null
                : schema.FindType(name) is { } found ? SchemaPrinter.Print(found, new SchemaPrinterOptions { WithAppliedDirectives = true }) : null;
            if (text is null)
            {
                Console.Error.WriteLine($"The schema has no \"{name}\".");
                return SchemaSource.Unusable;
            }

            Console.Out.WriteLine(text);
            return 0;
        });
        return command;
    }
}
