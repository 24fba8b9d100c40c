using System.Collections.Immutable;
using System.Text;
using GraphQL.Language;

namespace GraphQL.Types;

/// <summary>What a printed schema holds.</summary>
public sealed record SchemaPrinterOptions
{
    /// <summary>True to print the directives applied to types and members, besides those that the specification defines.</summary>
    public bool WithAppliedDirectives { get; init; }
}

/// <summary>
/// Prints schemas in the layout of the reference implementation's <c>printSchema</c> (graphql-js 17.1), in the order of definition. What every schema
/// has, the specified scalars and directives and the introspection types, is left out.
/// </summary>
public static class SchemaPrinter
{
    /// <summary>The schema as a document; its last line has no line feed.</summary>
    /// <param name="schema">What is printed.</param>
    /// <param name="options">Null for the defaults.</param>
    public static string Print(Schema schema, SchemaPrinterOptions? options = null)
    {
        var writer = new SchemaWriter(options ?? new SchemaPrinterOptions());
        writer.WriteSchema(schema);
        foreach (var directive in schema.Directives)
        {
            if (!SpecifiedDirectives.All.Any(specified => specified.Name == directive.Name))
                writer.WriteDirective(directive);
        }

        foreach (var type in schema.Types)
        {
            if (SpecifiedScalars.Find(type.Name) is null && IntrospectionTypes.Find(type.Name) is null)
                writer.WriteType(type);
        }

        return writer.ToString();
    }

    /// <summary>One type as a definition.</summary>
    /// <param name="type">What is printed.</param>
    /// <param name="options">Null for the defaults.</param>
    public static string Print(NamedType type, SchemaPrinterOptions? options = null)
    {
        var writer = new SchemaWriter(options ?? new SchemaPrinterOptions());
        writer.WriteType(type);
        return writer.ToString();
    }
}

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
