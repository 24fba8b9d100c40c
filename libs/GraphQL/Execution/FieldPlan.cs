using System.Collections.Immutable;
using System.Text;
using GraphQL.Authorization;
using GraphQL.Diagnostics;
using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Execution;

/// <summary>How a field's value is obtained.</summary>
internal enum FieldKind
{
    /// <summary><c>__typename</c>: its value is part of <see cref="FieldPlan.Prefix"/>.</summary>
    TypeName,

    /// <summary>A property that is written without boxing.</summary>
    Leaf,

    /// <summary>Any other property.</summary>
    Property,

    /// <summary>A method.</summary>
    Synchronous,

    /// <summary>A method that returns a task, or what makes the value of a subscription's event.</summary>
    Asynchronous,

    /// <summary>The root field of a subscription: its value is the event.</summary>
    Event,
}

/// <summary>A field of a concrete type as an operation selects it, with everything known that does not depend on the request.</summary>
internal sealed class FieldPlan
{
    public FieldPlan(
        OperationPlan operation, ObjectType parentType, OutputField field, ImmutableArray<SelectedField> selected, bool isFirst, Deferring? deferring)
    {
        ParentType = parentType;
        Field = field;
        Nodes = [.. selected.Select(static item => item.Node).Distinct()];
        ResponseName = Nodes[0].ResponseName;
        Value = new ValuePlan(field.Type);
        Arguments = ArgumentPlan.For(operation, parentType, field, Nodes[0]);
        var prefix = (isFirst ? "{" : ",") + "\"" + ResponseName + "\":";
        if (ReferenceEquals(field, MetaFields.TypeName))
            prefix += "\"" + parentType.Name + "\"";
        Prefix = Encoding.UTF8.GetBytes(prefix);
        if (field.Type.Named.IsComposite)
        {
            var sets = selected.Where(static item => item.Node.SelectionSet is not null).Select(static item => new SelectedSet(item.Node.SelectionSet!, item.Usage));
            Selection = new SelectionPlan(operation, [.. sets], deferring);
        }

        Resolver = FieldGuard.ResolverOf(parentType, field);
        if (operation.Options.Diagnostics.TraceResolvers)
            Resolver = ResolverSpans.Around(Resolver, Coordinate);
        if (Resolver is FieldResolver.Property property && field.Type.NullableType.IsLeaf)
            WriteLeaf = PropertyReader.CompileLeaf(property.Member, field.Type.Named);
        Kind = Resolver switch
        {
            _ when ReferenceEquals(field, MetaFields.TypeName) => FieldKind.TypeName,
            FieldResolver.Property => WriteLeaf is null ? FieldKind.Property : FieldKind.Leaf,
            FieldResolver.Synchronous => FieldKind.Synchronous,
            FieldResolver.Asynchronous => FieldKind.Asynchronous,
            FieldResolver.Stream { Resolve: null } => FieldKind.Event,
            FieldResolver.Stream => FieldKind.Asynchronous,
            _ => throw new InvalidOperationException($"The field {parentType.Name}.{field.Name} has no resolver."),
        };
    }

    /// <summary>What stands before the value: a brace or comma, and the response name.</summary>
    public byte[] Prefix { get; }

    public FieldKind Kind { get; }

    public string ResponseName { get; }

    public ObjectType ParentType { get; }

    public OutputField Field { get; }

    /// <summary>How its value is obtained, behind its guard if it has one; null for <see cref="FieldKind.TypeName"/>.</summary>
    public FieldResolver? Resolver { get; }

    /// <summary>Of the field in the schema; made when somebody asks.</summary>
    public string Coordinate => $"{ParentType.Name}.{Field.Name}";

    /// <summary>All selections of the document that are merged in it.</summary>
    public ImmutableArray<Field> Nodes { get; }

    public ValuePlan Value { get; }

    public ArgumentPlan Arguments { get; }

    /// <summary>What is selected below it; null for leaves.</summary>
    public SelectionPlan? Selection { get; }

    /// <summary>Which elements of its list come later; null when they all come with it.</summary>
    public StreamUsage? Stream { get; set; }

    /// <summary>Set for <see cref="FieldKind.Leaf"/>.</summary>
    public LeafReader? WriteLeaf { get; }
}
