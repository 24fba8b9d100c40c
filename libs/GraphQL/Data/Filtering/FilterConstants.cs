using GraphQL.Types;

namespace GraphQL.Data;

/// <summary>Brings coerced arguments to the types that the compared values have in C#.</summary>
internal static class FilterConstants
{
    /// <summary>The constant; throws <c>BAD_ARGUMENT</c> when the type cannot hold it.</summary>
    public static object Convert(object value, Type type, string place)
    {
        if (type.IsInstanceOfType(value))
            return value;
        try
        {
            return value switch
            {
                DateTimeOffset instant when type == typeof(DateTime) => instant.UtcDateTime,
                DateTime instant when type == typeof(DateTimeOffset) => new DateTimeOffset(DateTime.SpecifyKind(instant, DateTimeKind.Utc)),
                _ => System.Convert.ChangeType(value, type),
            };
        }
        catch (Exception exception) when (exception is OverflowException or InvalidCastException or FormatException)
        {
            throw DataErrors.BadConstant(place, value, type);
        }
    }

    /// <summary>The raw id inside a global one; throws <c>BAD_ARGUMENT</c> for ids of other types.</summary>
    public static object ReadId(object value, IReadOnlySet<string> typeNames, Type type, string place)
    {
        if (value is not NodeId id && !NodeId.TryParse((string)value, out id))
            throw DataErrors.BadId(place, typeNames);
        if (!typeNames.Contains(id.TypeName) || !id.TryRead(type, out var raw))
            throw DataErrors.BadId(place, typeNames);
        return raw;
    }
}
