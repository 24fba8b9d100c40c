using System.Collections.Immutable;

namespace GraphQL.Language;

/// <content>Operations, fragments and selections.</content>
internal sealed partial class SyntaxWriter
{
    private void WriteOperation(OperationDefinition operation)
    {
        var isShort = operation is { Operation: OperationType.Query, Name: null, Description: null, Variables: [], Directives: [] };
        if (!isShort)
        {
            WriteDescription(operation.Description);
            Append(KeywordOf(operation.Operation));
            if (operation.Name is not null || !operation.Variables.IsEmpty)
                Append(" ").Append(operation.Name?.Value ?? "");
            WriteVariables(operation.Variables);
            WriteDirectives(operation.Directives);
            Append(" ");
        }

        Write(operation.SelectionSet);
    }

    private void WriteVariables(ImmutableArray<VariableDefinition> variables)
    {
        if (variables.IsEmpty)
            return;
        if (!variables.Any(HasLineBreaks))
        {
            WriteInline("(", variables, ")");
            return;
        }

        Append("(");
        foreach (var variable in variables)
        {
            AppendLine();
            Write(variable);
        }

        AppendLine();
        Append(")");
    }

    private void WriteVariableDefinition(VariableDefinition variable)
    {
        WriteDescription(variable.Description);
        Write(variable.Variable);
        Append(": ");
        Write(variable.Type);
        WriteDefault(variable.DefaultValue);
        WriteDirectives(variable.Directives);
    }

    private void WriteFragment(FragmentDefinition fragment)
    {
        WriteDescription(fragment.Description);
        Append("fragment ").Append(fragment.Name.Value);
        WriteVariables(fragment.Variables);
        Append(" on ").Append(fragment.TypeCondition.Name.Value);
        WriteDirectives(fragment.Directives);
        Append(" ");
        Write(fragment.SelectionSet);
    }

    private void WriteSelectionSet(SelectionSet selections)
    {
        if (selections.Selections.IsEmpty)
            Append("{}");
        else
            WriteBlock("{", selections.Selections, "}");
    }

    private void WriteSelection(Selection selection)
    {
        switch (selection)
        {
            case Field field:
                WriteField(field);
                break;
            case FragmentSpread spread:
                Append("...").Append(spread.Name.Value);
                WriteArguments(spread.Name.Value.Length + "...".Length, spread.Arguments);
                WriteDirectives(spread.Directives);
                break;
            case InlineFragment fragment:
                Append("...");
                if (fragment.TypeCondition is not null)
                    Append(" on ").Append(fragment.TypeCondition.Name.Value);
                WriteDirectives(fragment.Directives);
                Append(" ");
                Write(fragment.SelectionSet);
                break;
        }
    }

    private void WriteField(Field field)
    {
        var width = field.Name.Value.Length;
        if (field.Alias is not null)
        {
            Append(field.Alias.Value).Append(": ");
            width += field.Alias.Value.Length + 2;
        }

        Append(field.Name.Value);
        WriteArguments(width, field.Arguments);
        WriteDirectives(field.Directives);
        if (field.SelectionSet is not null)
        {
            Append(" ");
            Write(field.SelectionSet);
        }
    }

    private void WriteArguments(int width, ImmutableArray<Argument> arguments)
    {
        if (arguments.IsEmpty)
            return;
        var size = Joined(arguments, static (writer, argument) => writer.SizeOf(argument));
        if (width + size.Length + 2 > TextSize.Widest)
            WriteBlock("(", arguments, ")");
        else
            WriteInline("(", arguments, ")");
    }

    private void WriteArgument(Argument argument)
    {
        Append(argument.Name.Value).Append(": ");
        WriteValue(argument.Value);
    }

    private static string KeywordOf(OperationType operation) => operation switch
    {
        OperationType.Query => "query",
        OperationType.Mutation => "mutation",
        _ => "subscription",
    };
}
