using System.Collections.Immutable;
using System.Reflection;
using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Data;

/// <summary>Sets a field up as all its data attributes say at once, when the outermost of them is applied.</summary>
internal static partial class DataFieldSetup
{
    /// <summary>Sets the field up; attributes inside the outermost one leave it to that.</summary>
    public static void Configure(FieldBuilder field, DataFieldAttribute attribute)
    {
        var attributes = field.Member.GetCustomAttributes<DataFieldAttribute>(inherit: true).OrderBy(static item => item.Order).ToList();
        CheckOrder(attributes);
        if (attributes[0].Stage != attribute.Stage)
            return;

        var row = RowType(field, attributes);
        var types = DataTypes.Of(field.Types);
        var plan = CreatePlan(field, types, row, attributes);
        Check(field, plan, row, attributes);
        if (plan.Filter is not null)
            AddArgument(field, "where", types.Input(plan.Filter), DataCosts.Filter);
        if (plan.TakesOrder)
            AddArgument(field, "order", new ListType(new NonNullType(types.Input(plan.Sort))), DataCosts.Order);
        if (field.Resolver is { } resolver)
            field.Resolver = DataResolver.Create(row, plan).Around(resolver);
        ApplyShape(field, types, plan.Shape, row, attributes[0]);
    }

    private static DataPlan CreatePlan(FieldBuilder field, DataTypes types, Type row, List<DataFieldAttribute> attributes)
    {
        var filtering = attributes.OfType<UseFilteringAttribute>().FirstOrDefault();
        var sorting = attributes.OfType<UseSortingAttribute>().FirstOrDefault();
        var paging = attributes[0] as UsePagingAttribute;
        var offset = attributes[0] as UseOffsetPagingAttribute;
        return new DataPlan
        {
            Shape = attributes[0] switch
            {
                UsePagingAttribute => DataShape.Connection,
                UseOffsetPagingAttribute => DataShape.Segment,
                UseFirstOrDefaultAttribute => DataShape.First,
                UseSingleOrDefaultAttribute => DataShape.Single,
                _ => DataShape.List,
            },
            Filter = filtering is null ? null : types.Filter(row, filtering.Definition),
            Sort = types.Sort(row, sorting?.Definition ?? paging?.SortedBy ?? offset?.SortedBy),
            TakesOrder = sorting is not null,
            IsProjected = attributes.Exists(static item => item.Stage == DataStage.Projection),
            IsAnswered = MakesPages(field.ResultType) || AnswersItself(field),
            DefaultPageSize = paging?.DefaultPageSize ?? offset?.DefaultPageSize ?? 0,
            MaxPageSize = paging?.MaxPageSize ?? offset?.MaxPageSize ?? 0,
            MaxSkip = offset?.MaxSkip ?? 0,
            RequiresBoundaries = paging?.RequiresBoundaries ?? offset?.RequiresBoundaries,
        };
    }

    /// <summary>True for a resolver that takes the filter and the order, or asks a data loader that does.</summary>
    private static bool AnswersItself(FieldBuilder field) =>
        field.Member is MethodInfo method && field.Types.ParametersOf(method).Any(static parameter => IsQueryContext(parameter.ParameterType));

    private static bool IsQueryContext(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(QueryContext<>);

    private static bool MakesPages(AnnotatedType result) => result.Is(typeof(Connection<>)) || result.Is(typeof(CollectionSegment<>));

    /// <summary>Gives the field the type and the arguments of what becomes of the rows.</summary>
    private static void ApplyShape(FieldBuilder field, DataTypes types, DataShape shape, Type row, DataFieldAttribute outermost)
    {
        var isNullable = field.ResultType.IsNullable;
        if (shape is DataShape.First or DataShape.Single)
        {
            field.ResultType = AnnotatedType.Of(row).With(isNullable: true);
            return;
        }

        var result = shape switch { DataShape.Connection => typeof(Connection<>), DataShape.Segment => typeof(CollectionSegment<>), _ => typeof(IEnumerable<>) };
        field.ResultType = AnnotatedType.Of(result.MakeGenericType(row)).With(isNullable);
        SchemaType? type = outermost switch
        {
            UsePagingAttribute paging => types.Connection(row, paging),
            UseOffsetPagingAttribute paging => types.Segment(row, paging),
            _ => null,
        };
        if (type is null)
            return;
        field.Type = isNullable ? type : new NonNullType(type);
        var size = field.Types.Input(AnnotatedType.Of(typeof(int))).NullableType;
        var cursor = field.Types.Input(AnnotatedType.Of(typeof(string))).NullableType;
        (string Name, SchemaType Type)[] arguments = outermost switch
        {
            UseOffsetPagingAttribute => [("skip", size), ("take", size)],
            UsePagingAttribute { AllowBackwardPagination: false } => [("first", size), ("after", cursor)],
            _ => [("first", size), ("after", cursor), ("last", size), ("before", cursor)],
        };
        foreach (var argument in arguments)
            AddArgument(field, argument.Name, argument.Type);
        field.AppliedDirectives.Add(outermost is UsePagingAttribute pages ? DataCosts.PageSize(pages) : DataCosts.SegmentSize((UseOffsetPagingAttribute)outermost));
    }

    private static void AddArgument(FieldBuilder field, string name, SchemaType type, params ImmutableArray<Directive> directives)
    {
        if (field.Arguments.Any(argument => argument.Name == name))
            throw new SchemaBuildException($"Its parameter {name} is an argument that an attribute adds; call the parameter otherwise.");
        field.Arguments.Add(new InputValue { Name = name, Type = type, AppliedDirectives = directives });
    }
}
