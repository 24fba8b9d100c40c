using System.Collections.Immutable;
using System.Globalization;
using GraphQL.Execution;
using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Cost;

/// <summary>What a schema says of cost, with defaults for what it leaves unsaid. Directives that are ill-formed say nothing.</summary>
internal sealed class CostRules(CostOptions options)
{
    public CostOptions Options { get; } = options;

    /// <summary>Of resolving a field once, its arguments apart.</summary>
    public double WeightOf(OutputField field)
    {
        if (Find(field.AppliedDirectives) is { } weight)
            return weight;
        if (ReferenceEquals(field, MetaFields.Schema))
            return Options.IntrospectionWeight;
        if (ReferenceEquals(field, MetaFields.Type))
            return Options.IntrospectionWeight / 10;
        if (field.Resolver is FieldResolver.Asynchronous { IsBatched: false })
            return Options.AsynchronousWeight;
        return field.Type.NullableType.IsLeaf ? 0 : Options.CompositeWeight;
    }

    /// <summary>Of one value of a type in the response.</summary>
    public static double WeightOf(NamedType type) => Find(type.AppliedDirectives) ?? (type.IsComposite ? 1 : 0);

    /// <summary>Of giving an argument or input field, what is inside it apart.</summary>
    public static double WeightOf(InputValue input) => Find(input.AppliedDirectives) ?? 0;

    /// <summary>True when values of an input can cost something, itself or what is inside it.</summary>
    public static bool IsWeighted(InputValue input) => IsWeighted(input, []);

    private static bool IsWeighted(InputValue input, HashSet<InputObjectType> visited) =>
        WeightOf(input) > 0
        || (input.Type.Named is InputObjectType type && visited.Add(type) && type.Fields.Any(field => IsWeighted(field, visited)));

    private static double? Find(ImmutableArray<Directive> directives)
    {
        foreach (var directive in directives)
        {
            if (directive.Name.Value != CostDirectives.Cost.Name)
                continue;
            var text = directive.Arguments.FirstOrDefault(static argument => argument.Name.Value == "weight")?.Value switch
            {
                StringValue value => value.Text,
                IntValue value => value.Text,
                FloatValue value => value.Text,
                _ => null,
            };
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) && double.IsFinite(weight))
                return Math.Clamp(weight, 0, OperationCost.Most);
        }

        return null;
    }
}
