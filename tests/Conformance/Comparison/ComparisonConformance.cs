using System.Text.Json;
using System.Text.RegularExpressions;
using Conformance.Oracle;
using GraphQL;
using GraphQL.Comparison;
using GraphQL.Language;
using GraphQL.Types;
using Prerequisites;
using Xunit;
using Xunit.Abstractions;

namespace Conformance.Comparison;

/// <summary>
/// Compares generated schemas with mutations of them, as graphql-inspector and the reference implementation do: for each coordinate the worst
/// impact must be equal, but for what <see cref="InspectorDiffers"/> and <see cref="ReferenceDiffers"/> list with reasons.
/// </summary>
public sealed partial class ComparisonConformance(ITestOutputHelper output)
{
    private const int Pairs = 400;

    [NodeTheory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Changes_have_the_impact_that_graphql_inspector_and_the_reference_implementation_see(int seed)
    {
        var pairs = Generate(new Random(seed)).Take(LongRun.Scale(Pairs)).ToList();
        var answers = await NodeScript.AskAsync("clients/compare-schemas.mjs", pairs);

        var differences = new List<string>();
        var changes = 0;
        for (var i = 0; i < pairs.Count; i++)
        {
            // Values of directives in a schema are not validated by its rules, and the others' builders may stumble over one.
            if (answers[i].ValueKind == JsonValueKind.Null)
                continue;
            var ours = SchemaComparison.Compare(Build(pairs[i].Old), Build(pairs[i].New));
            changes += ours.Length;
            var found = DifferencesFromInspector(ours, answers[i].GetProperty("inspector"))
                .Concat(DifferencesFromReference(ours, answers[i].GetProperty("reference"))).ToList();
            if (found.Count > 0)
                differences.Add($"{string.Join('\n', found)}\n{string.Join('\n', ours)}\n--- old\n{pairs[i].Old}--- new\n{pairs[i].New}");
        }

        output.WriteLine($"{pairs.Count - differences.Count} of {pairs.Count} pairs of schemas equal, with {changes} changes.");
        LongRun.Write($"oracle.comparison-{seed}", pairs.Count - differences.Count, pairs.Count);
        Assert.True(differences.Count == 0, $"{differences.Count} pairs differ:\n{string.Join("\n\n", differences.Take(3))}");
        Assert.True(changes > pairs.Count);
    }

    private static IEnumerable<string> DifferencesFromInspector(IEnumerable<SchemaChange> ours, JsonElement theirs)
    {
        var mine = Worst(ours.Where(static change => !InspectorDiffers(change)).Select(static change => (PathOf(change.Coordinate), change.Impact)));
        var other = Worst(theirs.EnumerateArray().Select(static change => (
            PlaceIn(change.GetProperty("path").GetString()!), Enum.Parse<ChangeImpact>(change.GetProperty("impact").GetString()!))));
        return Differences("inspector", mine, other, ours.Where(InspectorDiffers).Select(static change => PathOf(change.Coordinate)).ToHashSet());
    }

    private static IEnumerable<string> DifferencesFromReference(IEnumerable<SchemaChange> ours, JsonElement theirs)
    {
        var mine = Worst(ours.Where(static change => !ReferenceDiffers(change)).Select(static change => (change.Coordinate?.ToString() ?? "", change.Impact)));
        var other = Worst(theirs.EnumerateArray().Select(static change => (
            CoordinateIn(change.GetProperty("type").GetString()!, change.GetProperty("description").GetString()!),
            Enum.Parse<ChangeImpact>(change.GetProperty("impact").GetString()!))));
        return Differences("reference", mine, other, ours.Where(ReferenceDiffers).Select(static change => change.Coordinate?.ToString() ?? "").ToHashSet());
    }

    /// <summary>True where we do not follow graphql-inspector.</summary>
    private static bool InspectorDiffers(SchemaChange change) => change switch
    {
        // Documents that repeat the directive are not valid any more, whatever it means; inspector calls that dangerous.
        { Kind: SchemaChangeKind.DirectiveRepeatableChanged, Impact: ChangeImpact.Breaking } => true,

        // Inspector calls an input field that may be left out safe, and an argument that may be left out dangerous; we treat both alike.
        { Kind: SchemaChangeKind.InputFieldAdded, Impact: ChangeImpact.Dangerous } => true,

        // A default that goes where a value is needed makes documents invalid; inspector looks at the default alone.
        { Kind: SchemaChangeKind.ArgumentDefaultChanged or SchemaChangeKind.InputFieldDefaultChanged, Impact: ChangeImpact.Breaking } => true,

        // Inspector compares defaults as values, we compare what is written: "1" for an ID is not 1.
        { Kind: SchemaChangeKind.ArgumentDefaultChanged or SchemaChangeKind.InputFieldDefaultChanged } => true,

        // Inspector reads each applied directive and each of its arguments; for us a place has changed or not.
        { Kind: SchemaChangeKind.AppliedDirectivesChanged or SchemaChangeKind.DeprecationChanged } => true,
        _ => false,
    };

    /// <summary>True where the reference implementation has nothing to say, or we do not follow it.</summary>
    private static bool ReferenceDiffers(SchemaChange change) => change switch
    {
        // It does not look at these.
        { Kind: SchemaChangeKind.RootTypeChanged or SchemaChangeKind.OneOfChanged or SchemaChangeKind.SpecifiedByChanged } => true,
        { Kind: SchemaChangeKind.DeprecationChanged or SchemaChangeKind.AppliedDirectivesChanged } => true,

        // It looks at defaults only where the type stayed, and calls a new one safe, though clients that leave the value out meet it.
        { Kind: SchemaChangeKind.ArgumentDefaultChanged or SchemaChangeKind.InputFieldDefaultChanged } => true,
        _ => false,
    };

    private static IEnumerable<string> Differences(
        string peer, Dictionary<string, ChangeImpact> ours, Dictionary<string, ChangeImpact> theirs, HashSet<string> listed) =>
        ours.Keys.Union(theirs.Keys)
            .Where(path => !listed.Contains(path) && ours.GetValueOrDefault(path) != theirs.GetValueOrDefault(path))
            .Select(path => $"{peer}: \"{path}\" is {theirs.GetValueOrDefault(path)}, ours {ours.GetValueOrDefault(path)}");

    private static Dictionary<string, ChangeImpact> Worst(IEnumerable<(string Path, ChangeImpact Impact)> changes) =>
        changes.GroupBy(static change => change.Path).ToDictionary(static group => group.Key, static group => group.Max(static change => change.Impact));

    /// <summary>A coordinate as graphql-inspector writes it; it names a directive for its arguments too, so ours do here.</summary>
    private static string PathOf(SchemaCoordinate? coordinate) => coordinate is null ? ""
        : coordinate.IsDirective ? $"@{coordinate.Name}"
        : string.Join('.', new[] { coordinate.Name, coordinate.Member, coordinate.Argument }.Where(static part => part is not null));

    /// <summary>What a path of graphql-inspector names, without the directive applied there or the argument of a directive.</summary>
    private static string PlaceIn(string path) => path.StartsWith('@') ? path.Split('.')[0] : path.Split(".@")[0];

    private static string CoordinateIn(string type, string description)
    {
        var found = Coordinates().Matches(description).Select(static match => match.Value).ToList();
        return type switch
        {
            "TYPE_ADDED_TO_UNION" or "TYPE_REMOVED_FROM_UNION" or "IMPLEMENTED_INTERFACE_ADDED" => description.TrimEnd('.').Split(' ')[^1],
            "TYPE_REMOVED" or "TYPE_ADDED" or "TYPE_CHANGED_KIND" or "IMPLEMENTED_INTERFACE_REMOVED" => description.Split(' ')[0],
            "DESCRIPTION_CHANGED" when found.Count == 0 => description.Split(' ')[2],
            _ => found[0],
        };
    }

    private static IEnumerable<SchemaPair> Generate(Random random)
    {
        while (true)
        {
            var old = new SchemaGenerator(random).Generate();
            var @new = new SdlMutator(random).Mutate(old, random.Next(1, 6));
            if (old != @new && IsValid(@new))
                yield return new SchemaPair(old, @new);
        }
    }

    private static bool IsValid(string sdl)
    {
        try
        {
            Build(sdl);
            return true;
        }
        catch (GraphQLException)
        {
            return false;
        }
    }

    private static Schema Build(string sdl) => SchemaFromDocument.BuildValid(Parser.ParseDocument(sdl));

    [GeneratedRegex(@"@\w+(\(\w+:\))?|\w+\.\w+(\(\w+:\))?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Coordinates();

    private sealed record SchemaPair(string Old, string New);
}
