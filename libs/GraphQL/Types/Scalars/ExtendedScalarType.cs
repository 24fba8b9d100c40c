using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using GraphQL.Execution;
using GraphQL.Language;

namespace GraphQL.Types;

/// <summary>A scalar with directives that an extension adds; its values are the original's.</summary>
internal sealed class ExtendedScalarType : ScalarType
{
    private readonly ScalarType _original;

    [SetsRequiredMembers]
    public ExtendedScalarType(ScalarType original)
    {
        _original = original;
        Name = original.Name;
        RuntimeType = original.RuntimeType;
        SpecifiedByUrl = original.SpecifiedByUrl;
    }

    public override object? ParseLiteral(Value literal) => _original.ParseLiteral(literal);

    public override object? ParseValue(JsonElement value, CoercionContext context) => _original.ParseValue(value, context);

    public override void Write(object value, ResultWriter writer) => _original.Write(value, writer);

    public override Value ToLiteral(object value) => _original.ToLiteral(value);
}
