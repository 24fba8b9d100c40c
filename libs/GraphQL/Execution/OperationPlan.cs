using System.Collections.Immutable;
using GraphQL.Cost;
using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Execution;

/// <summary>An operation made ready to run any number of times; immutable but for what it compiles at first use.</summary>
internal sealed class OperationPlan
{
    /// <summary>Conditions of a request are bits of one word.</summary>
    private const int MaxConditions = 64;

    private readonly Dictionary<string, FragmentDefinition> _fragments = [];
    private readonly Dictionary<string, int> _conditions = [];
    private int _argumentSlots;
    private LineTable? _lines;
    private SubscriptionPlan? _subscription;
    private SelectionPlan? _deferringRoot;
    private SelectionPlan? _branchingRoot;

    /// <summary>For an operation of a valid document.</summary>
    public OperationPlan(Schema schema, Document document, OperationDefinition operation, RequestExecutorOptions options)
    {
        Schema = schema;
        Document = document;
        Operation = operation;
        RootType = schema.RootType(operation.Operation)!;
        foreach (var fragment in document.Definitions.OfType<FragmentDefinition>())
            _fragments.TryAdd(fragment.Name.Value, fragment);
        Variables = [.. operation.Variables.Select(variable => new VariablePlan(this, variable))];

        var measure = OperationMeasure.Of(operation, _fragments);
        foreach (var condition in measure.Conditions)
            _conditions.Add(condition, _conditions.Count);
        ConditionVariables = measure.Conditions;
        Introspects = measure.Introspects;
        Options = options;
        Refusal = measure.Refuse(options) ?? RefuseNesting(options) ?? (ConditionVariables.Length > MaxConditions
            ? ExecutionErrors.Limit($"At most {MaxConditions} variables may decide about @skip, @include, @defer and @stream.")
            : null);
        PutsOff = measure.PutsOff;
        Root = new SelectionPlan(this, [new SelectedSet(operation.SelectionSet, Usage: null)], deferring: null);
        Cost = new CostPlan(this, options.CostRules);
    }

    public Schema Schema { get; }

    public Document Document { get; }

    public OperationDefinition Operation { get; }

    public ObjectType RootType { get; }

    public SelectionPlan Root { get; }

    /// <summary>True when it asks for <c>__schema</c> or <c>__type</c>.</summary>
    public bool Introspects { get; }

    /// <summary>The bounds.</summary>
    public RequestExecutorOptions Options { get; }

    /// <summary>What it costs.</summary>
    public CostPlan Cost { get; }

    /// <summary>True when <c>@defer</c> or <c>@stream</c> stands in it.</summary>
    public bool PutsOff { get; }

    public ImmutableArray<VariablePlan> Variables { get; }

    /// <summary>
    /// Variables that decide about <c>@skip</c>, <c>@include</c>, <c>@defer</c> and <c>@stream</c>, in the order of their bits.
    /// </summary>
    public ImmutableArray<string> ConditionVariables { get; }

    /// <summary>Why it may not run; null when it may.</summary>
    public GraphQLError? Refusal { get; }

    /// <summary>What must hold of a request before it runs.</summary>
    public OperationRequirements Requirements => field ??= OperationRequirements.Of(this);

    /// <summary>How many selections so far have arguments that depend on variables.</summary>
    public int ArgumentSlots => Volatile.Read(ref _argumentSlots);

    /// <summary>What is known of it as a subscription.</summary>
    public SubscriptionPlan Subscription => _subscription ??= new SubscriptionPlan(this);

    /// <summary>The root for an execution whose client reads what is put off; made at first use.</summary>
    public SelectionPlan RootFor(IncrementalDelivery form)
    {
        ref var root = ref form == IncrementalDelivery.Path ? ref _branchingRoot : ref _deferringRoot;
        return root ??= new SelectionPlan(
            this, [new SelectedSet(Operation.SelectionSet, Usage: null)], new Deferring(form == IncrementalDelivery.Path, []));
    }

    public FragmentDefinition? FindFragment(string name) => _fragments.GetValueOrDefault(name);

    public int ConditionOf(string variable) => _conditions[variable];

    /// <summary>A place where a request keeps the coerced arguments of one selection.</summary>
    public int TakeArgumentSlot() => Interlocked.Increment(ref _argumentSlots) - 1;

    /// <summary>Where a node stands in the document.</summary>
    public SourceLocation LocationOf(SyntaxNode node) => (_lines ??= new LineTable(Document.Source)).LocationOf(node.Start);

    private GraphQLError? RefuseNesting(RequestExecutorOptions options) =>
        ListNesting.Deepest(Schema, Operation, _fragments) is { } deepest && deepest.Depth > options.MaxListRecursion
            ? ExecutionErrors.Limit(
                $"A list may be nested {options.MaxListRecursion} times within itself; \"{deepest.Name}\" is nested {deepest.Depth} times.")
            : null;
}
