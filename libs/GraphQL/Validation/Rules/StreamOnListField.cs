using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Validation.Rules;

/// <summary>Only lists must be streamed; incremental delivery, section "Stream Directives Are Used On List Fields".</summary>
internal sealed class StreamOnListField(ValidationContext context) : ValidationRule(context)
{
    public override void VisitDirective(Directive directive, string location)
    {
        if (directive.Name.Value == IncrementalDirectives.Stream.Name
            && Context is { Field: { } field, ParentType: { } parent }
            && field.Type.NullableType is not ListType)
        {
            ReportAt(Context.FieldCoordinate, $"\"{parent}.{field.Name}\" gives no list, so there is nothing to stream.", directive);
        }
    }
}
