using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using GraphQL.Execution;
using GraphQL.Language;

namespace GraphQL.Types;

/// <summary><c>Boolean</c>: true or false; September 2025, section "Boolean".</summary>
internal sealed class BooleanType : ScalarType, IScalarWriter<bool>
{
    [SetsRequiredMembers]
    public BooleanType()
    {
        Name = "Boolean";
        Description = "True or false.";
        RuntimeType = typeof(bool);
    }

    public override object ParseLiteral(Value literal) =>
        literal is BooleanValue boolean ? boolean.Value : throw NotBoolean(LiteralText.Excerpt(literal));

    public override object ParseValue(JsonElement value, CoercionContext context) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw NotBoolean(JsonText.Excerpt(value)),
    };

    public override void Write(object value, ResultWriter writer) => writer.WriteBoolean(Coerce(value));

    public void Write(bool value, ResultWriter writer) => writer.WriteBoolean(value);

    public override Value ToLiteral(object value) => new BooleanValue { Value = Coerce(value) };

    private static bool Coerce(object value) =>
        value as bool? ?? throw NotBoolean(LiteralText.Cut(value.ToString() ?? value.GetType().Name));

    private static CoercionException NotBoolean(string found) => new($"Boolean takes true or false, not {found}.");
}
