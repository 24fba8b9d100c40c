using System.Runtime.CompilerServices;
using System.Text.Json;
using GraphQL.Execution;
using GraphQL.Types;

namespace GraphQL.AspNetCore.Tests.Infrastructure;

/// <summary>Subscriptions that end, that never give anything, that break, and that give more than anyone can read.</summary>
public sealed class TestStreams
{
    private int _open;
    private long _flooded;

    /// <summary>How many of them are open.</summary>
    public int Open => Volatile.Read(ref _open);

    /// <summary>How many events of the flood were made.</summary>
    public long Flooded => Volatile.Read(ref _flooded);

    /// <summary>Fields of the subscription type.</summary>
    public IEnumerable<OutputField> Fields =>
    [
        new OutputField
        {
            Name = "countTo",
            Type = SpecifiedScalars.Int,
            Arguments = [new InputValue { Name = "to", Type = new NonNullType(SpecifiedScalars.Int) }],
            Resolver = new FieldResolver.Stream(context => CountAsync((int)context.Argument("to")!)),
        },
        new OutputField { Name = "silence", Type = SpecifiedScalars.Int, Resolver = new FieldResolver.Stream(_ => SilenceAsync(CancellationToken.None)) },
        new OutputField { Name = "breaking", Type = SpecifiedScalars.Int, Resolver = new FieldResolver.Stream(_ => BreakAsync()) },
        new OutputField { Name = "resumed", Type = SpecifiedScalars.String, Resolver = new FieldResolver.Stream(ResumeAsync) },
        new OutputField { Name = "flood", Type = SpecifiedScalars.String, Resolver = new FieldResolver.Stream(_ => FloodAsync(CancellationToken.None)) },
    ];

    private static async IAsyncEnumerable<object?> CountAsync(int to)
    {
        for (var i = 1; i <= to; i++)
        {
            await Task.Yield();
            yield return i;
        }
    }

    /// <summary>Goes on from what the client has seen.</summary>
    private static async IAsyncEnumerable<object?> ResumeAsync(ResolverContext context)
    {
        await Task.Yield();
        var extensions = context.RequestExtensions;
        yield return extensions.ValueKind == JsonValueKind.Object && extensions.TryGetProperty("lastEventId", out var id)
            ? $"after {id.GetString()}"
            : "from the beginning";
    }

    private async IAsyncEnumerable<object?> SilenceAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _open);
        try
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            yield return 1;
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    private static async IAsyncEnumerable<object?> BreakAsync()
    {
        yield return 1;
        await Task.Yield();
        throw new InvalidOperationException(TestSchema.Secret);
    }

    private async IAsyncEnumerable<object?> FloodAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var event64K = new string('x', 65_536);
        Interlocked.Increment(ref _open);
        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                await Task.Yield();
                Interlocked.Increment(ref _flooded);
                yield return event64K;
            }
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }
}
