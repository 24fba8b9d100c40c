using System.Collections;
using System.Collections.Immutable;
using System.Reflection;

namespace GraphQL.Types;

/// <summary>Makes coerced values fit C# types: the list types that C# wants, optional values, narrower numbers.</summary>
internal static class ValueConversion
{
    /// <summary>The conversion to a type; null when coerced values fit as they are.</summary>
    /// <param name="type">What is wanted.</param>
    /// <param name="leaf">Applied to the values inside all lists; null: nothing is.</param>
    /// <exception cref="SchemaBuildException">Lists of that type cannot be made.</exception>
    public static Func<object?, object?>? For(AnnotatedType type, Func<object?, object?>? leaf)
    {
        if (type.Is(typeof(Optional<>)))
            return ToOptional(type.Arguments[0], For(type.Arguments[0], leaf));
        if (type.ElementType is { } element && type.Type != typeof(string))
            return ToList(type.Type, element, For(element, leaf));
        if (type.Type == typeof(float))
            leaf = static value => value is double number ? (float)number : value;
        return leaf is null ? null : value => value is null ? null : leaf(value);
    }

    private static Func<object?, object?> ToList(Type type, AnnotatedType element, Func<object?, object?>? convert)
    {
        var elementType = element is { IsNullable: true, Type.IsValueType: true }
            ? typeof(Nullable<>).MakeGenericType(element.Type)
            : element.Type;
        var name = new[] { nameof(Array), nameof(List), nameof(ImmutableArray), nameof(ImmutableList), nameof(HashSet) }
            .FirstOrDefault(candidate => type.IsAssignableFrom(ListOf(candidate, elementType)))
            ?? throw new SchemaBuildException($"A list cannot be made as {TypeText.Of(type)}; use IReadOnlyList<{TypeText.Of(elementType)}>.");
        var create = typeof(ValueConversion).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(elementType)
            .CreateDelegate<Func<IEnumerable, Func<object?, object?>?, object>>();
        return value => value is null ? null : create((IEnumerable)value, convert);
    }

    private static Type ListOf(string name, Type element) => name switch
    {
        nameof(Array) => element.MakeArrayType(),
        nameof(List) => typeof(List<>).MakeGenericType(element),
        nameof(ImmutableArray) => typeof(ImmutableArray<>).MakeGenericType(element),
        nameof(ImmutableList) => typeof(ImmutableList<>).MakeGenericType(element),
        _ => typeof(HashSet<>).MakeGenericType(element),
    };

    private static Func<object?, object?> ToOptional(AnnotatedType inner, Func<object?, object?>? convert)
    {
        var type = inner is { IsNullable: true, Type.IsValueType: true } ? typeof(Nullable<>).MakeGenericType(inner.Type) : inner.Type;
        var create = typeof(ValueConversion).GetMethod(nameof(Optional), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type)
            .CreateDelegate<Func<object?, object>>();
        return value =>
        {
            // The schema has no word for "may be left out, but not null".
            if (value is null && !inner.IsNullable)
                throw new CoercionException("it may be left out, but not be null");
            return create(convert is null ? value : convert(value));
        };
    }

    private static object Optional<T>(object? value) => new Optional<T>((T?)value);

    private static object Array<T>(IEnumerable source, Func<object?, object?>? convert) =>
        List<T>(source, convert) is List<T> list ? list.ToArray() : [];

    private static object List<T>(IEnumerable source, Func<object?, object?>? convert)
    {
        var result = source is ICollection collection ? new List<T>(collection.Count) : [];
        foreach (var item in source)
            result.Add((T)(convert is null ? item : convert(item))!);
        return result;
    }

    private static object ImmutableArray<T>(IEnumerable source, Func<object?, object?>? convert) =>
        System.Collections.Immutable.ImmutableArray.CreateRange((IEnumerable<T>)List<T>(source, convert));

    private static object ImmutableList<T>(IEnumerable source, Func<object?, object?>? convert) =>
        System.Collections.Immutable.ImmutableList.CreateRange((IEnumerable<T>)List<T>(source, convert));

    private static object HashSet<T>(IEnumerable source, Func<object?, object?>? convert) =>
        new HashSet<T>((IEnumerable<T>)List<T>(source, convert));
}
