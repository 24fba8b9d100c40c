using System.Globalization;
using System.Text;
using GraphQL.Language;
using GraphQL.Types;
using GraphQL.Validation;
using Xunit;

namespace GraphQL.Tests.Validation;

/// <summary>
/// Tries one rule, named by the test class, on documents in which a circled digit marks each place at fault: all places with ①
/// belong to one error, those with ② to another.
/// </summary>
public abstract class RuleTests
{
    private const char FirstMark = '①';
    private const char LastMark = '⑨';

    /// <summary>What is validated with.</summary>
    protected virtual ValidationOptions Options => ValidationOptions.Default;

    private string Rule => GetType().Name[..^"Tests".Length];

    /// <summary>The rule has nothing to say; others may.</summary>
    protected void ExpectValid(string document, Schema? schema = null) =>
        Assert.Equal("", Found(document, schema ?? ValidationSchema.Instance));

    /// <summary>The rule reports exactly the errors that are marked.</summary>
    protected void ExpectErrors(string marked, Schema? schema = null)
    {
        var (document, expected) = ReadMarks(marked);
        Assert.NotEmpty(expected);
        Assert.Equal(expected, Found(document, schema ?? ValidationSchema.Instance));
    }

    private string Found(string document, Schema schema)
    {
        var errors = DocumentValidator.Validate(schema, Parser.ParseDocument(document), Options).Where(error => Rule.Equals(error.Extensions?["rule"])).ToList();
        Assert.All(errors, error => Assert.Equal(ErrorCodes.ValidationFailed, error.Code));
        return Describe(errors.Select(error => error.Locations.Select(location => (location.Line, location.Column))));
    }

    private static (string Document, string Expected) ReadMarks(string marked)
    {
        var document = new StringBuilder();
        var errors = new SortedDictionary<char, List<(int Line, int Column)>>();
        var (line, column) = (1, 1);
        foreach (var character in marked)
        {
            if (character is >= FirstMark and <= LastMark)
            {
                if (!errors.TryGetValue(character, out var places))
                    errors.Add(character, places = []);
                places.Add((line, column));
                continue;
            }

            document.Append(character);
            (line, column) = character == '\n' ? (line + 1, 1) : (line, column + 1);
        }

        return (document.ToString(), Describe(errors.Values));
    }

    private static string Describe(IEnumerable<IEnumerable<(int Line, int Column)>> errors) =>
        string.Join(" | ", errors
            .Select(places => string.Join(' ', places.Order().Select(place => string.Create(CultureInfo.InvariantCulture, $"{place.Line}:{place.Column}"))))
            .Order(StringComparer.Ordinal));
}
