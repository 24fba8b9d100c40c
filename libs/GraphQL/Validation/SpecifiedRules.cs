using System.Collections.Immutable;
using GraphQL.Validation.Rules;

namespace GraphQL.Validation;

/// <summary>The rules of the September 2025 specification, those of incremental delivery, and the bound on introspection.</summary>
internal static class SpecifiedRules
{
    /// <summary>All of them, in the order in which they look at a node.</summary>
    public static ImmutableArray<RuleDefinition> All { get; } =
    [
        RuleDefinition.Of(static context => new ExecutableDefinitions(context)),
        RuleDefinition.Of(static context => new KnownOperationTypes(context)),
        RuleDefinition.Of(static context => new UniqueOperationNames(context)),
        RuleDefinition.Of(static context => new LoneAnonymousOperation(context)),
        RuleDefinition.Of(static context => new SingleFieldSubscriptions(context)),
        RuleDefinition.Of(static context => new KnownTypeNames(context)),
        RuleDefinition.Of(static context => new FragmentsOnCompositeTypes(context)),
        RuleDefinition.Of(static context => new VariablesAreInputTypes(context)),
        RuleDefinition.Of(static context => new ScalarLeafs(context)),
        RuleDefinition.Of(static context => new FieldsOnCorrectType(context)),
        RuleDefinition.Of(static context => new UniqueFragmentNames(context)),
        RuleDefinition.Of(static context => new KnownFragmentNames(context)),
        RuleDefinition.Of(static context => new NoUnusedFragments(context)),
        RuleDefinition.Of(static context => new PossibleFragmentSpreads(context)),
        RuleDefinition.Of(static context => new NoFragmentCycles(context)),
        RuleDefinition.Of(static context => new UniqueVariableNames(context)),
        RuleDefinition.Of(static context => new NoUndefinedVariables(context)),
        RuleDefinition.Of(static context => new NoUnusedVariables(context)),
        RuleDefinition.Of(static context => new KnownDirectives(context)),
        RuleDefinition.Of(static context => new UniqueDirectivesPerLocation(context)),
        RuleDefinition.Of(static context => new DeferStreamOnRootField(context)),
        RuleDefinition.Of(static context => new DeferStreamOnValidOperations(context)),
        RuleDefinition.Of(static context => new DeferStreamLabel(context)),
        RuleDefinition.Of(static context => new StreamOnListField(context)),
        RuleDefinition.Of(static context => new KnownArgumentNames(context)),
        RuleDefinition.Of(static context => new UniqueArgumentNames(context)),
        RuleDefinition.Of(static context => new ValuesOfCorrectType(context)),
        RuleDefinition.Of(static context => new ProvidedRequiredArguments(context)),
        RuleDefinition.Of(static context => new VariablesInAllowedPosition(context)),
        RuleDefinition.Of(static context => new OverlappingFieldsCanBeMerged(context)),
        RuleDefinition.Of(static context => new UniqueInputFieldNames(context)),
        RuleDefinition.Of(static context => new MaxIntrospectionDepth(context)),
    ];
}
