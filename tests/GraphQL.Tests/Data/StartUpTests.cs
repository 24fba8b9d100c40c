using GraphQL.Data;
using GraphQL.Types;
using Xunit;

namespace GraphQL.Tests.Data;

public class StartUpTests
{
    public static TheoryData<Type, string> Mistakes => new()
    {
        { typeof(FilteringBeforePaging), "[UseFiltering] stands before [UsePaging]" },
        { typeof(SortingBeforeFiltering), "[UseSorting] stands before [UseFiltering]" },
        { typeof(NoList), "cannot be applied to String" },
        { typeof(ValueRows), "needs rows that are objects" },
        { typeof(BareQuery), "returns a query that nothing bounds" },
        { typeof(NoKey), "needs a key of Keyless" },
        { typeof(NullableKey), "the key name can be null" },
        { typeof(TakenArgument), "Its parameter first is an argument" },
        { typeof(ForeignDefinition), "is for Guild, but the rows are Log" },
        { typeof(TwoOfOneName), "there is a CombatLogFilterInput already" },
        { typeof(PagesUpsideDown), "a default above the maximum" },
        { typeof(NothingToCompare), "which no filter can compare" },
        { typeof(UnknownIdType), "takes ids of Ghost" },
        { typeof(FilteredConnection), "whose rows are chosen already" },
        { typeof(UnpagedConnection), "needs [UsePaging] as its first attribute" },
        { typeof(PagedSegment), "needs [UseOffsetPaging] as its first attribute" },
        { typeof(ArgumentsWithoutPages), "but the field has no [UsePaging]" },
        { typeof(OffsetsWithoutSegments), "but the field has no [UseOffsetPaging]" },
        { typeof(ContextWithoutAttributes), "but the field has none of [UsePaging]" },
        { typeof(ContextOfOtherRows), "but the rows are Log" },
        { typeof(ContextAndQuery), "answers filter and order itself" },
        { typeof(ProjectedList), "chooses columns of a query" },
        { typeof(ProjectedRecord), "has no constructor without parameters" },
        { typeof(UnlikeTotals), "tell them apart by ConnectionName" },
        { typeof(FilteredEvents), "cannot be applied to a subscription" },
        { typeof(PagedOne), "cannot be applied to Log" },
        { typeof(AskedAsText), "[IsSelected] is for a bool" },
        { typeof(SequenceOfLater), "cannot be applied to IAsyncEnumerable<Log>" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_told_at_start_with_the_member_and_what_to_do(Type queries, string expected)
    {
        var exception = Assert.Throws<SchemaBuildException>(() => new SchemaBuilder().AddType(queries).AddType(typeof(LogType)).Build());
        Assert.Contains(exception.Problems, problem => problem.Contains(expected, StringComparison.Ordinal));
    }

    [QueryType]
    public static class FilteringBeforePaging
    {
        [UseFiltering]
        [UsePaging]
        public static IQueryable<Log> GetLogs() => throw new NotSupportedException();
    }

    [QueryType]
    public static class SortingBeforeFiltering
    {
        [UseSorting]
        [UseFiltering]
        public static IQueryable<Log> GetLogs() => throw new NotSupportedException();
    }

    [QueryType]
    public static class NoList
    {
        [UseFiltering]
        public static string GetLogs() => throw new NotSupportedException();
    }

    [QueryType]
    public static class ValueRows
    {
        [UsePaging]
        public static IReadOnlyList<int> GetLogs() => throw new NotSupportedException();
    }

    [QueryType]
    public static class BareQuery
    {
        public static IQueryable<Log> GetLogs() => throw new NotSupportedException();
    }

    public sealed record Keyless(string? Name);

    [QueryType]
    public static class NoKey
    {
        [UsePaging]
        public static IQueryable<Keyless> GetRows() => throw new NotSupportedException();
    }

    public sealed class NullableKeySort : SortDefinition<Keyless>
    {
        protected override void Configure(SortFields<Keyless> fields) => fields.Key(row => row.Name);
    }

    [QueryType]
    public static class NullableKey
    {
        [UsePaging(SortedBy = typeof(NullableKeySort))]
        public static IQueryable<Keyless> GetRows() => throw new NotSupportedException();
    }

    [QueryType]
    public static class TakenArgument
    {
        [UsePaging]
        public static IQueryable<Log> GetLogs(int first) => throw new NotSupportedException(first.ToString());
    }

    public sealed class GuildFilter : FilterDefinition<Guild>
    {
        protected override void Configure(FilterFields<Guild> fields) => fields.Field(guild => guild.Rank);
    }

    [QueryType]
    public static class ForeignDefinition
    {
        [UseFiltering<GuildFilter>]
        public static IQueryable<Log> GetLogs() => throw new NotSupportedException();
    }

    public sealed class OtherLogFilter : FilterDefinition<Log>
    {
        protected override void Configure(FilterFields<Log> fields) => fields.BindFieldsExplicitly().Field(log => log.FileName);
    }

    [QueryType]
    public static class TwoOfOneName
    {
        [UseFiltering]
        public static IQueryable<Log> GetLogs() => throw new NotSupportedException();

        [UseFiltering<OtherLogFilter>]
        public static IQueryable<Log> GetOthers() => throw new NotSupportedException();
    }

    [QueryType]
    public static class PagesUpsideDown
    {
        [UsePaging(DefaultPageSize = 10, MaxPageSize = 5)]
        public static IQueryable<Log> GetLogs() => throw new NotSupportedException();
    }

    public sealed class RawFilter : FilterDefinition<Log>
    {
        protected override void Configure(FilterFields<Log> fields) => fields.Field("raw", log => TimeSpan.FromTicks(log.SizeBytes));
    }

    [QueryType]
    public static class NothingToCompare
    {
        [UseFiltering<RawFilter>]
        public static IQueryable<Log> GetLogs() => throw new NotSupportedException();
    }

    public sealed class GhostFilter : FilterDefinition<Log>
    {
        protected override void Configure(FilterFields<Log> fields) => fields.BindFieldsExplicitly().Field(log => log.Id).ID("Ghost");
    }

    [QueryType]
    public static class UnknownIdType
    {
        [UseFiltering<GhostFilter>]
        public static IQueryable<Log> GetLogs() => throw new NotSupportedException();
    }

    [QueryType]
    public static class FilteredConnection
    {
        [UsePaging]
        [UseFiltering]
        public static Connection<Log> GetLogs() => throw new NotSupportedException();
    }

    [QueryType]
    public static class SequenceOfLater
    {
        [UsePaging]
        public static IAsyncEnumerable<Log> GetLogs() => throw new NotSupportedException();
    }

    [QueryType]
    public static class UnpagedConnection
    {
        [UseFiltering]
        public static Connection<Log> GetLogs() => throw new NotSupportedException();
    }

    [QueryType]
    public static class PagedSegment
    {
        [UsePaging]
        public static CollectionSegment<Log> GetLogs() => throw new NotSupportedException();
    }

    [QueryType]
    public static class ArgumentsWithoutPages
    {
        public static IReadOnlyList<Log> GetLogs(PagingArguments paging) => throw new NotSupportedException(nameof(paging));
    }

    [QueryType]
    public static class OffsetsWithoutSegments
    {
        [UsePaging]
        public static IReadOnlyList<Log> GetLogs(OffsetPagingArguments paging) => throw new NotSupportedException(nameof(paging));
    }

    [QueryType]
    public static class ContextWithoutAttributes
    {
        public static IReadOnlyList<Log> GetLogs(QueryContext<Log> query) => throw new NotSupportedException(nameof(query));
    }

    [QueryType]
    public static class ContextOfOtherRows
    {
        [UseFiltering]
        public static IReadOnlyList<Log> GetLogs(QueryContext<Guild> query) => throw new NotSupportedException(nameof(query));
    }

    [QueryType]
    public static class ContextAndQuery
    {
        [UseFiltering]
        public static IQueryable<Log> GetLogs(QueryContext<Log> query) => throw new NotSupportedException(nameof(query));
    }

    [QueryType]
    public static class ProjectedList
    {
        [UseProjection]
        public static IReadOnlyList<Log> GetLogs() => throw new NotSupportedException();
    }

    [QueryType]
    public static class ProjectedRecord
    {
        [UseProjection]
        public static IQueryable<Keyless> GetRows() => throw new NotSupportedException();
    }

    [QueryType]
    public static class UnlikeTotals
    {
        [UsePaging]
        public static IQueryable<Log> GetLogs() => throw new NotSupportedException();

        [UsePaging(IncludeTotalCount = false)]
        public static IQueryable<Log> GetOthers() => throw new NotSupportedException();
    }

    [SubscriptionType]
    public static class FilteredEvents
    {
        [UseFiltering]
        public static IAsyncEnumerable<IReadOnlyList<Log>> OnLogs() => throw new NotSupportedException();
    }

    [QueryType]
    public static class PagedOne
    {
        [UsePaging]
        public static Log GetLog() => throw new NotSupportedException();
    }

    [QueryType]
    public static class AskedAsText
    {
        public static Log GetLog([IsSelected("build")] string build) => throw new NotSupportedException(build);
    }
}
