namespace GraphQL.Execution;

/// <content>The response's <c>extensions</c>; September 2025, section "Response Format". They cost nothing while there are none.</content>
public sealed partial class ExecutionResult
{
    /// <summary>How long the members of <c>extensions</c> may be together, in bytes; a member beyond that is left out and named.</summary>
    public const int MaxExtensionBytes = 256 << 10;

    /// <summary>The member that names those which were left out.</summary>
    private const string Omitted = "omitted";

    private List<Extension>? _extensions;
    private List<string>? _omitted;

    /// <summary>
    /// Adds a member to the response's <c>extensions</c>, or replaces the one of that name. Members beyond
    /// <see cref="MaxExtensionBytes"/> are left out; <c>extensions.omitted</c> names them.
    /// </summary>
    /// <param name="name">The member's name.</param>
    /// <param name="value">
    /// A JSON-like value: null, text, a truth value, a number, a <see cref="System.Text.Json.JsonElement"/>, members by name
    /// (<see cref="KeyValuePair{TKey, TValue}"/> of <see cref="string"/> and <see cref="object"/>) or elements; anything else is written
    /// as its text.
    /// </param>
    public void Extend(string name, object? value)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        _extensions = _isHandle ? [.. _extensions ?? []] : _extensions ?? [];
        _extensions.RemoveAll(extension => extension.Name == name);
        var left = MaxExtensionBytes - _extensions.Sum(static extension => extension.Text.Length);
        if (Write(name, value, left) is { } text)
        {
            _extensions.Add(new Extension(name, text));
            return;
        }

        (_omitted ??= []).Add(name);
        _extensions.RemoveAll(static extension => extension.Name == Omitted);
        if (Write(Omitted, _omitted, long.MaxValue) is { } omitted)
            _extensions.Add(new Extension(Omitted, omitted));
    }

    private Group? Write(string name, object? value, long maxBytes)
    {
        var writer = _isHandle ? _ownExtensions ??= new ResultWriter(long.MaxValue) : _writer;
        var text = new Group(parent: null, isNullable: false);
        if (maxBytes == long.MaxValue)
            writer.RemoveLimit();
        else
            writer.Allow(maxBytes);
        writer.Begin(text);
        try
        {
            writer.WriteString(name);
            writer.WriteRaw(":"u8);
            JsonValueWriter.Write(value, writer);
        }
        catch (ResponseTooLargeException)
        {
            return null;
        }

        writer.End();
        return text.Length <= maxBytes ? text : null;
    }

    private void VisitExtensions<TVisitor>(ref TVisitor visitor)
        where TVisitor : struct, IVisitor
    {
        visitor.Visit(_errors is null && _data is null && _tail is null ? Literals.Extensions : Literals.FurtherExtensions);
        for (var i = 0; i < _extensions!.Count; i++)
        {
            if (i > 0)
                visitor.Visit(Literals.Comma);
            Visit(_extensions[i].Text, ref visitor);
        }

        visitor.Visit(Literals.End);
    }

    private readonly record struct Extension(string Name, Group Text);
}
