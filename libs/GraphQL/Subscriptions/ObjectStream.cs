using System.Runtime.CompilerServices;

namespace GraphQL.Subscriptions;

/// <summary>Streams of any element, as the executor reads them.</summary>
internal static class ObjectStream
{
    /// <summary>The stream itself wherever that is possible.</summary>
    public static IAsyncEnumerable<object?> Of<T>(IAsyncEnumerable<T> stream) => stream switch
    {
        TopicReceiver receiver => receiver.Objects,
        IAsyncEnumerable<object?> objects => objects,
        _ => Boxed(stream, CancellationToken.None),
    };

    private static async IAsyncEnumerable<object?> Boxed<T>(
        IAsyncEnumerable<T> stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var element in stream.WithCancellation(cancellationToken))
            yield return element;
    }
}
