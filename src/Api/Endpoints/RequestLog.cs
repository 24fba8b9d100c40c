using System.Diagnostics;
using Guildhall.Api.Security;

namespace Guildhall.Api.Endpoints;

/// <summary>One line per request: enough to see what goes on, nothing that would have to be kept secret (no query, no header, no body).</summary>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> logger)
{
    public async Task InvokeAsync(HttpContext context, CurrentViewer current)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            var level = context.Request.Path.StartsWithSegments(HealthEndpoints.Prefix) ? LogLevel.Debug : LogLevel.Information;
            Log(
                logger,
                level,
                context.Request.Method,
                context.Request.Path,
                context.RequestAborted.IsCancellationRequested ? "aborted" : context.Response.StatusCode.ToString(),
                Stopwatch.GetElapsedTime(start).TotalMilliseconds,
                current.Viewer.Name);
        }
    }

    [LoggerMessage(EventId = 1, Message = "{Method} {Path} {Status} {Milliseconds:0.0} ms for {Viewer}")]
    private static partial void Log(ILogger logger, LogLevel level, string method, string path, string status, double milliseconds, string viewer);
}
