using System.Collections.Immutable;
using System.CommandLine;
using GraphQL.Comparison;

namespace Guildhall.Api.Commands;

/// <summary><c>guildhall schema diff</c> and <c>check</c>: what changed between two schemas, and whether clients notice.</summary>
internal static class SchemaDiffCommand
{
    private const int Refused = 1;

    public static Command Diff()
    {
        var (old, @new, format) = (Old(), New(), Format());
        var command = new Command("diff", "Shows what changed between two schemas.") { old, @new, format };
        command.SetAction(result =>
        {
            if (Compare(result.GetRequiredValue(old), result.GetValue(@new)) is not { } changes)
                return SchemaSource.Unusable;
            SchemaChangeReport.Write(Console.Out, changes, result.GetRequiredValue(format));
            return 0;
        });
        return command;
    }

    public static Command Check()
    {
        var (old, @new, format) = (Old(), New(), Format());
        var failOn = new Option<ChangeImpact>("--fail-on")
        {
            Description = "The least impact that is refused.",
            DefaultValueFactory = _ => ChangeImpact.Breaking,
        };
        failOn.AcceptOnlyFromAmong("breaking", "dangerous");
        var command = new Command("check", "Fails when clients of the old schema may break with the new one.") { old, @new, format, failOn };
        command.SetAction(result =>
        {
            if (Compare(result.GetRequiredValue(old), result.GetValue(@new)) is not { } changes)
                return SchemaSource.Unusable;
            SchemaChangeReport.Write(Console.Out, changes, result.GetRequiredValue(format));
            return changes.Any(change => change.Impact >= result.GetRequiredValue(failOn)) ? Refused : 0;
        });
        return command;
    }

    private static ImmutableArray<SchemaChange>? Compare(FileInfo oldFile, FileInfo? newFile)
    {
        // both are read before either is given up, so that one run tells all that is wrong
        var (old, @new) = (SchemaSource.Read(oldFile), SchemaSource.Read(newFile));
        return old is null || @new is null ? null : SchemaComparison.Compare(old, @new);
    }

    private static Argument<FileInfo> Old() => new("old") { Description = "The file of the schema that clients know." };

    private static Argument<FileInfo?> New() => new("new")
    {
        Description = "The file of the schema that they will meet; without it, this server's own.",
        Arity = ArgumentArity.ZeroOrOne,
        DefaultValueFactory = _ => null,
    };

    private static Option<string> Format()
    {
        var format = new Option<string>("--format", "-f") { Description = "How the changes are written.", DefaultValueFactory = _ => SchemaChangeReport.Text };
        format.AcceptOnlyFromAmong(SchemaChangeReport.Text, SchemaChangeReport.Json);
        return format;
    }
}
