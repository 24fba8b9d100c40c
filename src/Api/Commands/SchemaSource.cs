using GraphQL;
using GraphQL.Language;
using GraphQL.Types;
using Guildhall.Api.Composition;

namespace Guildhall.Api.Commands;

/// <summary>Where commands get schemas from: the server itself, or a file.</summary>
internal static class SchemaSource
{
    /// <summary>The exit code of a command that got nothing to work on.</summary>
    public const int Unusable = 2;

    private const int MaxErrorsShown = 20;

    /// <summary>The server's schema as text, as it exports and serves it.</summary>
    public static string Own
    {
        get
        {
            using var application = GuildhallApplication.Build([]);
            return SchemaPrinter.Print(
                application.Services.GetRequiredService<GraphQL.Types.Schema>(), new SchemaPrinterOptions { WithAppliedDirectives = true });
        }
    }

    /// <summary>The schema of a file, or the server's when there is none; null, with the reasons on standard error, when it is not usable.</summary>
    public static GraphQL.Types.Schema? Read(FileInfo? file)
    {
        var name = file?.FullName ?? "The server's schema";
        try
        {
            var text = file is null ? System.Text.Encoding.UTF8.GetBytes(Own) : File.ReadAllBytes(file.FullName);
            return SchemaFromDocument.BuildValid(Parser.ParseDocument(text, ParserOptions.ForSchemas));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{name} cannot be read: {exception.Message}");
        }
        catch (GraphQLException exception)
        {
            foreach (var error in exception.Errors.Take(MaxErrorsShown))
            {
                var place = error.Locations is [var first, ..] ? $":{first.Line}:{first.Column}" : "";
                Console.Error.WriteLine($"{name}{place}: {error.Message}");
            }

            if (exception.Errors.Length > MaxErrorsShown)
                Console.Error.WriteLine($"{name}: and {exception.Errors.Length - MaxErrorsShown} errors more.");
        }

        return null;
    }
}
