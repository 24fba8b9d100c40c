using GraphQL.AspNetCore.WebSockets.Frames;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GraphQL.AspNetCore.WebSockets;

/// <content>What time does to a socket. Called by the registry's timer, which is never two times at once in here.</content>
internal sealed partial class SocketConnection
{
    private long _pingedAt;
    private long _recheckedAt;
    private long _drainingAt;
    private int _isRechecking;

    /// <summary>Does what is due.</summary>
    public void LookAfter()
    {
        var options = Services.Options;
        if (IsOver(Writer.WritingSince, options.SendTimeout))
        {
            Services.Counters.CountSlow();
            LogSlow(Services.Logger, options.SendTimeout);
            // no close frame can get past what the client does not take
            Abort();
        }
        else if (Volatile.Read(ref _closure) is not null)
        {
            if (IsOver(Volatile.Read(ref _closingAt), options.CloseTimeout))
                Abort();
        }
        else if (Volatile.Read(ref _isDraining))
        {
            if (IsDrained() || IsOver(_drainingAt, options.DrainTimeout))
                Close(Closures.GoingAway);
        }
        else if (IsOver(Volatile.Read(ref _heardAt), options.KeepAliveTimeout))
        {
            Services.Counters.CountSilent();
            Close(Closures.NoAnswer);
        }
        else if (_state == State.Open)
        {
            if (IsOver(_openedAt, options.InitTimeout))
                Close(Closures.InitialisationTimeout);
        }
        else if (_state == State.Acknowledged)
        {
            KeepAlive(options);
        }
    }

    /// <summary>The application stops: no new operation begins, and the socket closes when those with an end have ended.</summary>
    public void Drain()
    {
        Volatile.Write(ref _drainingAt, Math.Max(1, Services.Clock.GetTimestamp()));
        Volatile.Write(ref _isDraining, true);
        if (IsDrained())
            Close(Closures.GoingAway);
    }

    /// <summary>Its caller may not have it any more.</summary>
    /// <returns>False when it was closing already.</returns>
    public bool Revoke(string reason)
    {
        if (!Close(Closures.Forbidden(reason)))
            return false;
        Services.Counters.CountRevoked();
        return true;
    }

    private void KeepAlive(WebSocketTransportOptions options)
    {
        if (IsOver(_pingedAt, options.KeepAliveInterval))
        {
            _pingedAt = Services.Clock.GetTimestamp();
            _ = PingAsync();
        }

        if (options.Recheck is not null
            && IsOver(Volatile.Read(ref _recheckedAt), options.RecheckInterval)
            && Interlocked.Exchange(ref _isRechecking, 1) == 0)
        {
            _ = RecheckAsync(options.Recheck);
        }
    }

    private async Task PingAsync()
    {
        try
        {
            await SendAsync(Subprotocol.KeepAlive);
            await Writer.SendAsync(Opcode.Ping, ReadOnlyMemory<byte>.Empty, Ended);
        }
        catch (OperationCanceledException)
        {
            // it ended meanwhile
        }
    }

    private async Task RecheckAsync(Func<HttpContext, CancellationToken, ValueTask<bool>> recheck)
    {
        try
        {
            if (!await recheck(Context, Ended))
                Revoke("Forbidden");
        }
        catch (Exception) when (Ended.IsCancellationRequested)
        {
            // it ended meanwhile
        }
        catch (Exception exception)
        {
            LogUnchecked(Services.Logger, exception);
            Close(Closures.RecheckFailed);
        }
        finally
        {
            Volatile.Write(ref _recheckedAt, Services.Clock.GetTimestamp());
            Volatile.Write(ref _isRechecking, 0);
        }
    }

    /// <summary>Whether more than that has passed; never since 0, which stands for not at all.</summary>
    private bool IsOver(long since, TimeSpan time) => since != 0 && Services.Clock.GetElapsedTime(since) >= time;

    [LoggerMessage(Level = LogLevel.Information, Message = "A WebSocket was cut because its client took nothing for {Time}")]
    private static partial void LogSlow(ILogger logger, TimeSpan time);

    [LoggerMessage(Level = LogLevel.Error, Message = "The application could not say whether a WebSocket's caller still has access")]
    private static partial void LogUnchecked(ILogger logger, Exception exception);
}
