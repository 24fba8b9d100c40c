using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <summary>
/// Labels of deferrals and streams must be literal and unique in the document; incremental delivery, section "Defer And Stream Directive
/// Labels Are Unique".
/// </summary>
internal sealed class DeferStreamLabel(ValidationContext context) : ValidationRule(context)
{
    private readonly Dictionary<string, Directive> _labels = [];

    public override void VisitDirective(Directive directive, string location)
    {
        if (directive.Name.Value is not ("defer" or "stream"))
            return;
        switch (directive.Arguments.FirstOrDefault(static argument => argument.Name.Value == "label")?.Value)
        {
            case null or NullValue:
                break;
            case StringValue label:
                if (!_labels.TryAdd(label.Text, directive))
                    Report($"The label \"{label.Text}\" is given to several parts of the response.", _labels[label.Text], directive);
                break;
            default:
                Report("A label must be text in quotes, so that the parts of the response are known from the document alone.", directive);
                break;
        }
    }
}
