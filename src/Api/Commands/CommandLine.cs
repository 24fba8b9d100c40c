using System.CommandLine;

namespace Guildhall.Api.Commands;

/// <summary>The command line: <c>guildhall</c> alone serves, the rest are tools.</summary>
internal static class CommandLine
{
    /// <summary>Reads the arguments; what is wrong with them is said by <see cref="ParseResult.InvokeAsync"/>.</summary>
    public static ParseResult Create(string[] arguments)
    {
        var root = new RootCommand("Guildhall: one GraphQL API over everything that happens to a game character. Without a command it serves.");
        // whatever is not an option of ours is configuration, as in any ASP.NET Core application: --urls, --Data:Directory, …
        Serve(root);
        root.Subcommands.Add(Serve(new Command("serve", "Serves until it is told to stop (the default).")));
        root.Subcommands.Add(SchemaCommand.Create());
        root.Subcommands.Add(GenerateCommand.Create());
        // an at sign begins the name of a directive here, not that of a file with more arguments
        return root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
    }

    private static Command Serve(Command command)
    {
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((result, cancellationToken) =>
        {
            if (result.UnmatchedTokens is [var first, ..] && !first.StartsWith("--", StringComparison.Ordinal) && !first.Contains('='))
            {
                Console.Error.WriteLine($"There is no command '{first}'; guildhall --help lists them.");
                return Task.FromResult(1);
            }

            return ServeCommand.RunAsync([.. result.UnmatchedTokens], cancellationToken);
        });
        return command;
    }
}
