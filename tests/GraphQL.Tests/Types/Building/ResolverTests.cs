using System.Runtime.CompilerServices;
using GraphQL.Execution;
using GraphQL.Types;
using Xunit;

namespace GraphQL.Tests.Types.Building;

public sealed class ResolverTests
{
    private static readonly Schema Schema = Built.Builder(typeof(Queries), typeof(InstanceQueries), typeof(Subscriptions), typeof(Loaders), typeof(BookExtension))
        .InferServices(static type => type == typeof(Clock))
        .Build();

    [Theory]
    [InlineData("{ time }", """{"time":"12 2"}""")]
    [InlineData("{ greeting }", """{"greeting":"Hello at 12"}""")]
    [InlineData("{ path }", """{"path":"path"}""")]
    [InlineData("{ maybe }", """{"maybe":"none"}""")]
    [InlineData("{ lazy }", """{"lazy":[1,2]}""")]
    public async Task Parameters_take_services_context_and_state(string document, string expected) =>
        Assert.Equal($"{{\"data\":{expected}}}", await Schema.RunAsync(document, services: [new Clock(12), new Store()]));

    [Fact]
    public async Task Loaders_from_methods_load_all_keys_of_a_wave_at_once()
    {
        var store = new Store();

        var response = await Schema.RunAsync("{ books { author reviews } }", services: [new Clock(0), store]);

        Assert.Equal("""{"data":{"books":[{"author":"A1","reviews":["r1"]},{"author":"A2","reviews":[]},{"author":"A1","reviews":["r3","s3"]}]}}""", response);
        Assert.Equal(["authors 1,2", "reviews 1,2,3"], store.Batches.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_subscription_gives_the_elements_of_its_stream() => Assert.Equal(
        ["""{"data":{"counted":1}}""", """{"data":{"counted":2}}"""],
        await Schema.SubscribeAsync("subscription { counted(to: 2) }"));

    [Fact]
    public async Task A_subscription_can_be_resolved_for_each_element_of_another_methods_stream() => Assert.Equal(
        ["""{"data":{"named":"x1"}}""", """{"data":{"named":"x2"}}"""],
        await Schema.SubscribeAsync("""subscription { named(prefix: "x", to: 2) }"""));

    [QueryType]
    private static class Queries
    {
        public static string GetTime(Clock clock, [Service] Store store, CancellationToken cancellationToken) => $"{clock.Hour} {(cancellationToken.CanBeCanceled ? store.Size : 0)}";

        public static string GetPath(ResolverContext context) => string.Join('/', context.Path);

        public static string GetMaybe([Service] IFormatProvider? missing) => missing is null ? "none" : "some";

        public static IAsyncEnumerable<int> Lazy => new[] { 1, 2 }.ToAsyncEnumerable();

        public static IReadOnlyList<Book> Books => [new Book(1, 1), new Book(2, 2), new Book(3, 1)];
    }

    [QueryType]
    private sealed class InstanceQueries(Clock clock)
    {
        public string Greeting => $"Hello at {clock.Hour}";
    }

    [SubscriptionType]
    private static class Subscriptions
    {
        public static async IAsyncEnumerable<int> OnCounted(int to, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            for (var i = 1; i <= to; i++)
            {
                await Task.Yield();
                cancellationToken.ThrowIfCancellationRequested();
                yield return i;
            }
        }

        [Subscribe(With = nameof(OpenAsync))]
        public static string OnNamed(string prefix, [EventMessage] int number) => $"{prefix}{number}";

        public static Task<IAsyncEnumerable<int>> OpenAsync(int to, CancellationToken cancellationToken) => Task.FromResult(OnCounted(to, cancellationToken));
    }

    private static class Loaders
    {
        [DataLoader]
        public static Task<IReadOnlyDictionary<int, string>> GetAuthorByIdAsync(IReadOnlyList<int> keys, Store store, CancellationToken cancellationToken)
        {
            store.Batches.Add($"authors {string.Join(',', keys)}");
            return Task.FromResult<IReadOnlyDictionary<int, string>>(keys.ToDictionary(static key => key, static key => $"A{key}"));
        }

        [DataLoader]
        internal static async Task<ILookup<int, string>> GetReviewsByBookAsync(IReadOnlyList<int> keys, Store store)
        {
            await Task.Yield();
            store.Batches.Add($"reviews {string.Join(',', keys)}");
            return new[] { (1, "r1"), (3, "r3"), (3, "s3") }.ToLookup(static item => item.Item1, static item => item.Item2);
        }
    }

    [ExtendObjectType<Book>(IgnoreProperties = [nameof(Book.Id), nameof(Book.AuthorId)])]
    private static class BookExtension
    {
        public static Task<string?> GetAuthorAsync(Book book, DataLoader<int, string> authors) => authors.LoadAsync(book.AuthorId);

        public static async Task<IReadOnlyList<string>> GetReviews([Parent] Book book, DataLoader<int, IReadOnlyList<string>> reviews) =>
            await reviews.LoadAsync(book.Id) ?? [];
    }

    private sealed record Book(int Id, int AuthorId);

    private sealed record Clock(int Hour);

    private sealed class Store
    {
        public int Size => 2;

        public List<string> Batches { get; } = [];
    }
}
