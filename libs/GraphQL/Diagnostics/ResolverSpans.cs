using System.Diagnostics;
using GraphQL.Execution;

namespace GraphQL.Diagnostics;

/// <summary>A span around each call of a resolver, where the host asks for that.</summary>
internal static class ResolverSpans
{
    /// <summary>The resolver with its span; properties, and the streams of subscriptions, have none.</summary>
    public static FieldResolver? Around(FieldResolver? resolver, string coordinate) => resolver switch
    {
        FieldResolver.Synchronous synchronous => new FieldResolver.Synchronous(context =>
        {
            using var span = Start(context, coordinate);
            try
            {
                return synchronous.Invoke(context);
            }
            catch (Exception exception) when (Fail(span, exception))
            {
                throw;
            }
        })
        {
            Reads = resolver.Reads,
        },
        FieldResolver.Asynchronous asynchronous => new FieldResolver.Asynchronous(async context =>
        {
            using var span = Start(context, coordinate);
            try
            {
                return await asynchronous.Invoke(context);
            }
            catch (Exception exception) when (Fail(span, exception))
            {
                throw;
            }
        })
        {
            IsBatched = asynchronous.IsBatched,
            Reads = resolver.Reads,
        },
        _ => resolver,
    };

    private static Activity? Start(ResolverContext context, string coordinate)
    {
        if (!GraphQLTelemetry.Source.HasListeners())
            return null;
        var span = GraphQLTelemetry.Source.StartActivity(coordinate);
        if (span is not { IsAllDataRequested: true })
            return span;
        span.SetTag(TelemetryTags.ProcessingType, "resolve");
        span.SetTag(TelemetryTags.FieldCoordinate, coordinate);
        span.SetTag(TelemetryTags.FieldPath, string.Join('.', context.Path));
        return span;
    }

    /// <summary>Marks the span; never catches.</summary>
    private static bool Fail(Activity? span, Exception exception)
    {
        span?.SetTag(TelemetryTags.ErrorType, exception is GraphQLException failure
            ? failure.Errors[0].Code ?? TelemetryTags.OtherError
            : exception.GetType().FullName);
        span?.SetStatus(ActivityStatusCode.Error);
        return false;
    }
}
