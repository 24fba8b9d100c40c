using System.Collections.Immutable;

namespace GraphQL.Types;

/// <summary>The scalars that every schema may use; September 2025, section "Scalars". Shared by all schemas.</summary>
public static class SpecifiedScalars
{
    /// <summary>A whole number of 32 bits; the value is a boxed <see cref="int"/>.</summary>
    public static ScalarType Int { get; } = new IntType();

    /// <summary>A finite number of 64 bits; the value is a boxed <see cref="double"/>.</summary>
    public static ScalarType Float { get; } = new FloatType();

    /// <summary>Text; the value is a <see cref="string"/>.</summary>
    public static ScalarType String { get; } = new StringType();

    /// <summary>True or false; the value is a boxed <see cref="bool"/>.</summary>
    public static ScalarType Boolean { get; } = new BooleanType();

    /// <summary>An opaque identifier; the value is a <see cref="string"/>.</summary>
    public static ScalarType Id { get; } = new IdType();

    /// <summary>All of them.</summary>
    public static ImmutableArray<ScalarType> All { get; } = [String, Int, Float, Boolean, Id];

    /// <summary>The specified scalar of that name; null when there is none.</summary>
    public static ScalarType? Find(string name) => name switch
    {
        "Int" => Int,
        "Float" => Float,
        "String" => String,
        "Boolean" => Boolean,
        "ID" => Id,
        _ => null,
    };
}
