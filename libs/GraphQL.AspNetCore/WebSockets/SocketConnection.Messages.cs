using System.Text.Json;
using GraphQL.AspNetCore.Http;
using GraphQL.AspNetCore.Pipeline;
using Microsoft.Extensions.Logging;

namespace GraphQL.AspNetCore.WebSockets;

/// <content>What each message of a client does.</content>
internal sealed partial class SocketConnection
{
    private const string PayloadName = "'payload'";

    private volatile State _state;
    private Task _initialization = Task.CompletedTask;

    private enum State
    {
        Open,
        Initialising,
        Acknowledged,
    }

    private ValueTask HandleAsync(ClientMessage message)
    {
        switch (message.Type)
        {
            case ClientMessageType.ConnectionInit:
                return InitialiseAsync(message);
            case ClientMessageType.Ping:
                message.RequireObjectOrNothing();
                return SendAsync(SocketMessages.Pong(message.Payload));
            case ClientMessageType.Pong:
                message.RequireObjectOrNothing();
                return ValueTask.CompletedTask;
            case ClientMessageType.Start:
                return StartAsync(message);
            case ClientMessageType.Stop:
                Stop(message.RequireId());
                return ValueTask.CompletedTask;
            default:
                Close(Closures.Normal);
                return ValueTask.CompletedTask;
        }
    }

    private async ValueTask InitialiseAsync(ClientMessage message)
    {
        if (_state != State.Open)
            throw new SocketViolationException(Closures.TooManyInitialisations);
        message.RequireObjectOrNothing();
        JsonElement payload = default;
        if (!message.Payload.IsEmpty)
        {
            try
            {
                payload = JsonElement.Parse(message.Payload.Span, new JsonDocumentOptions { MaxDepth = Services.MaxMessageDepth, AllowDuplicateProperties = false });
            }
            catch (JsonException)
            {
                throw new SocketViolationException(Closures.InvalidMessage($"{PayloadName} has a member twice"));
            }
        }

        _state = State.Initialising;
        _initialization = DecideAsync(payload);
        // legacy clients send their first operations without waiting for the acknowledgement
        if (Subprotocol.IsLegacy)
            await _initialization;
    }

    private async Task DecideAsync(JsonElement payload)
    {
        try
        {
            var decision = Services.Options.Authenticate is { } authenticate
                ? await authenticate(new ConnectionInitialization(Context, Subprotocol.Name, payload), Ended)
                : ConnectionDecision.Accept();
            if (!decision.IsAccepted)
                await RejectAsync(Closures.Forbidden(decision.Reason ?? "Forbidden"));
            else if (decision.Caller is { } caller && !Services.Registry.TryAssign(this, caller))
                await RejectAsync(Closures.TooManyConnections);
            else
                await AcknowledgeAsync(decision);
        }
        catch (Exception) when (Ended.IsCancellationRequested)
        {
            // the client did not wait for the decision
        }
        catch (Exception exception)
        {
            LogUndecided(Services.Logger, exception);
            Close(Closures.Internal);
        }
    }

    private async ValueTask AcknowledgeAsync(ConnectionDecision decision)
    {
        _state = State.Acknowledged;
        await SendAsync(SocketMessages.Acknowledge(decision.Payload));
        if (Subprotocol.IsLegacy)
            await SendAsync(Subprotocol.KeepAlive);
    }

    private async ValueTask RejectAsync(Closure closure)
    {
        if (Subprotocol.IsLegacy)
            await SendAsync(SocketMessages.ConnectionError(closure.Reason));
        Close(closure);
    }

    private async ValueTask StartAsync(ClientMessage message)
    {
        if (_state != State.Acknowledged)
            throw new SocketViolationException(Closures.Unauthorized);
        // the socket closes in a moment, and the client asks again elsewhere
        if (Volatile.Read(ref _isDraining))
            return;
        var id = message.RequireId();
        if (message.PayloadType != JsonTokenType.StartObject)
            throw new SocketViolationException(Closures.InvalidMessage($"{PayloadName} must be an object"));

        // the operation may outlive the message by hours, so it gets memory of its own and of its own size
        var parameters = new RequestParameters();
        try
        {
            Services.Parser.Parse(message.Payload.ToArray(), PayloadName, parameters);
        }
        catch (RequestRefusedException refusal)
        {
            parameters.Dispose();
            throw new SocketViolationException(Closures.InvalidMessage(refusal.Message));
        }

        var operation = new SocketOperation(this, id, message.IdJson.ToArray(), parameters);
        if (!TryStart(operation))
            await SendAsync(SocketMessages.Error(message.IdJson, TooManyOperations(), Subprotocol));
    }

    private GraphQLError TooManyOperations() =>
        new($"A connection may have {Services.Options.MaxOperationsPerConnection} operations at once.") { Code = ErrorCodes.LimitExceeded };

    [LoggerMessage(Level = LogLevel.Error, Message = "The application could not decide on a WebSocket connection")]
    private static partial void LogUndecided(ILogger logger, Exception exception);
}
