using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Guildhall.Storage;

/// <summary>Reads values of the configuration; what cannot be used is refused by the name of its key.</summary>
/// <param name="configuration">Where they stand.</param>
public sealed class ConfigurationReader(IConfiguration configuration)
{
    /// <summary>A text that is not blank.</summary>
    /// <exception cref="InvalidOperationException">It is blank.</exception>
    public string Text(string key, string otherwise) => configuration[key] switch
    {
        null => otherwise,
        var text when string.IsNullOrWhiteSpace(text) => throw Refuse(key, text, "a text"),
        var text => text,
    };

    /// <summary>A whole number within both bounds.</summary>
    /// <exception cref="InvalidOperationException">It is none, or out of bounds.</exception>
    public long Number(string key, long otherwise, long min, long max) => configuration[key] switch
    {
        null => otherwise,
        var text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max => number,
        var text => throw Refuse(key, text, string.Create(CultureInfo.InvariantCulture, $"a whole number {min}..{max}")),
    };

    /// <summary>One of an enum's names, in any letter case.</summary>
    /// <exception cref="InvalidOperationException">It is none of them.</exception>
    public T Choice<T>(string key, T otherwise)
        where T : struct, Enum => configuration[key] switch
        {
            null => otherwise,
            var text when Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) => value,
            var text => throw Refuse(key, text, "one of " + string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()),
        };

    /// <summary>A list, given as <c>key:0</c>, <c>key:1</c> and so on; empty when it is absent.</summary>
    /// <exception cref="InvalidOperationException">An element is blank.</exception>
    public IReadOnlyList<string> List(string key)
    {
        var items = new List<string>();
        foreach (var item in configuration.GetSection(key).GetChildren())
            items.Add(string.IsNullOrWhiteSpace(item.Value) ? throw Refuse(item.Path, item.Value, "a text") : item.Value);

        return items;
    }

    private static InvalidOperationException Refuse(string key, string? value, string expected) =>
        new($"The configuration's '{key}' is '{value}', but must be {expected}.");
}
