using System.Security.Cryptography;
using System.Text;
using GraphQL.Execution;
using GraphQL.Types;

namespace GraphQL.AspNetCore.Tests.Infrastructure;

/// <summary>A small schema with a field for every way a request can end.</summary>
public sealed class TestSchema
{
    public const string Secret = "the password is swordfish";

    private int _count;

    /// <summary>The subscriptions beyond the simplest.</summary>
    public TestStreams Streams { get; } = new();

    /// <summary>How often the mutation has run.</summary>
    public int Count => Volatile.Read(ref _count);

    public Schema Build()
    {
        var upload = CommonScalars.Upload;
        var files = new ListType(new NonNullType(upload));
        var query = new ObjectType
        {
            Name = "Query",
            Fields =
            [
                Field("hello", SpecifiedScalars.String, Hello, Argument("name", SpecifiedScalars.String)),
                Field("later", SpecifiedScalars.String, LaterAsync, Argument("name", SpecifiedScalars.String)),
                Field("letters", new ListType(SpecifiedScalars.String), static _ => new[] { "a", "b", "c" }),
                Field("fail", SpecifiedScalars.String, _ => throw new InvalidOperationException(Secret)),
                Field("failBadly", new NonNullType(SpecifiedScalars.String), _ => throw new InvalidOperationException(Secret)),
            ],
        };
        var mutation = new ObjectType
        {
            Name = "Mutation",
            Fields =
            [
                Field("count", SpecifiedScalars.Int, _ => Interlocked.Increment(ref _count)),
                Field("upload", SpecifiedScalars.String, UploadAsync, Argument("file", new NonNullType(upload))),
                Field("uploadAll", new ListType(SpecifiedScalars.String), UploadAll, Argument("files", new NonNullType(files))),
                Field(
                    "keep",
                    SpecifiedScalars.Boolean,
                    Keep,
                    Argument("file", new NonNullType(upload)),
                    Argument("to", new NonNullType(SpecifiedScalars.String))),
            ],
        };
        var subscription = new ObjectType
        {
            Name = "Subscription",
            Fields = [new OutputField { Name = "ticks", Type = SpecifiedScalars.Int, Resolver = new FieldResolver.Stream(_ => Ticks()) }, .. Streams.Fields],
        };
        return new Schema(
            [query, mutation, subscription, upload, .. SpecifiedScalars.All, .. IntrospectionTypes.All],
            [.. SpecifiedDirectives.All, .. IncrementalDirectives.All])
        {
            QueryType = query,
            MutationType = mutation,
            SubscriptionType = subscription,
        };
    }

    private static object Hello(ResolverContext context) => context.Argument("name") ?? "world";

    private static async ValueTask<object?> LaterAsync(ResolverContext context)
    {
        await Task.Yield();
        return Hello(context);
    }

    private static async ValueTask<object?> UploadAsync(ResolverContext context)
    {
        var file = (UploadedFile)context.Argument("file")!;
        await using var stream = file.OpenRead();
        var hash = await SHA256.HashDataAsync(stream, context.CancellationToken);
        return $"{file.FileName} {file.ContentType} {file.Length} {Convert.ToHexStringLower(hash)}";
    }

    private static object UploadAll(ResolverContext context) =>
        ((System.Collections.IEnumerable)context.Argument("files")!).Cast<UploadedFile>()
            .Select(file => File.ReadAllText(file.Path, Encoding.UTF8)).ToList();

    private static object Keep(ResolverContext context)
    {
        File.Move(((UploadedFile)context.Argument("file")!).Path, (string)context.Argument("to")!, overwrite: true);
        return true;
    }

    private static async IAsyncEnumerable<object?> Ticks()
    {
        await Task.Yield();
        yield return 1;
    }

    private static OutputField Field(string name, SchemaType type, Func<ResolverContext, object?> resolve, params InputValue[] arguments) =>
        new() { Name = name, Type = type, Arguments = [.. arguments], Resolver = new FieldResolver.Synchronous(resolve) };

    private static OutputField Field(
        string name, SchemaType type, Func<ResolverContext, ValueTask<object?>> resolve, params InputValue[] arguments) =>
        new() { Name = name, Type = type, Arguments = [.. arguments], Resolver = new FieldResolver.Asynchronous(resolve) };

    private static InputValue Argument(string name, SchemaType type) => new() { Name = name, Type = type };
}
