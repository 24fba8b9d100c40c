using System.Collections.Immutable;

namespace GraphQL.AspNetCore.Http;

/// <summary>Ends a request that never reaches execution; the client may see its message word for word.</summary>
internal sealed class RequestRefusedException(int statusCode, string message, string code = ErrorCodes.BadRequest) : Exception(message)
{
    public int StatusCode { get; } = statusCode;

    public string Code { get; } = code;

    /// <summary>True for a body that is JSON but not a GraphQL request; the drafts disagree on its status code.</summary>
    public bool IsIllFormed { get; init; }

    /// <summary>The value of the response's Allow header; null for none.</summary>
    public string? Allow { get; init; }

    /// <summary>The value of the response's Accept-Encoding header; null for none.</summary>
    public string? AcceptEncoding { get; init; }

    public ImmutableArray<GraphQLError> ToErrors() => [new GraphQLError(Message) { Code = Code }];
}
