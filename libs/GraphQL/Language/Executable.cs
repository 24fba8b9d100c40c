using System.Collections.Immutable;

namespace GraphQL.Language;

/// <summary>What an operation does.</summary>
public enum OperationType
{
    /// <summary>Reads.</summary>
    Query,

    /// <summary>Writes, then reads.</summary>
    Mutation,

    /// <summary>Follows a stream of events.</summary>
    Subscription,
}

/// <summary>A query, mutation or subscription.</summary>
public sealed class OperationDefinition : ExecutableDefinition
{
    /// <summary>What it does.</summary>
    public required OperationType Operation { get; init; }

    /// <summary>Null for an anonymous operation.</summary>
    public Name? Name { get; init; }

    /// <summary>In the order of the text.</summary>
    public ImmutableArray<VariableDefinition> Variables { get; init; } = [];

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.OperationDefinition;
}

/// <summary>A named fragment.</summary>
public sealed class FragmentDefinition : ExecutableDefinition
{
    /// <summary>The fragment's name.</summary>
    public required Name Name { get; init; }

    /// <summary>Its own variables; empty unless <see cref="ParserOptions.FragmentArguments"/> are read.</summary>
    public ImmutableArray<VariableDefinition> Variables { get; init; } = [];

    /// <summary>The type it applies to.</summary>
    public required NamedTypeReference TypeCondition { get; init; }

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.FragmentDefinition;
}

/// <summary>A variable of an operation or fragment.</summary>
public sealed class VariableDefinition : SyntaxNode
{
    /// <summary>The description in front of it; null when there is none.</summary>
    public StringValue? Description { get; init; }

    /// <summary>The variable.</summary>
    public required Variable Variable { get; init; }

    /// <summary>Its type.</summary>
    public required TypeReference Type { get; init; }

    /// <summary>Null when there is none.</summary>
    public Value? DefaultValue { get; init; }

    /// <summary>Directives applied to it.</summary>
    public ImmutableArray<Directive> Directives { get; init; } = [];

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.VariableDefinition;
}

/// <summary>What stands between braces.</summary>
public sealed class SelectionSet : SyntaxNode
{
    /// <summary>In the order of the text; never empty when parsed.</summary>
    public required ImmutableArray<Selection> Selections { get; init; }

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.SelectionSet;
}

/// <summary>A field, a fragment spread or an inline fragment.</summary>
public abstract class Selection : SyntaxNode
{
    /// <summary>Directives applied to it.</summary>
    public ImmutableArray<Directive> Directives { get; init; } = [];
}

/// <summary>A selected field.</summary>
public sealed class Field : Selection
{
    /// <summary>The name it has in the response; null when that is the field's own.</summary>
    public Name? Alias { get; init; }

    /// <summary>The field's name.</summary>
    public required Name Name { get; init; }

    /// <summary>In the order of the text.</summary>
    public ImmutableArray<Argument> Arguments { get; init; } = [];

    /// <summary>Null for a leaf.</summary>
    public SelectionSet? SelectionSet { get; init; }

    /// <summary>The key in the response: the alias, or else the name.</summary>
    public string ResponseName => (Alias ?? Name).Value;

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.Field;
}

/// <summary>An argument of a field, directive or spread.</summary>
public sealed class Argument : SyntaxNode
{
    /// <summary>The argument's name.</summary>
    public required Name Name { get; init; }

    /// <summary>Its value, a constant or with variables in it.</summary>
    public required Value Value { get; init; }

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.Argument;
}

/// <summary>A use of a named fragment.</summary>
public sealed class FragmentSpread : Selection
{
    /// <summary>The fragment's name.</summary>
    public required Name Name { get; init; }

    /// <summary>Values of the fragment's variables; empty unless <see cref="ParserOptions.FragmentArguments"/> are read.</summary>
    public ImmutableArray<Argument> Arguments { get; init; } = [];

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.FragmentSpread;
}

/// <summary>A fragment written in place.</summary>
public sealed class InlineFragment : Selection
{
    /// <summary>Null when it applies to the enclosing type.</summary>
    public NamedTypeReference? TypeCondition { get; init; }

    /// <summary>What it selects.</summary>
    public required SelectionSet SelectionSet { get; init; }

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.InlineFragment;
}

/// <summary>A use of a directive.</summary>
public sealed class Directive : SyntaxNode
{
    /// <summary>The directive's name, without its at sign.</summary>
    public required Name Name { get; init; }

    /// <summary>In the order of the text.</summary>
    public ImmutableArray<Argument> Arguments { get; init; } = [];

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.Directive;

    /// <summary>The value of an argument as it is written; null when it is not given.</summary>
    internal Value? Find(string argumentName)
    {
        foreach (var argument in Arguments)
        {
            if (argument.Name.Value == argumentName)
                return argument.Value;
        }

        return null;
    }
}
