using System.Collections.Immutable;
using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Validation.Rules;

/// <summary>
/// Fields of a mutation or subscription root must be neither deferred nor streamed; incremental delivery, section "Defer And Stream
/// Directives Are Used On Valid Root Field".
/// </summary>
internal sealed class DeferStreamOnRootField(ValidationContext context) : ValidationRule(context)
{
    private readonly HashSet<string> _clean = [];

    public override void VisitOperation(OperationDefinition operation)
    {
        if (operation.Operation == OperationType.Query || Context.Schema.RootType(operation.Operation) is not { } root)
            return;
        var visited = new HashSet<string>();
        if (Check(operation.SelectionSet, root, visited))
            _clean.UnionWith(visited);
    }

    private bool Check(SelectionSet selectionSet, NamedType root, HashSet<string> visited)
    {
        ValidationContext.GuardStack();
        Context.CountFragmentVisits(1);
        var isClean = true;
        foreach (var selection in selectionSet.Selections)
        {
            switch (selection)
            {
                case Field field:
                    isClean &= Forbid(field.Directives, IncrementalDirectives.Stream, root);
                    break;
                case InlineFragment fragment:
                    isClean &= Forbid(fragment.Directives, IncrementalDirectives.Defer, root);
                    isClean &= Check(fragment.SelectionSet, root, visited);
                    break;
                case FragmentSpread spread when visited.Add(spread.Name.Value) && Context.FindFragment(spread.Name.Value) is { } fragment:
                    isClean &= Forbid(spread.Directives, IncrementalDirectives.Defer, root);
                    if (!_clean.Contains(spread.Name.Value))
                        isClean &= Check(fragment.SelectionSet, root, visited);
                    break;
            }
        }

        return isClean;
    }

    private bool Forbid(ImmutableArray<Directive> directives, DirectiveType forbidden, NamedType root)
    {
        foreach (var directive in directives)
        {
            if (directive.Name.Value == forbidden.Name)
            {
                Report($"\"@{forbidden.Name}\" may not stand on what the root type \"{root}\" gives.", directive);
                return false;
            }
        }

        return true;
    }
}
