using System.Diagnostics;

namespace GraphQL.Diagnostics;

/// <summary>Spans of work that goes on while the flow that began it goes elsewhere.</summary>
internal static class SpanExtensions
{
    /// <summary>Gives the flow that began a span back what was current before.</summary>
    public static void Leave(this Activity span) => Activity.Current = span.Parent;

    /// <summary>Ends a span in whatever flow is running, which keeps what is current there.</summary>
    public static void End(this Activity span, Task work)
    {
        if (work.IsFaulted)
        {
            span.SetTag(TelemetryTags.ErrorType, work.Exception!.InnerException!.GetType().FullName);
            span.SetStatus(ActivityStatusCode.Error);
        }

        var current = Activity.Current;
        span.Stop();
        Activity.Current = current;
    }
}
