using System.Collections.Immutable;

namespace GraphQL.Data;

/// <summary>
/// Every error that paging, filtering and sorting tell clients; <c>extensions.argument</c> is the place in the arguments.
/// </summary>
internal static class DataErrors
{
    public static GraphQLException NoPageSize(string argument) =>
        Error(ErrorCodes.BadArgument, argument.Split(' ')[0], $"Say how many rows are wanted, by `{argument.Replace(" ", "` or `", StringComparison.Ordinal)}`.");

    public static GraphQLException SkipTooLarge(int skip, int maximum) =>
        Error(ErrorCodes.LimitExceeded, "skip", $"`skip` is {skip}; at most {maximum} rows can be skipped.");

    public static GraphQLException NotUnique() =>
        Error(ErrorCodes.NotUnique, argument: null, "Several rows match where one is wanted; narrow the filter.");

    public static GraphQLException NegativePageSize(string argument) =>
        Error(ErrorCodes.BadArgument, argument, $"`{argument}` may not be negative.");

    public static GraphQLException BothDirections() =>
        Error(ErrorCodes.BadArgument, "last", "Give either `first` or `last`, not both: a page grows in one direction.");

    public static GraphQLException PageTooLarge(string argument, int size, int maximum) =>
        Error(ErrorCodes.LimitExceeded, argument, $"`{argument}` is {size}; a page has at most {maximum} rows.");

    public static GraphQLException MalformedCursor(string argument) =>
        Error(ErrorCodes.BadCursor, argument, $"`{argument}` is not a cursor that this field gave out.");

    public static GraphQLException ForeignCursor(string argument) =>
        Error(ErrorCodes.BadCursor, argument, $"`{argument}` is a cursor of another filter or order; start again without it.");

    public static GraphQLException NullCondition(string place) =>
        Error(ErrorCodes.BadArgument, place, $"`{place}` may not be null; leave it out, or test for null by `eq: null` or `neq: null`.");

    public static GraphQLException BadConstant(string place, object value, Type type) =>
        Error(ErrorCodes.BadArgument, place, $"`{place}` compares with {value}, which is out of the range of the field ({type.Name}).");

    public static GraphQLException BadId(string place, IReadOnlySet<string> typeNames) =>
        Error(ErrorCodes.BadId, place, $"`{place}` is not the id of a {string.Join(" or ", typeNames.Order(StringComparer.Ordinal))}.");

    public static GraphQLException NullDirection(string place) =>
        Error(ErrorCodes.BadArgument, place, $"`{place}` may not be null; say ASC or DESC, or leave the element out.");

    public static GraphQLException NotOneField(string place, int count) =>
        Error(ErrorCodes.BadArgument, place, $"`{place}` names {count} fields; write one list element for each, the most significant first.");

    public static GraphQLException RepeatedTerm(string place, string path) =>
        Error(ErrorCodes.BadArgument, place, $"`{place}` orders by {path}, which an earlier element does already; take one away.");

    public static GraphQLException TooDeep(string place, int maximum) =>
        Error(ErrorCodes.LimitExceeded, place, $"`{place}` lies deeper than the {maximum} levels that are allowed.");

    public static GraphQLException TooManyConditions(string place, int maximum) =>
        Error(ErrorCodes.LimitExceeded, place, $"With `{place}` the filter has more than {maximum} conditions.");

    public static GraphQLException TooManyValues(string place, int count, int maximum) =>
        Error(ErrorCodes.LimitExceeded, place, $"`{place}` lists {count} values; at most {maximum} are allowed.");

    public static GraphQLException TextTooLong(string place, int length, int maximum) =>
        Error(ErrorCodes.LimitExceeded, place, $"`{place}` is a text of {length} characters; at most {maximum} are allowed.");

    public static GraphQLException TooManyTerms(string place, int count, int maximum) =>
        Error(ErrorCodes.LimitExceeded, place, $"`{place}` has {count} elements; at most {maximum} are allowed.");

    public static GraphQLException TooManyRows(int maximum) =>
        Error(ErrorCodes.LimitExceeded, argument: null, $"More than {maximum} rows match; this list is not paged, so narrow the filter.");

    private static GraphQLException Error(string code, string? argument, string message) => new(new GraphQLError(message)
    {
        Code = code,
        Extensions = argument is null
            ? null
            : ImmutableSortedDictionary<string, object?>.Empty.Add("argument", argument),
    });
}
