using GraphQL.AspNetCore.Http;
using GraphQL.AspNetCore.Pipeline;
using GraphQL.Execution;
using GraphQL.Language;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GraphQL.AspNetCore.WebSockets;

/// <summary>One operation of a socket, from its request to its last message.</summary>
internal sealed partial class SocketOperation
{
    private readonly SocketConnection _connection;
    private readonly RequestParameters _parameters;
    private readonly byte[] _idJson;
    private readonly CancellationTokenSource _stopped;
    private OperationType? _type;

    /// <summary>Takes the parameters over.</summary>
    public SocketOperation(SocketConnection connection, string id, byte[] idJson, RequestParameters parameters)
    {
        Id = id;
        _connection = connection;
        _parameters = parameters;
        _idJson = idJson;
        _stopped = CancellationTokenSource.CreateLinkedTokenSource(connection.Ended);
    }

    public string Id { get; }

    /// <summary>True once it is known to be one; it then has no end of its own to wait for.</summary>
    public bool IsSubscription => _type == OperationType.Subscription;

    /// <summary>
    /// Whether it ends because the server stops: it is not complete then, and the close code that follows lets clients go on elsewhere.
    /// </summary>
    private bool IsCutShort => IsSubscription && _connection.Services.Registry.IsStopping;

    /// <summary>Ends it from outside; it sends nothing any more. What listens to its token is told elsewhere, not inside the caller's lock.</summary>
    public void Stop() => _ = _stopped.CancelAsync();

    /// <summary>Gives back what it holds without starting it.</summary>
    public void Discard()
    {
        _parameters.Dispose();
        _stopped.Dispose();
    }

    /// <summary>Starts it on a thread of its own, for what runs without waiting must not keep the socket from being read.</summary>
    public void Start()
    {
        // what flows from the reader (its activity, its HTTP context) is the connection's, not the operation's
        using (ExecutionContext.SuppressFlow())
            _ = Task.Run(RunAsync);
    }

    private async Task RunAsync()
    {
        var last = Array.Empty<byte>();
        try
        {
            last = await FollowAsync();
        }
        catch (Exception) when (_stopped.IsCancellationRequested)
        {
            // nobody listens
        }
        catch (RequestRefusedException refusal)
        {
            last = SocketMessages.Error(_idJson, refusal.ToErrors()[0], _connection.Subprotocol);
        }
        catch (Exception exception)
        {
            LogUnexpected(_connection.Services.Logger, exception);
            var error = new GraphQLError("Something unexpected failed.") { Code = ErrorCodes.Internal };
            last = SocketMessages.Error(_idJson, error, _connection.Subprotocol);
        }

        try
        {
            // first the id is free again, then the client learns of the end: it may use the id at once
            if (_connection.TryFinish(this) && !IsCutShort)
                await _connection.SendAsync(last);
        }
        catch (OperationCanceledException)
        {
            // the connection has ended
        }
        finally
        {
            _connection.Leave(this);
        }
    }

    /// <summary>Sends every result.</summary>
    /// <returns>The message that ends the operation.</returns>
    private async ValueTask<byte[]> FollowAsync()
    {
        var token = _stopped.Token;
        var services = _connection.Services;
        await using var scope = _connection.Context.RequestServices.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        var context = OperationContext.Create(_connection.Context, scope.ServiceProvider, token);
        services.Accessor?.HttpContext = context;
        services.PrepareOperation?.Invoke(_connection.Context, context);
        var prefix = SocketMessages.ResultPrefix(_idJson, _connection.Subprotocol);
        await foreach (var result in services.Pipeline.StreamAsync(context, _parameters, Allows, IncrementalDelivery.Pending, token))
        {
            using (result)
            {
                if (IsRefusal(result))
                    return SocketMessages.Error(_idJson, result, _connection.Subprotocol);
                await _connection.Writer.SendAsync(prefix, result, SocketMessages.ResultSuffix, token);
            }
        }

        return SocketMessages.Complete(_idJson);
    }

    private bool Allows(OperationType type)
    {
        _type = type;
        return true;
    }

    /// <summary>Whether execution never began, or a subscription's stream could not be opened or broke: what the protocol calls an error.</summary>
    private static bool IsRefusal(ExecutionResult result) =>
        result.Outcome is not (ExecutionOutcome.Executed or ExecutionOutcome.Priced)
        || (result is { OperationType: OperationType.Subscription, HasErrors: true, HasData: false });

    [LoggerMessage(Level = LogLevel.Error, Message = "An operation over a WebSocket failed outside of execution")]
    private static partial void LogUnexpected(ILogger logger, Exception exception);
}
