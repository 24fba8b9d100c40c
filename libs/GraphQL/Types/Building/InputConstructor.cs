using System.Linq.Expressions;
using System.Reflection;

namespace GraphQL.Types;

/// <summary>An input field and where its value goes.</summary>
/// <param name="Name">In the schema.</param>
/// <param name="Member">In C#.</param>
/// <param name="Convert">Makes coerced values fit; null: they fit.</param>
internal sealed record InputSlot(string Name, InputMember Member, Func<object?, object?>? Convert);

/// <summary>Compiles the making of input classes from coerced fields: by constructor, then by setters for what was given.</summary>
internal static class InputConstructor
{
    private static readonly MethodInfo TryGet = typeof(InputConstructor).GetMethod(nameof(TryGetField), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static Func<IReadOnlyDictionary<string, object?>, object> Compile(InputShape shape, IReadOnlyList<InputSlot> slots)
    {
        var fields = Expression.Parameter(typeof(IReadOnlyDictionary<string, object?>), "fields");
        var value = Expression.Variable(typeof(object), "value");
        var result = Expression.Variable(shape.Type, "result");
        var byParameter = slots.Where(static slot => slot.Member.Parameter is not null).ToDictionary(static slot => slot.Member.Parameter!);

        var arguments = (shape.Constructor?.GetParameters() ?? []).Select(parameter => byParameter.TryGetValue(parameter, out var slot)
            ? Expression.Condition(Given(fields, value, slot), Typed(value, parameter.ParameterType), DefaultOf(parameter))
            : DefaultOf(parameter));
        var body = new List<Expression>
        {
            Expression.Assign(result, shape.Constructor is null ? Expression.New(shape.Type) : Expression.New(shape.Constructor, arguments)),
        };
        foreach (var slot in slots.Where(static slot => slot.Member.Parameter is null))
        {
            // A field that was not given keeps what the class itself sets.
            var property = Expression.Property(result, slot.Member.Property);
            body.Add(Expression.IfThen(Given(fields, value, slot), Expression.Assign(property, Typed(value, property.Type))));
        }

        body.Add(Expression.Convert(result, typeof(object)));
        return Expression.Lambda<Func<IReadOnlyDictionary<string, object?>, object>>(Expression.Block([value, result], body), fields).Compile();
    }

    private static MethodCallExpression Given(ParameterExpression fields, ParameterExpression value, InputSlot slot) =>
        Expression.Call(TryGet, fields, Expression.Constant(slot.Name), Expression.Constant(slot.Convert, typeof(Func<object?, object?>)), value);

    private static Expression Typed(ParameterExpression value, Type type) =>
        // Null for what is not nullable cannot come from a valid request; should it, the default is better than a crash.
        type.IsValueType && Nullable.GetUnderlyingType(type) is null
            ? Expression.Condition(Expression.ReferenceEqual(value, Expression.Constant(null)), Expression.Default(type), Expression.Convert(value, type))
            : Expression.Convert(value, type);

    private static Expression DefaultOf(ParameterInfo parameter) => parameter is { HasDefaultValue: true, DefaultValue: { } value }
        ? Expression.Constant(Fit(value, parameter.ParameterType), parameter.ParameterType)
        : Expression.Default(parameter.ParameterType);

    private static object Fit(object value, Type type)
    {
        var inner = Nullable.GetUnderlyingType(type) ?? type;
        return inner.IsEnum && !value.GetType().IsEnum ? Enum.ToObject(inner, value) : value;
    }

    private static bool TryGetField(
        IReadOnlyDictionary<string, object?> fields, string name, Func<object?, object?>? convert, out object? value)
    {
        if (!fields.TryGetValue(name, out value))
            return false;
        if (convert is null)
            return true;
        try
        {
            value = convert(value);
            return true;
        }
        catch (CoercionException exception)
        {
            throw new CoercionException($"the field \"{name}\" does not fit: {exception.Message}", exception.Code);
        }
    }
}
