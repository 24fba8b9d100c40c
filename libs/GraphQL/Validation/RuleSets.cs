using GraphQL.Validation.Rules;

namespace GraphQL.Validation;

/// <summary>The rules that options ask for.</summary>
internal static class RuleSets
{
    private static readonly RuleSet[] Sets = [Create(0), Create(1), Create(2), Create(3)];

    /// <summary>The specified rules, and those that the options turn on.</summary>
    public static RuleSet For(ValidationOptions options) => Sets[(options.AllowIntrospection ? 0 : 1) + (options.AllowDeprecated ? 0 : 2)];

    private static RuleSet Create(int optional)
    {
        var definitions = SpecifiedRules.All;
        if ((optional & 1) != 0)
            definitions = definitions.Add(RuleDefinition.Of(static context => new NoSchemaIntrospection(context)));
        if ((optional & 2) != 0)
            definitions = definitions.Add(RuleDefinition.Of(static context => new NoDeprecated(context)));
        return new RuleSet(definitions);
    }
}
