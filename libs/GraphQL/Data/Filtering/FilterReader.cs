using System.Collections;
using System.Collections.Immutable;

namespace GraphQL.Data;

/// <summary>Makes the predicate of a coerced <c>where</c> argument, within bounds.</summary>
internal sealed class FilterReader
{
    private readonly DataOptions _options;
    private int _conditions;

    private FilterReader(DataOptions options) => _options = options;

    /// <summary>The predicate; every row when nothing was given. Throws <see cref="GraphQLException"/> with the place at fault.</summary>
    public static Predicate Read(FilterType type, object? where, DataOptions options, string argument = "where") =>
        where is null ? Predicate.True : new FilterReader(options).ReadObject(type, where, [], argument, 1).Normalize();

    private Predicate ReadObject(FilterType type, object value, ImmutableArray<DataField> path, string place, int depth)
    {
        CheckDepth(place, depth);
        var operands = new List<Predicate>();
        foreach (var (name, given) in Entries(value))
        {
            var inside = $"{place}.{name}";
            if (name is "and" or "or" && !type.TryGetField(name, out _))
                operands.Add(ReadJoin(name, given, inside, (item, at) => ReadObject(type, item, path, at, depth + 1)));
            else if (type.TryGetField(name, out var field))
                operands.Add(ReadField(field, given ?? throw DataErrors.NullCondition(inside), path.Add(field.Data), inside, depth + 1));
        }

        return PredicateNormalization.AllOf(operands);
    }

    private static Predicate ReadJoin(string name, object? given, string place, Func<object, string, Predicate> read)
    {
        // Nothing given says nothing; an empty list says what the word says of none.
        if (given is null)
            return Predicate.True;
        var operands = Items(given).Select((item, index) => read(item!, $"{place}[{index}]")).ToList();
        return name == "and" ? PredicateNormalization.AllOf(operands) : PredicateNormalization.AnyOf(operands);
    }

