using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Authorization;

/// <summary>Takes the names of hidden arguments and fields out of what <c>@listSize</c> says, since it is printed with the schema.</summary>
/// <param name="hidden">What a view does not have, by reference.</param>
internal sealed class VisibleSizes(HashSet<object> hidden)
{
    /// <summary>A directive applied to a field, without what is hidden; the same one when that is nothing.</summary>
    public Directive Of(OutputField field, Directive directive)
    {
        if (directive.Name.Value != CostDirectives.ListSize.Name)
            return directive;
        var arguments = directive.Arguments.Select(argument => Of(field, argument)).OfType<Argument>().ToList();
        return arguments.SequenceEqual(directive.Arguments) ? directive : new Directive { Name = directive.Name, Arguments = [.. arguments] };
    }

    /// <summary>Null when nothing is left.</summary>
    private Argument? Of(OutputField field, Argument argument)
    {
        Func<OutputField, string[], bool>? isVisible = argument.Name.Value switch
        {
            "slicingArguments" => IsVisibleInput,
            "sizedFields" => IsVisibleOutput,
            _ => null,
        };
        if (isVisible is null)
            return argument;
        var names = (argument.Value as ListValue)?.Items ?? [argument.Value];
        var visible = names.Where(name => name is not StringValue { Text: var path } || isVisible(field, path.Split('.'))).ToList();
        if (visible.Count == names.Length)
            return argument;
        return visible.Count == 0 ? null : new Argument { Name = argument.Name, Value = new ListValue { Items = [.. visible] } };
    }

    private bool IsVisibleInput(OutputField field, string[] path)
    {
        var input = field.FindArgument(path[0]);
        foreach (var name in path[1..])
        {
            if (input is null || hidden.Contains(input))
                break;
            input = (input.Type.Named as InputObjectType)?.FindField(name);
        }

        return input is null || !hidden.Contains(input);
    }

    private bool IsVisibleOutput(OutputField field, string[] path)
    {
        foreach (var name in path)
        {
            if ((field.Type.Named as ComplexType)?.FindField(name) is not { } next)
                return true;
            if (hidden.Contains(next))
                return false;
            field = next;
        }

        return true;
    }
}
