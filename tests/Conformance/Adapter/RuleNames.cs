using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using GraphQL;

namespace Conformance.Adapter;

/// <summary>Rules that a case names in the reference implementation's words.</summary>
internal sealed class RuleNames
{
    private const string Suffix = "Rule";

    // Where our name is more than theirs without its suffix.
    private static readonly FrozenDictionary<string, string> Ours = new Dictionary<string, string>
    {
        ["DeferStreamDirectiveLabel"] = "DeferStreamLabel",
        ["DeferStreamDirectiveOnRootField"] = "DeferStreamOnRootField",
        ["DeferStreamDirectiveOnValidOperations"] = "DeferStreamOnValidOperations",
        ["StreamDirectiveOnListField"] = "StreamOnListField",
        ["NoDeprecatedCustom"] = "NoDeprecated",
        ["NoSchemaIntrospectionCustom"] = "NoSchemaIntrospection",
    }.ToFrozenDictionary();

    private readonly HashSet<string> _names;

    private RuleNames(IEnumerable<string> theirs) =>
        _names = theirs.Select(static name => name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : name)
            .Select(static name => Ours.GetValueOrDefault(name, name))
            .ToHashSet();

    /// <summary>The rules of a case; null when it asks for those of a server.</summary>
    public static RuleNames? In(JsonElement content) =>
        content.TryGetProperty("rules", out var rules) && rules.ValueKind == JsonValueKind.Array
            ? new RuleNames(rules.EnumerateArray().Select(static rule => rule.GetString()!))
            : null;

    /// <summary>True when the rule of that name, which is ours, is among them.</summary>
    public bool Contains(string rule) => _names.Contains(rule);

    /// <summary>The errors of these rules.</summary>
    public ImmutableArray<GraphQLError> Choose(ImmutableArray<GraphQLError> errors) =>
        [.. errors.Where(error => error.Extensions?.GetValueOrDefault("rule") is string rule && _names.Contains(rule))];
}
