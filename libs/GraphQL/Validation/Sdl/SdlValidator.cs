using System.Collections.Immutable;
using GraphQL.Language;
using GraphQL.Types;
using GraphQL.Validation.Sdl.Rules;

namespace GraphQL.Validation.Sdl;

/// <summary>
/// Validates documents that define types, before a schema is built from them: what a schema could not even represent, such as two types
/// of one name. <see cref="Types.SchemaValidator"/> checks the rest.
/// </summary>
public static class SdlValidator
{
    private static readonly ImmutableArray<SdlRule> Rules =
    [
        new LoneSchemaDefinition(),
        new UniqueOperationTypes(),
        new UniqueTypeNames(),
        new UniqueEnumValueNames(),
        new UniqueFieldDefinitionNames(),
        new UniqueArgumentDefinitionNames(),
        new UniqueDirectiveNames(),
        new KnownTypeNames(),
        new KnownDirectives(),
        new UniqueDirectivesPerLocation(),
        new PossibleTypeExtensions(),
        new KnownArgumentNamesOnDirectives(),
        new UniqueArgumentNames(),
        new UniqueInputFieldNames(),
        new ProvidedRequiredArgumentsOnDirectives(),
    ];

    /// <summary>Applies every rule.</summary>
    /// <param name="document">Definitions and extensions.</param>
    /// <param name="schema">What the document extends; null when it stands alone.</param>
    /// <returns>
    /// Empty for a valid document. Each error has the code <see cref="ErrorCodes.ValidationFailed"/> and its rule's name as
    /// <c>extensions.rule</c>.
    /// </returns>
    public static ImmutableArray<GraphQLError> Validate(Document document, Schema? schema = null)
    {
        var context = new SdlContext(document, schema);
        foreach (var rule in Rules)
            rule.Validate(context);
        return context.Errors;
    }
}
