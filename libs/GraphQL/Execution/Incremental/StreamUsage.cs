using System.Globalization;
using GraphQL.Language;

namespace GraphQL.Execution;

/// <summary>A <c>@stream</c> on a field of the plan, one that is not turned off.</summary>
internal sealed class StreamUsage
{
    private readonly Value? _initialCount;

    /// <summary>For a directive on a field.</summary>
    /// <param name="directive">The directive.</param>
    /// <param name="items">The field as elements that come later are written: part of no deferral any more.</param>
    public StreamUsage(Directive directive, FieldPlan items)
    {
        Items = items;
        Label = (directive.Find("label") as StringValue)?.Text;
        _initialCount = directive.Find("initialCount");
    }

    public string? Label { get; }

    public FieldPlan Items { get; }

    /// <summary>How many elements come at once; a <see cref="GraphQLException"/> when the number is negative or missing.</summary>
    public int InitialCount(VariableValues variables)
    {
        if (_initialCount is null)
            return 0;
        var value = _initialCount switch
        {
            IntValue literal when int.TryParse(literal.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
            Variable variable => ReferenceEquals(variables[variable.Name.Value], VariableValues.Absent) ? 0 : variables[variable.Name.Value],
            _ => null,
        };
        return value is int count and >= 0 ? count : throw new GraphQLException(ExecutionErrors.BadInitialCount());
    }
}
