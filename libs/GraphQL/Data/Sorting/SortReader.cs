using System.Collections;
using System.Collections.Immutable;

namespace GraphQL.Data;

/// <summary>Makes the terms of a coerced <c>order</c> argument, within bounds.</summary>
internal static class SortReader
{
    /// <summary>The terms; none when nothing was given. Throws <see cref="GraphQLException"/> with the place at fault.</summary>
    public static IReadOnlyList<OrderTerm> Read(SortType type, object? order, DataOptions options, string argument = "order")
    {
        if (order is null)
            return [];
        var elements = ((IEnumerable)order).Cast<object>().ToList();
        if (elements.Count > options.MaxOrderTerms)
            throw DataErrors.TooManyTerms(argument, elements.Count, options.MaxOrderTerms);
        var terms = new List<OrderTerm>(elements.Count);
        for (var index = 0; index < elements.Count; index++)
        {
            var place = $"{argument}[{index}]";
            var term = Read(type, elements[index], [], place, options.MaxFilterDepth);

            // the second would decide nothing, so whoever wrote it meant something else.
            if (terms.Exists(earlier => earlier.Path.Name == term.Path.Name))
                throw DataErrors.RepeatedTerm(place, term.Path.Name);
            terms.Add(term);
        }

        return terms;
    }

    private static OrderTerm Read(SortType type, object element, ImmutableArray<DataField> path, string place, int depthLeft)
    {
        var entries = (IReadOnlyDictionary<string, object?>)element;
        if (entries.Count != 1)
            throw DataErrors.NotOneField(place, entries.Count);
        if (depthLeft == 0)
            throw DataErrors.TooDeep(place, path.Length);
        var (name, given) = entries.First();
        var inside = $"{place}.{name}";
        if (given is null)
            throw DataErrors.NullDirection(inside);
        if (!type.TryGetField(name, out var field))
            throw new InvalidOperationException($"{type.Name} has no field {name}.");
        path = path.Add(field.Data);
        return field.Related is { } related
            ? Read(related, given, path, inside, depthLeft - 1)
            : new OrderTerm(new FieldPath(path), (SortDirection)given == SortDirection.Descending);
    }
}
