using System.CommandLine;
using Guildhall.Domain.Encounters.Generation;

namespace Guildhall.Api.Commands;

/// <summary><c>guildhall generate</c>: made-up data to try things with; the same options give the same bytes.</summary>
internal static class GenerateCommand
{
    public static Command Create() => new("generate", "Makes data to try things with.") { CombatLog() };

    private static Command CombatLog()
    {
        var lines = new Option<long>("--lines", "-n") { Description = "At least that many lines.", DefaultValueFactory = _ => 100_000 };
        var seed = new Option<ulong>("--seed", "-s") { Description = "Another number gives another night.", DefaultValueFactory = _ => 1 };
        var output = new Option<FileInfo>("--output", "-o")
        {
            Description = "The file to write.",
            DefaultValueFactory = _ => new FileInfo("WoWCombatLog-021626_200000.txt"),
        };
        lines.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<long>() < 0)
                result.AddError("--lines must not be negative.");
        });

        var command = new Command("combat-log", "Writes a night of raiding as a World of Warcraft combat log.") { lines, seed, output };
        command.SetAction(result =>
        {
            var file = result.GetRequiredValue(output);
            file.Directory?.Create();
            using (var stream = file.Create())
                CombatLogGenerator.Write(stream, new GeneratorOptions { Lines = result.GetValue(lines), Seed = result.GetValue(seed) });
            file.Refresh();
            Console.WriteLine($"{file.FullName}: {file.Length} bytes");
        });
        return command;
    }
}
