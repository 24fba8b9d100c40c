using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using GraphQL.AspNetCore.Diagnostics;
using GraphQL.AspNetCore.PersistedOperations;
using GraphQL.Execution;
using GraphQL.Language;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Features.Authentication;

namespace GraphQL.AspNetCore.Pipeline;

/// <summary>What becomes of a request once it is read, whichever transport it came by.</summary>
internal sealed class RequestPipeline(
    RequestExecutors executors, DocumentResolver documents, ConcurrencyGate gate, ServerInstruments instruments, GraphQLServerOptions options)
{
    private static readonly ClaimsPrincipal Nobody = new(new ClaimsIdentity());

    /// <summary>Executes a query or mutation to its end. Whatever is wrong with the request is in the result.</summary>
    /// <param name="context">Of the HTTP request, or of the one that opened the connection.</param>
    /// <param name="parameters">The request.</param>
    /// <param name="allows">Which kinds of operation the transport allows.</param>
    /// <param name="cancellationToken">Fires when nobody waits for the result any more.</param>
    public async ValueTask<ExecutionResult> ExecuteAsync(
        HttpContext context, RequestParameters parameters, Func<OperationType, bool> allows, CancellationToken cancellationToken)
    {
        if (!gate.TryEnter() && !await gate.EnterAsync(cancellationToken))
            return Refuse(ConcurrencyGate.Refuse());
        try
        {
            return await (documents.IsNeededFor(parameters)
                ? ExecuteNamedAsync(context, parameters, allows, cancellationToken)
                : executors.ExecuteAsync(OperationOf(context, parameters, allows, IncrementalDelivery.None), cancellationToken));
        }
        finally
        {
            gate.Leave();
        }
    }

    /// <summary>
    /// Executes an operation of any kind for a transport that can carry several results; see <see cref="RequestExecutor.StreamAsync"/>.
    /// </summary>
    /// <param name="context">Of the HTTP request, or of the one that opened the connection.</param>
    /// <param name="parameters">The request; it must live until the stream has ended.</param>
    /// <param name="allows">Which kinds of operation the transport allows.</param>
    /// <param name="incremental">How the client reads deferred parts.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    public async IAsyncEnumerable<ExecutionResult> StreamAsync(
        HttpContext context,
        RequestParameters parameters,
        Func<OperationType, bool> allows,
        IncrementalDelivery incremental,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!await gate.EnterAsync(cancellationToken))
        {
            yield return Refuse(ConcurrencyGate.Refuse());
            yield break;
        }

        var place = new ConcurrencyGate.Place(gate);
        try
        {
            // what waits for events holds no place; the executor asks when it knows the operation
            var stream = Stream(context, parameters, Ask, incremental, cancellationToken);
            await foreach (var result in stream)
                yield return result;
        }
        finally
        {
            place.Leave();
        }

        bool Ask(OperationType type)
        {
            if (type == OperationType.Subscription)
                place.Leave();
            return allows(type);
        }
    }

    private IAsyncEnumerable<ExecutionResult> Stream(
        HttpContext context,
        RequestParameters parameters,
        Func<OperationType, bool> allows,
        IncrementalDelivery incremental,
        CancellationToken cancellationToken) =>
        documents.IsNeededFor(parameters)
            ? StreamNamedAsync(context, parameters, allows, incremental, cancellationToken)
            : executors.StreamAsync(OperationOf(context, parameters, allows, incremental), cancellationToken);

    private async ValueTask<ExecutionResult> ExecuteNamedAsync(
        HttpContext context, RequestParameters parameters, Func<OperationType, bool> allows, CancellationToken cancellationToken)
    {
        var document = await documents.ResolveAsync(context, parameters, allows, cancellationToken);
        return document.Refusal is { } refusal
            ? Refuse(ExecutionResult.Refused(ExecutionOutcome.DocumentRefused, refusal))
            : await executors.ExecuteAsync(OperationOf(context, parameters, document.Allows, IncrementalDelivery.None), cancellationToken);
    }

    private async IAsyncEnumerable<ExecutionResult> StreamNamedAsync(
        HttpContext context,
        RequestParameters parameters,
        Func<OperationType, bool> allows,
        IncrementalDelivery incremental,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var document = await documents.ResolveAsync(context, parameters, allows, cancellationToken);
        if (document.Refusal is { } refusal)
        {
            yield return Refuse(ExecutionResult.Refused(ExecutionOutcome.DocumentRefused, refusal));
            yield break;
        }

        await foreach (var result in executors.StreamAsync(OperationOf(context, parameters, document.Allows, incremental), cancellationToken))
            yield return result;
    }

    private ExecutionResult Refuse(ExecutionResult refusal)
    {
        instruments.CountRefused(refusal.Errors[0].Code);
        return refusal;
    }

    /// <summary>The span of a connection that carries many operations, which have traces of their own; null for a request that has one.</summary>
    private static Activity? ConnectionOf(HttpContext context) =>
        Activity.Current is null ? context.Features.Get<IHttpActivityFeature>()?.Activity : null;

    /// <summary>The context would make a user of its own for each request that has none.</summary>
    private static ClaimsPrincipal UserOf(HttpContext context) => context.Features.Get<IHttpAuthenticationFeature>()?.User ?? Nobody;

    private OperationRequest OperationOf(
        HttpContext context, RequestParameters parameters, Func<OperationType, bool> allows, IncrementalDelivery incremental) => new()
    {
        Document = parameters.Document,
        Hash = parameters.Named?.Hash,
        DocumentId = parameters.StoredAs,
        Connection = incremental == IncrementalDelivery.None ? null : ConnectionOf(context),
        OperationName = parameters.OperationName,
        OnError = parameters.OnError,
        Variables = parameters.Variables,
        Extensions = parameters.Extensions,
        Files = parameters.Files,
        Services = parameters.ServicesOf(context),
        User = UserOf(context),
        Allows = allows,
        Incremental = incremental,
        Cost = CostHeader.Read(context.Request.Headers),
        Plan = PlanHeader.Read(context, options.AllowPlan),
        AllowIntrospection = options.AllowIntrospection?.Invoke(context),
    };
}
