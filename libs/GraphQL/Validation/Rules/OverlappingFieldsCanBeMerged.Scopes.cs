using GraphQL.Language;

namespace GraphQL.Validation.Rules;

/// <content>
/// Variables of fragments (<see cref="ParserOptions.FragmentArguments"/>): a name means something else wherever the fragment is spread with
/// other arguments. Documents without them have no scopes.
/// </content>
internal sealed partial class OverlappingFieldsCanBeMerged
{
    private readonly Dictionary<(string Arguments, FragmentScope? Outer), FragmentScope> _scopes = [];
    private int _scopeCount;

    private FragmentScope? NewScope(FragmentDefinition fragment) => fragment.Variables.IsEmpty ? null : new FragmentScope(fragment, ++_scopeCount);

    /// <summary>The fragments that fields are selected with, each once for each set of arguments.</summary>
    private List<FragmentUse> FragmentsOf(ScopedFields fields)
    {
        var collection = fields.Collection;
        if (collection.SpreadsWithArguments.Count == 0)
            return collection.Fragments;

        if (!collection.ByScope.TryGetValue(new ValueTuple<FragmentScope?>(fields.Scope), out var uses))
        {
            uses = [.. collection.Fragments];
            foreach (var (spread, definition) in collection.SpreadsWithArguments)
            {
                var use = new FragmentUse(spread, definition, ScopeOf(spread, definition, fields.Scope));
                var before = uses.IndexOf(use);
                if (before < 0)
                    uses.Add(use);
                else
                    uses[before] = use;
                Count(uses.Count);
            }

            collection.ByScope.Add(new ValueTuple<FragmentScope?>(fields.Scope), uses);
        }

        return uses;
    }

    private FragmentScope ScopeOf(FragmentSpread spread, FragmentDefinition definition, FragmentScope? outer)
    {
        var known = spread.Arguments
            .Where(argument => definition.Variables.Any(variable => variable.Variable.Name.Value == argument.Name.Value))
            .OrderBy(static argument => argument.Name.Value, StringComparer.Ordinal)
            .ToList();
        Count(1 + (spread.Arguments.Length * definition.Variables.Length));
        var text = string.Join(' ', known.Select(SyntaxPrinter.Print).Prepend(definition.Name.Value));
        Count(text.Length / 16);
        var isLocal = outer is not null
            && known.SelectMany(SyntaxTree.SelfAndDescendants).OfType<Variable>().Any(variable => outer.Defines(variable.Name.Value));
        var key = (text, isLocal ? outer : null);
        if (!_scopes.TryGetValue(key, out var scope))
            _scopes.Add(key, scope = NewScope(definition)!);
        return scope;
    }

    /// <summary>What the variables of a fragment mean in one use of it.</summary>
    private sealed class FragmentScope(FragmentDefinition fragment, int number)
    {
        /// <summary>Unique in the document, from 1.</summary>
        public int Number { get; } = number;

        public bool Defines(string variable) => fragment.Variables.Any(definition => definition.Variable.Name.Value == variable);
    }

    /// <summary>Fields, and what variables in them mean.</summary>
    private readonly record struct ScopedFields(FieldCollection Collection, FragmentScope? Scope);

    /// <summary>A fragment where it is spread; equal to another spread of it that means the same.</summary>
    private readonly record struct FragmentUse(FragmentSpread Spread, FragmentDefinition Definition, FragmentScope? Scope)
    {
        public bool IsBefore(FragmentUse other) =>
            (Definition.Start, Scope?.Number ?? 0).CompareTo((other.Definition.Start, other.Scope?.Number ?? 0)) <= 0;

        public bool Equals(FragmentUse other) => ReferenceEquals(Definition, other.Definition) && ReferenceEquals(Scope, other.Scope);

        public override int GetHashCode() => HashCode.Combine(Definition, Scope);
    }
}
