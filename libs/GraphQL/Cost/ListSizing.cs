using GraphQL.Execution;
using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Cost;

/// <summary>How many elements a list has, by what <c>@listSize</c> says of it and what a request gives.</summary>
internal sealed class ListSizing
{
    private readonly string _coordinate;
    private readonly double _otherwise;
    private readonly bool _requiresOne;
    private readonly (InputValue Definition, Value? Given, string[] Path)[] _slicing;

    private ListSizing(string coordinate, Directive directive, OutputField field, Field node, int defaultSize)
    {
        _coordinate = coordinate;
        SizedFields = [.. Names(directive, "sizedFields")];
        SlicingArguments = [.. Names(directive, "slicingArguments")];
        _slicing = [.. SlicingArguments.Select(path => Slicing(path, field, node)).OfType<(InputValue, Value?, string[])>()];
        _requiresOne = _slicing.Length > 0 && Find(directive, "requireOneSlicingArgument") is not BooleanValue { Value: false };
        _otherwise = Number(directive, "slicingArgumentDefaultValue") ?? Number(directive, "assumedSize") ?? defaultSize;
        DependsOnVariables = _slicing.Any(static slicing => slicing.Given is not null && LiteralCoercion.HasVariables(slicing.Given));
    }

    /// <summary>Lists inside the field's object that have the size, in the stead of the field itself.</summary>
    public string[] SizedFields { get; }

    public bool DependsOnVariables { get; }

    private string[] SlicingArguments { get; }

    /// <summary>What the schema says of a field; null when it says nothing.</summary>
    public static ListSizing? For(string coordinate, OutputField field, Field node, int defaultSize) =>
        field.AppliedDirectives.FirstOrDefault(static directive => directive.Name.Value == CostDirectives.ListSize.Name) is { } directive
            ? new ListSizing(coordinate, directive, field, node, defaultSize)
            : null;

    /// <summary>The number; a <see cref="GraphQLException"/> when the request must say and does not.</summary>
    public double Evaluate(VariableValues variables)
    {
        var given = 0;
        double? most = null;
        foreach (var (definition, literal, path) in _slicing)
        {
            var value = GivenValue.Of(definition, literal, variables);
            foreach (var name in path)
                value = value.Member(name, variables);
            if (!value.IsGiven)
                continue;
            given++;
            if (value.Count() is { } count)
                most = Math.Max(most ?? 0, Math.Min(count, OperationCost.Most));
        }

        if (_requiresOne && given != 1)
            throw CostErrors.SlicingArguments(_coordinate, SlicingArguments, given);
        return most ?? _otherwise;
    }

    private static (InputValue Definition, Value? Given, string[] Path)? Slicing(string path, OutputField field, Field node)
    {
        var steps = path.Split('.');
        return field.FindArgument(steps[0]) is { } definition
            ? (definition, node.Arguments.FirstOrDefault(argument => argument.Name.Value == steps[0])?.Value, steps[1..])
            : null;
    }

    private static Value? Find(Directive directive, string name) =>
        directive.Arguments.FirstOrDefault(argument => argument.Name.Value == name)?.Value;

    private static double? Number(Directive directive, string name) =>
        Find(directive, name) is IntValue value && int.TryParse(value.Text, out var number) && number >= 0 ? number : null;

    private static IEnumerable<string> Names(Directive directive, string name) => Find(directive, name) switch
    {
        ListValue list => list.Items.OfType<StringValue>().Select(static item => item.Text),
        StringValue single => [single.Text],
        _ => [],
    };
}