    private Predicate ReadField(FilterField field, object value, ImmutableArray<DataField> path, string place, int depth) => field switch
    {
        FilterField.Leaf leaf => ReadOperations(leaf.Operations, leaf.IdTypes, value, new FieldPath(path), place, depth),
        FilterField.Related related => ReadObject(related.Type, value, path, place, depth),
        FilterField.LeafList list => ReadList(value, path, place, depth, (item, at) =>
            ReadOperations(list.Operations, idTypes: null, item, new FieldPath([list.Element]), at, depth + 1)),
        FilterField.RelatedList list => ReadList(value, path, place, depth, (item, at) => ReadObject(list.Type, item, [], at, depth + 1)),
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    private Predicate ReadList(
        object value, ImmutableArray<DataField> path, string place, int depth, Func<object, string, Predicate> readElement)
    {
        CheckDepth(place, depth);
        var operands = new List<Predicate>();
        foreach (var (name, given) in Entries(value))
        {
            var inside = $"{place}.{name}";
            CountCondition(inside);
            if (given is null)
                throw DataErrors.NullCondition(inside);
            var quantifier = name switch
            {
                "all" => Quantifier.All,
                "none" => Quantifier.None,
                "some" => Quantifier.Some,
                _ => (bool)given ? Quantifier.Some : Quantifier.None,
            };
            var element = name == "any" ? Predicate.True : readElement(given, inside);
            operands.Add(new Predicate.Quantified(new FieldPath(path), quantifier, element));
        }

        return PredicateNormalization.AllOf(operands);
    }

    private Predicate ReadOperations(
        FilterOperationType operations, IReadOnlySet<string>? idTypes, object value, FieldPath path, string place, int depth)
    {
        CheckDepth(place, depth);
        var operands = new List<Predicate>();
        foreach (var (name, given) in Entries(value))
        {
            var inside = $"{place}.{name}";
            if (name is "and" or "or")
            {
                operands.Add(ReadJoin(name, given, inside, (item, at) => ReadOperations(operations, idTypes, item, path, at, depth + 1)));
                continue;
            }

            CountCondition(inside);
            foreach (var operation in operations.Operations)
            {
                if (FilterOperationType.NameOf(operation) == name)
                    operands.Add(ReadOperation(operation, idTypes, given, path, inside));
            }
        }

        return PredicateNormalization.AllOf(operands);
    }

    private Predicate ReadOperation(FilterOperation operation, IReadOnlySet<string>? idTypes, object? given, FieldPath path, string place)
    {
        return operation switch
        {
            FilterOperation.Equal => Compare(ComparisonOperator.Equal),
            FilterOperation.NotEqual => Compare(ComparisonOperator.NotEqual),
            FilterOperation.GreaterThan => Compare(ComparisonOperator.GreaterThan),
            FilterOperation.NotGreaterThan => Not(Compare(ComparisonOperator.GreaterThan)),
            FilterOperation.GreaterThanOrEqual => Compare(ComparisonOperator.GreaterThanOrEqual),
            FilterOperation.NotGreaterThanOrEqual => Not(Compare(ComparisonOperator.GreaterThanOrEqual)),
            FilterOperation.LessThan => Compare(ComparisonOperator.LessThan),
            FilterOperation.NotLessThan => Not(Compare(ComparisonOperator.LessThan)),
            FilterOperation.LessThanOrEqual => Compare(ComparisonOperator.LessThanOrEqual),
            FilterOperation.NotLessThanOrEqual => Not(Compare(ComparisonOperator.LessThanOrEqual)),
            FilterOperation.In => In(),
            FilterOperation.NotIn => Not(In()),
            FilterOperation.Contains => Text(TextOperator.Contains),
            FilterOperation.NotContains => Not(Text(TextOperator.Contains)),
            FilterOperation.StartsWith => Text(TextOperator.StartsWith),
            FilterOperation.NotStartsWith => Not(Text(TextOperator.StartsWith)),
            FilterOperation.EndsWith => Text(TextOperator.EndsWith),
            FilterOperation.NotEndsWith => Not(Text(TextOperator.EndsWith)),
            _ => throw new ArgumentOutOfRangeException(nameof(operation)),
        };

        Predicate Compare(ComparisonOperator @operator)
        {
            if (given is null && @operator is not (ComparisonOperator.Equal or ComparisonOperator.NotEqual))
                throw DataErrors.NullCondition(place);
            return new Predicate.Comparison(path, @operator, ToConstant(given, place));
        }

        Predicate In()
        {
            var items = Items(given ?? throw DataErrors.NullCondition(place)).ToList();
            if (items.Count > _options.MaxListValues)
                throw DataErrors.TooManyValues(place, items.Count, _options.MaxListValues);
            return new Predicate.In(path, [.. items.Select((item, index) => ToConstant(item, $"{place}[{index}]"))]);
        }

        Predicate Text(TextOperator @operator) =>
            new Predicate.Text(path, @operator, (string?)ToConstant(given, place) ?? throw DataErrors.NullCondition(place));

        static Predicate Not(Predicate predicate) => new Predicate.Not(predicate);

        object? ToConstant(object? value, string at)
        {
            if (value is string text && text.Length > _options.MaxTextLength)
                throw DataErrors.TextTooLong(at, text.Length, _options.MaxTextLength);
            return value is null ? null : idTypes is null ? FilterConstants.Convert(value, path.ValueType, at) : FilterConstants.ReadId(value, idTypes, path.ValueType, at);
        }
    }

    private void CheckDepth(string place, int depth)
    {
        if (depth > _options.MaxFilterDepth)
            throw DataErrors.TooDeep(place, _options.MaxFilterDepth);
    }

    private void CountCondition(string place)
    {
        if (++_conditions > _options.MaxConditions)
            throw DataErrors.TooManyConditions(place, _options.MaxConditions);
    }

    private static IReadOnlyDictionary<string, object?> Entries(object value) => (IReadOnlyDictionary<string, object?>)value;

    private static IEnumerable<object?> Items(object value) => ((IEnumerable)value).Cast<object?>();
}
