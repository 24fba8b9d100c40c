using GraphQL.Language;
using GraphQL.Types;

namespace GraphQL.Data;

/// <summary>What filters, orders and pages say of their cost in the schema.</summary>
internal static class DataCosts
{
    /// <summary>Of giving a filter at all.</summary>
    public static Directive Filter { get; } = CostDirectives.CostOf(10);

    /// <summary>Of giving an order at all.</summary>
    public static Directive Order { get; } = CostDirectives.CostOf(10);

    /// <summary>Of a field to order by.</summary>
    public static Directive Term { get; } = CostDirectives.CostOf(10);

    private static readonly Directive Condition = CostDirectives.CostOf(10);

    // no index finds what stands inside a text
    private static readonly Directive Scan = CostDirectives.CostOf(20);

    /// <summary>Of a condition.</summary>
    public static Directive Of(FilterOperation operation) => operation switch
    {
        FilterOperation.Contains or FilterOperation.NotContains or FilterOperation.EndsWith or FilterOperation.NotEndsWith => Scan,
        _ => Condition,
    };

    /// <summary>How many rows a field's pages have: what the request asks for, or the default.</summary>
    public static Directive PageSize(UsePagingAttribute paging) => Size(
        paging.MaxPageSize,
        paging.DefaultPageSize,
        slicingArguments: paging.AllowBackwardPagination ? ["first", "last"] : ["first"],
        sizedFields: ["edges", "nodes"]);

    /// <summary>How many rows a field's segments have: what the request asks for, or the default.</summary>
    public static Directive SegmentSize(UseOffsetPagingAttribute paging) =>
        Size(paging.MaxPageSize, paging.DefaultPageSize, slicingArguments: ["take"], sizedFields: ["items"]);

    private static Directive Size(int maximum, int @default, string[] slicingArguments, string[] sizedFields)
    {
        maximum = maximum > 0 ? maximum : DataOptions.Default.MaxPageSize;
        @default = @default > 0 ? @default : DataOptions.Default.DefaultPageSize;
        return CostDirectives.ListSizeOf(
            assumedSize: maximum,
            slicingArguments: slicingArguments,
            slicingArgumentDefaultValue: Math.Min(@default, maximum),
            sizedFields: sizedFields,
            requireOneSlicingArgument: false);
    }
}
