using System.Collections.Immutable;
using GraphQL.Language;

namespace GraphQL.Types;

/// <summary>
/// The directives of incremental delivery, as the working group's draft of 2023 has them. Not in the September 2025 specification,
/// so a schema has them only when whoever builds it adds them.
/// </summary>
public static class IncrementalDirectives
{
    /// <summary><c>@defer(if:, label:)</c>.</summary>
    public static DirectiveType Defer { get; } = new()
    {
        Name = "defer",
        Description = "Lets the fragment arrive later than the rest of the response, unless `if` is false.",
        Arguments = [If("False to send it with the rest."), Label()],
        Locations = [DirectiveLocations.FragmentSpread, DirectiveLocations.InlineFragment],
    };

    /// <summary><c>@stream(if:, label:, initialCount:)</c>.</summary>
    public static DirectiveType Stream { get; } = new()
    {
        Name = "stream",
        Description = "Lets elements of the list arrive later than the rest of the response, unless `if` is false.",
        Arguments =
        [
            If("False to send the whole list with the rest."),
            Label(),
            new InputValue
            {
                Name = "initialCount",
                Description = "How many elements to send with the rest; not negative.",
                Type = new NonNullType(SpecifiedScalars.Int),
                DefaultValue = new IntValue { Text = "0" },
            },
        ],
        Locations = [DirectiveLocations.Field],
    };

    /// <summary>Both of them.</summary>
    public static ImmutableArray<DirectiveType> All { get; } = [Defer, Stream];

    private static InputValue If(string description) => new()
    {
        Name = "if",
        Description = description,
        Type = new NonNullType(SpecifiedScalars.Boolean),
        DefaultValue = new BooleanValue { Value = true },
    };

    private static InputValue Label() => new()
    {
        Name = "label",
        Description = "What its parts are called in the response; unique in the document.",
        Type = SpecifiedScalars.String,
    };
}
