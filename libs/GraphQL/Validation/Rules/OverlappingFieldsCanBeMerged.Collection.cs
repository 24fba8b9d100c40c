using System.Collections.Immutable;
using System.Text;
using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Validation.Rules;

/// <content>What a selection set selects, and what is wrong with it.</content>
internal sealed partial class OverlappingFieldsCanBeMerged
{
    private ScopedFields Collect(FragmentUse use)
    {
        var fragment = use.Definition;
        if (!_collections.TryGetValue(fragment.SelectionSet, out var collection))
            collection = Collect(Context.CompositeTypeOf(fragment.TypeCondition), fragment.SelectionSet);
        return new ScopedFields(collection, use.Scope);
    }

    private FieldCollection Collect(NamedType? parent, SelectionSet selectionSet)
    {
        if (!_collections.TryGetValue(selectionSet, out var collection))
        {
            collection = new FieldCollection();
            Collect(collection, parent, selectionSet);
            _collections.Add(selectionSet, collection);
        }

        return collection;
    }

    private void Collect(FieldCollection collection, NamedType? parent, SelectionSet selectionSet)
    {
        ValidationContext.GuardStack();
        foreach (var selection in selectionSet.Selections)
        {
            switch (selection)
            {
                case Field field:
                    // Without __typename: the reference implementation lets it stand where a field of another shape does.
                    collection.Add(new SelectedField(parent, field, (parent as ComplexType)?.FindField(field.Name.Value)));
                    break;
                case InlineFragment fragment:
                    Collect(collection, fragment.TypeCondition is { } condition ? Context.CompositeTypeOf(condition) : parent, fragment.SelectionSet);
                    break;
                case FragmentSpread spread when Context.FindFragment(spread.Name.Value) is { } fragment:
                    collection.Add(spread, fragment);
                    break;
            }
        }
    }

    /// <summary>A field where it is selected.</summary>
    /// <param name="Parent">The type it is selected on; null when unknown.</param>
    /// <param name="Node">The selection.</param>
    /// <param name="Definition">Null when the type has no such field.</param>
    private sealed record SelectedField(NamedType? Parent, Field Node, OutputField? Definition)
    {
        /// <summary>True when it is a stream, whose parts cannot be shared.</summary>
        public bool IsStreamed { get; } = Node.Directives.Any(static directive => directive.Name.Value == IncrementalDirectives.Stream.Name);

        /// <summary>True when both are the same plain leaf, so that there is nothing more to compare.</summary>
        public bool IsSameLeaf(SelectedField other) =>
            IsPlainLeaf && other.IsPlainLeaf
            && Node.Name.Value == other.Node.Name.Value
            && ReferenceEquals(Definition?.Type, other.Definition?.Type);

        private bool IsPlainLeaf => Node is { SelectionSet: null, Arguments.IsEmpty: true } && !IsStreamed;
    }

    /// <summary>Fields of one response name.</summary>
    private sealed class FieldGroup(string responseName)
    {
        public string ResponseName { get; } = responseName;

        public List<SelectedField> Fields { get; } = [];

        /// <summary>True when all are the same plain leaf: thousands of repetitions then cost nothing.</summary>
        public bool IsUniform { get; private set; } = true;

        public void Add(SelectedField field)
        {
            if (Fields.Count > 0)
                IsUniform &= Fields[0].IsSameLeaf(field);
            Fields.Add(field);
        }
    }

    /// <summary>Fields and fragments of one selection set, inline fragments included.</summary>
    private sealed class FieldCollection
    {
        private readonly Dictionary<string, FieldGroup> _byName = [];
        private readonly HashSet<FragmentDefinition> _fragments = [];
        private Dictionary<ValueTuple<FragmentScope?>, List<FragmentUse>>? _byScope;

        public List<FieldGroup> Groups { get; } = [];

        /// <summary>Fragments without variables of their own, each once.</summary>
        public List<FragmentUse> Fragments { get; } = [];

        /// <summary>Spreads of fragments that have variables.</summary>
        public List<(FragmentSpread Spread, FragmentDefinition Definition)> SpreadsWithArguments { get; } = [];

        /// <summary>What the spreads mean, by the scope they stand in.</summary>
        public Dictionary<ValueTuple<FragmentScope?>, List<FragmentUse>> ByScope => _byScope ??= [];

        public FieldGroup? Find(string responseName) => _byName.GetValueOrDefault(responseName);

        public void Add(SelectedField field)
        {
            var name = field.Node.ResponseName;
            if (!_byName.TryGetValue(name, out var group))
            {
                _byName.Add(name, group = new FieldGroup(name));
                Groups.Add(group);
            }

            group.Add(field);
        }

        public void Add(FragmentSpread spread, FragmentDefinition fragment)
        {
            if (!fragment.Variables.IsEmpty)
                SpreadsWithArguments.Add((spread, fragment));
            else if (_fragments.Add(fragment))
                Fragments.Add(new FragmentUse(spread, fragment, Scope: null));
        }
    }

    /// <summary>Why two fields cannot be merged, with the fields on either side from the top down.</summary>
    private sealed record FieldConflict(string ResponseName, string Reason, ImmutableArray<Field> First, ImmutableArray<Field> Second)
    {
        private const int MaxReasonLength = 500;
        private const int MaxFieldsPerSide = 20;

        /// <summary>The conflict of two fields whose selections conflict.</summary>
        public static FieldConflict Above(string responseName, Field first, Field second, List<FieldConflict> below)
        {
            var reason = new StringBuilder();
            foreach (var conflict in below)
            {
                reason.Append(reason.Length == 0 ? "below them, \"" : ", and \"").Append(LiteralText.Cut(conflict.ResponseName)).Append("\": ").Append(conflict.Reason);
                if (reason.Length > MaxReasonLength)
                    break;
            }

            return new FieldConflict(
                responseName,
                reason.Length > MaxReasonLength ? reason.ToString(0, MaxReasonLength) + "…" : reason.ToString(),
                Join(first, below, static conflict => conflict.First),
                Join(second, below, static conflict => conflict.Second));
        }

        /// <summary>A field and those below it; of a conflict that does not fit whole, the deepest fields.</summary>
        private static ImmutableArray<Field> Join(Field field, List<FieldConflict> below, Func<FieldConflict, ImmutableArray<Field>> side)
        {
            var fields = ImmutableArray.CreateBuilder<Field>();
            fields.Add(field);
            foreach (var conflict in below)
            {
                fields.AddRange(side(conflict).TakeLast(MaxFieldsPerSide - fields.Count));
                if (fields.Count == MaxFieldsPerSide)
                    break;
            }

            return fields.ToImmutable();
        }
    }
}
