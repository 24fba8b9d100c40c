using System.Linq.Expressions;
using System.Reflection;
using GraphQL.Types;

namespace GraphQL.Execution;

/// <summary>Reads a leaf property of an object and writes it; false, and nothing written, when it is null.</summary>
internal delegate bool LeafReader(object parent, ResultWriter writer);

/// <summary>Compiles readers of properties.</summary>
internal static class PropertyReader
{
    private static readonly MethodInfo OfReference = Method(nameof(ForReference));
    private static readonly MethodInfo OfValue = Method(nameof(ForValue));
    private static readonly MethodInfo OfNullable = Method(nameof(ForNullable));
    private static readonly MethodInfo OfEnum = Method(nameof(ForEnum));
    private static readonly MethodInfo OfNullableEnum = Method(nameof(ForNullableEnum));

    /// <summary>A reader that boxes values as far as <typeparamref name="T"/> demands it.</summary>
    public static Func<object, T> Compile<T>(PropertyInfo property)
    {
        var parent = Expression.Parameter(typeof(object), "parent");
        Expression value = Expression.Property(Expression.Convert(parent, property.DeclaringType!), property);
        if (property.PropertyType != typeof(T))
            value = Expression.Convert(value, typeof(T));
        return Expression.Lambda<Func<object, T>>(value, parent).Compile();
    }

    /// <summary>A reader that writes what it reads without boxing; null when the leaf has no writer for the property's type.</summary>
    public static LeafReader? CompileLeaf(PropertyInfo property, NamedType leaf)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var isNullable = type != property.PropertyType;
        var (method, argument) = leaf switch
        {
            EnumType @enum when type.IsEnum => (isNullable ? OfNullableEnum : OfEnum, (object)@enum),
            ScalarType when typeof(IScalarWriter<>).MakeGenericType(type).IsInstanceOfType(leaf) =>
                (isNullable ? OfNullable : type.IsValueType ? OfValue : OfReference, leaf),
            _ => (null, leaf),
        };
        return (LeafReader?)method?.MakeGenericMethod(type).Invoke(null, [property, argument]);
    }

    private static LeafReader ForReference<T>(PropertyInfo property, IScalarWriter<T> scalar)
        where T : class
    {
        var read = Compile<T?>(property);
        return (parent, writer) =>
        {
            if (read(parent) is not { } value)
                return false;
            scalar.Write(value, writer);
            return true;
        };
    }

    private static LeafReader ForValue<T>(PropertyInfo property, IScalarWriter<T> scalar)
        where T : struct
    {
        var read = Compile<T>(property);
        return (parent, writer) =>
        {
            scalar.Write(read(parent), writer);
            return true;
        };
    }

    private static LeafReader ForNullable<T>(PropertyInfo property, IScalarWriter<T> scalar)
        where T : struct
    {
        var read = Compile<T?>(property);
        return (parent, writer) =>
        {
            if (read(parent) is not { } value)
                return false;
            scalar.Write(value, writer);
            return true;
        };
    }

    private static LeafReader ForEnum<T>(PropertyInfo property, EnumType type)
        where T : struct, Enum
    {
        var read = Compile<T>(property);
        var names = EnumNames.Of<T>(type);
        return (parent, writer) =>
        {
            writer.WriteRaw(EnumNames.Find(names, type, read(parent)));
            return true;
        };
    }

    private static LeafReader ForNullableEnum<T>(PropertyInfo property, EnumType type)
        where T : struct, Enum
    {
        var read = Compile<T?>(property);
        var names = EnumNames.Of<T>(type);
        return (parent, writer) =>
        {
            if (read(parent) is not { } value)
                return false;
            writer.WriteRaw(EnumNames.Find(names, type, value));
            return true;
        };
    }

    private static MethodInfo Method(string name) => typeof(PropertyReader).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!;
}
