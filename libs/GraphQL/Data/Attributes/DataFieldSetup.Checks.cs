using System.Reflection;
using GraphQL.Execution;
using GraphQL.Types;

namespace GraphQL.Data;

/// <content>What is refused when the schema is built.</content>
internal static partial class DataFieldSetup
{
    private static void CheckOrder(List<DataFieldAttribute> attributes)
    {
        for (var i = 1; i < attributes.Count; i++)
        {
            var (outer, inner) = (attributes[i - 1], attributes[i]);
            if (outer.GetType() == inner.GetType() || (outer.Stage == inner.Stage && inner.Stage != DataStage.Result))
                throw new SchemaBuildException($"{inner.Written} is there twice; take one away.");
            if (outer.Stage == inner.Stage)
                throw new SchemaBuildException($"{outer.Written} and {inner.Written} each decide what becomes of the rows; take one away.");
            if (outer.Stage > inner.Stage)
            {
                throw new SchemaBuildException(
                    $"{outer.Written} stands before {inner.Written}; write [UsePaging], [UseProjection], [UseFiltering], [UseSorting] in that order.");
            }
        }
    }

    private static Type RowType(FieldBuilder field, List<DataFieldAttribute> attributes)
    {
        var result = field.ResultType;
        if (field.Resolver is FieldResolver.Stream)
            throw new SchemaBuildException($"{All(attributes)} cannot be applied to a subscription, which gives one event after another; take them away.");
        if (MakesPages(result))
            return RowTypeOfPages(field, attributes);
        var takesContext = AnswersItself(field);
        if (takesContext && (attributes[0] is UsePagingAttribute or UseOffsetPagingAttribute || typeof(IQueryable).IsAssignableFrom(result.Type)))
        {
            throw new SchemaBuildException(
                $"It takes a QueryContext and so answers filter and order itself; return a Connection<T>, a CollectionSegment<T> or a list, not {TypeText.Of(result.Type)}.");
        }

        if (result.ElementType is not { } element || result.Type == typeof(string) || result.Is(typeof(IAsyncEnumerable<>)))
        {
            throw new SchemaBuildException(
                $"{All(attributes)} cannot be applied to {TypeText.Of(result.Type)}; return IQueryable<T>, or a list such as IReadOnlyList<T>.");
        }

        return !element.Type.IsValueType && !element.IsNullable && element.ElementType is null
            ? element.Type
            : throw new SchemaBuildException($"{All(attributes)} needs rows that are objects and never null, not {element}; return others.");
    }

    private static Type RowTypeOfPages(FieldBuilder field, List<DataFieldAttribute> attributes)
    {
        var result = field.ResultType;
        var fits = result.Is(typeof(Connection<>)) ? attributes[0] is UsePagingAttribute : attributes[0] is UseOffsetPagingAttribute;
        if (!fits)
        {
            var needed = result.Is(typeof(Connection<>)) ? "[UsePaging]" : "[UseOffsetPaging]";
            throw new SchemaBuildException($"It returns {TypeText.Of(result.Type)}, which needs {needed} as its first attribute; add it.");
        }

        // Its rows are chosen already, so a filter or an order that nobody takes would be accepted and ignored.
        return attributes.Count == 1 || AnswersItself(field)
            ? result.Arguments[0].Type
            : throw new SchemaBuildException(
                $"It returns {TypeText.Of(result.Type)}, whose rows are chosen already; take a QueryContext<T> and answer it, or return IQueryable<T> or a list.");
    }

    private static void Check(FieldBuilder field, DataPlan plan, Type row, List<DataFieldAttribute> attributes)
    {
        if (plan is { Shape: DataShape.Connection or DataShape.Segment, Sort.Key: null } && !MakesPages(field.ResultType))
        {
            throw new SchemaBuildException(
                $"{attributes[0].Written} needs a key of {TypeText.Of(row)}, which has no property Id; write a SortDefinition<{TypeText.Of(row)}> with Key(…), and name it by [UseSorting] or SortedBy.");
        }

        if (plan.DefaultPageSize < 0 || plan.MaxPageSize < 0 || plan.MaxSkip < 0 || (plan.MaxPageSize > 0 && plan.DefaultPageSize > plan.MaxPageSize))
            throw new SchemaBuildException($"{attributes[0].Written} has sizes that are negative, or a default above the maximum; correct them.");
        if (plan.IsProjected)
            CheckProjection(field, row);
        if (field.Member is not MethodInfo method)
            return;
        foreach (var parameter in field.Types.ParametersOf(method).Where(static item => IsQueryContext(item.ParameterType)))
        {
            if (parameter.ParameterType.GetGenericArguments()[0] != row)
                throw new SchemaBuildException($"Parameter {parameter.Name} is a {TypeText.Of(parameter.ParameterType)}, but the rows are {TypeText.Of(row)}; correct its type.");
        }
    }

    private static void CheckProjection(FieldBuilder field, Type row)
    {
        if (!typeof(IQueryable).IsAssignableFrom(field.ResultType.Type) && !AnswersItself(field))
            throw new SchemaBuildException($"[UseProjection] chooses columns of a query, but it returns {TypeText.Of(field.ResultType.Type)}; return IQueryable<T>.");
        if (ProjectionBuilder.WhyNot(row) is { } reason)
            throw new SchemaBuildException($"[UseProjection] cannot make rows of {TypeText.Of(row)}: {reason}; take the attribute away.");
    }

    private static string All(List<DataFieldAttribute> attributes) => string.Join(", ", attributes.Select(static item => item.Written));
}
