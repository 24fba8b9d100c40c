using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Execution;

/// <summary>
/// Holds literals against the rules of the arguments and input fields they stand in. Variables among them are checked where they are coerced.
/// </summary>
internal sealed class LiteralConstraints
{
    private readonly Action<string, IReadOnlyList<object>, string> _tell;
    private readonly VariableValues _variables;
    private readonly List<object> _path = [];

    private LiteralConstraints(VariableValues variables, Action<string, IReadOnlyList<object>, string> tell)
    {
        _variables = variables;
        _tell = tell;
    }

    /// <summary>True when rules apply to a part of the literal.</summary>
    public static bool Concern(InputValue input, Value literal) => !input.Constraints.IsEmpty || literal switch
    {
        ListValue list => list.Items.Any(item => Concern(input, item)),
        ObjectValue @object when input.Type.Named is InputObjectType type =>
            @object.Fields.Any(given => type.FindField(given.Name.Value) is { } field && Concern(field, given.Value)),
        _ => false,
    };

    /// <summary>Tells every rule that is broken: coordinate, path from <paramref name="name"/> on, and why.</summary>
    /// <param name="name">What the path begins with.</param>
    /// <param name="input">What the literal is a value of.</param>
    /// <param name="coordinate">Of that.</param>
    /// <param name="literal">One that fits the type; otherwise what does not is left to coercion.</param>
    /// <param name="variables">Values of the variables in it.</param>
    /// <param name="tell">Told each; the path is a different one each time.</param>
    public static void Check(
        string name, InputValue input, string coordinate, Value literal, VariableValues variables, Action<string, IReadOnlyList<object>, string> tell)
    {
        var checks = new LiteralConstraints(variables, tell);
        checks._path.Add(name);
        checks.Visit(input, coordinate, literal);
    }

    private void Visit(InputValue input, string coordinate, Value literal)
    {
        if (literal is Variable or NullValue)
            return;
        if (!input.Constraints.IsEmpty && TryCoerce(input.Type, literal, out var value))
        {
            foreach (var constraint in input.Constraints)
                constraint.Check(value, _path, reason => _tell(coordinate, [.. _path], reason));
        }

        Descend(input.Type.Named, literal);
    }

    private void Descend(NamedType named, Value literal)
    {
        if (named is not InputObjectType type)
            return;
        if (literal is ListValue list)
        {
            for (var i = 0; i < list.Items.Length; i++)
            {
                _path.Add(i);
                Descend(type, list.Items[i]);
                _path.RemoveAt(_path.Count - 1);
            }
        }

        foreach (var given in (literal as ObjectValue)?.Fields ?? [])
        {
            if (type.FindField(given.Name.Value) is not { } field)
                continue;
            _path.Add(field.Name);
            Visit(field, $"{type.Name}.{field.Name}", given.Value);
            _path.RemoveAt(_path.Count - 1);
        }
    }

    /// <summary>The value that rules are about. Of input objects only their number can matter, so none is made.</summary>
    private bool TryCoerce(SchemaType type, Value literal, out object? value)
    {
        if (type.Named is InputObjectType)
        {
            value = literal is ListValue list ? new object?[list.Items.Length] : new object();
            return true;
        }

        try
        {
            value = LiteralCoercion.Coerce(type, literal, _variables);
            return true;
        }
        catch (CoercionException)
        {
            value = null;
            return false;
        }
    }
}
