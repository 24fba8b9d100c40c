using System.Collections;
using GraphQL.Language;

namespace GraphQL.Types;

/// <summary>Defaults of C# as the schema writes them.</summary>
internal static class Literals
{
    /// <summary>The literal of a C# value.</summary>
    /// <exception cref="SchemaBuildException">The value does not fit the type.</exception>
    public static Value Of(object? value, SchemaType type)
    {
        switch (type)
        {
            case NonNullType nonNull:
                return value is null
                    ? throw new SchemaBuildException($"The default is null, but {nonNull} takes no null; make the type nullable.")
                    : Of(value, nonNull.InnerType);
            case var _ when value is null:
                return new NullValue();
            case ListType list:
                return value is IEnumerable items and not string
                    ? new ListValue { Items = [.. items.Cast<object?>().Select(item => Of(item, list.ElementType))] }
                    : Of(value, list.ElementType);
            case EnumType @enum:
                return @enum.FindByValue(value) is { } member
                    ? new EnumValue { Text = member.Name }
                    : throw new SchemaBuildException($"The default {value} is no value of {@enum.Name}.");
            case ScalarType scalar:
                return OfScalar(value, scalar);
            default:
                throw new SchemaBuildException(
                    $"{type} cannot have a default that is written in C#; make it nullable and fill it in where it is used.");
        }
    }

    private static Value OfScalar(object value, ScalarType scalar)
    {
        try
        {
            return scalar.ToLiteral(value);
        }
        catch (CoercionException exception)
        {
            throw new SchemaBuildException($"The default does not fit: {exception.Message}");
        }
    }
}
