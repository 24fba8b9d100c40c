using System.Collections.Immutable;
using System.Reflection;
using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Data;

/// <summary>Gives a field pages, a filter and an order at once, when the outermost of its attributes is applied.</summary>
internal static class DataFieldSetup
{
    /// <summary>Sets the field up as all its attributes say; those inside the outermost one leave it to that.</summary>
    public static void Configure(FieldBuilder field, FieldAttribute attribute)
    {
        var attributes = field.Member.GetCustomAttributes<FieldAttribute>(inherit: true)
            .Where(static item => Rank(item) > 0)
            .OrderBy(static item => item.Order)
            .ToList();
        CheckOrder(attributes);
        if (Rank(attributes[0]) != Rank(attribute))
            return;

        var row = RowType(field, attributes);
        var types = DataTypes.Of(field.Types);
        var makesPages = field.ResultType.Is(typeof(Connection<>));
        var paging = attributes.OfType<UsePagingAttribute>().FirstOrDefault();
        if (!makesPages)
            Answer(field, types, row, attributes, paging);
        var result = paging is null ? typeof(IEnumerable<>) : typeof(Connection<>);
        field.ResultType = AnnotatedType.Of(result.MakeGenericType(row)).With(field.ResultType.IsNullable);
        if (paging is null)
            return;
        AddPagingArguments(field);
        field.AppliedDirectives.Add(DataCosts.PageSize(paging));
        SchemaType connection = types.Connection(row);
        field.Type = field.ResultType.IsNullable ? connection : new NonNullType(connection);
    }

    private static int Rank(FieldAttribute attribute) => attribute switch
    {
        UsePagingAttribute => 1,
        UseFilteringAttribute => 2,
        UseSortingAttribute => 3,
        _ => 0,
    };

    private static string Name(FieldAttribute attribute) =>
        Rank(attribute) switch { 1 => "[UsePaging]", 2 => "[UseFiltering]", _ => "[UseSorting]" };

    private static void CheckOrder(List<FieldAttribute> attributes)
    {
        for (var i = 1; i < attributes.Count; i++)
        {
            var (outer, inner) = (attributes[i - 1], attributes[i]);
            if (Rank(outer) == Rank(inner))
                throw new SchemaBuildException($"{Name(inner)} is there twice; take one away.");
            if (Rank(outer) > Rank(inner))
            {
                throw new SchemaBuildException(
                    $"{Name(outer)} stands before {Name(inner)}; write [UsePaging], [UseFiltering], [UseSorting] in that order.");
            }
        }
    }

    private static Type RowType(FieldBuilder field, List<FieldAttribute> attributes)
    {
        var result = field.ResultType;
        if (result.Is(typeof(Connection<>)))
        {
            // Its rows are chosen already, so a filter or an order would be accepted and ignored.
            return attributes is [UsePagingAttribute]
                ? result.Arguments[0].Type
                : throw new SchemaBuildException("It returns a Connection, which takes [UsePaging] alone; to filter or order, return IQueryable<T> or a list.");
        }

        if (result.ElementType is not { } element || result.Type == typeof(string) || result.Is(typeof(IAsyncEnumerable<>)))
        {
            throw new SchemaBuildException(
                $"{string.Join(", ", attributes.Select(Name))} cannot be applied to {TypeText.Of(result.Type)}; return IQueryable<T>, or a list such as IReadOnlyList<T>.");
        }

        return !element.Type.IsValueType && !element.IsNullable && element.ElementType is null
            ? element.Type
            : throw new SchemaBuildException($"{string.Join(", ", attributes.Select(Name))} needs rows that are objects and never null, not {element}; return others.");
    }

    /// <summary>Adds the filter and the order, and reads what the resolver returns.</summary>
    private static void Answer(FieldBuilder field, DataTypes types, Type row, List<FieldAttribute> attributes, UsePagingAttribute? paging)
    {
        var filtering = attributes.OfType<UseFilteringAttribute>().FirstOrDefault();
        var sorting = attributes.OfType<UseSortingAttribute>().FirstOrDefault();
        var plan = new DataPlan
        {
            Filter = filtering is null ? null : types.Filter(row, filtering.Definition),
            Sort = types.Sort(row, sorting?.Definition ?? paging?.SortedBy),
            TakesOrder = sorting is not null,
            IsPaged = paging is not null,
            DefaultPageSize = paging?.DefaultPageSize ?? 0,
            MaxPageSize = paging?.MaxPageSize ?? 0,
        };
        Check(plan, row);
        if (plan.Filter is not null)
            AddArgument(field, "where", types.Input(plan.Filter), DataCosts.Filter);
        if (plan.TakesOrder)
            AddArgument(field, "order", new ListType(new NonNullType(types.Input(plan.Sort))), DataCosts.Order);
        field.ThenAsync(DataResolver.Create(row, plan).ResolveAsync);
    }

    private static void Check(DataPlan plan, Type row)
    {
        if (plan.IsPaged && plan.Sort.Key is null)
        {
            throw new SchemaBuildException(
                $"[UsePaging] needs a key of {TypeText.Of(row)}, which has no property Id; write a SortDefinition<{TypeText.Of(row)}> with Key(…), and name it by [UseSorting] or SortedBy.");
        }

        if (plan.DefaultPageSize < 0 || plan.MaxPageSize < 0 || (plan.MaxPageSize > 0 && plan.DefaultPageSize > plan.MaxPageSize))
            throw new SchemaBuildException("[UsePaging] has page sizes that are negative, or a default above the maximum; correct them.");
    }

    private static void AddPagingArguments(FieldBuilder field)
    {
        var size = field.Types.Input(AnnotatedType.Of(typeof(int))).NullableType;
        var cursor = field.Types.Input(AnnotatedType.Of(typeof(string))).NullableType;
        AddArgument(field, "first", size);
        AddArgument(field, "after", cursor);
        AddArgument(field, "last", size);
        AddArgument(field, "before", cursor);
    }

    private static void AddArgument(FieldBuilder field, string name, SchemaType type, params ImmutableArray<Directive> directives)
    {
        if (field.Arguments.Any(argument => argument.Name == name))
            throw new SchemaBuildException($"Its parameter {name} is an argument that an attribute adds; call the parameter otherwise.");
        field.Arguments.Add(new InputValue { Name = name, Type = type, AppliedDirectives = directives });
    }
}
