using System.Collections.Immutable;
using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Comparison;

/// <content>Directives, defined and applied, and what describes.</content>
public sealed partial class SchemaComparison
{
    private void CompareDirectives(Schema old, Schema @new)
    {
        foreach (var (before, after) in Pairs(Own(old.Directives), Own(@new.Directives), static directive => directive.Name))
        {
            var coordinate = DirectiveCoordinate((after ?? before)!.Name);
            if (after is null)
                Add(SchemaChangeKind.DirectiveRemoved, ChangeImpact.Breaking, coordinate, $"The directive \"{coordinate}\" is gone.");
            else if (before is null)
                Add(SchemaChangeKind.DirectiveAdded, ChangeImpact.Safe, coordinate, $"The directive \"{coordinate}\" is new.");
            else
                Compare(before, after);
        }
    }

    private void Compare(DirectiveType old, DirectiveType @new)
    {
        var coordinate = DirectiveCoordinate(@new.Name);
        CompareDescription(coordinate, old.Description, @new.Description);
        if (old.IsRepeatable != @new.IsRepeatable)
        {
            Add(
                SchemaChangeKind.DirectiveRepeatableChanged,
                @new.IsRepeatable ? ChangeImpact.Safe : ChangeImpact.Breaking,
                coordinate,
                @new.IsRepeatable ? $"\"{coordinate}\" may be repeated in one place now." : $"\"{coordinate}\" may not be repeated in one place any more.");
        }

        foreach (var (before, after) in Pairs<string>(old.Locations, @new.Locations, static location => location))
        {
            if (after is null)
                Add(SchemaChangeKind.DirectiveLocationRemoved, ChangeImpact.Breaking, coordinate, $"\"{coordinate}\" may not stand on {before} any more.");
            else if (before is null)
                Add(SchemaChangeKind.DirectiveLocationAdded, ChangeImpact.Safe, coordinate, $"\"{coordinate}\" may stand on {after} now.");
        }

        CompareArguments(old.Arguments, @new.Arguments, argument => DirectiveCoordinate(@new.Name, argument), ChangeImpact.Safe);
    }

    /// <summary>
    /// Applied directives are the application's own words about its schema; what they mean to clients is not known here, so any change is
    /// dangerous. Their order counts only among those of one name.
    /// </summary>
    private void CompareAppliedDirectives(SchemaCoordinate? coordinate, ImmutableArray<Directive> old, ImmutableArray<Directive> @new)
    {
        if (old.IsEmpty && @new.IsEmpty)
            return;
        foreach (var (before, after) in Pairs(Texts(old), Texts(@new), static directive => directive.Name))
        {
            if (before?.Text == after?.Text)
                continue;
            var where = coordinate is null ? "The schema" : $"\"{coordinate}\"";
            Add(
                SchemaChangeKind.AppliedDirectivesChanged,
                ChangeImpact.Dangerous,
                coordinate,
                after is null ? $"{where} has \"{before!.Text}\" no more."
                    : before is null ? $"{where} has \"{after.Text}\" now."
                    : $"{where} has \"{after.Text}\" and had \"{before.Text}\".");
        }
    }

    private void CompareDescription(SchemaCoordinate? coordinate, string? old, string? @new)
    {
        if (old == @new)
            return;
        var where = coordinate is null ? "the schema" : $"\"{coordinate}\"";
        Add(
            SchemaChangeKind.DescriptionChanged,
            ChangeImpact.Safe,
            coordinate,
            old is null ? $"The description of {where} is new." : @new is null ? $"The description of {where} is gone." : $"The description of {where} is another.");
    }

    private void CompareDeprecation(SchemaCoordinate coordinate, string? old, string? @new)
    {
        if (old == @new)
            return;
        Add(
            SchemaChangeKind.DeprecationChanged,
            ChangeImpact.Safe,
            coordinate,
            @new is null ? $"\"{coordinate}\" is not deprecated any more."
                : old is null ? $"\"{coordinate}\" is deprecated now: {@new}"
                : $"\"{coordinate}\" is deprecated for another reason: {@new}");
    }

    private static IEnumerable<DirectiveType> Own(IEnumerable<DirectiveType> directives) =>
        directives.Where(static directive => SpecifiedDirectives.All.All(specified => specified.Name != directive.Name));

    private static IEnumerable<AppliedText> Texts(ImmutableArray<Directive> directives) => directives
        .GroupBy(static directive => directive.Name.Value)
        .Select(static group => new AppliedText(group.Key, string.Join(' ', group.Select(SyntaxPrinter.Print))));

    private sealed record AppliedText(string Name, string Text);
}
