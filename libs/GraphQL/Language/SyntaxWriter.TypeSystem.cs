using System.Collections.Immutable;

namespace GraphQL.Language;

/// <content>Definitions and extensions of the type system.</content>
internal sealed partial class SyntaxWriter
{
    private void WriteTypeSystemDefinition(TypeSystemDefinition definition)
    {
        WriteDescription(definition.Description);
        switch (definition)
        {
            case SchemaDefinition schema:
                Append(schema.IsExtension ? "extend schema" : "schema");
                WriteDirectives(schema.Directives);
                WriteMembers(schema.OperationTypes);
                break;
            case ScalarTypeDefinition scalar:
                WriteHead("scalar ", scalar);
                WriteDirectives(scalar.Directives);
                break;
            case ObjectTypeDefinition type:
                WriteHead("type ", type);
                WriteComplexType(type.Interfaces, type.Directives, type.Fields);
                break;
            case InterfaceTypeDefinition type:
                WriteHead("interface ", type);
                WriteComplexType(type.Interfaces, type.Directives, type.Fields);
                break;
            case UnionTypeDefinition union:
                WriteHead("union ", union);
                WriteDirectives(union.Directives);
                if (!union.Types.IsEmpty)
                    Append(" = ");
                WriteJoined(union.Types, " | ");
                break;
            case EnumTypeDefinition type:
                WriteHead("enum ", type);
                WriteDirectives(type.Directives);
                WriteMembers(type.Values);
                break;
            case InputObjectTypeDefinition input:
                WriteHead("input ", input);
                WriteDirectives(input.Directives);
                WriteMembers(input.Fields);
                break;
            case DirectiveDefinition directive:
                Append("directive @").Append(directive.Name.Value);
                WriteArgumentDefinitions(directive.Arguments);
                Append(directive.IsRepeatable ? " repeatable on " : " on ");
                WriteJoined(directive.Locations, " | ");
                break;
        }
    }

    private void WriteHead(string keyword, TypeDefinition type) =>
        Append(type.IsExtension ? "extend " : "").Append(keyword).Append(type.Name.Value);

    private void WriteComplexType(
        ImmutableArray<NamedTypeReference> interfaces, ImmutableArray<Directive> directives, ImmutableArray<FieldDefinition> fields)
    {
        if (!interfaces.IsEmpty)
            Append(" implements ");
        WriteJoined(interfaces, " & ");
        WriteDirectives(directives);
        WriteMembers(fields);
    }

    private void WriteMembers<T>(ImmutableArray<T> members)
        where T : SyntaxNode
    {
        if (!members.IsEmpty)
            WriteBlock(" {", members, "}");
    }

    private void WriteOperationType(OperationTypeDefinition operationType) =>
        Append(KeywordOf(operationType.Operation)).Append(": ").Append(operationType.Type.Name.Value);

    private void WriteFieldDefinition(FieldDefinition field)
    {
        WriteDescription(field.Description);
        Append(field.Name.Value);
        WriteArgumentDefinitions(field.Arguments);
        Append(": ");
        WriteType(field.Type);
        WriteDirectives(field.Directives);
    }

    private void WriteArgumentDefinitions(ImmutableArray<InputValueDefinition> arguments)
    {
        if (arguments.IsEmpty)
            return;
        if (arguments.Any(HasLineBreaks))
            WriteBlock("(", arguments, ")");
        else
            WriteInline("(", arguments, ")");
    }

    private void WriteInputValue(InputValueDefinition input)
    {
        WriteDescription(input.Description);
        Append(input.Name.Value).Append(": ");
        WriteType(input.Type);
        WriteDefault(input.DefaultValue);
        WriteDirectives(input.Directives);
    }

    private void WriteEnumValue(EnumValueDefinition value)
    {
        WriteDescription(value.Description);
        Append(value.Name.Value);
        WriteDirectives(value.Directives);
    }

    private bool HasLineBreaks(InputValueDefinition input) =>
        input.Description is not null || HasLineBreaks(input.DefaultValue) || HasLineBreaks(input.Directives);

    private bool HasLineBreaks(VariableDefinition variable) =>
        variable.Description is not null || HasLineBreaks(variable.DefaultValue) || HasLineBreaks(variable.Directives);

    private bool HasLineBreaks(Value? value) => value is not null && SizeOf(value).LineBreaks > 0;

    private bool HasLineBreaks(ImmutableArray<Directive> directives) =>
        directives.Any(directive => directive.Arguments.Any(argument => HasLineBreaks(argument.Value)));
}
