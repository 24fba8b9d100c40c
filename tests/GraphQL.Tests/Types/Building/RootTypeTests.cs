using GraphQL.Types;
using Xunit;

namespace GraphQL.Tests.Types.Building;

public sealed class RootTypeTests
{
    [Fact]
    public void Several_classes_make_one_root_type_in_the_order_of_their_names()
    {
        const string Expected = """
            type Query {
              "Books by an author, newest first."
              books(
                "Letter case does not matter."
                author: String!
                first: Int! = 20
              ): [Book!]!
              bookCount: Int!
              shelf(id: Int!): Shelf
              version: String!
            }

            "Something to read."
            type Book {
              "As on the cover."
              title: String!
              "Null when nobody knows."
              year: Int
              tags: [String!]!
            }

            type Shelf {
              books: [Book]!
            }
            """;

        Built.AssertIs(Expected, Built.Schema(typeof(ShelfQueries), typeof(BookQueries)));
    }

    [QueryType]
    private static class BookQueries
    {
        /// <summary>Books by an author, newest first.</summary>
        /// <param name="author">Letter case does not matter.</param>
        /// <param name="first"></param>
        /// <param name="cancellationToken">Not an argument.</param>
        public static Task<IReadOnlyList<Book>> GetBooksAsync(string author, int first = 20, CancellationToken cancellationToken = default) =>
            Task.FromResult<IReadOnlyList<Book>>([]);

        public static int BookCount => 0;
    }

    [QueryType]
    private sealed class ShelfQueries
    {
        public ValueTask<Shelf?> GetShelf(int id) => default;

        public string Version => "1";
    }

    /// <summary>Something to read.</summary>
    /// <param name="Title">As on the cover.</param>
    /// <param name="Year">Null when nobody knows.</param>
    /// <param name="Tags"></param>
    private sealed record Book(string Title, int? Year, string[] Tags);

    private sealed class Shelf
    {
        public List<Book?> Books { get; } = [];
    }
}
