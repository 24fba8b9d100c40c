using System.Reflection;
using GraphQL.Execution;

namespace GraphQL.Types;

/// <summary>Reads asynchronous sequences into lists, which a response is written from.</summary>
internal static class Materialization
{
    /// <summary>
    /// The step that reads values of a C# type; null when that type needs none. Values that are something else pass unchanged.
    /// </summary>
    public static Func<ResolverContext, object?, ValueTask<object?>>? For(AnnotatedType type) =>
        ResolverCompiler.StreamElement(type.Type) is { } element
            ? typeof(Materialization).GetMethod(nameof(Read), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(element)
                .CreateDelegate<Func<ResolverContext, object?, ValueTask<object?>>>()
            : null;

    private static async ValueTask<object?> Read<T>(ResolverContext context, object? value)
    {
        if (value is not IAsyncEnumerable<T> stream)
            return value;
        var list = new List<T>();
        await foreach (var item in stream.WithCancellation(context.CancellationToken))
            list.Add(item);
        return list;
    }
}
