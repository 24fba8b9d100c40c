using System.Collections.Immutable;
using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Validation;

/// <summary>Validates documents against a schema; September 2025, section "Validation".</summary>
public static class DocumentValidator
{
    /// <summary>
    /// Applies every rule of <see cref="SpecifiedRules"/>, and those that the options turn on, in one walk over the document.
    /// </summary>
    /// <param name="schema">A valid schema.</param>
    /// <param name="document">A document whose text is still there.</param>
    /// <param name="options">Null: <see cref="ValidationOptions.Default"/>.</param>
    /// <returns>
    /// Empty for a valid document. Each error has the code <see cref="ErrorCodes.ValidationFailed"/> and its rule's name as
    /// <c>extensions.rule</c>, or the code <see cref="ErrorCodes.LimitExceeded"/>.
    /// </returns>
    public static ImmutableArray<GraphQLError> Validate(Schema schema, Document document, ValidationOptions? options = null)
    {
        var context = new ValidationContext(schema, document, options ?? ValidationOptions.Default);
        try
        {
            new DocumentWalker(context, RuleSets.For(context.Options)).Walk();
        }
        catch (ValidationAbortedException aborted)
        {
            context.Errors.Add(aborted.Error);
        }

        return context.Errors.ToImmutable();
    }
}
