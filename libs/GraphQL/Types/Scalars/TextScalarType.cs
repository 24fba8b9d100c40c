using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using GraphQL.Execution;
using GraphQL.Language;

namespace GraphQL.Types;

/// <summary>A scalar whose values are text of one form, in documents, variables and responses alike.</summary>
/// <typeparam name="T">What the text stands for.</typeparam>
public abstract class TextScalarType<T> : ScalarType, IScalarWriter<T>
    where T : notnull
{
    /// <summary>A scalar of <typeparamref name="T"/>.</summary>
    /// <param name="name">Unique in its schema.</param>
    /// <param name="description">Markdown.</param>
    /// <param name="specifiedByUrl">Where the form is specified; null when nowhere.</param>
    [SetsRequiredMembers]
    protected TextScalarType(string name, string description, string? specifiedByUrl = null)
    {
        Name = name;
        Description = description;
        SpecifiedByUrl = specifiedByUrl;
        RuntimeType = typeof(T);
    }

    /// <summary>The most characters of text that <see cref="Format"/> writes.</summary>
    protected abstract int MaximumLength { get; }

    /// <summary>How errors name the form, such as <c>a day as yyyy-MM-dd</c>.</summary>
    protected abstract string Form { get; }

    /// <inheritdoc/>
    public sealed override object? ParseLiteral(Value literal) =>
        literal is StringValue text && TryParse(text.Text, out var value) ? value : throw Unfit(LiteralText.Excerpt(literal));

    /// <inheritdoc/>
    public sealed override object? ParseValue(JsonElement value, CoercionContext context) =>
        value.ValueKind == JsonValueKind.String && TryParse(value.GetString(), out var result)
            ? result
            : throw Unfit(JsonText.Excerpt(value));

    /// <inheritdoc/>
    public sealed override void Write(object value, ResultWriter writer) => Write(Coerce(value), writer);

    /// <summary>Writes a result without boxing it.</summary>
    public void Write(T value, ResultWriter writer)
    {
        Span<char> text = stackalloc char[MaximumLength];
        writer.WriteString(text[..Format(value, text)]);
    }

    /// <inheritdoc/>
    public sealed override Value ToLiteral(object value)
    {
        Span<char> text = stackalloc char[MaximumLength];
        return new StringValue { Text = new string(text[..Format(Coerce(value), text)]) };
    }

    /// <summary>Reads the text; false when it is not of the form.</summary>
    protected abstract bool TryParse(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out T value);

    /// <summary>Writes the text, and gives its length.</summary>
    protected abstract int Format(T value, Span<char> text);

    private T Coerce(object value) => value is T exact ? exact : throw Unfit(LiteralText.Cut(value.ToString() ?? value.GetType().Name));

    private CoercionException Unfit(string found) => new($"{Name} takes {Form}, not {found}.");
}
