using GraphQL.Language;
using GraphQL.Validation.Sdl;

namespace GraphQL.Types;

/// <summary>Makes schemas from documents that define types. Such a schema can validate, describe and print; it has no resolvers.</summary>
public static class SchemaFromDocument
{
    /// <summary>A schema of the document's definitions and extensions.</summary>
    /// <param name="document">Definitions of types and directives.</param>
    /// <exception cref="GraphQLException">A name refers to no type; code <see cref="ErrorCodes.ValidationFailed"/>.</exception>
    public static Schema Build(Document document) => new SchemaAssembler(original: null, document).Assemble();

    /// <summary>A new schema: that one with the document's definitions and extensions. The given one stays as it is.</summary>
    /// <param name="schema">What is extended; may come from C#.</param>
    /// <param name="document">Definitions and extensions of types and directives.</param>
    /// <exception cref="GraphQLException">A name refers to no type; code <see cref="ErrorCodes.ValidationFailed"/>.</exception>
    public static Schema Extend(Schema schema, Document document) => new SchemaAssembler(schema, document).Assemble();

    /// <summary>A schema that a server could serve: of definitions that are valid by themselves and as a whole.</summary>
    /// <param name="document">Definitions of types and directives, and extensions of them.</param>
    /// <exception cref="GraphQLException">Something is not valid; carries all errors with their places, code <see cref="ErrorCodes.ValidationFailed"/>.</exception>
    public static Schema BuildValid(Document document)
    {
        var errors = SdlValidator.Validate(document);
        if (!errors.IsEmpty)
            throw new GraphQLException(errors);
        var schema = Build(document);
        SchemaValidator.ThrowIfInvalid(schema);
        return schema;
    }
}
