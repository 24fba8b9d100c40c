using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using GraphQL.Execution;

namespace GraphQL.Data;

/// <summary>
/// The projections of operations: made once for each field of an operation and each answer to its conditions, and kept as long as the
/// operation's plan.
/// </summary>
internal static class Projections
{
    /// <summary>Most that are kept for one field; a client could ask for every combination of its conditions.</summary>
    private const int MaxVariants = 64;

    private static readonly ConditionalWeakTable<FieldPlan, ConcurrentDictionary<ulong, object>> OfFields = [];

    /// <summary>What the selection below a field needs of a row.</summary>
    public static Projection<T> Of<T>(ResolverContext context, DataPlan plan, DataOptions options)
    {
        if (!plan.IsProjected && !options.ProjectAutomatically)
            return Projection<T>.Whole;
        var kept = OfFields.GetValue(context.Plan, static _ => []);
        if (kept.TryGetValue(context.Conditions, out var projection))
            return (Projection<T>)projection;
        var made = Make<T>(context, plan);
        if (kept.Count < MaxVariants)
            kept.TryAdd(context.Conditions, made);
        return made;
    }

    private static Projection<T> Make<T>(ResolverContext context, DataPlan plan)
    {
        var rows = new List<FieldPlan>();
        Find(context, context.Plan, plan.Shape switch
        {
            DataShape.Connection => ["nodes", "edges.node"],
            DataShape.Segment => ["items"],
            _ => [""],
        }, rows);
        if (ProjectionBuilder.IsAskedAboutValue(context.Field) || rows.Exists(static field => ProjectionBuilder.IsAskedAboutValue(field.Field)))
            return Projection<T>.Whole;
        if (rows.Count == 0)
            return Projection<T>.Nothing;
        var row = Expression.Parameter(typeof(T), "row");
        var builder = new ProjectionBuilder(context.Conditions, plan.IsProjected);
        return builder.TryCreate(row, [.. rows.Select(static field => field.Selection!)], rows[0].Field.Type.Named) is { } selected
            ? Projection<T>.By(Expression.Lambda<Func<T, T>>(selected, row))
            : Projection<T>.Whole;
    }

    /// <summary>The fields at the ends of paths; several when they are selected under several names.</summary>
    private static void Find(ResolverContext context, FieldPlan field, ReadOnlySpan<string> paths, List<FieldPlan> found)
    {
        foreach (var path in paths)
        {
            if (path.Length == 0)
            {
                found.Add(field);
                continue;
            }

            var dot = path.IndexOf('.', StringComparison.Ordinal);
            var (name, rest) = dot < 0 ? (path, "") : (path[..dot], path[(dot + 1)..]);
            foreach (var possible in context.Schema.PossibleTypes(field.Field.Type.Named))
            {
                foreach (var below in field.Selection!.For(possible, context.Conditions))
                {
                    if (below.Field.Name == name)
                        Find(context, below, [rest], found);
                }
            }
        }
    }
}
