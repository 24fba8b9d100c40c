using System.Collections.Immutable;
using System.Reflection;

namespace GraphQL.Types;

/// <summary>A C# type with what its annotations say of null, at every depth.</summary>
public sealed class AnnotatedType
{
    private AnnotatedType(Type type, bool isNullable, ImmutableArray<AnnotatedType> arguments)
    {
        Type = type;
        IsNullable = isNullable;
        Arguments = arguments;
    }

    /// <summary>The type; never a <see cref="Nullable{T}"/>, which is its inside with <see cref="IsNullable"/>.</summary>
    public Type Type { get; }

    /// <summary>True when null is a value; where C# says nothing, too.</summary>
    public bool IsNullable { get; }

    /// <summary>Type arguments; the element of an array.</summary>
    public ImmutableArray<AnnotatedType> Arguments { get; }

    /// <summary>
    /// What a list holds: of arrays and of everything enumerable besides text and dictionaries; null when this is no list.
    /// </summary>
    public AnnotatedType? ElementType
    {
        get
        {
            if (Type.IsArray)
                return Arguments[0];
            if (Type == typeof(string) || Find(Type, typeof(IDictionary<,>)) is not null || Find(Type, typeof(IReadOnlyDictionary<,>)) is not null)
                return null;
            var enumerable = Find(Type, typeof(IEnumerable<>)) ?? Find(Type, typeof(IAsyncEnumerable<>));
            if (enumerable is null)
                return null;
            var element = Of(enumerable.GetGenericArguments()[0]);
            return Arguments.FirstOrDefault(argument => argument.Type == element.Type) ?? element;
        }
    }

    /// <summary>A type that nothing annotates: null is a value of <see cref="Nullable{T}"/> alone.</summary>
    public static AnnotatedType Of(Type type)
    {
        var inner = Nullable.GetUnderlyingType(type);
        var arguments = (inner ?? type).IsArray ? [type.GetElementType()!] : (inner ?? type).GetGenericArguments();
        return new AnnotatedType(inner ?? type, inner is not null, [.. arguments.Select(Of)]);
    }

    /// <summary>The type of a property, as it is read.</summary>
    public static AnnotatedType Of(PropertyInfo property) => From(new NullabilityInfoContext().Create(property));

    /// <summary>The type of a parameter, or of what a method returns by its <see cref="MethodInfo.ReturnParameter"/>.</summary>
    public static AnnotatedType Of(ParameterInfo parameter) => From(new NullabilityInfoContext().Create(parameter));

    /// <summary>This type, nullable or not.</summary>
    public AnnotatedType With(bool isNullable) => new(Type, isNullable, Arguments);

    /// <summary>True for a generic type of that definition.</summary>
    public bool Is(Type definition) => Type.IsGenericType && Type.GetGenericTypeDefinition() == definition;

    /// <inheritdoc/>
    public override string ToString() => TypeText.Of(Type) + (IsNullable ? "?" : "");

    private static AnnotatedType From(NullabilityInfo info)
    {
        var inner = Nullable.GetUnderlyingType(info.Type);
        var arguments = info.ElementType is { } element ? [From(element)] : info.GenericTypeArguments.Select(From);
        var isNullable = inner is not null || (!info.Type.IsValueType && info.ReadState != NullabilityState.NotNull);
        return new AnnotatedType(inner ?? info.Type, isNullable, [.. arguments]);
    }

    private static Type? Find(Type type, Type definition) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == definition
            ? type
            : type.GetInterfaces().FirstOrDefault(item => item.IsGenericType && item.GetGenericTypeDefinition() == definition);
}
