using System.Reflection;
using GraphQL.Execution;
using GraphQL.Types;

namespace GraphQL.Data;

/// <summary>Gives parameters the page that a request asks for.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class PagingArgumentsSourceAttribute : ParameterAttribute
{
    /// <inheritdoc/>
    public override Func<ResolverContext, object?> Bind(ParameterInfo parameter, MemberInfo field) => field.IsDefined(typeof(UsePagingAttribute))
        ? static context => DataRequest.Of(context).Paging
        : throw new SchemaBuildException($"Parameter {parameter.Name} takes the page that is asked for, but the field has no [UsePaging]; add it.");
}

/// <summary>Gives parameters the segment that a request asks for.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class OffsetPagingArgumentsSourceAttribute : ParameterAttribute
{
    /// <inheritdoc/>
    public override Func<ResolverContext, object?> Bind(ParameterInfo parameter, MemberInfo field) => field.IsDefined(typeof(UseOffsetPagingAttribute))
        ? static context => DataRequest.Of(context).OffsetPaging
        : throw new SchemaBuildException($"Parameter {parameter.Name} takes the segment that is asked for, but the field has no [UseOffsetPaging]; add it.");
}

/// <summary>Gives parameters what a request wants of rows.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class QueryContextSourceAttribute : ParameterAttribute
{
    /// <inheritdoc/>
    public override Func<ResolverContext, object?> Bind(ParameterInfo parameter, MemberInfo field)
    {
        if (!field.IsDefined(typeof(DataFieldAttribute), inherit: true))
        {
            throw new SchemaBuildException(
                $"Parameter {parameter.Name} takes what is asked of rows, but the field has none of [UsePaging], [UseFiltering], [UseSorting]; add one.");
        }

        return typeof(QueryContextSourceAttribute).GetMethod(nameof(Create), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(parameter.ParameterType.GetGenericArguments())
            .CreateDelegate<Func<ResolverContext, object?>>();
    }

    private static object Create<T>(ResolverContext context)
    {
        var request = DataRequest.Of(context);
        return new QueryContext<T>(request.Filter, request.Ordering, request.Projection<T>(), request.Execution);
    }
}
