using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace GraphQL.Types;

/// <summary>What a global id says: whose id, and which. On the wire it is opaque, the base64url form of <c>Type:value</c>.</summary>
/// <param name="TypeName">The name of an object type.</param>
/// <param name="Value">The raw id as text: a UUID lower case with hyphens, a number in decimal digits, or any text.</param>
public readonly record struct NodeId(string TypeName, string Value)
{
    /// <summary>The longest global id that is taken in, in characters.</summary>
    public const int MaximumLength = 512;

    /// <summary>Of a raw id that is text, a UUID or a whole number.</summary>
    public static NodeId Of(string typeName, object value) => new(typeName, value switch
    {
        string text => text,
        Guid uuid => uuid.ToString("D"),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A {value.GetType().Name} cannot be an id; use text, a UUID or a whole number.", nameof(value)),
    });

    /// <summary>Reads a global id; false when it is none.</summary>
    public static bool TryParse(string text, out NodeId id)
    {
        id = default;
        if (text.Length is 0 or > MaximumLength || !Base64Url.IsValid(text))
            return false;
        var bytes = Base64Url.DecodeFromChars(text);
        if (!Utf8.IsValid(bytes))
            return false;
        var decoded = Encoding.UTF8.GetString(bytes);
        var colon = decoded.IndexOf(':');
        if (colon < 1)
            return false;
        id = new NodeId(decoded[..colon], decoded[(colon + 1)..]);
        return true;
    }

    /// <summary>True for types that a raw id can have in C#.</summary>
    public static bool IsSupported(Type type) =>
        type == typeof(string) || type == typeof(Guid) || type == typeof(int) || type == typeof(long) || type == typeof(short);

    /// <summary>The raw id as one of the types that <see cref="IsSupported"/> tells; false when it does not read as one.</summary>
    public bool TryRead(Type type, [NotNullWhen(true)] out object? value)
    {
        value = null;
        if (type == typeof(string))
            value = Value;
        else if (type == typeof(Guid) && Guid.TryParseExact(Value, "D", out var uuid))
            value = uuid;
        else if (type == typeof(int) && int.TryParse(Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var int32))
            value = int32;
        else if (type == typeof(long) && long.TryParse(Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var int64))
            value = int64;
        else if (type == typeof(short) && short.TryParse(Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var int16))
            value = int16;
        return value is not null;
    }

    /// <summary>The opaque form.</summary>
    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{TypeName}:{Value}"));
}
