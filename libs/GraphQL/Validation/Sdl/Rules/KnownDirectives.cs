using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Validation.Sdl.Rules;

/// <summary>
/// Directives must be defined, and stand where they may; sections "Directives Are Defined" and "Directives Are in Valid Locations".
/// </summary>
internal sealed class KnownDirectives : SdlRule
{
    public override void Validate(SdlContext context)
    {
        foreach (var node in context.Nodes)
        {
            if (node is DirectiveDefinition or FieldDefinition or InputObjectTypeDefinition)
                CheckInputs(context, node);
            if (LocationOf(node) is { } location)
                Check(context, SyntaxTree.DirectivesOf(node), location);
        }
    }

    private void CheckInputs(SdlContext context, SyntaxNode owner)
    {
        var location = owner is InputObjectTypeDefinition ? DirectiveLocations.InputFieldDefinition : DirectiveLocations.ArgumentDefinition;
        foreach (var input in SyntaxTree.ChildrenOf(owner).OfType<InputValueDefinition>())
            Check(context, input.Directives, location);
    }

    private void Check(SdlContext context, IReadOnlyList<Directive> directives, string location)
    {
        foreach (var directive in directives)
        {
            if (!context.Directives.TryGetValue(directive.Name.Value, out var definition))
                Report(context, $"There is no directive \"@{directive.Name}\".", directive);
            else if (!definition.Locations.Contains(location))
                Report(context, $"The directive \"@{directive.Name}\" may not stand on {location}.", directive);
        }
    }

    /// <summary>Null for nodes that take no directives, and for inputs, whose owners tell what they are.</summary>
    private static string? LocationOf(SyntaxNode node) => node switch
    {
        SchemaDefinition => DirectiveLocations.Schema,
        ScalarTypeDefinition => DirectiveLocations.Scalar,
        ObjectTypeDefinition => DirectiveLocations.Object,
        FieldDefinition => DirectiveLocations.FieldDefinition,
        InterfaceTypeDefinition => DirectiveLocations.Interface,
        UnionTypeDefinition => DirectiveLocations.Union,
        EnumTypeDefinition => DirectiveLocations.Enum,
        EnumValueDefinition => DirectiveLocations.EnumValue,
        InputObjectTypeDefinition => DirectiveLocations.InputObject,
        OperationDefinition { Operation: OperationType.Query } => DirectiveLocations.Query,
        OperationDefinition { Operation: OperationType.Mutation } => DirectiveLocations.Mutation,
        OperationDefinition => DirectiveLocations.Subscription,
        VariableDefinition => DirectiveLocations.VariableDefinition,
        Field => DirectiveLocations.Field,
        FragmentSpread => DirectiveLocations.FragmentSpread,
        InlineFragment => DirectiveLocations.InlineFragment,
        FragmentDefinition => DirectiveLocations.FragmentDefinition,
        _ => null,
    };
}
