using System.Collections.Immutable;
using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Validation.Rules;

/// <summary>
/// A subscription must select exactly one field, not of introspection, and without <c>@skip</c> and <c>@include</c>;
/// section "Single Root Field".
/// </summary>
internal sealed class SingleFieldSubscriptions(ValidationContext context) : ValidationRule(context)
{
    public override void VisitOperation(OperationDefinition operation)
    {
        if (operation.Operation != OperationType.Subscription || Context.Schema.SubscriptionType is not { } root)
            return;

        var collection = new Collection(root);
        Collect(operation.SelectionSet, collection);
        if (collection.Conditions.Count > 0)
        {
            Report("The root field of a subscription may not depend on \"@skip\" or \"@include\".", [.. collection.Conditions]);
            return;
        }

        if (collection.Groups.Count == 0)
            Report("A subscription must select one root field.", operation.SelectionSet);
        else if (collection.Groups.Count > 1)
            Report("A subscription must select one root field only.", [.. collection.Groups.Skip(1).SelectMany(static group => group)]);
        foreach (var group in collection.Groups)
        {
            if (group[0].Name.Value.StartsWith("__", StringComparison.Ordinal))
                Report("The root field of a subscription may not be one of introspection.", [.. group]);
        }
    }

    private void Collect(SelectionSet selectionSet, Collection collection)
    {
        ValidationContext.GuardStack();
        Context.CountFragmentVisits(1);
        foreach (var selection in selectionSet.Selections)
        {
            if (FindCondition(selection.Directives) is { } condition)
            {
                collection.Conditions.Add(condition);
                continue;
            }

            switch (selection)
            {
                case Field field:
                    collection.Add(field);
                    break;
                case InlineFragment fragment when fragment.TypeCondition is null || Applies(fragment.TypeCondition, collection.Root):
                    Collect(fragment.SelectionSet, collection);
                    break;
                case FragmentSpread spread when Context.FindFragment(spread.Name.Value) is { } fragment
                    && Applies(fragment.TypeCondition, collection.Root)
                    && collection.Fragments.Add(spread.Name.Value):
                    Collect(fragment.SelectionSet, collection);
                    break;
            }
        }
    }

    private bool Applies(NamedTypeReference condition, ObjectType root) =>
        Context.Schema.FindType(condition.Name.Value) is { } type
        && (ReferenceEquals(type, root) || Context.Schema.IsPossibleType(type, root));

    private static Directive? FindCondition(ImmutableArray<Directive> directives) =>
        directives.FirstOrDefault(static directive => directive.Name.Value == SpecifiedDirectives.Skip.Name)
        ?? directives.FirstOrDefault(static directive => directive.Name.Value == SpecifiedDirectives.Include.Name);

    /// <summary>The root fields of one subscription, by response name.</summary>
    private sealed class Collection(ObjectType root)
    {
        private readonly Dictionary<string, List<Field>> _byName = [];

        public ObjectType Root { get; } = root;

        public HashSet<string> Fragments { get; } = [];

        public List<Directive> Conditions { get; } = [];

        public List<List<Field>> Groups { get; } = [];

        public void Add(Field field)
        {
            if (!_byName.TryGetValue(field.ResponseName, out var group))
            {
                _byName.Add(field.ResponseName, group = []);
                Groups.Add(group);
            }

            group.Add(field);
        }
    }
}
