using System.Reflection;
using GraphQL.Execution;

namespace GraphQL.Types;

/// <summary>Reads queries and asynchronous sequences into lists, so that no thread waits for a database while a response is written.</summary>
internal static class Materialization
{
    /// <summary>The step that reads values of a C# type; null when that type needs none. Values that are something else pass unchanged.</summary>
    public static Func<ResolverContext, object?, ValueTask<object?>>? For(AnnotatedType type)
    {
        if (type.ElementType is not { } || !(typeof(IQueryable).IsAssignableFrom(type.Type) || ResolverCompiler.StreamElement(type.Type) is not null))
            return null;
        var element = ResolverCompiler.StreamElement(type.Type)
            ?? type.Type.GetInterfaces().Append(type.Type).First(static item => item.IsGenericType && item.GetGenericTypeDefinition() == typeof(IEnumerable<>)).GetGenericArguments()[0];
        return typeof(Materialization).GetMethod(nameof(Read), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(element)
            .CreateDelegate<Func<ResolverContext, object?, ValueTask<object?>>>();
    }

    private static async ValueTask<object?> Read<T>(ResolverContext context, object? value)
    {
        switch (value)
        {
            case IAsyncEnumerable<T> stream:
                var list = new List<T>();
                await foreach (var item in stream.WithCancellation(context.CancellationToken))
                    list.Add(item);
                return list;
            case IQueryable<T> query:
                return query.ToList();
            default:
                return value;
        }
    }
}
