using System.Collections.Immutable;
using System.Text.Json;

namespace GraphQL.Types;

/// <summary>
/// Scalars beyond those of the specification, and which scalar a C# type is. Shared by all schemas; one that is not used is not in a
/// schema.
/// </summary>
public static class CommonScalars
{
    /// <summary>A signed 64-bit integer; the value is a boxed <see cref="long"/>.</summary>
    public static ScalarType Long { get; } = new LongType();

    /// <summary>A signed 16-bit integer; the value is a boxed <see cref="short"/>.</summary>
    public static ScalarType Short { get; } = new ShortType();

    /// <summary>An unsigned 8-bit integer; the value is a boxed <see cref="byte"/>.</summary>
    public static ScalarType Byte { get; } = new ByteType();

    /// <summary>A decimal number; the value is a boxed <see cref="decimal"/>.</summary>
    public static ScalarType Decimal { get; } = new DecimalType();

    /// <summary>An instant; the value is a boxed <see cref="DateTimeOffset"/>.</summary>
    public static ScalarType DateTime { get; } = new DateTimeType();

    /// <summary>A calendar day; the value is a boxed <see cref="DateOnly"/>.</summary>
    public static ScalarType Date { get; } = new DateType();

    /// <summary>A UUID; the value is a boxed <see cref="Guid"/>.</summary>
    public static ScalarType Uuid { get; } = new UuidType();

    /// <summary>Any JSON value; the value is a boxed <see cref="JsonElement"/>.</summary>
    public static ScalarType Json { get; } = new JsonType();

    /// <summary>A file of a multipart request; the value is an <see cref="UploadedFile"/>.</summary>
    public static ScalarType Upload { get; } = new UploadType();

    /// <summary>Which scalar each C# type is.</summary>
    public static ImmutableArray<(ScalarType Scalar, Type Type)> Bindings { get; } =
    [
        (SpecifiedScalars.String, typeof(string)),
        (SpecifiedScalars.Boolean, typeof(bool)),
        (SpecifiedScalars.Int, typeof(int)),
        (SpecifiedScalars.Float, typeof(double)),
        (SpecifiedScalars.Float, typeof(float)),
        (Long, typeof(long)),
        (Short, typeof(short)),
        (Byte, typeof(byte)),
        (Decimal, typeof(decimal)),
        (DateTime, typeof(DateTimeOffset)),
        (Date, typeof(DateOnly)),
        (Uuid, typeof(Guid)),
        (Json, typeof(JsonElement)),
        (Json, typeof(JsonDocument)),
        (Upload, typeof(UploadedFile)),
    ];
}
