using System.Runtime.CompilerServices;
using System.Threading.Channels;
using GraphQL.Execution;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace GraphQL.AspNetCore.Tests.WebSockets;

/// <summary>Who asks, as an application keeps it: in the services of the operation.</summary>
public sealed class Caller
{
    public string Name { get; set; } = "nobody";
}

/// <summary>A schema with a stream for every way one can go.</summary>
public sealed class SocketSchema
{
    public const string Secret = "the password is swordfish";

    private int _mutations;
    private int _open;
    private int _yielded;

    /// <summary>Lets the query <c>wait</c> answer.</summary>
    public TaskCompletionSource Released { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What <c>pushed</c> gives to its only subscriber.</summary>
    public Channel<int> Pushed { get; } = Channel.CreateUnbounded<int>();

    public int Mutations => Volatile.Read(ref _mutations);

    /// <summary>Streams that were opened and have not ended.</summary>
    public int Open => Volatile.Read(ref _open);

    /// <summary>Events that streams were asked for.</summary>
    public int Yielded => Volatile.Read(ref _yielded);

    public Schema Build()
    {
        var query = new ObjectType
        {
            Name = "Query",
            Fields =
            [
                Field("hello", SpecifiedScalars.String, _ => "world"),
                Field("caller", SpecifiedScalars.String, static context => context.Services.GetRequiredService<Caller>().Name),
                Field("big", SpecifiedScalars.String, static context => new string('x', (int)context.Argument("size")!), Argument("size")),
                Field("failBadly", new NonNullType(SpecifiedScalars.String), static _ => throw new InvalidOperationException(Secret)),
                new OutputField { Name = "wait", Type = SpecifiedScalars.String, Resolver = new FieldResolver.Asynchronous(WaitAsync) },
            ],
        };
        var mutation = new ObjectType
        {
            Name = "Mutation",
            Fields = [Field("count", SpecifiedScalars.Int, _ => Interlocked.Increment(ref _mutations))],
        };
        var subscription = new ObjectType
        {
            Name = "Subscription",
            Fields =
            [
                Stream("countTo", SpecifiedScalars.Int, context => CountTo((int)context.Argument("size")!), Argument("size")),
                Stream("pushed", SpecifiedScalars.Int, context => Push(context.CancellationToken)),
                Stream("silent", SpecifiedScalars.Int, context => Silent(context.CancellationToken)),
                Stream("breaks", SpecifiedScalars.Int, _ => Break()),
                Stream("endsBadly", SpecifiedScalars.Int, context => EndBadly(context.CancellationToken)),
                Stream("cannotOpen", SpecifiedScalars.Int, static _ => throw new InvalidOperationException(Secret)),
                Stream("flood", SpecifiedScalars.String, context => Flood((int)context.Argument("size")!), Argument("size")),
            ],
        };
        return new Schema([query, mutation, subscription, .. SpecifiedScalars.All, .. IntrospectionTypes.All], [.. SpecifiedDirectives.All, .. IncrementalDirectives.All])
        {
            QueryType = query,
            MutationType = mutation,
            SubscriptionType = subscription,
        };
    }

    private async ValueTask<object?> WaitAsync(ResolverContext context)
    {
        Interlocked.Increment(ref _open);
        try
        {
            await Released.Task.WaitAsync(context.CancellationToken);
            return "waited";
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    private async IAsyncEnumerable<object?> CountTo(int size)
    {
        await Task.Yield();
        for (var number = 1; number <= size; number++)
            yield return number;
    }

    private async IAsyncEnumerable<object?> Push([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _open);
        try
        {
            await foreach (var number in Pushed.Reader.ReadAllAsync(cancellationToken))
                yield return number;
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    private async IAsyncEnumerable<object?> Silent([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _open);
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            yield break;
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    private static async IAsyncEnumerable<object?> Break()
    {
        await Task.Yield();
        yield return 1;
        throw new InvalidOperationException(Secret);
    }

    private async IAsyncEnumerable<object?> EndBadly([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _open);
        try
        {
            yield return 1;
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _open);
#pragma warning disable CA2219, MA0072
            throw new InvalidOperationException(Secret);
#pragma warning restore CA2219, MA0072
        }
    }

    /// <summary>Never waits and never ends by itself.</summary>
    private async IAsyncEnumerable<object?> Flood(int size)
    {
        var text = new string('x', size);
        Interlocked.Increment(ref _open);
        try
        {
            await Task.Yield();
            while (true)
            {
                Interlocked.Increment(ref _yielded);
                yield return text;
            }
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    private static OutputField Field(string name, SchemaType type, Func<ResolverContext, object?> resolve, params InputValue[] arguments) =>
        new() { Name = name, Type = type, Arguments = [.. arguments], Resolver = new FieldResolver.Synchronous(resolve) };

    private static OutputField Stream(
        string name, SchemaType type, Func<ResolverContext, IAsyncEnumerable<object?>> open, params InputValue[] arguments) =>
        new() { Name = name, Type = type, Arguments = [.. arguments], Resolver = new FieldResolver.Stream(open) };

    private static InputValue Argument(string name) => new() { Name = name, Type = new NonNullType(SpecifiedScalars.Int) };
}
