using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using GraphQL.Execution;
using GraphQL.Language;

namespace GraphQL.Types;

/// <summary><c>ID</c>: an opaque identifier, sent as text; September 2025, section "ID".</summary>
internal sealed class IdType : ScalarType, IScalarWriter<string>, IScalarWriter<Guid>, IScalarWriter<int>, IScalarWriter<long>
{
    /// <summary>The largest power of two up to which every whole number is exact in double precision.</summary>
    private const double ExactWholeNumbers = 9007199254740992;

    [SetsRequiredMembers]
    public IdType()
    {
        Name = "ID";
        Description = "An opaque identifier. It arrives as text; a whole number is taken too.";
        RuntimeType = typeof(string);
    }

    public override object ParseLiteral(Value literal) => literal switch
    {
        StringValue text => text.Text,
        IntValue integer => integer.Text,
        _ => throw NotIdentifier(LiteralText.Excerpt(literal)),
    };

    public override object ParseValue(JsonElement value, CoercionContext context)
    {
        if (value.ValueKind == JsonValueKind.String)
            return value.GetString()!;
        if (value.ValueKind != JsonValueKind.Number)
            throw NotIdentifier(JsonText.Excerpt(value));

        var text = value.GetRawText();
        if (text.AsSpan().IndexOfAny('.', 'e', 'E') < 0)
            return text;
        var number = value.GetDouble();
        return number == Math.Floor(number) && Math.Abs(number) <= ExactWholeNumbers
            ? ((long)number).ToString(CultureInfo.InvariantCulture)
            : throw NotIdentifier(JsonText.Excerpt(value));
    }

    public override void Write(object value, ResultWriter writer) => writer.WriteString(Coerce(value));

    public void Write(string value, ResultWriter writer) => writer.WriteString(value);

    public void Write(Guid value, ResultWriter writer) => writer.WriteQuoted(value);

    public void Write(int value, ResultWriter writer) => writer.WriteQuoted(value);

    public void Write(long value, ResultWriter writer) => writer.WriteQuoted(value);

    public override Value ToLiteral(object value)
    {
        var text = Coerce(value);
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number.ToString(CultureInfo.InvariantCulture) == text
            ? new IntValue { Text = text }
            : new StringValue { Text = text };
    }

    private static string Coerce(object value) => value switch
    {
        string text => text,
        Guid or int or long or short or byte or sbyte or ushort or uint or ulong => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        double number when number == Math.Floor(number) && Math.Abs(number) <= ExactWholeNumbers =>
            ((long)number).ToString(CultureInfo.InvariantCulture),
        _ => throw NotIdentifier(LiteralText.Cut(value.ToString() ?? value.GetType().Name)),
    };

    private static CoercionException NotIdentifier(string found) => new($"ID takes text in quotes or a whole number, not {found}.");
}
