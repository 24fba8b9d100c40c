using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using GraphQL.Execution;
using GraphQL.Language;

namespace GraphQL.Types;

/// <summary><c>String</c>: Unicode text; September 2025, section "String".</summary>
internal sealed class StringType : ScalarType, IScalarWriter<string>
{
    [SetsRequiredMembers]
    public StringType()
    {
        Name = "String";
        Description = "Unicode text.";
        RuntimeType = typeof(string);
    }

    public override object ParseLiteral(Value literal) =>
        literal is StringValue text ? text.Text : throw NotText(LiteralText.Excerpt(literal));

    public override object ParseValue(JsonElement value, CoercionContext context) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : throw NotText(JsonText.Excerpt(value));

    public override void Write(object value, ResultWriter writer) => writer.WriteString(Coerce(value));

    public void Write(string value, ResultWriter writer) => writer.WriteString(value);

    public override Value ToLiteral(object value) => new StringValue { Text = Coerce(value) };

    private static string Coerce(object value) => value switch
    {
        string text => text,
        bool boolean => boolean ? "true" : "false",
        char or Guid or Uri or int or long or short or byte or sbyte or ushort or uint or ulong or decimal =>
            Convert.ToString(value, CultureInfo.InvariantCulture)!,
        double number when double.IsFinite(number) => number.ToString("R", CultureInfo.InvariantCulture),
        float number when float.IsFinite(number) => number.ToString("R", CultureInfo.InvariantCulture),
        _ => throw NotText(LiteralText.Cut(value.ToString() ?? value.GetType().Name)),
    };

    private static CoercionException NotText(string found) => new($"String takes text in quotes, not {found}.");
}
