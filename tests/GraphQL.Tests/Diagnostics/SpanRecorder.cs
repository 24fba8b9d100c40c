using System.Collections.Concurrent;
using System.Diagnostics;
using GraphQL.Diagnostics;
using Xunit;

namespace GraphQL.Tests.Diagnostics;

/// <summary>The spans of what a test does, and of nothing else that runs at the same time.</summary>
internal sealed class SpanRecorder : IDisposable
{
    private readonly ConcurrentQueue<Activity> _spans = [];
    private readonly ActivityListener _listener;

    public SpanRecorder()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == GraphQLTelemetry.Name,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _spans.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
        Outer = new Activity("test").Start();
    }

    /// <summary>What is current around the requests of the test.</summary>
    public Activity Outer { get; }

    /// <summary>Of the requests, in the order in which they ended.</summary>
    public IReadOnlyList<Activity> Spans => [.. _spans.Where(span => span.TraceId == Outer.TraceId)];

    /// <summary>Those that have traces of their own, linked to requests of the test.</summary>
    public IReadOnlyList<Activity> Linked => [.. _spans.Where(span => span.Links.Any(link => link.Context.TraceId == Outer.TraceId))];

    public Activity Single(string name) => Assert.Single(Spans, span => span.DisplayName == name);

    public void Dispose()
    {
        Outer.Stop();
        _listener.Dispose();
    }
}
