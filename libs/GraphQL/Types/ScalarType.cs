using System.Text.Json;
using GraphQL.Execution;
using GraphQL.Language;

namespace GraphQL.Types;

/// <summary>A leaf with a value of its own. A coercion that fails throws <see cref="CoercionException"/>.</summary>
public abstract class ScalarType : NamedType
{
    /// <summary>Where its format is specified; null when nowhere.</summary>
    public string? SpecifiedByUrl { get; set; }

    /// <summary>The value of a literal; never a null literal, a variable, or a list or object with variables in it.</summary>
    public abstract object? ParseLiteral(Value literal);

    /// <summary>The value of a variable, or of a part of one; never JSON null.</summary>
    public abstract object? ParseValue(JsonElement value, CoercionContext context);

    /// <summary>Writes a result; <paramref name="value"/> is never null.</summary>
    public abstract void Write(object value, ResultWriter writer);

    /// <summary>The literal of a default value that comes from C#; <paramref name="value"/> is never null.</summary>
    public abstract Value ToLiteral(object value);
}

/// <summary>What the coercion of variables can reach besides the value itself.</summary>
public sealed class CoercionContext
{
    /// <summary>With no files.</summary>
    public static CoercionContext Empty { get; } = new();

    /// <summary>Files of a multipart request, by the key that stands in their place among the variables.</summary>
    public IReadOnlyDictionary<string, UploadedFile> Files { get; init; } = new Dictionary<string, UploadedFile>();
}

/// <summary>Says why a value does not fit its type, in a sentence that the client may see.</summary>
/// <param name="message">The sentence.</param>
/// <param name="code">For <c>extensions.code</c>; null: the code of the place where the value stands.</param>
public sealed class CoercionException(string message, string? code = null) : Exception(message)
{
    /// <summary>For <c>extensions.code</c>; null: the code of the place where the value stands.</summary>
    public string? Code { get; } = code;

    /// <summary>The innermost input field that is at fault, as <c>Input.field</c>; null when it is no input object's.</summary>
    internal string? Coordinate { get; private set; }

    /// <summary>Where the fault is inside the value, from the inside out.</summary>
    internal List<object> Steps { get; } = [];

    /// <summary>The same fault, seen from the value around it.</summary>
    internal CoercionException Within(object step, string? coordinate = null)
    {
        Steps.Add(step);
        Coordinate ??= coordinate;
        return this;
    }

    /// <summary>The path of the fault in an argument or variable of that name.</summary>
    internal List<object> PathIn(string name) => [name, .. Enumerable.Reverse(Steps)];
}
