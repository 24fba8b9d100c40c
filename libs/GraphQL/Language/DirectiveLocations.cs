using System.Collections.Frozen;

namespace GraphQL.Language;

/// <summary>Where directives may stand (section "Type System: Directives").</summary>
public static class DirectiveLocations
{
    private static readonly FrozenSet<string> All = FrozenSet.Create(
        "QUERY",
        "MUTATION",
        "SUBSCRIPTION",
        "FIELD",
        "FRAGMENT_DEFINITION",
        "FRAGMENT_SPREAD",
        "INLINE_FRAGMENT",
        "VARIABLE_DEFINITION",
        "SCHEMA",
        "SCALAR",
        "OBJECT",
        "FIELD_DEFINITION",
        "ARGUMENT_DEFINITION",
        "INTERFACE",
        "UNION",
        "ENUM",
        "ENUM_VALUE",
        "INPUT_OBJECT",
        "INPUT_FIELD_DEFINITION");

    /// <summary>True for a location that the specification has.</summary>
    public static bool IsKnown(string location) => All.Contains(location);
}
