using System.Reflection;
using System.Runtime.CompilerServices;

namespace GraphQL.Types;

/// <summary>Makes asynchronous sequences of structs what the executor reads: sequences of objects, as those of classes are already.</summary>
internal static class SequenceBoxing
{
    /// <summary>The step for values of a C# type; null when that type needs none. Values that are something else pass unchanged.</summary>
    public static Func<object?, object?>? For(AnnotatedType type) =>
        ResolverCompiler.StreamElement(type.Type) is { IsValueType: true } element
            ? typeof(SequenceBoxing).GetMethod(nameof(Box), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(element)
                .CreateDelegate<Func<object?, object?>>()
            : null;

    private static object? Box<T>(object? value) => value is IAsyncEnumerable<T> sequence ? Boxed(sequence) : value;

    private static async IAsyncEnumerable<object?> Boxed<T>(
        IAsyncEnumerable<T> sequence, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var element in sequence.WithCancellation(cancellationToken))
            yield return element;
    }
}
