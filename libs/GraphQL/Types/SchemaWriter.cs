using System.Collections.Immutable;
using System.Text;
using GraphQL.Language;

namespace GraphQL.Types;

/// <summary>One printing of a schema.</summary>
internal sealed class SchemaWriter(SchemaPrinterOptions options)
{
    private const string Indentation = "  ";
    private readonly StringBuilder _text = new();

    public override string ToString() => _text.ToString();

    public void WriteSchema(Schema schema)
    {
        var applied = options.WithAppliedDirectives ? schema.AppliedDirectives : [];
        if ((schema.QueryType ?? schema.MutationType ?? schema.SubscriptionType) is null)
            return;
        if (schema.Description is null && applied.IsEmpty && HasDefaultRoots(schema))
            return;
        Separate();
        WriteDescription(schema.Description, "", isFirst: true);
        _text.Append("schema");
        WriteApplied(applied);
        _text.Append(" {\n");
        WriteRoot("query", schema.QueryType);
        WriteRoot("mutation", schema.MutationType);
        WriteRoot("subscription", schema.SubscriptionType);
        _text.Append('}');
    }

    public void WriteDirective(DirectiveType directive)
    {
        Separate();
        WriteDescription(directive.Description, "", isFirst: true);
        _text.Append("directive @").Append(directive.Name);
        WriteArguments(directive.Arguments, "");
        _text.Append(directive.IsRepeatable ? " repeatable on " : " on ").AppendJoin(" | ", directive.Locations);
    }

    public void WriteType(NamedType type)
    {
        Separate();
        WriteDescription(type.Description, "", isFirst: true);
        _text.Append(type switch
        {
            ScalarType => "scalar ",
            ObjectType => "type ",
            InterfaceType => "interface ",
            UnionType => "union ",
            EnumType => "enum ",
            _ => "input ",
        }).Append(type.Name);
        if (type is ComplexType { Interfaces: not [] } implementing)
            _text.Append(" implements ").AppendJoin(" & ", implementing.Interfaces);
        if (type is ScalarType { SpecifiedByUrl: { } url })
            _text.Append(" @specifiedBy(url: ").Append(StringLiteral.Print(url)).Append(')');
        if (type is InputObjectType { IsOneOf: true })
            _text.Append(" @oneOf");
        WriteApplied(type.AppliedDirectives);

        switch (type)
        {
            case ComplexType complex:
                WriteBlock(complex.Fields, static field => field.Description, WriteField);
                break;
            case UnionType { Types: not [] } union:
                _text.Append(" = ").AppendJoin(" | ", union.Types);
                break;
            case EnumType @enum:
                WriteBlock(@enum.Values, static value => value.Description, WriteValue);
                break;
            case InputObjectType input:
                WriteBlock(input.Fields, static field => field.Description, WriteInput);
                break;
        }
    }

    private static bool HasDefaultRoots(Schema schema) =>
        ReferenceEquals(schema.QueryType, schema.FindType("Query"))
        && ReferenceEquals(schema.MutationType, schema.FindType("Mutation"))
        && ReferenceEquals(schema.SubscriptionType, schema.FindType("Subscription"));

    private void Separate()
    {
        if (_text.Length > 0)
            _text.Append("\n\n");
    }

    private void WriteRoot(string operation, ObjectType? type)
    {
        if (type is not null)
            _text.Append(Indentation).Append(operation).Append(": ").Append(type.Name).Append('\n');
    }

    private void WriteBlock<T>(ImmutableArray<T> members, Func<T, string?> description, Action<T> write)
    {
        if (members.IsEmpty)
            return;
        _text.Append(" {\n");
        for (var i = 0; i < members.Length; i++)
        {
            WriteDescription(description(members[i]), Indentation, isFirst: i == 0);
            _text.Append(Indentation);
            write(members[i]);
            _text.Append('\n');
        }

        _text.Append('}');
    }

    private void WriteField(OutputField field)
    {
        _text.Append(field.Name);
        WriteArguments(field.Arguments, Indentation);
        _text.Append(": ").Append(field.Type);
        WriteDeprecation(field.DeprecationReason);
        WriteApplied(field.AppliedDirectives);
    }

    private void WriteValue(EnumMember value)
    {
        _text.Append(value.Name);
        WriteDeprecation(value.DeprecationReason);
        WriteApplied(value.AppliedDirectives);
    }

    private void WriteInput(InputValue input)
    {
        _text.Append(input.Name).Append(": ").Append(input.Type);
        if (input.DefaultValue is not null)
            _text.Append(" = ").Append(SyntaxPrinter.Print(input.DefaultValue));
        WriteDeprecation(input.DeprecationReason);
        WriteApplied(input.AppliedDirectives);
    }

    private void WriteArguments(ImmutableArray<InputValue> arguments, string indentation)
    {
        if (arguments.IsEmpty)
            return;
        var isOnOneLine = arguments.All(static argument => argument.Description is null);
        var inner = indentation + Indentation;
        _text.Append(isOnOneLine ? "(" : "(\n");
        for (var i = 0; i < arguments.Length; i++)
        {
            if (i > 0)
                _text.Append(isOnOneLine ? ", " : "\n");
            if (!isOnOneLine)
            {
                WriteDescription(arguments[i].Description, inner, isFirst: i == 0);
                _text.Append(inner);
            }

            WriteInput(arguments[i]);
        }

        _text.Append(isOnOneLine ? ")" : $"\n{indentation})");
    }

    private void WriteDeprecation(string? reason)
    {
        if (reason == SpecifiedDirectives.DefaultDeprecationReason)
            _text.Append(" @deprecated");
        else if (reason is not null)
            _text.Append(" @deprecated(reason: ").Append(StringLiteral.Print(reason)).Append(')');
    }

    private void WriteApplied(ImmutableArray<Directive> directives)
    {
        if (!options.WithAppliedDirectives)
            return;
        foreach (var directive in directives)
            _text.Append(' ').Append(SyntaxPrinter.Print(directive));
    }

    private void WriteDescription(string? description, string indentation, bool isFirst)
    {
        if (description is null)
            return;
        if (indentation.Length > 0 && !isFirst)
            _text.Append('\n');
        var literal = BlockString.CanHold(description) ? BlockString.Print(description) : StringLiteral.Print(description);
        _text.Append(indentation).Append(literal.Replace("\n", "\n" + indentation, StringComparison.Ordinal)).Append('\n');
    }
}
