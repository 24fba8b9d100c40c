using System.Collections.Immutable;

namespace GraphQL.Language;

/// <summary>A parsed document: executable definitions, type system definitions, or both.</summary>
public sealed class Document : SyntaxNode
{
    /// <summary>The text this was parsed from.</summary>
    public required Source Source { get; init; }

    /// <summary>In the order of the text.</summary>
    public required ImmutableArray<Definition> Definitions { get; init; }

    /// <inheritdoc/>
    public override SyntaxKind Kind => SyntaxKind.Document;
}

/// <summary>A definition at the top of a document.</summary>
public abstract class Definition : SyntaxNode
{
    /// <summary>The description in front of it; null when there is none.</summary>
    public StringValue? Description { get; init; }

    /// <summary>Directives applied to it.</summary>
    public ImmutableArray<Directive> Directives { get; init; } = [];
}

/// <summary>A definition that can be executed.</summary>
public abstract class ExecutableDefinition : Definition
{
    /// <summary>What it selects.</summary>
    public required SelectionSet SelectionSet { get; init; }
}

/// <summary>A definition or extension of the type system.</summary>
public abstract class TypeSystemDefinition : Definition
{
    /// <summary>The text it stands in: a schema may come from several. Null for a node that no text stands behind.</summary>
    public Source? Source { get; init; }
}
