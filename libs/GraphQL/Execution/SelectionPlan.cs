using System.Collections.Immutable;
using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Execution;

/// <summary>A selection set, and the deferral it is part of, if any.</summary>
internal readonly record struct SelectedSet(SelectionSet Set, DeferUsage? Usage);

/// <summary>A field of the document, and the deferral it is part of, if any.</summary>
internal readonly record struct SelectedField(Field Node, DeferUsage? Usage);

/// <summary>
/// What one or several merged selection sets select, for each concrete type and each answer to their <c>@skip</c> and <c>@include</c>;
/// September 2025, section "Field Collection".
/// </summary>
/// <param name="operation">The operation it belongs to.</param>
/// <param name="sets">The selection sets that are merged.</param>
/// <param name="deferring">How <c>@defer</c> and <c>@stream</c> are taken; null to take no notice of them.</param>
internal sealed class SelectionPlan(OperationPlan operation, ImmutableArray<SelectedSet> sets, Deferring? deferring)
{
    /// <summary>Most variants that are kept; a client could ask for every combination of its conditions.</summary>
    private const int MaxVariants = 64;

    // Replaced as a whole, so that readers need no lock; two threads may make the same variant once each, which costs only time.
    private volatile SelectionVariant[] _variants = [];

    /// <summary>All fields of an object, those that are put off last.</summary>
    /// <param name="type">The object's type.</param>
    /// <param name="conditions">The request's variables of conditions, a bit each.</param>
    public FieldPlan[] For(ObjectType type, ulong conditions) => VariantFor(type, conditions).All;

    /// <summary>The fields of an object, and what is put off of them.</summary>
    /// <param name="type">The object's type.</param>
    /// <param name="conditions">The request's variables of conditions, a bit each.</param>
    public SelectionVariant VariantFor(ObjectType type, ulong conditions)
    {
        var variants = _variants;
        foreach (var variant in variants)
        {
            if (ReferenceEquals(variant.Type, type) && (conditions & variant.Mask) == variant.Conditions)
                return variant;
        }

        var made = Make(type, conditions);
        if (variants.Length < MaxVariants)
            _variants = [.. variants, made];
        return made;
    }

    private SelectionVariant Make(ObjectType type, ulong conditions)
    {
        var collector = new FieldCollector(operation, type, conditions, deferring is not null);
        foreach (var (set, usage) in sets)
            collector.Collect(set, usage);
        if (deferring is null)
            return new SelectionVariant(type, collector.Mask, conditions & collector.Mask, Plan(collector, collector.Fields, deferring));

        var division = new FieldDivision(deferring);
        foreach (var (name, fields) in collector.Fields)
            division.Add(name, fields);
        var own = Plan(collector, division.Own, deferring);
        DeferredSelection[] deferred =
        [
            .. division.Deferred.Select(part => new DeferredSelection(part.Usages, Plan(collector, part.Fields, deferring with { Surroundings = part.Usages }))),
        ];
        return new SelectionVariant(type, collector.Mask, conditions & collector.Mask, own) { Usages = [.. collector.Usages], Deferred = deferred };
    }

    private FieldPlan[] Plan(FieldCollector collector, OrderedDictionary<string, List<SelectedField>> collected, Deferring? deferring)
    {
        var plans = new FieldPlan[collected.Count];
        for (var i = 0; i < plans.Length; i++)
        {
            var (_, fields) = collected.GetAt(i);
            var name = fields[0].Node.Name.Value;
            var field = collector.Type.FindField(name) ?? MetaFields.Find(operation.Schema, collector.Type, name)
                ?? throw new InvalidOperationException($"The type {collector.Type.Name} has no field {name}: the document was not validated.");
            plans[i] = new FieldPlan(operation, collector.Type, field, [.. fields], isFirst: i == 0, deferring);
            if (deferring is not null && collector.StreamOf(fields[0].Node) is { } stream)
                plans[i].Stream = new StreamUsage(stream, OfItems(collector.Type, field, fields, plans[i], deferring));
        }

        return plans;
    }

    /// <summary>The field as elements that come later are written: each is a part of its own, and part of no deferral.</summary>
    private FieldPlan OfItems(ObjectType type, OutputField field, List<SelectedField> fields, FieldPlan whole, Deferring deferring) =>
        deferring.Surroundings.IsEmpty && fields.All(static item => item.Usage is null)
            ? whole
            : new FieldPlan(operation, type, field, [.. fields.Select(static item => item with { Usage = null })], isFirst: true, deferring with { Surroundings = [] });
}

/// <summary>Fields for a type and for values of the conditions that were looked at when they were collected.</summary>
/// <param name="type">The type.</param>
/// <param name="mask">The conditions.</param>
/// <param name="conditions">Their values.</param>
/// <param name="fields">What is written at once.</param>
internal sealed class SelectionVariant(ObjectType type, ulong mask, ulong conditions, FieldPlan[] fields)
{
    public ObjectType Type { get; } = type;

    public ulong Mask { get; } = mask;

    public ulong Conditions { get; } = conditions;

    /// <summary>What is written where the object stands, in the order of the response.</summary>
    public FieldPlan[] Fields { get; } = fields;

    /// <summary>Everything that is selected.</summary>
    public FieldPlan[] All { get; private init; } = fields;

    /// <summary>Deferrals that begin here, outer ones first.</summary>
    public DeferUsage[] Usages { get; init; } = [];

    /// <summary>What is put off.</summary>
    public DeferredSelection[] Deferred
    {
        get;
        init
        {
            field = value;
            if (value.Length > 0)
                All = [.. Fields, .. value.SelectMany(static part => part.Fields)];
        }
    } = [];

    public bool PutsNothingOff => Usages.Length == 0 && Deferred.Length == 0;
}

/// <summary>Fields that the same deferrals put off.</summary>
internal sealed record DeferredSelection(ImmutableArray<DeferUsage> Usages, FieldPlan[] Fields);
