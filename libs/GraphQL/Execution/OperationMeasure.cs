using System.Collections.Immutable;
using GraphQL.Language;

namespace GraphQL.Execution;

/// <summary>
/// How much an operation asks for, counted without expanding it: each fragment is measured once, so that a document which doubles
/// with every fragment costs no more than its text.
/// </summary>
internal sealed class OperationMeasure
{
    private readonly Dictionary<string, FragmentDefinition> _fragments;
    private readonly Dictionary<string, Extent?> _measured = [];
    private readonly HashSet<string> _seenConditions = [];
    private readonly ImmutableArray<string>.Builder _conditions = ImmutableArray.CreateBuilder<string>();
    private readonly Extent _extent;

    private OperationMeasure(OperationDefinition operation, Dictionary<string, FragmentDefinition> fragments)
    {
        _fragments = fragments;
        _extent = Measure(operation.SelectionSet);
        Conditions = _conditions.ToImmutable();
    }

    /// <summary>Variables that decide about <c>@skip</c>, <c>@include</c>, <c>@defer</c> and <c>@stream</c>, in the order of the text.</summary>
    public ImmutableArray<string> Conditions { get; }

    /// <summary>True when <c>@defer</c> or <c>@stream</c> stands in it.</summary>
    public bool PutsOff { get; private set; }

    /// <summary>True when it asks for <c>__schema</c> or <c>__type</c>.</summary>
    public bool Introspects { get; private set; }

    public static OperationMeasure Of(OperationDefinition operation, Dictionary<string, FragmentDefinition> fragments) =>
        new(operation, fragments);

    /// <summary>The error of an operation beyond a bound; null when it is within all.</summary>
    public GraphQLError? Refuse(RequestExecutorOptions options)
    {
        if (_extent.Depth > options.MaxDepth)
            return ExecutionErrors.Limit($"Fields may nest {options.MaxDepth} deep; these nest {_extent.Depth} deep.");
        if (_extent.Fields > options.MaxFields)
            return ExecutionErrors.Limit($"An operation may select {options.MaxFields} fields, fragments expanded; this one selects {_extent.Fields}.");
        if (_extent.Aliases > options.MaxAliases)
            return ExecutionErrors.Limit($"An operation may have {options.MaxAliases} aliases, fragments expanded; this one has {_extent.Aliases}.");
        if (_extent.Directives > options.MaxDirectives)
            return ExecutionErrors.Limit($"An operation may have {options.MaxDirectives} directives, fragments expanded; this one has {_extent.Directives}.");
        return null;
    }

    private Extent Measure(SelectionSet set)
    {
        var total = default(Extent);
        foreach (var selection in set.Selections)
        {
            NoteConditions(selection.Directives);
            total = total.Beside(selection switch
            {
                Field field => MeasureField(field),
                InlineFragment fragment => Measure(fragment.SelectionSet),
                FragmentSpread spread => MeasureFragment(spread.Name.Value),
                _ => default,
            }).With(selection.Directives.Length);
        }

        return total;
    }

    private Extent MeasureField(Field field)
    {
        Introspects |= field.Name.Value is "__schema" or "__type";
        var below = field.SelectionSet is null ? default : Measure(field.SelectionSet);
        return below.Below(isAliased: field.Alias is not null);
    }

    private Extent MeasureFragment(string name)
    {
        if (_measured.TryGetValue(name, out var known))
            return known ?? throw new InvalidOperationException($"The fragment {name} contains itself: the document was not validated.");
        _measured[name] = null;
        var extent = _fragments.TryGetValue(name, out var fragment) ? Measure(fragment.SelectionSet) : default;
        _measured[name] = extent;
        return extent;
    }

    private void NoteConditions(ImmutableArray<Directive> directives)
    {
        foreach (var directive in directives)
        {
            if (directive.Name.Value is not ("skip" or "include" or "defer" or "stream"))
                continue;
            PutsOff |= directive.Name.Value is "defer" or "stream";
            if (directive.Find("if") is Variable variable && _seenConditions.Add(variable.Name.Value))
                _conditions.Add(variable.Name.Value);
        }
    }

    /// <summary>Counts that stop growing long before they overflow.</summary>
    private readonly record struct Extent(int Depth, long Fields, long Aliases, long Directives)
    {
        private const long Most = 1L << 40;

        public Extent Beside(Extent other) => new(
            Math.Max(Depth, other.Depth),
            Math.Min(Fields + other.Fields, Most),
            Math.Min(Aliases + other.Aliases, Most),
            Math.Min(Directives + other.Directives, Most));

        public Extent Below(bool isAliased) => this with { Depth = Depth + 1, Fields = Fields + 1, Aliases = Aliases + (isAliased ? 1 : 0) };

        public Extent With(int directives) => this with { Directives = Math.Min(Directives + directives, Most) };
    }
}
