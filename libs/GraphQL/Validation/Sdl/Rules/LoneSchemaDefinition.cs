using GraphQL.Language;

namespace GraphQL.Validation.Sdl.Rules;

/// <summary>A document defines at most one schema, and none when it extends one; section "Schema".</summary>
internal sealed class LoneSchemaDefinition : SdlRule
{
    public override void Validate(SdlContext context)
    {
        var isDefined = context.Schema is { } schema
            && (schema.SyntaxNodes.Any(static node => !node.IsExtension)
                || (schema.QueryType ?? schema.MutationType ?? schema.SubscriptionType) is not null);
        var definitions = context.Definitions<SchemaDefinition>().Where(static node => !node.IsExtension);
        foreach (var definition in definitions.Skip(isDefined ? 0 : 1))
        {
            Report(
                context,
                isDefined ? "A schema cannot be defined while another is extended." : "There may be only one schema definition.",
                definition);
        }
    }
}
