using System.Collections.Immutable;
using System.Text;

namespace GraphQL.Subscriptions;

/// <summary>A topic's name with placeholders, such as <c>Order_{tenantId}</c>.</summary>
internal sealed class TopicTemplate
{
    private readonly ImmutableArray<string> _literals;

    private TopicTemplate(ImmutableArray<string> literals, ImmutableArray<string> placeholders)
    {
        _literals = literals;
        Placeholders = placeholders;
    }

    /// <summary>In the order in which they stand.</summary>
    public ImmutableArray<string> Placeholders { get; }

    /// <summary>Reads a template.</summary>
    /// <exception cref="ArgumentException">It is faulty; the message says how.</exception>
    public static TopicTemplate Parse(string template)
    {
        var literals = ImmutableArray.CreateBuilder<string>();
        var placeholders = ImmutableArray.CreateBuilder<string>();
        var rest = template.AsSpan();
        while (rest.IndexOfAny('{', '}') is >= 0 and var open)
        {
            var close = rest.IndexOf('}');
            if (rest[open] == '}' || close < 0 || rest[(open + 1)..close].IsWhiteSpace() || rest[(open + 1)..close].Contains('{'))
                throw new ArgumentException($"The topic \"{template}\" has a brace without its other half, or nothing between two.", nameof(template));
            literals.Add(rest[..open].ToString());
            placeholders.Add(rest[(open + 1)..close].ToString());
            rest = rest[(close + 1)..];
        }

        literals.Add(rest.ToString());
        for (var i = 1; i < literals.Count - 1; i++)
        {
            if (!literals[i].Any(static character => !char.IsAsciiLetterOrDigit(character) && character is not ('-' or '%')))
            {
                throw new ArgumentException(
                    $"In the topic \"{template}\" nothing tells where one placeholder ends and the next begins; put an underscore between them.", nameof(template));
            }
        }

        if (template.Length == 0)
            throw new ArgumentException("A topic needs a name.", nameof(template));
        return new TopicTemplate(literals.ToImmutable(), placeholders.ToImmutable());
    }

    /// <summary>The name, with as many values as there are placeholders.</summary>
    public string Format(ReadOnlySpan<object?> values)
    {
        if (values.IsEmpty)
            return _literals[0];
        var name = new StringBuilder(_literals[0]);
        for (var i = 0; i < values.Length; i++)
        {
            Topic.Append(name, values[i]);
            name.Append(_literals[i + 1]);
        }

        return name.ToString();
    }
}
