using System.Collections.Immutable;

namespace GraphQL.Validation;

/// <summary>What a rule can see.</summary>
internal enum RuleEvent
{
    VisitDocument,
    LeaveDocument,
    VisitOperation,
    VisitFragment,
    VisitVariableDefinition,
    VisitSelectionSet,
    VisitField,
    VisitFragmentSpread,
    VisitInlineFragment,
    VisitDirectives,
    VisitDirective,
    VisitArgument,
    VisitObjectValue,
    VisitTypeName,
}

/// <summary>
/// Rules, and which of them want to see what: read once from the methods they override, so that no node costs a call in vain.
/// </summary>
internal sealed class RuleSet
{
    private static readonly RuleEvent[] Events = Enum.GetValues<RuleEvent>();

    private readonly ImmutableArray<RuleDefinition> _definitions;
    private readonly int[][] _listeners;

    public RuleSet(ImmutableArray<RuleDefinition> definitions)
    {
        _definitions = definitions;
        _listeners = Array.ConvertAll(
            Events,
            @event => Enumerable.Range(0, definitions.Length).Where(index => definitions[index].Overrides(@event)).ToArray());
    }

    /// <summary>Indices of the rules that want to see something.</summary>
    public ReadOnlySpan<int> Listeners(RuleEvent @event) => _listeners[(int)@event];

    /// <summary>The rules, for one document.</summary>
    public ValidationRule[] Create(ValidationContext context)
    {
        var rules = new ValidationRule[_definitions.Length];
        for (var i = 0; i < rules.Length; i++)
            rules[i] = _definitions[i].Create(context);
        return rules;
    }
}

/// <summary>A rule, before it meets a document.</summary>
internal sealed class RuleDefinition
{
    private readonly Type _type;
    private readonly Func<ValidationContext, ValidationRule> _create;
    private readonly ImmutableSortedDictionary<string, object?> _extensions;

    private RuleDefinition(Type type, Func<ValidationContext, ValidationRule> create)
    {
        _type = type;
        _create = create;
        _extensions = ImmutableSortedDictionary<string, object?>.Empty.Add("rule", type.Name);
    }

    /// <summary>The rule of a class.</summary>
    public static RuleDefinition Of<TRule>(Func<ValidationContext, TRule> create)
        where TRule : ValidationRule => new(typeof(TRule), create);

    /// <summary>The rule, for one document.</summary>
    public ValidationRule Create(ValidationContext context) => _create(context).WithExtensions(_extensions);

    /// <summary>True when the rule wants to see something.</summary>
    public bool Overrides(RuleEvent @event) => _type.GetMethod(@event.ToString())!.DeclaringType != typeof(ValidationRule);
}
