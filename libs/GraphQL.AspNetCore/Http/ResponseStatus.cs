using GraphQL.Execution;
using GraphQL.Language;
using Microsoft.AspNetCore.Http;

namespace GraphQL.AspNetCore.Http;

/// <summary>The status code of a response: GraphQL over HTTP, section "Status Codes", in both editions.</summary>
internal static class ResponseStatus
{
    /// <summary>Partial success in the draft of 2026: data beside errors. No registered code says that.</summary>
    private const int PartialSuccess = 294;

    /// <summary>For a request that reached the executor.</summary>
    public static int Of(ExecutionResult result, ResponseFormat format, HttpSpecification specification)
    {
        // a mutation by GET would be welcome by POST; a subscription is welcome from clients that accept a stream
        if (result.Outcome == ExecutionOutcome.OperationNotAllowed)
        {
            return result.OperationType == OperationType.Subscription
                ? StatusCodes.Status406NotAcceptable
                : StatusCodes.Status405MethodNotAllowed;
        }

        if (result.Outcome == ExecutionOutcome.Overloaded)
            return StatusCodes.Status503ServiceUnavailable;
        if (result.Outcome is ExecutionOutcome.Priced or ExecutionOutcome.Planned)
            return StatusCodes.Status200OK;
        if (specification == HttpSpecification.Draft2026)
        {
            return result.Outcome switch
            {
                ExecutionOutcome.Executed => result.HasErrors ? PartialSuccess : StatusCodes.Status200OK,
                ExecutionOutcome.SyntaxError => StatusCodes.Status400BadRequest,
                ExecutionOutcome.NotAuthorized => StatusCodes.Status403Forbidden,
                _ => StatusCodes.Status422UnprocessableEntity,
            };
        }

        // a legacy client takes any other code for a failure of the transport and never reads the errors
        if (result.Outcome == ExecutionOutcome.Executed || format == ResponseFormat.Json)
            return StatusCodes.Status200OK;
        return result.Outcome == ExecutionOutcome.NotAuthorized ? StatusCodes.Status403Forbidden : StatusCodes.Status400BadRequest;
    }

    /// <summary>For a request that was refused before.</summary>
    public static int Of(RequestRefusedException refusal, HttpSpecification specification) =>
        refusal.IsIllFormed && specification == HttpSpecification.Draft2026
            ? StatusCodes.Status422UnprocessableEntity
            : refusal.StatusCode;

    /// <summary>
    /// The draft of 2026 keeps <c>application/json</c> for successes, so that a proxy's error page is never taken for an answer.
    /// </summary>
    public static ResponseFormat FormatOf(int statusCode, ResponseFormat asked, HttpSpecification specification) =>
        specification == HttpSpecification.Draft2026 && statusCode is < 200 or > 299 ? ResponseFormat.GraphQLResponse : asked;
}
