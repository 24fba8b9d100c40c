using System.Security.Claims;

namespace GraphQL.Authorization;

/// <summary>What callers are told who may not do what they asked for, in one place.</summary>
internal static class AuthorizationErrors
{
    /// <summary>For a field, an object of it, or an element.</summary>
    /// <param name="user">Whoever is not signed in is told to do that first.</param>
    /// <param name="coordinate">Of the field, such as <c>Query.users</c>.</param>
    public static GraphQLError Refused(ClaimsPrincipal user, string coordinate) => user.Identity is { IsAuthenticated: true }
        ? new GraphQLError($"You may not use \"{coordinate}\" here.") { Code = ErrorCodes.Forbidden, Coordinate = coordinate }
        : new GraphQLError($"Sign in to use \"{coordinate}\".") { Code = ErrorCodes.Unauthenticated, Coordinate = coordinate };

    /// <summary>For a value whose type is not in the caller's schema; the type is not named.</summary>
    public static GraphQLError HiddenValue() => new("Something stands here that you may not see.") { Code = ErrorCodes.Forbidden };

    /// <summary>For a caller in whose schema nothing is left.</summary>
    public static GraphQLError NothingVisible(ClaimsPrincipal user) => user.Identity is { IsAuthenticated: true }
        ? new GraphQLError("Nothing of this API is open to you.") { Code = ErrorCodes.Forbidden }
        : new GraphQLError("Sign in to use this API.") { Code = ErrorCodes.Unauthenticated };
}
