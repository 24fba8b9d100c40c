using System.Collections.Immutable;
using GraphQL.Validation;

namespace GraphQL.Types;

/// <summary>
/// Validates whole schemas; September 2025, the subsections "Type Validation" of section "Type System". What is wrong in a document alone
/// is for <see cref="GraphQL.Validation.Sdl.SdlValidator"/>.
/// </summary>
public static class SchemaValidator
{
    /// <summary>Checks the root types, all directives and all types.</summary>
    /// <param name="schema">From C# or from documents.</param>
    /// <returns>
    /// Empty for a valid schema. Each error has the code <see cref="ErrorCodes.ValidationFailed"/>, and locations as far as the schema
    /// comes from documents.
    /// </returns>
    public static ImmutableArray<GraphQLError> Validate(Schema schema)
    {
        var validation = new SchemaValidation(schema);
        try
        {
            validation.CheckRootTypes();
            validation.CheckDirectives();
            foreach (var type in schema.Types)
            {
                if (IntrospectionTypes.Find(type.Name) != type)
                    validation.CheckType(type);
            }

            validation.CheckFiniteInputs();
        }
        catch (ValidationAbortedException aborted)
        {
            return [.. validation.Errors, aborted.Error];
        }

        return validation.Errors;
    }

    /// <summary>Does nothing for a valid schema.</summary>
    /// <param name="schema">From C# or from documents.</param>
    /// <exception cref="GraphQLException">The schema is not valid; carries all errors.</exception>
    public static void ThrowIfInvalid(Schema schema)
    {
        var errors = Validate(schema);
        if (!errors.IsEmpty)
            throw new GraphQLException(errors);
    }
}
